import type { Clock } from '#platform/clock.ts';
import type { FileStore } from '#platform/files/index.ts';
import type { Database } from '#platform/postgres/database.ts';

export type CaseApiDeps = { db: Database; clock: Clock; files: FileStore };
