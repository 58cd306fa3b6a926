import { defineReasons } from '#platform/refused.ts';

export const accountReasons = defineReasons({
  wrong_password: {
    status: 401,
    vi: 'E-mail hoặc mật khẩu không đúng. Kiểm tra lại phím Caps Lock và bộ gõ tiếng Việt rồi thử lại.',
    en: 'The e-mail or the password is not right. Check Caps Lock and the Vietnamese keyboard, then try again.',
  },
  locked_out: {
    status: 429,
    vi: 'Đã nhập sai {most} lần liền. Để giữ an toàn, tài khoản tạm khóa {minutes} phút nữa; nếu quên mật khẩu, nhờ quản trị đặt lại.',
    en: 'That was wrong {most} times in a row. To keep it safe, sign-in is locked for {minutes} more minutes; if you forgot the password, ask your administrator to reset it.',
  },
  wrong_code: {
    status: 401,
    vi: 'Mã không đúng. Xem lại mã 6 số mới nhất trong ứng dụng xác thực; mã đổi sau mỗi 30 giây.',
    en: 'The code is not right. Look at the newest 6 digits in the authenticator app; they change every 30 seconds.',
  },
  wrong_backup_code: {
    status: 401,
    vi: 'Mã dự phòng không đúng hoặc đã dùng rồi. Mỗi mã chỉ dùng được một lần.',
    en: 'The backup code is not right or was used already. Each works once.',
  },
  second_factor_locked: {
    status: 429,
    vi: 'Đã nhập sai mã quá nhiều lần. Đợi 15 phút rồi đăng nhập lại.',
    en: 'The code was wrong too many times. Wait 15 minutes, then sign in again.',
  },
  sign_in_again: {
    status: 401,
    vi: 'Lần đăng nhập này đã hết hạn. Anh/chị đăng nhập lại từ đầu.',
    en: 'This sign-in has expired. Please sign in again from the start.',
  },
  sign_in_unknown: {
    status: 403,
    vi: 'Tài khoản này chưa được gắn với nhân viên nào đang làm việc. Nhờ quản trị của đơn vị thêm vào danh sách.',
    en: 'This account belongs to nobody on the staff. Ask the administrator of your unit to add you.',
  },
  demonstration_off: {
    status: 404,
    vi: 'Không có trang này: hệ thống không chạy bản minh họa.',
    en: 'There is no such page: the demonstration is off.',
  },
  oidc_off: {
    status: 404,
    vi: 'Chưa cài đặt đăng nhập qua tài khoản của cơ quan.',
    en: 'Sign-in with the organisation’s account is not set up.',
  },
  oidc_failed: {
    status: 401,
    vi: 'Không đăng nhập được bằng tài khoản của cơ quan. Thử lại; nếu vẫn lỗi, dùng mật khẩu hoặc báo quản trị.',
    en: 'Signing in with the organisation’s account failed. Try again; if it still fails, use your password or tell the administrator.',
  },
  password_too_short: {
    status: 422,
    vi: 'Mật khẩu cần ít nhất {least} ký tự. Một câu ngắn dễ nhớ là tốt nhất.',
    en: 'A password needs at least {least} characters. A short sentence is best.',
  },
  email_taken: {
    status: 409,
    vi: 'Đã có nhân viên dùng e-mail này.',
    en: 'Someone on the staff has this e-mail already.',
  },
  email_needed: {
    status: 422,
    vi: 'Cần nhập e-mail đúng, ví dụ an@donvi.vn.',
    en: 'Enter an e-mail address, for example an@unit.vn.',
  },
  name_needed: { status: 422, vi: 'Cần nhập họ tên.', en: 'Enter the name.' },
  unit_unknown: {
    status: 422,
    vi: 'Không có đơn vị nào mang mã này đang hoạt động.',
    en: 'No open unit has this code.',
  },
  desk_needed: {
    status: 422,
    vi: 'Nhân viên quầy hành chính công phải thuộc một trung tâm phục vụ hành chính công. Chọn trung tâm, hoặc chọn vai trò khác.',
    en: 'A desk clerk belongs to an administration centre. Choose the centre, or another role.',
  },
  desk_clerks_only: {
    status: 422,
    vi: 'Trung tâm phục vụ hành chính công chỉ có nhân viên quầy. Chọn vai trò này, hoặc chọn đơn vị điện lực.',
    en: 'Only desk clerks work at an administration centre. Choose that role, or a power unit.',
  },
  bodies_of_officers: {
    status: 422,
    vi: 'Cơ quan nhà nước chỉ có vai trò cán bộ cơ quan. Chọn vai trò này, hoặc chọn đơn vị điện lực.',
    en: 'Only officers work in a State body. Choose that role, or a power unit.',
  },
  body_needed: {
    status: 422,
    vi: 'Cán bộ cơ quan phải thuộc một cơ quan nhà nước. Chọn cơ quan, hoặc chọn vai trò khác.',
    en: 'An officer belongs to a State body. Choose the body, or another role.',
  },
  officers_only: {
    status: 403,
    vi: 'Trang này dành cho cán bộ cơ quan nhà nước. Anh/chị làm việc ở bảng làm việc của điện lực.',
    en: 'These pages are for officers of State bodies. Yours are those of the console.',
  },
  not_for_officers: {
    status: 403,
    vi: 'Bảng làm việc này của điện lực. Việc gửi đến cơ quan của anh/chị nằm ở mục “Việc gửi đến”.',
    en: 'This console is the power utility’s. What was sent to your office stands under “Sent to us”.',
  },
  staff_unknown: { status: 404, vi: 'Không tìm thấy nhân viên này.', en: 'No such person on the staff.' },
  key_needed: {
    status: 401,
    vi: 'Cần khóa truy cập còn hiệu lực: gửi Authorization: Bearer <khóa>. Quản trị tạo khóa bằng lệnh token create.',
    en: 'A key that holds is needed: send Authorization: Bearer <key>. An administrator makes one with token create.',
  },
  administrators_only: {
    status: 403,
    vi: 'Chỉ quản trị được làm việc này.',
    en: 'Only an administrator may do this.',
  },
  not_yourself: {
    status: 409,
    vi: 'Không thể tự ngừng tài khoản của chính mình. Nhờ một quản trị khác.',
    en: 'You cannot deactivate your own account. Ask another administrator.',
  },
});
