import { expect, test } from 'vitest';
import { readProfile } from '#modules/catalogue/index.ts';
import { guessDistrict } from './guess-district.ts';
import { guessService } from './guess-service.ts';

const read = await readProfile('profiles/evnspc');
if (!read.ok) throw new Error('the profile does not load');
const { services, districts, provinces } = read.profile;
const places = districts.map((one) => ({
  code: one.code,
  provinceCode: one.province,
  names: [one.name.vi, one.name.en],
}));
const provincePlaces = provinces.map(({ code, name, names = [] }) => ({
  code,
  names: [name, ...names.map((other) => other.name)].flatMap(({ vi, en }) => [vi, en]),
}));

test.each([
  ['Nhà tôi bị mất điện từ tối qua', 'tra-cuu-tu-van'],
  ['nha toi mat dien tu toi qua', 'tra-cuu-tu-van'],
  ['Cho em hỏi thủ tục sang tên hợp đồng mua bán điện', 'sang-ten-hop-dong'],
  ['xin cap dien moi cho nha o', 'cap-dien-sinh-hoat'],
  ['Nhờ kiểm tra công tơ giúp, tháng này chạy nhanh quá', 'kiem-tra-cong-to'],
  ['dời công tơ ra ngoài cổng', 'di-doi-cong-to'],
  ['kính gửi quý công ty', undefined],
  ['', undefined],
])('“%s” asks for %s', (text, code) => expect(guessService(services, text)?.service.code).toBe(code));

test.each([
  ['ấp Long Thới, thị xã Hòa Thành, Tây Ninh', 'Thị xã Hòa Thành'],
  ['hoa thanh tay ninh', 'Thị xã Hòa Thành'],
  ['xã Song Thuận, huyện Châu Thành, tỉnh Tiền Giang', 'Huyện Châu Thành'],
  ['huyện Châu Thành', undefined],
  ['không nói ở đâu', undefined],
])('“%s” lies in %s', (text, name) => {
  const found = guessDistrict(places, provincePlaces, text);
  expect(districts.find((one) => one.code === found?.code)?.name.vi).toBe(name);
});

test.each([
  ['huyện Cái Bè, tỉnh Đồng Tháp', '82'],
  ['huyen duc hoa tinh tay ninh', '80'],
  ['Châu Thành, Đồng Tháp', undefined],
])('“%s” by the names of today lies in what was province %s', (text, province) => {
  const found = guessDistrict(places, provincePlaces, text);
  expect(districts.find((one) => one.code === found?.code)?.province).toBe(province);
});

test('Châu Thành beside its province is that province’s', () => {
  const found = guessDistrict(places, provincePlaces, 'chau thanh, ben tre');
  expect(districts.find((one) => one.code === found?.code)?.province).toBe('83');
});
