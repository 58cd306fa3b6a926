/** How a regulation comes about, in our reading: no source lists the stages. */
export const draftStages = [
  'assigned',
  'draft_written',
  'opinions_asked',
  'legal_appraisal',
  'submitted',
] as const;
export type DraftStage = (typeof draftStages)[number];
export const stages = [...draftStages, 'issued', 'ended'] as const;
export type Stage = (typeof stages)[number];

export type Move = { stage: Stage; since: string; body: string | null };
export type MoveRefusal = 'stage_already' | 'back_without_reason' | 'since_in_future' | 'since_before_last';

/** Where the present draft stands; null where none is known, or the last one was issued. */
export const draftOf = <M extends { stage: Stage }>(
  last: M | undefined,
): (M & { stage: DraftStage }) | null => (last && isDraftStage(last) ? last : null);

const isDraftStage = <M extends { stage: Stage }>(move: M): move is M & { stage: DraftStage } =>
  draftStages.some((stage) => stage === move.stage);

/** Forward by one or more, back with a reason, or to another body within a stage. Null: it may move so. */
export function whyNotMove(
  last: Move | undefined,
  wanted: { stage: DraftStage; since: string; body: string | null; reason: string },
  today: string,
): MoveRefusal | null {
  if (wanted.since > today) return 'since_in_future';
  const draft = draftOf(last);
  if (last && wanted.since < last.since) return 'since_before_last';
  if (!draft) return null;
  const step = draftStages.indexOf(wanted.stage) - draftStages.indexOf(draft.stage);
  if (step === 0 && wanted.body === draft.body) return 'stage_already';
  return step < 0 && wanted.reason === '' ? 'back_without_reason' : null;
}

/** Whole days from one day to another. */
export const daysFrom = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
