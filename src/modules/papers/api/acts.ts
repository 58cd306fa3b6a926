import { z } from 'zod';
import { caseApi } from '#modules/cases/index.ts';
import type { PaperDeps } from '../deps.ts';
import { makePaper } from '../make-paper.ts';
import { signByUnit } from '../sign-by-unit.ts';

const { act } = caseApi;

/** A customer signs with a code sent to them, which no program can type for them: that stays with the pages of the portal. */
export const paperActs = (deps: PaperDeps) => [
  act(
    'make-paper',
    'makePaper',
    'Make a paper from its template; one of the same kind before it no longer counts',
    {
      template: z.string().min(1).max(60),
      fields: z.record(z.string().max(60), z.string().max(4000)).default({}),
      reason: z
        .string()
        .max(500)
        .optional()
        .describe('Why the one before is replaced; needed where there is one'),
    },
    (_, actor, request, body) => makePaper(deps, actor, { ...request, ...body }),
    z.object({ paperId: z.string() }),
  ),
  act(
    'sign-paper',
    'signPaper',
    'The unit signs with its key; the customer signs before it, on the portal and with a code of their own',
    { paperId: z.uuid() },
    (_, actor, request, { paperId }) => signByUnit(deps, actor, { ...request, paperId }),
  ),
];
