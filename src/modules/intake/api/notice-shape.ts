import { z } from 'zod';
import { caseApi } from '#modules/cases/index.ts';

const line = z.string().max(300);

/** What a program files a case with. */
export const noticeShape = z
  .strictObject({
    service: z.string().min(1).max(60).describe('A code of GET /api/v1/services'),
    details: z
      .record(z.string().max(60), z.union([z.string().max(1000), z.number(), z.boolean()]))
      .default({})
      .describe('The answers to the service’s own fields, by field name'),
    customer: z.strictObject({
      name: line.min(1),
      phone: line.optional().describe('As people write it in Vietnam; this or email'),
      email: line.optional(),
      customerCode: z.string().max(40).optional().describe('As printed on the bill'),
    }),
    address: line.min(1).describe('Where the electricity is used'),
    unit: z.string().max(40).optional().describe('The unit that should do it, where it is known'),
    district: z
      .string()
      .max(10)
      .optional()
      .describe(
        'Otherwise the unit of this district; else that of the customer code; else guessed from the address',
      ),
    documents: z.array(caseApi.paperGiven).max(20).default([]),
    language: z.enum(['vi', 'en']).default('vi').describe('In which the customer is told'),
  })
  .meta({
    id: 'Notice',
    examples: [
      {
        service: 'low-voltage-supply',
        details: { area: 'rural' },
        customer: { name: 'Nguyễn Thị Đào', phone: '0912 345 678' },
        address: 'Số 12, ấp Long Thới, xã Long Thành Trung',
        district: '709',
      },
    ],
  });
export type NoticeGiven = z.infer<typeof noticeShape>;

export const filedShape = z
  .object({
    code: z.string().describe('Eleven digits: what the customer keeps'),
    service: z.string(),
    unit: z.string(),
    dueAt: z.iso.datetime().nullable(),
    receiptHash: z.string().describe('With the code it proves the receipt'),
    followUrl: z.url().describe('Where the customer follows it, with code and phone or e-mail'),
    missingDocuments: z.array(z.string()).describe('Required papers that are still to come'),
  })
  .meta({ id: 'Filed' });
