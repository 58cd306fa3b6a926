import { bindRegulations } from '#modules/catalogue/index.ts';
import {
  type Actor,
  listProvinces,
  listUnits,
  type Province,
  type Unit,
} from '#modules/organisation/index.ts';
import { type Clock, todayOf } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, type Trx } from '#platform/postgres/in-scope.ts';
import { type Reason, refuse } from '#platform/refused.ts';
import { findMove, insertMove, listMoves, lockRegulations, type Recorded } from './queries-follow.ts';
import { regulationReasons as reasons } from './reasons.ts';
import { mayRecord } from './rules/may-record.ts';
import type { Stage } from './rules/stages.ts';

export type RecordDeps = { db: Database; clock: Clock };
export type RecordRequest = { requestId: string; province: string };
/** What a move is decided from. */
export type Standing = {
  province: Province;
  bodies: Unit[];
  last: Recorded | undefined;
  today: string;
  now: Date;
};
export type Written = {
  stage: Stage;
  since: string;
  body?: string | null;
  note?: string;
  reason?: string | null;
  regulationCode?: string;
  document?: object | null;
};

export const longest = 2000;

/** Locks, finds a retry, asks who may, lets the act decide and writes its move; all or nothing. */
export const record = (
  { db, clock }: RecordDeps,
  actor: Actor,
  request: RecordRequest,
  decide: (trx: Trx, standing: Standing) => Promise<Written>,
): Promise<Recorded> =>
  inScope(db, actor.scope, async (trx) => {
    await lockRegulations(trx);
    const { province, bodies } = await needProvince(trx, actor, request.province);
    const before = await findMove(trx, request.requestId);
    if (before) return before;
    // An end concerns what was issued, not the draft.
    const moves = (await listMoves(trx, province.code)).filter(({ stage }) => stage !== 'ended');
    const now = clock.now();
    const written = await decide(trx, { province, bodies, last: moves.at(-1), today: todayOf(clock), now });
    const move = await insertMove(trx, {
      province_code: province.code,
      stage: written.stage,
      since: written.since,
      body_code: written.body ?? null,
      note: written.note ?? '',
      reason: written.reason || null,
      regulation_code: written.regulationCode ?? null,
      document: written.document ? JSON.stringify(written.document) : null,
      at: now,
      by_staff: actor.kind === 'staff' ? actor.id : null,
      by_whom: actor.name,
      request_id: request.requestId,
    });
    if (move.regulationCode !== null) await bindRegulations(trx);
    return move;
  });

async function needProvince(trx: Trx, actor: Actor, code: string) {
  const province = (await listProvinces(trx)).find((candidate) => candidate.code === code);
  if (!province) throw refuse(reasons.province_not_found);
  const units = await listUnits(trx);
  const company = units.find((unit) => unit.code === province.companyCode);
  if (!company || !mayRecord(actor, company.path)) throw refuse(reasons.not_your_province);
  return { province, bodies: bodiesOf(province, units) };
}

/** Where a draft can lie: the State bodies of the province, and its power company. */
export const bodiesOf = (province: Province, units: readonly Unit[]): Unit[] =>
  units.filter(
    (unit) =>
      unit.code === province.companyCode || (unit.kind === 'agency' && unit.provinceCode === province.code),
  );

/** A refusal that belongs to one input of the form. */
export const wrongIn = (field: string, reason: Reason, facts: Record<string, string | number> = {}) =>
  refuse(reason, facts, { [field]: reason });
