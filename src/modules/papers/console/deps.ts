import type { ConsoleDeps } from '#modules/accounts/index.ts';
import type { PaperDeps } from '../deps.ts';

export type PaperConsoleDeps = ConsoleDeps & PaperDeps;
