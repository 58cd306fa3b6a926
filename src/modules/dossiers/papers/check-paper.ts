import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import type { Text } from '#platform/text.ts';
import { findDossierByCode, findEventHash } from '../queries.ts';
import { parseDossierCode } from '../rules/code.ts';
import { paperKinds } from './draw-paper.ts';
import { shownOfHash } from './page-of.ts';

export type Checked =
  | { genuine: false }
  | { genuine: true; code: string; at: Date; paper: Text; received: string };

/** Whether a paper is the one that was given: the event it tells of has this hash. Tells nothing personal. */
export const checkPaper = (db: Database, typedCode: string, seq: number, hash: string): Promise<Checked> =>
  inScope(db, systemScope, async (trx) => {
    const code = parseDossierCode(typedCode);
    const dossier = code ? await findDossierByCode(trx, code) : undefined;
    const event = dossier && (await findEventHash(trx, dossier.case_id, seq));
    const shown = hash.replace(/\s/g, '').toLowerCase();
    if (!dossier || !event || shown.length < shownOfHash || !event.hash.startsWith(shown))
      return { genuine: false };
    const { kind, at } = event;
    const paper = Object.values(paperKinds).find((one) => one.event.test(kind))?.name ?? { vi: '', en: '' };
    return { genuine: true, code: dossier.code, at, paper, received: dossier.received_on };
  });
