/** What a module needs that has acts of its own on the steps of a case: the rhythm, the turns and the clocks. */
export {
  type ActRequest,
  type ActResult,
  actOnCase,
  type Deps as ActDeps,
  type Done,
  reread,
  type Work,
} from './act-on-case.ts';
export { type PaperToAttach, paperRows } from './attach.ts';
export { isDossier } from './channels.ts';
export { finishTask } from './complete-step.ts';
export { endCase } from './end-case.ts';
export { handOver } from './hand-over.ts';
export { restOrRun } from './open-next-task.ts';
export {
  announceChange,
  findTask,
  insertInto,
  listTasks,
  lockCaseById,
  type TaskRow,
  updateTask,
} from './queries.ts';
export { caseReasons } from './reasons.ts';
export { recordEvent } from './record-event.ts';
export type { Json } from './rules/chain.ts';
export { mayAct, type Permission } from './rules/who-may.ts';
export { readDayToCome } from './rules/words.ts';
export { readLimit } from './stored-limit.ts';
export { retime } from './timing.ts';
export { beginTurn } from './turns.ts';
export { needWords } from './words.ts';
