import { z } from 'zod';
import { moment, textShape } from '#platform/http/api/fields.ts';
import { paperStates } from '../rules/paper-state.ts';

/** What leaves by the API of a paper; who signed for a party is written in the paper itself. */
export const paperShape = z
  .object({
    id: z.string(),
    number: z.string(),
    kind: z.string(),
    name: textShape,
    state: z.enum(paperStates),
    unit: z.object({ code: z.string() }),
    madeAt: moment,
    replaces: z.string().nullable().describe('The paper that no longer counts since this one'),
    sha256: z.string().describe('Of the PDF as issued'),
    signedSha256: z.string().nullable().describe('Of the PDF that everybody signed'),
    signers: z.array(z.string()),
    signatures: z.array(z.object({ party: z.string(), at: moment, sha256: z.string() })),
  })
  .meta({ id: 'Paper' });

export const templateShape = z
  .object({
    code: z.string(),
    kind: z.string(),
    name: textShape,
    fields: z.array(
      z.object({ name: z.string(), label: textShape, type: z.string(), required: z.boolean() }),
    ),
  })
  .meta({ id: 'PaperTemplate' });
