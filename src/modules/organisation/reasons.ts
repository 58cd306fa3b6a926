import { defineReasons } from '#platform/refused.ts';

export const organisationReasons = defineReasons({
  reorganisation_unit_unknown: {
    status: 422,
    vi: 'Quyết định sắp xếp {change} nhắc đến đơn vị {unit}, nhưng đơn vị này không có. Xem lại mã đơn vị trong hồ sơ cấu hình.',
    en: 'Reorganisation {change} names unit {unit}, which does not exist. Check the unit code in the profile.',
  },
  reorganisation_unit_closed: {
    status: 422,
    vi: 'Quyết định sắp xếp {change} nhắc đến đơn vị {unit}, nhưng đơn vị này đã đóng từ trước. Xem lại ngày áp dụng.',
    en: 'Reorganisation {change} names unit {unit}, which was already closed. Check the day it applies from.',
  },
  reorganisation_name_missing: {
    status: 422,
    vi: 'Quyết định sắp xếp {change} lập đơn vị mới {unit} nhưng chưa ghi tên. Ghi tên tiếng Việt và tiếng Anh.',
    en: 'Reorganisation {change} opens the new unit {unit} without a name. Give it a Vietnamese and an English name.',
  },
  reorganisation_district_elsewhere: {
    status: 422,
    vi: 'Quyết định sắp xếp {change} chia địa bàn {district}, nhưng địa bàn này không do đơn vị {unit} phụ trách.',
    en: 'Reorganisation {change} hands on district {district}, which unit {unit} does not serve.',
  },
});
