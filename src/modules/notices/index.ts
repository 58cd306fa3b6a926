export { type OutboxDeps, outboxRoutes } from './console/outbox-routes.tsx';
export { toldOnCase } from './console/told-on-case.ts';
export { noticeTasks } from './jobs.ts';
export type { NoticeKind } from './kinds.ts';
export { listNotices, type NoticePage, type NoticeView, noticesOfCase } from './list-notices.ts';
export type { SendDeps } from './send-notice.ts';
export { type Tell, tell } from './tell.ts';
export { tellCode } from './tell-code.ts';
export type { TellDeps } from './tell-customer.ts';
