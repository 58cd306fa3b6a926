const recorders: readonly string[] = ['company_director', 'corporation', 'administrator'];

type Recorder = { role: string | null; scope: { paths: readonly string[]; system: boolean } };

/** How far a province is, its company says, or whoever stands above it; not the units below. */
export const mayRecord = (actor: Recorder, companyPath: string): boolean =>
  actor.role !== null &&
  recorders.includes(actor.role) &&
  actor.scope.paths.some((path) => companyPath === path || companyPath.startsWith(`${path}.`));
