import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { parseJson } from './parse-json.ts';
import { type EventRow, listEvents } from './queries.ts';
import { nextHeads } from './queries-verify.ts';
import { type Break, findBreak, type Hashed } from './rules/chain.ts';

export type Verdict = { cases: number; events: number; breaks: (Break & { code: string })[] };

/** Walks every case's chain from its first event; says how many were read and each event that breaks. */
export async function verifyChain(db: Database): Promise<Verdict> {
  const verdict: Verdict = { cases: 0, events: 0, breaks: [] };
  for (let after: string | null = null; ; ) {
    const last: string | null = await verifyPage(db, after, verdict);
    if (last === null) return verdict;
    after = last;
  }
}

const verifyPage = (db: Database, after: string | null, verdict: Verdict): Promise<string | null> =>
  inScope(db, systemScope, async (trx) => {
    const heads = await nextHeads(trx, after, 500);
    for (const head of heads) {
      const events = await listEvents(trx, head.id);
      const found = findBreak(
        events.map((event) => ({ ...toHashed(event), hash: event.hash })),
        { version: head.version, hash: head.head_hash },
      );
      const broken = found ?? (events.length === 0 ? { caseId: head.id, seq: 1, why: 'gap' as const } : null);
      verdict.cases += 1;
      verdict.events += events.length;
      if (broken) verdict.breaks.push({ ...broken, code: head.code });
    }
    return heads.at(-1)?.id ?? null;
  });

export const toHashed = (event: EventRow): Hashed => ({
  caseId: event.case_id,
  seq: event.seq,
  kind: event.kind,
  at: event.at,
  actorKind: event.actor_kind,
  actorId: event.actor_id,
  actorUnit: event.actor_unit,
  channel: event.channel,
  data: parseJson(event.data),
  previousHash: event.previous_hash,
});
