import { holds, type Limit, type RegulationDefinition } from '#modules/catalogue/index.ts';
import { fill, type Text } from '#platform/text.ts';
import { texts } from './texts.ts';

type Regulation = Pick<RegulationDefinition, 'totals' | 'steps' | 'shares' | 'supplementAdds' | 'source'>;
/** As much of a step as a regulation may change. */
export type Adjustable = {
  code: string;
  actor: { level: string; agency?: string | undefined };
  limit: Limit | null;
  after?: string[] | undefined;
};

export type Applied<S> = {
  /** The steps that remain, in their order; `differs`: why each is not as the service has it, empty where it is. */
  steps: { step: S; differs: Text[] }[];
  leftOut: { step: S; because: Text }[];
  /** For the whole, all parties together; null where the regulation fixes none for these answers. */
  total: { limit: Limit; because: Text | null } | null;
  /** Working days of the whole that are the State's and the utility's. */
  shares: { state?: number | undefined; utility?: number | undefined };
  /** Working days that supplements may add to the whole. */
  supplementAdds: number;
};

/** The steps as a province carries them out. Without a regulation, as the service has them. */
export function applyRegulation<S extends Adjustable>(
  steps: readonly S[],
  regulation: Regulation | null,
  answers: Readonly<Record<string, unknown>>,
): Applied<S> {
  const termsOf = (code: string) => regulation?.steps.find(({ step }) => step === code);
  const isOut = (code: string) => termsOf(code)?.leftOut === true;
  const total = regulation?.totals.find(({ when }) => holds(when, answers));
  return {
    steps: steps
      .filter(({ code }) => !isOut(code))
      .map((step) => {
        const wanted = withTerms(step, termsOf(step.code));
        const after = wanted.after && withoutLeftOut(wanted.after, steps, isOut);
        return { step: after ? { ...wanted, after } : wanted, differs: reasons(step, regulation) };
      }),
    leftOut: steps
      .filter(({ code }) => isOut(code))
      .map((step) => ({ step, because: termsOf(step.code)?.because ?? words('left_out', regulation) })),
    total: total ? { limit: total.limit, because: total.because ?? null } : null,
    shares: regulation?.shares ?? {},
    supplementAdds: regulation?.supplementAdds ?? 0,
  };
}

type Terms = Regulation['steps'][number];

const withTerms = <S extends Adjustable>(step: S, terms: Terms | undefined): S => ({
  ...step,
  ...(terms?.agency ? { actor: { ...step.actor, agency: terms.agency } } : {}),
  ...(terms?.limit ? { limit: terms.limit } : {}),
  ...(terms?.after ? { after: terms.after } : {}),
});

/** Who waited for a step that is left out waits for what that step waited for. */
function withoutLeftOut(
  after: readonly string[],
  steps: readonly Adjustable[],
  isOut: (code: string) => boolean,
): string[] {
  const before = (code: string): string[] => {
    const index = steps.findIndex((step) => step.code === code);
    const previous = steps[index - 1]?.code;
    return steps[index]?.after ?? (previous === undefined ? [] : [previous]);
  };
  const reached = (code: string, passed: readonly string[]): string[] => {
    if (!isOut(code)) return [code];
    return passed.includes(code)
      ? []
      : before(code).flatMap((earlier) => reached(earlier, [...passed, code]));
  };
  return [...new Set(after.flatMap((code) => reached(code, [])))];
}

function reasons(step: Adjustable, regulation: Regulation | null): Text[] {
  const terms = regulation?.steps.find((candidate) => candidate.step === step.code);
  if (!terms) return [];
  if (terms.because) return [terms.because];
  return [
    terms.agency !== undefined && terms.agency !== step.actor.agency ? words('other_body', regulation) : null,
    terms.limit && differs(terms.limit, step.limit) ? words('other_limit', regulation) : null,
    terms.after ? words('other_order', regulation) : null,
  ].filter((reason) => reason !== null);
}

const differs = (one: Limit, other: Limit | null) =>
  one.amount !== other?.amount || one.unit !== other.unit || one.calendar !== other.calendar;

function words(
  key: 'left_out' | 'other_body' | 'other_limit' | 'other_order',
  from: Regulation | null,
): Text {
  const facts = { source: from?.source ?? '' };
  return { vi: fill(texts[key].vi, facts), en: fill(texts[key].en, facts) };
}
