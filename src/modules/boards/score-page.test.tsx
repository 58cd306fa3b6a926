import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, test } from 'vitest';
import { inScope } from '#platform/postgres/in-scope.ts';
import { aConnection, connectionSettings, settings } from '#test/a-connection.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { type OutageSource, readOutages } from './outages.ts';
import { ScorePage } from './pages/score-page.tsx';
import { readScore } from './score.ts';

const t = useDb();
beforeEach(async () => {
  const { serviceVersionId } = await aUtility(t.owner);
  await aNamedUtility(t.owner);
  await settings(t.owner, [
    ...connectionSettings,
    fact('procedures', { bounds: { best: 3, worst: 9 } }),
    fact('time', { bounds: { best: 18, worst: 248 } }),
    fact('cost', { bounds: { best: 0, worst: 8100 } }),
    fact('reliability', { bounds: { best: 8, worst: 0 } }),
    fact('cost-value', { value: 994 }),
    fact('reliability-value', { value: 7, validFrom: '2019-01-01' }),
  ]);
  const times = { opened_at: '2026-01-05T08:00:00+07:00', finished_at: '2026-02-10T08:00:00+07:00' };
  await aConnection(
    t.owner,
    serviceVersionId,
    { ...times, details: '{"area":"urban"}' },
    { 'unit U1 survey': 450 },
  );
});
const fact = (code: string, rest: object) => ({ kind: 'getting_electricity', code, ...rest });
const allButTold = [
  ...['reliability-monitors', 'reliability-restores', 'reliability-regulator'],
  ...['reliability-deterrent', 'tariffs-online'],
].map((code) => fact(code, { holds: true }));

async function page(outages: OutageSource) {
  const head = await aStaffMember(t.owner, 'corporation', 'T');
  const facts = await inScope(t.db, head.scope, (trx) =>
    readScore(trx, head, {}, new Date('2026-03-01T00:00:00Z'), outages),
  );
  const html = renderToStaticMarkup(<ScorePage facts={facts} language="vi" />);
  return { html, text: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') };
}
const few: OutageSource = async () => ({ saidi: 3.5, saifi: 2.25 });

describe('the index of reliability on the page of the score', () => {
  test('from answers to all it asks and figures of outages it is worked out, beside what was published', async () => {
    await settings(t.owner, [...allButTold, fact('tariff-changes-told', { holds: false, uncertain: true })]);
    const { html, text } = await page(few);
    expect(text).toContain('một khách hàng trong năm 3,50 Tính từ hồ sơ mất điện');
    expect(text).toContain('một khách hàng trong năm 2,25 Tính từ hồ sơ mất điện');
    expect(text).toContain('Theo dõi mất điện bằng hệ thống tự động Có Nguồn: for tests, từ 1/1/2018');
    expect(text).toContain('trọn một kỳ hóa đơn Không chưa xác minh Nguồn: for tests, từ 1/1/2018');
    // Two for outages, four of five for the rest.
    expect(text).toContain('Chỉ số tính từ các thành phần trên: 6/8 chưa xác minh');
    expect(text).toContain('Chỉ số đã công bố cho Việt Nam: 7/8 (for tests, từ 1/1/2019)');
    expect(text).toContain('giá điện (chưa xác minh) 6 8 0 75,00');
    // One procedure (100), 36 days (92.17), 994 % (87.73), 6 of 8 (75).
    expect(html).toContain('<b>88,73</b> Điểm có dùng số đã công bố cho: cost<');
  });

  test('without records of outages there is none, and a score with the published one says so', async () => {
    await settings(t.owner, [...allButTold, fact('tariff-changes-told', { holds: true })]);
    const { html, text } = await page(readOutages);
    expect(text.match(/chưa có số liệu Hệ thống chưa có hồ sơ mất điện nào/g)).toHaveLength(2);
    expect(text).toContain('chưa tính được chỉ số của mình');
    expect(text).not.toContain('Chỉ số tính từ');
    expect(html).toContain('<b>91,85</b> Điểm có dùng số đã công bố cho: cost; reliability<');
  });

  test('what nobody knows is said to be unknown, and is no "no"', async () => {
    await settings(t.owner, allButTold);
    const { text } = await page(few);
    expect(text).toContain('trọn một kỳ hóa đơn chưa có số liệu');
    expect(text).not.toContain('Chỉ số tính từ');
  });

  test('outages beyond all measure leave no point, and the page says why', async () => {
    await settings(t.owner, [...allButTold, fact('tariff-changes-told', { holds: true })]);
    const { text } = await page(async () => ({ saidi: 101, saifi: 2 }));
    expect(text).toContain('thành phần trên: 0/8');
    expect(text).toContain('vượt 100');
  });

  test('where there is no score, nothing is said of what it was made with', async () => {
    await settings(t.owner, [...allButTold, fact('tariff-changes-told', { holds: true })]);
    await t.owner.deleteFrom('standard_versions').where('code', '=', 'cost-value').execute();
    expect((await page(few)).html).toContain('<b>chưa có số liệu</b> Điểm<');
  });
});
