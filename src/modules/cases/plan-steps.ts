import type { Limit, ServiceDefinition, Step } from '#modules/catalogue/index.ts';
import { holds } from '#modules/catalogue/index.ts';
import type { Text } from '#platform/text.ts';

/** A step as it will run in one case: `after` null means after all before it; `because` says why the case has it, or has it so. */
export type PlannedStep = Pick<Step, 'code' | 'actor' | 'counted'> & {
  limit: Limit | null;
  after: string[] | null;
  because: Text | null;
};

/** The steps of a procedure that a case of this variant with these answers goes through, in order. */
export function stepsFor(
  definition: Pick<ServiceDefinition, 'steps'>,
  variant: string,
  answers: Readonly<Record<string, unknown>>,
): PlannedStep[] {
  const own = definition.steps
    .filter((step) => !step.variants || step.variants.includes(variant))
    .filter((step) => holds(step.when, answers));
  const parallel = own.some(({ after }) => after !== undefined);
  return own.map((step) => ({
    ...{ code: step.code, actor: step.actor, counted: step.counted, limit: step.limit },
    because: step.because ?? null,
    after: parallel ? present(comesAfter(step, definition.steps), definition.steps, own) : null,
  }));
}

/** The steps a step names, else the one that stands before it. */
function comesAfter(step: Step, all: readonly Step[]): string[] {
  const index = all.indexOf(step);
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
