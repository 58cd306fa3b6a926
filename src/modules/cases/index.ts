export { acceptCase } from './accept-case.ts';
export {
  type ActRequest,
  type ActResult,
  actOnCase,
  type Deps as CaseDeps,
  type Work,
} from './act-on-case.ts';
export * as acting from './acting.ts';
export * as caseApi from './api/for-modules.ts';
export { casesApi } from './api/index.ts';
export { askSupplement } from './ask-supplement.ts';
export { assignCase } from './assign-case.ts';
export type { PaperToAttach } from './attach.ts';
export { type Channel, channels } from './channels.ts';
export { checkReceipt } from './check-receipt.ts';
export { closeCase } from './close-case.ts';
export { completeStep } from './complete-step.ts';
export type { CaseConsoleDeps } from './console/case-routes.tsx';
export { caseConsole } from './console/index.ts';
export { channelNames } from './console/texts.ts';
export { declineCase } from './decline-case.ts';
export { type CaseOfCustomer, type ListCasesOf, listCasesOf } from './list-cases-of.ts';
export { type OpenCase, type Opened, openCase } from './open-case.ts';
export { pauseClock, resumeClock } from './pause-clock.ts';
export { rememberCase } from './portal/case-cookie.ts';
export { codeOf, type Own, ownCase } from './portal/own-case.ts';
export { casePortalRoutes } from './portal/routes.tsx';
export { type CaseRow, readCaseById, readCaseRow } from './queries.ts';
export type { QueueQuery, QueueRow, QueueSort } from './queries-queue.ts';
export { rateCase } from './rate-case.ts';
export { type CaseView, readCase, readWholeCase } from './read-case.ts';
export { type CaseReason, caseReasons } from './reasons.ts';
export { receiveSupplement } from './receive-supplement.ts';
export { reclassifyCase } from './reclassify-case.ts';
export { recordAlarm } from './record-alarm.ts';
export { recordVisit } from './record-visit.ts';
export { rehomeOpenCases } from './rehome-cases.ts';
export { type RelatedCase, relatedCases } from './related-cases.ts';
export { reopenCase } from './reopen-case.ts';
export { retimeOpenCases } from './retime-cases.ts';
export { findCaseCodes, parseCaseCode, showCaseCode } from './rules/code.ts';
export type { Act, State } from './rules/transitions.ts';
export { mayAct, type Permission } from './rules/who-may.ts';
export { longestText } from './rules/words.ts';
export { answerCustomer, commentOnCase, sendMessage } from './say.ts';
export { parseState } from './states.ts';
export { stateNames } from './texts.ts';
export { transferCase } from './transfer-case.ts';
export { verifyChain } from './verify-chain.ts';
export { readWholeTerm } from './whole-term.ts';
export { withdrawCase } from './withdraw-case.ts';
