export { acceptCase } from './accept-case.ts';
export type { ActRequest, ActResult, Deps as CaseDeps } from './act-on-case.ts';
export { askSupplement } from './ask-supplement.ts';
export { assignCase } from './assign-case.ts';
export { attachDocuments, type PaperToAttach } from './attach.ts';
export { checkReceipt } from './check-receipt.ts';
export { closeCase } from './close-case.ts';
export { completeStep } from './complete-step.ts';
export type { CaseConsoleDeps } from './console/case-routes.tsx';
export { caseConsole } from './console/index.ts';
export { declineCase } from './decline-case.ts';
export { type Channel, type OpenCase, type Opened, openCase } from './open-case.ts';
export { readCaseById, staffOfUnit } from './queries.ts';
export {
  countQueue,
  listCases,
  type QueueQuery,
  type QueueRow,
  type QueueSort,
  queueSorts,
} from './queries-queue.ts';
export { rememberCase } from './portal/case-cookie.ts';
export { casePortalRoutes } from './portal/routes.tsx';
export { rateCase } from './rate-case.ts';
export { type CaseView, readCase, readWholeCase } from './read-case.ts';
export { type CaseReason, caseReasons } from './reasons.ts';
export { receiveSupplement } from './receive-supplement.ts';
export { recordAlarm } from './record-alarm.ts';
export { recordEvent } from './record-event.ts';
export { recordVisit } from './record-visit.ts';
export { rehomeOpenCases } from './rehome-cases.ts';
export { reopenCase } from './reopen-case.ts';
export { retimeOpenCases } from './retime-cases.ts';
export { parseCaseCode, showCaseCode } from './rules/code.ts';
export { fold, searchQuery } from './rules/fold.ts';
export { type Act, acts, nextState, type State, states } from './rules/transitions.ts';
export { mayAct, type Permission, whoMay } from './rules/who-may.ts';
export { answerCustomer, commentOnCase, sendMessage } from './say.ts';
export { parseState } from './states.ts';
export { actNames, stateNames } from './texts.ts';
export { transferCase } from './transfer-case.ts';
export { verifyChain } from './verify-chain.ts';
export { withdrawCase } from './withdraw-case.ts';
