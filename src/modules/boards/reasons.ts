import { defineReasons } from '#platform/refused.ts';

export const boardReasons = defineReasons({
  figures_not_yours: {
    status: 403,
    vi: 'Số liệu dành cho người phụ trách đơn vị và nhân viên trả lời khách hàng. Cần xem, xin nhờ trưởng đơn vị.',
    en: 'Figures are for heads of units and for staff who answer customers. Ask the head of your unit if you need one.',
  },
});
