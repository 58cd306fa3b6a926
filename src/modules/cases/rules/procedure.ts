export type Standing = {
  id: string;
  step_code: string;
  ordinal: number;
  round: number;
  state: string;
  after: string[] | null;
};

const isOver = ({ state }: { state: string }) => state === 'done' || state === 'skipped';

/** The steps that can begin now: they wait, and all that must come before them is over. */
export const readyTasks = <T extends Standing>(tasks: readonly T[]): T[] =>
  tasks.filter(
    (task) =>
      task.state === 'waiting' && tasks.every((other) => isOver(other) || !mustComeFirst(other, task)),
  );

/** A step that names none comes after all that stand before it. */
export const mustComeFirst = (other: Standing, task: Standing): boolean => {
  if (other.id === task.id) return false;
  if (task.after) return task.after.includes(other.step_code);
  return other.round < task.round || (other.round === task.round && other.ordinal < task.ordinal);
};

/** Whether this is the last step that is still to do. */
export const isLastStep = (tasks: readonly { id: string; state: string }[], taskId: string): boolean =>
  tasks.every((task) => task.id === taskId || isOver(task));

/** Whether the utility's clock runs: it rests while all that is open is work the limit does not count. */
export const clockRuns = (open: readonly { counted: boolean }[]): boolean =>
  open.length === 0 || open.some(({ counted }) => counted);
