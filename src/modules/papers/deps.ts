import type { CodeDeps } from '#modules/accounts/index.ts';
import type { FileStore } from '#platform/files/index.ts';
import type { Sealer } from '#platform/sealer.ts';

/** `url`: the address people type, for the code on each paper. */
export type PaperDeps = Pick<CodeDeps, 'db' | 'clock'> & { files: FileStore; url: string; sealer: Sealer };
/** What signing by the customer needs beside: how a one-time code is sent and checked. */
export type SigningDeps = Omit<PaperDeps, 'sealer'> & CodeDeps;
