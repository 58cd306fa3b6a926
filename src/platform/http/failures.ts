import { ZodError } from 'zod';
import { defineReasons, type Reason, Refused, refuse } from '../refused.ts';
import { InvalidInput, refuseInput } from './invalid-input.ts';

export const httpReasons = defineReasons({
  page_not_found: {
    status: 404,
    vi: 'Không có trang này. Anh/chị kiểm tra lại địa chỉ, hoặc bắt đầu từ trang chủ.',
    en: 'There is no such page. Check the address, or begin at the start page.',
  },
  bad_input: {
    status: 400,
    vi: 'Nội dung gửi lên không đúng. Anh/chị tải lại trang rồi thử lại.',
    en: 'What was sent cannot be read. Reload the page and try again.',
  },
  field_wrong: { status: 422, vi: 'Mục này chưa đúng.', en: 'This entry is not right.' },
  not_json: {
    status: 400,
    vi: 'Nội dung gửi lên không phải là JSON đọc được.',
    en: 'The body is not JSON that can be read.',
  },
  not_utf8: {
    status: 400,
    vi: 'Nội dung gửi lên không phải là UTF-8. Hãy gửi bằng UTF-8.',
    en: 'The body is not UTF-8. Send it in UTF-8.',
  },
  method_not_allowed: {
    status: 405,
    vi: 'Địa chỉ này không nhận phương thức {method}, chỉ nhận {allowed}.',
    en: 'This address does not take {method}, only {allowed}.',
  },
  not_acceptable: {
    status: 406,
    vi: 'Địa chỉ này chỉ trả lời bằng JSON.',
    en: 'This address answers in JSON only.',
  },
  too_large: {
    status: 413,
    vi: 'Nội dung gửi lên quá lớn. Anh/chị gửi ít tệp hơn, hoặc ảnh nhỏ hơn.',
    en: 'What was sent is too large. Send fewer files, or smaller pictures.',
  },
  unsupported_type: {
    status: 415,
    vi: 'Không đọc được kiểu nội dung này. Anh/chị gửi bằng biểu mẫu trên trang.',
    en: 'This kind of content cannot be read. Use the form on the page.',
  },
  too_many: {
    status: 429,
    vi: 'Anh/chị thử quá nhiều lần. Xin đợi {seconds} giây rồi thử lại.',
    en: 'Too many attempts. Please wait {seconds} seconds, then try again.',
  },
  busy: {
    status: 429,
    vi: 'Đang có quá nhiều người cùng lúc. Anh/chị đợi {seconds} giây rồi gửi lại; những gì đã được xác nhận vẫn còn nguyên.',
    en: 'Too many people at once. Wait {seconds} seconds and send again; whatever was confirmed is safe.',
  },
  away: {
    status: 503,
    vi: 'Hệ thống đang tạm gián đoạn. Những gì đã được xác nhận vẫn còn nguyên. Xin thử lại sau ít phút.',
    en: 'The system is away for a moment. Whatever was confirmed is safe. Please try again in a few minutes.',
  },
  full: {
    status: 503,
    vi: 'Hệ thống tạm hết chỗ lưu. Những gì đã được xác nhận vẫn còn nguyên. Xin thử lại sau.',
    en: 'The system has run out of room. Whatever was confirmed is safe. Please try again later.',
  },
});

// PostgreSQL: 08 connection, 53 resources, 57P operator intervention; Node: the socket's own words.
const awayCodes = /^(08...|53300|57P0[1-5]|25P0[34]|ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT)$/;
const cutShort =
  /^(Unexpected end of multipart data|Multipart: Boundary not found|Part terminated early|Preamble terminated early)/;
const notJson = /^FST_ERR_CTP_(EMPTY|INVALID)_JSON_BODY$/;
const fullCodes = /^(53100|ENOSPC|EDQUOT)$/;
/** A sign that the database cannot hold (NUL) came through somewhere: the sender's to mend. */
const unstorableCodes = /^(22021|22P05)$/;
const awayWords =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|the database system is/;

// The parser of multipart bodies gives its errors no code: a body that breaks off, a boundary that is none or too long.
const brokenBody = /multipart|^The needle cannot|^Unsupported Content-Type/i;

/** What somebody may be told of an error; null for a fault of ours that nobody foresaw. */
export function asRefusal(error: unknown): Refused | null {
  if (error instanceof Refused) return error;
  if (error instanceof ZodError)
    return refuse(httpReasons.field_wrong, {}, fieldsOf(error.issues.map(({ path }) => path)));
  if (error instanceof InvalidInput) return refuseInput(error);
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  if (unstorableCodes.test(code)) return refuse(httpReasons.bad_input);
  if (fullCodes.test(code)) return refuse(httpReasons.full);
  if (cutShort.test(error.message)) return refuse(httpReasons.bad_input);
  if (notJson.test(code)) return refuse(httpReasons.not_json);
  if (awayCodes.test(code) || awayWords.test(error.message)) return refuse(httpReasons.away);
  const deeper = error.cause === undefined ? null : asRefusal(error.cause); // libraries wrap what the database said
  if (deeper?.reason.status === 503) return deeper;
  if (!('statusCode' in error) && brokenBody.test(error.message)) return refuse(httpReasons.bad_input);
  const reason = reasonOfStatus('statusCode' in error ? Number(error.statusCode) : 500);
  return reason && refuse(reason);
}

const reasonOfStatus = (status: number): Reason | null => {
  if (status === 413) return httpReasons.too_large;
  if (status === 415) return httpReasons.unsupported_type;
  if (status === 404) return httpReasons.page_not_found;
  return status >= 400 && status < 500 ? httpReasons.bad_input : null;
};

const fieldsOf = (paths: PropertyKey[][]): Record<string, Reason> =>
  Object.fromEntries(paths.map((path) => [String(path[0] ?? ''), httpReasons.field_wrong]));
