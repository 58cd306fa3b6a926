import type { FileStore } from '#platform/files/index.ts';
import type { PortalPages } from '#ui/show-portal.tsx';
import type { Deps } from '../act-on-case.ts';

/** What the pages of a case need from around them. */
export type CasePortalDeps = Deps & PortalPages & { files: FileStore; url: string; secureCookies: boolean };
