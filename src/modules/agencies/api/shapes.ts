import { z } from 'zod';
import { moment, textShape } from '#platform/http/api/fields.ts';
import { stages } from '../rules/attempt.ts';

const common = {
  taskId: z.string(),
  code: z.string().describe('Of the case'),
  service: textShape,
  step: textShape,
  body: textShape,
  customer: z.string(),
  address: z.string().nullable(),
  dueAt: moment.nullable().describe('null while the clock of the body rests'),
  daysLeft: z.number().nullable().describe('Working days to the due day, or since it where it is late'),
};
export const listedTask = z
  .object({
    ...common,
    stage: z.enum(stages),
    attempt: z.int().describe('How often it was sent'),
    sentAt: moment,
    late: z.boolean(),
    decision: z.string().nullable(),
    decidedAt: moment.nullable(),
  })
  .meta({ id: 'AgencyTaskSummary' });

export const supplementShape = z.object({
  ...{ what: z.string(), until: z.string(), askedAt: moment },
  ...{ answer: z.string().nullable(), answeredAt: moment.nullable() },
});
export const signaturesFound = ['none', 'holds', 'unread'] as const;
const attempt = z.object({
  attempt: z.int(),
  sentAt: moment,
  ...{ receivedAt: moment.nullable(), acceptedAt: moment.nullable(), decidedAt: moment.nullable() },
  ...{ decision: z.string().nullable(), number: z.string().nullable(), date: z.string().nullable() },
  note: z.string().nullable(),
  signature: z
    .enum(signaturesFound)
    .nullable()
    .describe(
      'In the file of the answer; unread: it could not be checked over the whole file. null: nobody looked',
    ),
  signedBy: z
    .string()
    .nullable()
    .describe('As the certificate in the file names them; who issued it is not asked'),
});

export const wholeTask = z
  .object({
    ...common,
    produces: textShape,
    because: textShape.nullable().describe('Why the step is part of this case'),
    stage: z.enum(stages),
    open: z.boolean().describe('The step is with this body, and it can still answer'),
    documents: z
      .array(z.object({ id: z.string(), name: z.string(), mime: z.string(), sha256: z.string() }))
      .describe('What the step needs and what was given for it; no other document of the case'),
    attempts: z.array(attempt),
    supplements: z.array(supplementShape),
  })
  .meta({ id: 'AgencyTask' });

export const stepAtBody = z
  .object({
    ...{ taskId: z.string(), step: textShape, body: textShape, open: z.boolean() },
    waiting: z.boolean().describe('The body waits for what it asked the customer'),
    ...{ decision: z.string().nullable(), dueAt: moment.nullable() },
    supplements: z.array(supplementShape),
  })
  .meta({ id: 'StepAtBody' });
