import { createHash } from 'node:crypto';
import { problemOf } from '#platform/http/problem.ts';
import { enqueue } from '#platform/jobs.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { Refused, refuse } from '#platform/refused.ts';
import { carryOut } from './carry-out.ts';
import { filesNamed } from './files-named.ts';
import type { EndpointRow } from './queries-endpoints.ts';
import {
  countRepeat,
  findDossierOfLine,
  findIncoming,
  type InboxRow,
  insertIncoming,
  isLineKnown,
  nextInTurn,
  readIncoming,
  settleIncoming,
} from './queries-inbox.ts';
import { type OfDossier, papersOf, readMessage } from './read-message.ts';
import { portalReasons } from './reasons.ts';
import { refuseLater } from './refuse-later.ts';
import type { DossierDeps } from './register-dossier.ts';

export type Incoming = { endpoint: EndpointRow; messageId: string; raw: string; url: string };
export type Kept = { status: number; body: string };

/**
 * Takes a message whose signature held. It is kept first, as it came, and its answer with it; then all messages of its line that
 * have their turn are carried out. A repeat is answered as the first was, and carries on where that one broke off.
 */
export async function receiveMessage(deps: DossierDeps, incoming: Incoming): Promise<Kept> {
  const row = await inScope(deps.db, systemScope, (trx) => keep(trx, deps, incoming));
  if (row.state === 'held' && row.line)
    await readInbox(deps, { endpoint: row.endpoint, line: row.line }, row.id);
  const now = await inScope(deps.db, systemScope, (trx) => readIncoming(trx, row.id));
  return { status: now.answer_status, body: now.answer };
}

async function keep(trx: Trx, { clock }: DossierDeps, incoming: Incoming): Promise<InboxRow> {
  const raw_sha256 = createHash('sha256').update(incoming.raw).digest('hex');
  const before = await findIncoming(trx, incoming.endpoint.code, incoming.messageId);
  if (before) return again(trx, before, raw_sha256);
  const judged = await judge(trx, incoming);
  const common = {
    ...{ endpoint: incoming.endpoint.code, message_id: incoming.messageId, raw: incoming.raw, raw_sha256 },
    received_at: clock.now(),
  };
  const row = await insertIncoming(trx, {
    ...common,
    ...judged,
    done_at: judged.state === 'held' ? null : clock.now(),
  });
  if (row) {
    const { endpoint, line } = row;
    // Where this process ends before the message is carried out, the job does it.
    if (row.state === 'held' && line)
      await enqueue(
        trx,
        'read_portal_inbox',
        { endpoint, line },
        { jobKey: `portal-in:${endpoint}:${line}` },
      );
    return row;
  }
  const raced = await findIncoming(trx, incoming.endpoint.code, incoming.messageId);
  if (raced) return again(trx, raced, raw_sha256);
  const taken = asRefused(incoming, refuse(portalReasons.seq_taken, { seq: judged.seq ?? 0 }));
  const refused = await insertIncoming(trx, { ...common, ...judged, ...taken, done_at: clock.now() });
  if (!refused) throw refuse(portalReasons.message_id_reused);
  return refused;
}

async function again(trx: Trx, before: InboxRow, sha256: string): Promise<InboxRow> {
  if (before.raw_sha256 !== sha256) throw refuse(portalReasons.message_id_reused);
  await countRepeat(trx, before.id);
  return before;
}

type Judged = Pick<InboxRow, 'line' | 'seq' | 'kind' | 'state' | 'answer_status' | 'answer'>;
const taken = (id: string, more: object = {}) => JSON.stringify({ MaTin: id, KetQua: 'DaNhan', ...more });

/** What can be told of a message before its turn: whether it can be read, whose it is, and whether its files are what it says. */
async function judge(trx: Trx, incoming: Incoming): Promise<Judged> {
  const read = readMessage(incoming.raw);
  if (!read.ok) {
    const fields = Object.fromEntries(read.pointers.map((pointer) => [pointer, portalReasons.value_wrong]));
    const nothing = { line: null, seq: null, kind: null };
    return { ...nothing, ...asRefused(incoming, refuse(portalReasons.message_unreadable, {}, fields)) };
  }
  const { message } = read;
  if (message.LoaiTin === 'NhipTim')
    return {
      line: null,
      seq: null,
      kind: 'NhipTim',
      state: 'done',
      answer_status: 200,
      answer: taken(incoming.messageId),
    };
  const known = { line: message.HoSo, seq: message.SoThuTu, kind: message.LoaiTin };
  try {
    await mustBeKnown(trx, incoming.endpoint.code, message);
    await filesNamed(trx, incoming.endpoint.code, papersOf(message));
    return { ...known, state: 'held', answer_status: 202, answer: taken(incoming.messageId) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ...known, ...asRefused(incoming, error) };
  }
}

/** A message of a dossier that comes before the one that files it is held; one that can have no such message before it is refused. */
async function mustBeKnown(trx: Trx, endpoint: string, message: OfDossier): Promise<void> {
  if (message.LoaiTin === 'NopHoSo' && message.SoThuTu === 1) return;
  const known =
    (await findDossierOfLine(trx, endpoint, message.HoSo)) ||
    (await isLineKnown(trx, endpoint, message.HoSo));
  const ours = /-\d{6}-\d{4,}$/.test(message.HoSo);
  if (!known && (message.SoThuTu === 1 || ours)) throw refuse(portalReasons.dossier_unknown);
}

function asRefused({ url }: Pick<Incoming, 'url'>, refused: Refused) {
  const { status } = refused.reason;
  const answer = JSON.stringify(problemOf({ language: 'vi', url }, refused, status, ''));
  return { state: 'refused', answer_status: status, answer };
}

/**
 * Carries out what has its turn in a line, one after the other, until the next one has not come. Twice is as once. `answering`: the
 * message that is answered with what comes of it; every other one was answered 202, and is told of where it is refused.
 */
export async function readInbox(
  deps: DossierDeps,
  { endpoint, line }: { endpoint: string; line: string },
  answering?: number,
): Promise<void> {
  for (;;) {
    const next = await inScope(deps.db, systemScope, (trx) => nextInTurn(trx, endpoint, line));
    if (!next) return;
    const change = await outcomeOf(deps, next);
    await inScope(deps.db, systemScope, async (trx) => {
      const now = deps.clock.now();
      const settled = await settleIncoming(trx, next.id, { ...change, done_at: now });
      if (settled && change.state === 'refused' && next.id !== answering)
        await refuseLater(trx, { ...next, answer: change.answer }, now);
    });
    if (change.state === 'refused') return;
  }
}

async function outcomeOf(deps: DossierDeps, row: InboxRow) {
  const read = readMessage(row.raw);
  if (!read.ok || read.message.LoaiTin === 'NhipTim')
    throw new Error(`message ${row.id} was kept and cannot be read`);
  try {
    const { state, caseId, code } = await carryOut(deps, row, read.message);
    const more = code ? { MaHoSo: code } : {};
    return { state, case_id: caseId, answer_status: 202, answer: taken(row.message_id, more) };
  } catch (error) {
    if (!(error instanceof Refused) || error.reason.status === 503) throw error;
    return asRefused({ url: `/api/portals/${row.endpoint}/messages` }, error);
  }
}
