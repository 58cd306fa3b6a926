import { createHash } from 'node:crypto';
import { findUnit } from '#modules/organisation/index.ts';
import { checkSignedPdf } from '#platform/pdf/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import type { Text } from '#platform/text.ts';
import { findByBytes, readPaperRow } from './queries.ts';
import { keyByFingerprint, type UnitKeyRow } from './queries-keys.ts';
import { type Paper, wholePaper } from './read-paper.ts';
import type { PaperState, Party } from './rules/paper-state.ts';

/** What anybody may know of a paper: nothing of the person it is for. */
export type PaperShown = {
  id: string;
  name: Text;
  number: string;
  unit: Text;
  madeAt: Date;
  state: PaperState;
  signatures: { party: Party; at: Date; key: ShownKey | null }[];
  sha256: string | null;
};
export type ShownKey = {
  subject: string;
  issuer: string;
  selfSigned: boolean;
  validTo: Date;
  fingerprint: string;
};

export type Verdict =
  | { kind: 'no_pdf' | 'broken_pdf' | 'sealed_pdf' | 'unknown' }
  /** It carries the number of a paper of ours, and is not it. */
  | { kind: 'changed'; paper: PaperShown }
  /** These very bytes were issued; not everybody had signed them. */
  | { kind: 'issued'; paper: PaperShown }
  /** These very bytes were signed by all. `unit`: whether the signature inside them holds by the key that we know. */
  | { kind: 'signed'; paper: PaperShown; unit: boolean };

/** Whether these bytes are a paper of ours. One changed byte is found: they are compared whole, by their hash. */
export async function verifyPaper(db: Database, bytes: Buffer): Promise<Verdict> {
  if (!bytes.subarray(0, 1024).includes('%PDF-')) return { kind: 'no_pdf' };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const check = await checkSignedPdf(bytes);
  return inScope(db, systemScope, async (trx): Promise<Verdict> => {
    const row = await findByBytes(trx, sha256);
    if (row) {
      const paper = await wholePaper(trx, row);
      const shown = await show(trx, paper);
      if (row.signed_sha256 !== sha256) return { kind: 'issued', paper: shown };
      const by = paper.signatures.find(({ party }) => party === 'unit');
      const unit = check.state === 'holds' && check.fingerprint === by?.key_fingerprint;
      return { kind: 'signed', paper: shown, unit };
    }
    const marked = markIn(bytes);
    const original = marked && (await readPaperRow(trx, marked));
    if (original) return { kind: 'changed', paper: await show(trx, await wholePaper(trx, original)) };
    return { kind: whyUnknown(bytes) };
  });
}

const markIn = (bytes: Buffer): string | undefined =>
  /motcua-paper:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/.exec(bytes.toString('latin1'))?.[1];

/** None of ours is sealed with a password, and all of them end. */
function whyUnknown(bytes: Buffer): 'sealed_pdf' | 'broken_pdf' | 'unknown' {
  if (/\/Encrypt\s+(?:\d+ \d+ R|<<)/.test(bytes.toString('latin1'))) return 'sealed_pdf';
  return bytes.includes('%%EOF') ? 'unknown' : 'broken_pdf';
}

/** What the code on a paper leads to; undefined where there is no such paper. */
export const showPaper = (db: Database, id: string): Promise<PaperShown | undefined> =>
  inScope(db, systemScope, async (trx) => {
    const row = await readPaperRow(trx, id);
    return row && show(trx, await wholePaper(trx, row));
  });

async function show(trx: Trx, { row, state, template, signatures }: Paper): Promise<PaperShown> {
  const unit = await findUnit(trx, row.unit_code);
  const shown: PaperShown['signatures'] = [];
  for (const { party, at, key_fingerprint } of signatures) {
    const key = key_fingerprint ? await keyByFingerprint(trx, key_fingerprint) : undefined;
    shown.push({ party: party === 'unit' ? 'unit' : 'customer', at, key: key ? showKey(key) : null });
  }
  return {
    id: row.id,
    name: template.name,
    number: row.number,
    unit: unit?.name ?? { vi: row.unit_code, en: row.unit_code },
    madeAt: row.made_at,
    state,
    signatures: shown,
    sha256: row.signed_sha256 ?? row.sha256,
  };
}

const showKey = ({ subject, issuer, self_signed, valid_to, fingerprint }: UnitKeyRow): ShownKey => ({
  subject,
  issuer,
  selfSigned: self_signed,
  validTo: valid_to,
  fingerprint,
});
