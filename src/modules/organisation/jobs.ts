import { applyReorganisations, type ReorganiseDeps } from './reorganise.ts';

/** Soon after each midnight of any zone, and again when a server was away at that hour. */
export const organisationCrontab = '7 * * * * apply_reorganisations';

/** Task name to act. `today` is the day in the utility's own zone; it and what moves cases are given by whoever starts the worker. */
export const organisationTasks = (deps: ReorganiseDeps, today: () => string) => ({
  apply_reorganisations: async () => {
    await applyReorganisations(deps, today());
  },
});
