import { defineReasons } from '../refused.ts';

export const fileReasons = defineReasons({
  file_too_big: {
    status: 413,
    vi: 'Tập tin “{name}” lớn quá: mỗi tập tin nhiều nhất {most} MB. Chụp lại với cỡ ảnh nhỏ hơn, hoặc tách ra nhiều tập tin.',
    en: 'The file “{name}” is too big: each may have at most {most} MB. Take the photo at a smaller size, or split it into several files.',
  },
  file_empty: {
    status: 422,
    vi: 'Tập tin “{name}” không có gì bên trong. Chọn lại tập tin khác.',
    en: 'The file “{name}” is empty. Choose another one.',
  },
  file_kind_unknown: {
    status: 415,
    vi: 'Tập tin “{name}” không phải là ảnh hay PDF. Gửi ảnh chụp (JPEG, PNG, WebP) hoặc PDF.',
    en: 'The file “{name}” is neither a photo nor a PDF. Send a photo (JPEG, PNG, WebP) or a PDF.',
  },
  file_kind_refused: {
    status: 415,
    vi: 'Tập tin “{name}” thật ra là loại {found}, không nhận được. Gửi ảnh chụp (JPEG, PNG, WebP) hoặc PDF.',
    en: 'The file “{name}” is really of the type {found}, which is not accepted. Send a photo (JPEG, PNG, WebP) or a PDF.',
  },
  file_is_heic: {
    status: 415,
    vi: 'Ảnh “{name}” ở dạng HEIC của iPhone, chưa mở được ở đây. Trên điện thoại vào Cài đặt > Camera > Định dạng, chọn “Tương thích nhất” rồi chụp lại; hoặc gửi ảnh chụp màn hình.',
    en: 'The photo “{name}” is in the HEIC form of iPhones, which cannot be opened here. On the phone choose Settings > Camera > Formats > “Most Compatible” and take it again, or send a screenshot.',
  },
  file_lies: {
    status: 415,
    vi: 'Tập tin “{name}” ghi là {said} nhưng bên trong lại là {found}. Đổi lại đúng tên, hoặc chọn đúng tập tin cần gửi.',
    en: 'The file “{name}” says it is {said}, but inside it is {found}. Give it its right name, or choose the file you meant.',
  },
  file_broken: {
    status: 422,
    vi: 'Không mở được tập tin “{name}”: có thể bị hỏng hoặc tải lên chưa hết. Mở thử trên máy rồi gửi lại, hoặc chụp lại.',
    en: 'The file “{name}” cannot be opened: it may be damaged or cut short. Try to open it on your device and send it again, or take a new photo.',
  },
  photo_too_large: {
    status: 413,
    vi: 'Ảnh “{name}” có quá nhiều điểm ảnh: nhiều nhất {most} triệu. Chụp lại với cỡ ảnh nhỏ hơn.',
    en: 'The photo “{name}” has too many pixels: at most {most} million. Take it again at a smaller size.',
  },
  storage_full: {
    status: 503,
    vi: 'Máy chủ tạm hết chỗ lưu nên chưa nhận được tập tin. Những gì anh/chị đã nhập vẫn còn; xin thử lại sau ít phút.',
    en: 'The server has no room at the moment and could not take the file. What you typed is kept; please try again in a few minutes.',
  },
  file_missing: {
    status: 404,
    vi: 'Không tìm thấy tập tin này.',
    en: 'There is no such file.',
  },
});
