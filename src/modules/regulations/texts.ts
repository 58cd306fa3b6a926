import type { Texts } from '#platform/text.ts';

export const texts = {
  left_out: {
    vi: 'Địa phương không thực hiện bước này ({source}).',
    en: 'The province does without this step ({source}).',
  },
  other_body: {
    vi: 'Địa phương giao cơ quan khác thực hiện ({source}).',
    en: 'Another body does this in the province ({source}).',
  },
  other_limit: {
    vi: 'Địa phương quy định thời hạn riêng ({source}).',
    en: 'The province has a limit of its own ({source}).',
  },
  other_order: {
    vi: 'Địa phương quy định thứ tự khác ({source}).',
    en: 'The province has another order ({source}).',
  },
} satisfies Texts;
