import { sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { isDossier } from '../channels.ts';
import type { Prepared } from './prepare.ts';

type Rows<K extends keyof Prepared> = readonly Prepared[K][];

/** Each statement takes the rows of all the cases at once, as JSON: one plan and one round trip however many they are. */
export const insertCases = (trx: Trx, rows: Rows<'row'>) =>
  sql`insert into cases (id, code, state, service_version_id, service_code, variant, channel, unit_code, unit_path,
      customer_name, customer_phone, customer_email, customer_code, customer_matched, address, details, language, search,
      visits_promised, visits, filed_at, opened_at, due_at, due_derivation, regulation_id, own_term, whole_term, version, head_hash)
    select id, code, 'opened', service_version_id, service_code, variant, channel, unit_code, unit_path::ltree,
      customer_name, customer_phone, customer_email, customer_code, customer_matched, address, details, language,
      to_tsvector('simple', words), visits_promised, visits, filed_at, opened_at, due_at, due_derivation, regulation_id,
      nullif(own_term, 'null'), nullif(whole_term, 'null'), 1, head_hash
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, code text, service_version_id bigint,
      service_code text, variant text, channel text, unit_code text, unit_path text, customer_name text,
      customer_phone text, customer_email text, customer_code text, customer_matched boolean, address text, details jsonb, language text,
      words text, visits_promised smallint, visits integer, filed_at text, opened_at timestamptz, due_at timestamptz,
      due_derivation jsonb, regulation_id bigint, own_term jsonb, whole_term jsonb, head_hash text)`.execute(
    trx,
  );

export const insertOpenings = (trx: Trx, rows: Rows<'event'>) =>
  sql`insert into case_events (case_id, seq, request_id, request_hash, kind, at, actor_kind, actor_id, actor_name, actor_unit,
      channel, data, previous_hash, hash)
    select case_id, 1, request_id, request_hash, 'open', at, actor_kind, actor_id, actor_name, actor_unit, channel, data,
      previous_hash, hash
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (case_id uuid, request_id uuid, request_hash text, at timestamptz,
      actor_kind text, actor_id text, actor_name text, actor_unit text, channel text, data jsonb,
      previous_hash text, hash text)`.execute(trx);

export const insertPlans = (trx: Trx, rows: readonly Prepared['tasks'][number][]) =>
  sql`insert into case_tasks (id, case_id, ordinal, step_code, level, role, unit_code, unit_path, counted, term,
      after, because, state)
    select id, case_id, ordinal, step_code, level, role, unit_code, unit_path::ltree, counted, nullif(term, 'null'),
      after, nullif(because, 'null'), 'waiting'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, case_id uuid, ordinal integer,
      step_code text, level text, role text, unit_code text, unit_path text, counted boolean, term jsonb,
      after text[], because jsonb)`.execute(trx);

export const insertFirstAlarms = (trx: Trx, rows: readonly Prepared['alarms'][number][]) =>
  sql`insert into deadline_alarms (case_id, level, at, due_at)
    select case_id, level, at, due_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (case_id uuid, level text, at timestamptz,
      due_at timestamptz)`.execute(trx);

/** What only some cases have: papers, a visit that was counted, what was said with it. */
export async function insertParts(trx: Trx, { papers, visits, messages }: Parts): Promise<void> {
  if (papers.length > 0) await trx.insertInto('case_documents').values(papers).execute();
  if (visits.length > 0) await trx.insertInto('case_visits').values(visits).execute();
  if (messages.length > 0) await trx.insertInto('case_messages').values(messages).execute();
}
type Parts = Pick<Prepared, 'papers' | 'visits' | 'messages'>;

/** Tells every server, asks for each customer to be told, and for each dossier of the one-stop to be numbered, once the transaction commits. */
export const announceOpenings = (
  trx: Trx,
  openings: readonly Pick<Prepared, 'opened' | 'heard' | 'row'>[],
) => {
  const job = ({ opened }: Pick<Prepared, 'opened'>) =>
    JSON.stringify({ caseId: opened.id, seq: 1, kind: 'open' });
  const dossiers = openings.filter(({ row }) => isDossier(row));
  return sql`select pg_notify('case_changed', payload) from unnest(${openings.map(({ heard }) => JSON.stringify(heard))}::text[]) as payload
    union all select motcua.enqueue_many('tell_customer', ${openings.map(job)}::json[])
    union all select motcua.enqueue_many('case_moved', ${dossiers.map(job)}::json[]) where ${dossiers.length} > 0`.execute(
    trx,
  );
};

/** What these request ids did before, if anything. */
export const findEarlier = (trx: Trx, requestIds: readonly string[]) =>
  trx
    .selectFrom('case_events')
    .innerJoin('cases', 'cases.id', 'case_events.case_id')
    .select(['case_events.request_id', 'case_events.request_hash', 'case_events.kind'])
    .select('case_events.hash')
    .select(['cases.id', 'cases.code', 'cases.due_at'])
    .where(sql<boolean>`case_events.request_id = any (${[...requestIds]}::uuid[])`)
    .execute();
