/** What the papers of the journey are filled with. */
export const place = { connection_point: 'Trụ 471TN/12', voltage_kv: '22', metering: 'Đo đếm phía trung áp' };
export const survey = {
  surveyor: 'Lê Văn Hùng',
  line_route: 'Dọc đường số 3',
  station_place: 'Góc đông nam',
};
export const agreement = {
  unit_representative: 'Nguyễn Văn Tâm',
  line_kind: 'overhead',
  technical_requirements: 'Máy cắt phụ tải 24 kV',
  boundary: 'Tại trụ 471TN/12',
};
export const acceptance = {
  ...{ inspector: 'Lê Văn Hùng', works: 'Trạm 2.500 kVA và 120 m đường dây', test_results: 'Đạt' },
  ...{ metering: 'Công tơ ba pha, TU, TI', conclusion: 'pass' },
};
export const energising = {
  ...{ crew: 'Tổ 2', meter_number: '19004711', meter_reading: '0' },
  ...{ energised_day: '2019-05-16', energised_hour: '15:00' },
};
export const contract = {
  ...{ unit_representative: 'Nguyễn Văn Tâm', identity_number: '3900123456', purpose: 'Sản xuất' },
  ...{ power: '2.500 kVA', meter_place: 'Tủ đo đếm tại trạm', reading_day: 'Ngày 15 hằng tháng' },
  ...{ payment: 'Chuyển khoản', term: '5 năm' },
};
