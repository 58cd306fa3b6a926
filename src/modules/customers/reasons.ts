import { defineReasons } from '#platform/refused.ts';

export const customerReasons = defineReasons({
  customer_not_found: {
    status: 404,
    vi: 'Không có khách hàng này trong phạm vi anh/chị được xem. Kiểm tra lại mã khách hàng.',
    en: 'There is no such customer among those you may see. Check the customer code.',
  },
  no_profile: {
    status: 409,
    vi: 'Chưa nạp hồ sơ ngành điện, nên chưa biết điện lực nào. Chạy seed trước.',
    en: 'No profile is loaded, and so no unit is known. Run seed first.',
  },
  staff_key_needed: {
    status: 403,
    vi: 'Khóa này không được xem khách hàng. Dùng khóa của một vai trò nhân viên.',
    en: 'This key may not see customers. Use a key with a role of the staff.',
  },
});
