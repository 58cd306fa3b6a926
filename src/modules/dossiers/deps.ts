import type { ConsoleDeps } from '#modules/accounts/index.ts';
import type { EndpointDeps } from './endpoints.ts';

/** What the pages of dossiers and connections need from around them. */
export type DossierConsoleDeps = ConsoleDeps & {
  /** The address people type. */
  url: string;
  portals: EndpointDeps;
};
