import type { Text, Texts } from '#platform/text.ts';
import type { Dimension } from './board.ts';

export const texts = {
  figures: { vi: 'Số liệu', en: 'Figures' },
  figures_lead: {
    vi: 'Con số nào cũng mở ra được đúng những hồ sơ đã đếm. Anh/chị chỉ thấy số liệu của phạm vi mình phụ trách.',
    en: 'Every figure opens to the very cases that were counted. You see the figures of what you answer for.',
  },
  as_of: { vi: 'Tính đến {moment}', en: 'As of {moment}' },
  filters: { vi: 'Chọn số liệu', en: 'Choose what is counted' },
  from: { vi: 'Từ tháng', en: 'From month' },
  to: { vi: 'Đến tháng', en: 'To month' },
  by: { vi: 'Xếp bảng theo', en: 'Lines of the table' },
  then_by: { vi: 'Mỗi dòng chia theo', en: 'Each line divided by' },
  no_second: { vi: 'Không chia thêm', en: 'No further' },
  all: { vi: 'Tất cả', en: 'All' },
  apply: { vi: 'Xem', en: 'Show' },
  clear: { vi: 'Bỏ chọn', en: 'Clear' },
  csv: { vi: 'Tải bảng này về (CSV, mở bằng Excel)', en: 'Download this table (CSV, for Excel)' },
  table_of: { vi: '{board}, {from} đến {to}', en: '{board}, {from} to {to}' },
  total: { vi: 'Tổng cộng', en: 'Total' },
  nothing: {
    vi: 'Không có hồ sơ nào trong khoảng đã chọn.',
    en: 'There is no case in what you chose.',
  },
  chart: { vi: 'Biểu đồ', en: 'Chart' },
  chart_same: {
    vi: 'Biểu đồ vẽ lại đúng các con số của bảng bên dưới.',
    en: 'The chart draws the figures of the table below.',
  },
  chart_first: { vi: 'Biểu đồ vẽ {n} dòng đầu.', en: 'The chart draws the first {n} lines.' },
  how_counted: { vi: 'Cách tính', en: 'How it is counted' },
  cases_behind: { vi: 'Hồ sơ đã đếm: {board}', en: 'Cases counted: {board}' },
  cases_number: { vi: '{n} hồ sơ', en: '{n} cases' },
  back: { vi: 'Về bảng số liệu', en: 'Back to the board' },
  next_page: { vi: 'Trang sau', en: 'Next page' },
  first_page: { vi: 'Về trang đầu', en: 'First page' },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  at: { vi: 'Lúc', en: 'At' },
  definition: { vi: 'Thế nào là trực tuyến', en: 'What counts as online' },
  definition_short: {
    vi: 'Trực tuyến: {online}. Không trực tuyến: {offline}. Chưa rõ: {unclear}.',
    en: 'Online: {online}. Not online: {offline}. Unclear: {unclear}.',
  },
  definition_link: {
    vi: 'Định nghĩa, ngày áp dụng và nguồn',
    en: 'Definition, since when and by whose word',
  },
  definition_lead: {
    vi: 'Xét theo kênh của hồ sơ, vào ngày nhận hồ sơ.',
    en: 'By the channel of the case, on the day it was taken in.',
  },
  channel: { vi: 'Kênh', en: 'Channel' },
  counts_as: { vi: 'Được tính', en: 'Counts as' },
  online: { vi: 'Trực tuyến', en: 'Online' },
  not_online: { vi: 'Không trực tuyến', en: 'Not online' },
  unclear_yes: { vi: 'Chưa rõ, đang tính là trực tuyến', en: 'Unclear, counted as online' },
  unclear_no: { vi: 'Chưa rõ, đang tính là không trực tuyến', en: 'Unclear, counted as not online' },
  not_defined: { vi: 'Chưa định nghĩa, không tính', en: 'Not defined, not counted' },
  holds_from: { vi: 'Từ ngày', en: 'From' },
  holds_to: { vi: '{from} đến {to}', en: '{from} to {to}' },
  source: { vi: 'Nguồn: {source}', en: 'Source: {source}' },
  share_of: { vi: 'Tỷ lệ trực tuyến nằm trong khoảng', en: 'The online share lies' },
  share_between: {
    vi: 'từ {low} đến {high}, tùy cách tính các kênh chưa rõ',
    en: 'from {low} to {high}, depending on how the unclear channels are counted',
  },
  published: {
    vi: 'Tổng công ty đã công bố {share}. Đó là số của Tổng công ty, không do hệ thống này đếm; không nêu thời kỳ và cách tính.',
    en: 'The corporation has published {share}. That is its own figure, not counted by this system; it names neither a period nor a way of counting.',
  },
  published_short: { vi: 'Đã công bố: {share}', en: 'Published: {share}' },
  broken_list: { vi: 'Những lần không giữ được lời hứa', en: 'Broken promises' },
  broken_none: {
    vi: 'Không có hồ sơ nào khách phải đến nhiều hơn đã hứa.',
    en: 'No customer had to come more often than promised.',
  },
  broken_all: { vi: 'Xem tất cả {n} hồ sơ', en: 'See all {n} cases' },
} satisfies Texts;

export const dimensionNames = {
  month: { vi: 'Tháng', en: 'Month' },
  company: { vi: 'Công ty', en: 'Company' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  service: { vi: 'Dịch vụ', en: 'Service' },
  channel: { vi: 'Kênh', en: 'Channel' },
} satisfies Record<Dimension, Text>;
