import type { Actor } from '#modules/organisation/index.ts';
import { storable } from '#platform/text.ts';
import type { Recorded } from './queries-follow.ts';
import { regulationReasons as reasons } from './reasons.ts';
import { longest, type RecordDeps, type RecordRequest, record, wrongIn } from './record.ts';
import { type DraftStage, type MoveRefusal, whyNotMove } from './rules/stages.ts';

export type DraftMove = RecordRequest & {
  stage: DraftStage;
  since: string;
  body: string | null;
  note: string;
  reason: string;
};

const fieldAtFault = {
  stage_already: 'stage',
  back_without_reason: 'reason',
  since_in_future: 'since',
  since_before_last: 'since',
} as const satisfies Record<MoveRefusal, string>;

/** The draft of a province is now at another stage, or at another body. */
export const moveDraft = (deps: RecordDeps, actor: Actor, given: DraftMove): Promise<Recorded> =>
  record(deps, actor, given, async (_, { last, bodies, today }) => {
    const { stage, since, body } = given;
    const [note, reason] = [storable(given.note).trim(), storable(given.reason).trim()];
    if (note.length > longest) throw wrongIn('note', reasons.words_too_long, { most: longest });
    if (reason.length > longest) throw wrongIn('reason', reasons.words_too_long, { most: longest });
    if (body !== null && !bodies.some(({ code }) => code === body))
      throw wrongIn('body', reasons.body_unknown);
    const refusal = whyNotMove(last, { stage, since, body, reason }, today);
    if (refusal) throw wrongIn(fieldAtFault[refusal], reasons[refusal], { last: last?.since ?? '' });
    return { stage, since, body, note, reason };
  });
