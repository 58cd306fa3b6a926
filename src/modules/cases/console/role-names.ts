import type { Texts } from '#platform/text.ts';

export const roleNames = {
  agent: { vi: 'điện thoại viên', en: 'agent' },
  clerk: { vi: 'giao dịch viên', en: 'clerk' },
  desk_clerk: { vi: 'nhân viên quầy hành chính công', en: 'desk clerk' },
  dispatcher: { vi: 'điều phối', en: 'dispatcher' },
  crew: { vi: 'công nhân hiện trường', en: 'crew' },
  unit_head: { vi: 'trưởng đơn vị', en: 'unit head' },
  company_director: { vi: 'giám đốc công ty', en: 'company director' },
  corporation: { vi: 'tổng công ty', en: 'corporation' },
  administrator: { vi: 'quản trị', en: 'administrator' },
  officer: { vi: 'cán bộ cơ quan nhà nước', en: 'officer of a State body' },
} satisfies Texts;
