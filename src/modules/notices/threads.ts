import type { Thread } from '#platform/mail/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { NoticeKind } from './kinds.ts';

/** What the notices ask the door by which letters come in; the two may not know each other. */
export type NoticeThreads = {
  /** What a letter about the case answers, and where an answer to it should go. */
  threadOf(trx: Trx, caseId: string, recipient: string): Promise<Thread | null>;
  /** false: the case was opened by a machine's letter, and this would go out by itself. */
  mayTell(trx: Trx, caseId: string, kind: NoticeKind): Promise<boolean>;
};
