import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CodeToSend } from '#modules/accounts/index.ts';
import type { PaperKind } from '#modules/catalogue/index.ts';
import type { PaperDeps, SigningDeps } from '#modules/papers/index.ts';
import { openFileStore } from '#platform/files/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import { sealerFor } from '#platform/sealer.ts';
import type { TestDatabase } from './use-db.ts';

const text = (vi: string) => ({ vi, en: vi });

/** For tests: the words of a paper for the service of `aUtility`. */
export async function aTemplate(owner: Database, kind: PaperKind = 'survey-minutes', change = {}) {
  const definition = {
    code: `mau-${kind}`,
    kind,
    groups: ['supply'],
    name: text('Biên bản khảo sát'),
    symbol: 'BBKS',
    blocks: [
      { text: 'Hôm nay, {day}, khảo sát cho {customer_name}.' },
      {
        facts: [
          { label: 'Điểm đấu nối', value: '{point}' },
          { label: 'Công suất', value: '{power}' },
        ],
      },
    ],
    fields: [
      { name: 'point', type: 'text', label: text('Điểm đấu nối'), required: true },
      { name: 'power', type: 'number', label: text('Công suất'), required: false, min: 1, max: 100 },
    ],
    signers: [
      { party: 'customer', as: 'Khách hàng' },
      { party: 'unit', as: 'Điện lực' },
    ],
    source: 'for tests',
    validFrom: '2018-01-01',
    ...change,
  };
  await owner
    .insertInto('paper_templates')
    .values({
      code: definition.code,
      valid_from: definition.validFrom,
      definition: JSON.stringify(definition),
      source: definition.source,
      loaded_at: new Date('2018-01-01T00:00:00Z'),
    })
    .execute();
  return definition.code;
}

/** For tests: what making and signing papers needs, and the codes that would have been sent, newest last. */
export async function aPaperDesk({
  db,
  clock,
}: TestDatabase): Promise<{ deps: PaperDeps & SigningDeps; sent: CodeToSend[] }> {
  const sent: CodeToSend[] = [];
  const deps: PaperDeps & SigningDeps = {
    db,
    clock,
    files: openFileStore(await mkdtemp(join(tmpdir(), 'motcua-papers-'))),
    url: 'https://vi-du.vn',
    sealer: sealerFor('motcua unit keys', 'for tests only'.repeat(3)),
    secret: 'for tests only'.repeat(3),
    sendCode: async (_, message) => {
      sent.push(message);
    },
  };
  return { deps, sent };
}
