import type { Condition } from './conditions.ts';

type Step = {
  code: string;
  after?: readonly string[] | undefined;
  when?: readonly Condition[] | undefined;
  variants?: readonly string[] | undefined;
};
/** Steps at the same distance from the beginning. */
export type Stage<S> = {
  steps: S[];
  /** At once where several of them can belong to one case; one of them where the answers decide which; else a single step. */
  kind: 'single' | 'together' | 'one_of';
};

/** The steps of a service as people read them: what comes one after another, what runs side by side, what excludes one another. */
export function stagesOf<S extends Step>(steps: readonly S[]): Stage<S>[] {
  const before = (step: S): readonly string[] => {
    const index = steps.indexOf(step);
    return step.after ?? steps.slice(Math.max(0, index - 1), index).map(({ code }) => code);
  };
  const depth = (step: S): number =>
    Math.max(0, ...steps.filter(({ code }) => before(step).includes(code)).map((other) => depth(other) + 1));
  const depths = steps.map(depth);
  const stages = [...new Set(depths)].sort((a, b) => a - b);
  return stages.map((stage) => {
    const own = steps.filter((_, index) => depths[index] === stage);
    return { steps: own, kind: kindOf(own) };
  });
}

const kindOf = <S extends Step>(steps: readonly S[]): Stage<S>['kind'] => {
  if (steps.length === 1) return 'single';
  return steps.some((one) => steps.some((other) => one !== other && !exclude(one, other)))
    ? 'together'
    : 'one_of';
};

/** Whether no case has both. */
export function exclude(one: Step, other: Step): boolean {
  const [own, others] = [one.variants, other.variants];
  if (own && others && !own.some((variant) => others.includes(variant))) return true;
  return (one.when ?? []).some((a) =>
    (other.when ?? []).some((b) => a.field === b.field && contradict(a, b)),
  );
}

const contradict = (a: Condition, b: Condition): boolean =>
  (a.equals !== undefined && b.equals !== undefined && a.equals !== b.equals) ||
  (a.equals !== undefined && a.equals === b.not) ||
  (b.equals !== undefined && b.equals === a.not) ||
  (a.above ?? Number.NEGATIVE_INFINITY) >= most(b) ||
  (b.above ?? Number.NEGATIVE_INFINITY) >= most(a);

const most = ({ atMost, notAbove }: Condition): number => atMost ?? notAbove ?? Number.POSITIVE_INFINITY;
