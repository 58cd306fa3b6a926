import type { ServiceDefinition, Step } from '#modules/catalogue/index.ts';

/** The steps of a procedure that a variant goes through, in order. */
export const stepsOf = (definition: ServiceDefinition, variant: string): Step[] =>
  definition.steps.filter((step) => !step.variants || step.variants.includes(variant));

export type Progress = { id: string; ordinal: number; state: string };

/** The step that opens next, or undefined when all are done. */
export const nextTask = <T extends Progress>(tasks: readonly T[]): T | undefined =>
  tasks.find((task) => task.state === 'open') ?? tasks.find((task) => task.state === 'waiting');

/** Whether this is the last step that is still to do. */
export const isLastStep = (tasks: readonly Progress[], taskId: string): boolean =>
  tasks.every((task) => task.id === taskId || task.state === 'done' || task.state === 'skipped');
