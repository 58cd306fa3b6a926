import {
  type Answers,
  holds,
  type Limit,
  type ServiceDefinition,
  type Step,
} from '#modules/catalogue/index.ts';
import { applyRegulation, type Regulation } from '#modules/regulations/index.ts';
import type { Text } from '#platform/text.ts';
import { longestPath } from './rules/longest-path.ts';

/** A step as it will run in one case: `after` null means after all before it; `because` says why the case has it, or has it so. */
export type PlannedStep = Pick<Step, 'code' | 'actor' | 'counted'> & {
  limit: Limit | null;
  after: string[] | null;
  because: Text | null;
};
export type Plan = {
  steps: PlannedStep[];
  /** The utility's part, where a regulation fixes it. */
  own: Limit | null;
  /** All parties together, by the regulation or else the limits of the steps; null where the utility is alone. */
  whole: Limit | null;
};

/** What a case of this variant with these answers goes through, by the service and the regulation of the province. */
export function planSteps(
  definition: Pick<ServiceDefinition, 'steps'>,
  variant: { code: string; limit: Limit },
  answers: Answers,
  regulation: Regulation | null,
): Plan {
  const national = definition.steps
    .filter((step) => !step.variants || step.variants.includes(variant.code))
    .filter((step) => holds(step.when, answers));
  const applied = applyRegulation(national, regulation?.definition ?? null, answers);
  const own = applied.steps.map(({ step }) => step);
  const sideBySide = own.some(({ after }) => after !== undefined);
  const steps = applied.steps.map(({ step, differs }) => ({
    ...{ code: step.code, actor: step.actor, counted: step.counted, limit: step.limit },
    because: together([...(step.because ? [step.because] : []), ...differs]),
    after: sideBySide ? nearest(before(step, definition.steps, own), definition.steps, own) : null,
  }));
  return {
    steps,
    own: shareOf(applied.shares.utility, variant.limit, regulation),
    whole: applied.total?.limit ?? sumOf(steps, variant.limit),
  };
}

/** What such a limit is told to rest on, beside the sources of regulations. */
const sumOfSteps = 'Cộng thời hạn từng bước; các bước làm cùng lúc tính một lần';

/** Where State bodies take part and no regulation says how long all may take: their limits one after the other, side by side once. */
function sumOf(steps: readonly PlannedStep[], { calendar }: Limit): Limit | null {
  if (!steps.some(({ actor }) => actor.level === 'agency')) return null;
  const timed = steps.map(({ code, after, limit }) => ({
    ...{ code, after },
    days: limit?.unit === 'working_days' ? limit.amount : 0,
  }));
  const amount = longestPath(timed);
  return amount > 0 ? { amount, unit: 'working_days', calendar, source: sumOfSteps } : null;
}

function shareOf(days: number | undefined, limit: Limit, regulation: Regulation | null): Limit | null {
  if (days === undefined || !regulation) return null;
  const { source, uncertain } = regulation.definition;
  return {
    amount: days,
    unit: 'working_days',
    calendar: limit.calendar,
    source,
    ...(uncertain ? { uncertain } : {}),
  };
}

function together(reasons: readonly Text[]): Text | null {
  if (reasons.length === 0) return null;
  return { vi: reasons.map(({ vi }) => vi).join(' '), en: reasons.map(({ en }) => en).join(' ') };
}

const before = (step: Step, all: readonly Step[], own: readonly Step[]) =>
  present(comesAfter(step, all), all, own);

/** Without those that another of them comes after itself. */
function nearest(codes: readonly string[], all: readonly Step[], own: readonly Step[]): string[] {
  const earlier = (code: string): string[] => {
    const step = own.find((one) => one.code === code);
    const found = step ? before(step, all, own) : [];
    return [...found, ...found.flatMap(earlier)];
  };
  return codes.filter((code) => !codes.some((other) => earlier(other).includes(code)));
}

/** The steps a step names, else the one that stands before it. */
function comesAfter(step: Step, all: readonly Step[]): string[] {
  const index = all.findIndex(({ code }) => code === step.code);
  return step.after ?? all.slice(Math.max(0, index - 1), Math.max(0, index)).map(({ code }) => code);
}

/** A step that the case does not have gives way to those that it comes after itself. */
function present(codes: readonly string[], all: readonly Step[], own: readonly Step[]): string[] {
  const found = codes.flatMap((code) => {
    if (own.some((step) => step.code === code)) return [code];
    const absent = all.find((step) => step.code === code);
    return absent ? present(comesAfter(absent, all), all, own) : [];
  });
  return [...new Set(found)];
}
