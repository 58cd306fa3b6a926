import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readServiceVersion, type ServiceDefinition } from '#modules/catalogue/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { StoredFile } from '#platform/files/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, publicScope, systemScope } from '#platform/postgres/in-scope.ts';
import { deleteOldDrafts, insertDraft, readDraftRow, updateDraft } from './queries.ts';
import type { Answers } from './rules/pages.ts';

const answersSchema = z.record(z.string(), z.string());
const documentsSchema = z.array(
  z.object({ kind: z.string(), sha256: z.string(), name: z.string(), mime: z.string(), bytes: z.number() }),
);

export type DraftDocument = StoredFile & { kind: string };
export type Draft = {
  id: string;
  serviceVersionId: number;
  definition: ServiceDefinition;
  answers: Answers;
  documents: DraftDocument[];
  /** `phone:+84…` or `mail:…`, once a code sent there was typed back. */
  confirmedContact: string | null;
  language: 'vi' | 'en';
  sent: boolean;
};

type Deps = { db: Database; clock: Clock };

/** Begins a request. The id will be the request id of its case: one draft, one case. */
export async function beginDraft(
  { db, clock }: Deps,
  serviceVersionId: number,
  language: 'vi' | 'en',
): Promise<string> {
  const id = randomUUID();
  await inScope(db, publicScope, (trx) =>
    insertDraft(trx, { id, service_version_id: serviceVersionId, language, at: clock.now() }),
  );
  return id;
}

export const readDraft = (db: Database, id: string): Promise<Draft | undefined> =>
  inScope(db, publicScope, async (trx) => {
    const row = await readDraftRow(trx, id);
    if (!row) return undefined;
    const { definition } = await readServiceVersion(trx, row.service_version_id);
    return {
      id: row.id,
      serviceVersionId: row.service_version_id,
      definition,
      answers: answersSchema.parse(row.answers),
      documents: documentsSchema.parse(row.documents),
      confirmedContact: row.confirmed_contact,
      language: row.language === 'en' ? 'en' : 'vi',
      sent: row.sent_at !== null,
    };
  });

export type DraftChange = Partial<Pick<Draft, 'answers' | 'documents' | 'confirmedContact' | 'language'>> & {
  sent?: true;
};

export const changeDraft = ({ db, clock }: Deps, id: string, change: DraftChange): Promise<unknown> =>
  inScope(db, publicScope, (trx) => {
    const { answers, documents, confirmedContact, language, sent } = change;
    const now = clock.now();
    return updateDraft(
      trx,
      id,
      {
        ...(answers ? { answers: JSON.stringify(answers) } : {}),
        ...(documents ? { documents: JSON.stringify(documents) } : {}),
        ...(confirmedContact === undefined ? {} : { confirmed_contact: confirmedContact }),
        ...(language ? { language } : {}),
        ...(sent ? { sent_at: now } : {}),
      },
      now,
    );
  });

const week = 7 * 86_400_000;
export const forgetOldDrafts = ({ db, clock }: Deps): Promise<unknown> =>
  inScope(db, systemScope, (trx) => deleteOldDrafts(trx, new Date(clock.now().getTime() - week)));
