import { readCaseById } from '#modules/cases/index.ts';
import { readServiceVersion } from '#modules/catalogue/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import type { Text } from '#platform/text.ts';
import { findDossierByCode, findEventHash } from '../queries.ts';
import { parseDossierCode } from '../rules/code.ts';
import { paperKinds } from './draw-paper.ts';
import { shownOfHash } from './page-of.ts';
import { sealOf } from './seal-of.ts';

export type Checked =
  | { genuine: false }
  | { genuine: true; code: string; at: Date; paper: Text; service: Text; appointment: Date | null };

/** Whether a paper is the one that was given: the event it tells of has this hash. Tells nothing personal. */
export const checkPaper = (
  db: Database,
  typedCode: string,
  seq: number,
  hash: string,
  slug: string,
): Promise<Checked> =>
  inScope(db, systemScope, async (trx) => {
    const code = parseDossierCode(typedCode);
    const dossier = code ? await findDossierByCode(trx, code) : undefined;
    const event = dossier && (await findEventHash(trx, dossier.case_id, seq));
    const shown = hash.replace(/\s/g, '').toLowerCase();
    const kind = paperKinds[slug];
    const found = dossier && (await readCaseById(trx, dossier.case_id));
    if (!dossier || !event || !kind?.event.test(event.kind) || !found) return { genuine: false };
    const sealed = sealOf(dossier, slug, event.hash);
    if (shown.length < shownOfHash || !sealed.startsWith(shown)) return { genuine: false };
    const { definition } = await readServiceVersion(trx, found.service_version_id);
    return {
      ...{ genuine: true, code: dossier.code, at: event.at, paper: kind.name },
      ...{ service: definition.name, appointment: dossier.appointment_at },
    };
  });
