import type { Trx } from '#platform/postgres/in-scope.ts';
import { supplementsOfCase } from './queries.ts';

/** The steps of a case for which a State body asked the customer for something, answered or not. */
export const tasksAsking = async (trx: Trx, caseId: string): Promise<string[]> => [
  ...new Set((await supplementsOfCase(trx, caseId)).map(({ task_id }) => task_id)),
];
