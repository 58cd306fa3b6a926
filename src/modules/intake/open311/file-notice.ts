import type { Machine } from '#modules/accounts/index.ts';
import { type Opened, openCase, type PaperToAttach } from '#modules/cases/index.ts';
import { findService, type ServiceVersion } from '#modules/catalogue/index.ts';
import { type Clock, todayOf } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import type { Language } from '#platform/text.ts';
import { intakeReasons } from '../reasons.ts';
import { type Fault, refuseFaults } from './failures.ts';
import { type Placed, placeNotice } from './place-notice.ts';
import { findByRequest } from './queries.ts';
import { type Notice, readNotice } from './read-notice.ts';
import { open311Reasons } from './reasons.ts';
import { type AttributeFault, readAttributes } from './rules/attributes.ts';
import type { Sent } from './rules/read-sent.ts';
import { namedRequestId, sameNoticeWithin, unnamedRequestIds } from './rules/request-id.ts';

type Deps = { db: Database; clock: Clock };
export type Filing = {
  machine: Machine;
  sent: Sent;
  /** What the client calls this request, where it calls it something. */
  name: string | undefined;
  language: Language;
  documents: readonly PaperToAttach[];
};
/** `token` is the request's id: who holds it can ask what became of the request. */
export type Filed = Opened & { token: string; accountId: string };

/** Opens the case of a notice that came by this door; names every field that is wrong. */
export async function fileNotice(deps: Deps, filing: Filing): Promise<Filed> {
  const { machine, sent, language, documents } = filing;
  const { notice, faults } = readNotice(sent);
  const { requestId, service, placed, details } = await inScope(deps.db, systemScope, async (trx) => {
    const read = await readAll(trx, deps, { notice, sent, language }, faults);
    return { ...read, requestId: await requestIdOf(trx, deps.clock.now(), filing) };
  });
  const actor = { ...machine.actor, via: 'open311' };
  const opened = await openCase(deps, actor, {
    requestId,
    serviceVersionId: service.id,
    unitCode: placed.unitCode,
    channel: 'open311',
    customer: {
      name: notice.name || notice.email || notice.phone || '',
      phone: notice.phone,
      email: notice.email || null,
      address: placed.address,
      customerCode: placed.customerCode,
    },
    details,
    language,
    documents,
  });
  return { ...opened, token: requestId, accountId: notice.accountId };
}

type ReadAll = { service: ServiceVersion; placed: Placed; details: Record<string, string> };

async function readAll(
  trx: Trx,
  { clock }: Deps,
  { notice, sent, language }: { notice: Notice; sent: Sent; language: Language },
  faults: Record<string, Fault>,
): Promise<ReadAll> {
  const service = await findService(trx, notice.serviceCode, todayOf(clock));
  const answers = service && readAttributes(service.definition, sent);
  const all: Record<string, Fault> = { ...faults };
  if (!service) all.service_code ??= { reason: open311Reasons.service_unknown };
  for (const [field, fault] of Object.entries(answers?.faults ?? {})) all[field] = inWords(fault);
  const placed = await placeNotice(trx, notice, { today: todayOf(clock), language });
  if ('fault' in placed) Object.assign(all, placed.fault);
  refuseFaults(all);
  if (!service || !answers || 'fault' in placed) throw refuse(open311Reasons.something_wrong);
  return { service, placed, details: { ...standardDetails(notice, answers.details), ...answers.details } };
}

const words = { ...intakeReasons, ...open311Reasons };
const inWords = ({ reason, facts }: AttributeFault): Fault => ({ reason: words[reason], facts });

/** What the standard asks beside the service's own questions. The address of a picture is kept as words: it is never fetched. */
function standardDetails(
  { description, position, mediaUrl }: Notice,
  answers: Record<string, string>,
): Record<string, string> {
  const told = Object.values(answers).includes(description);
  return {
    ...(description && !told ? { description } : {}),
    ...position,
    ...(mediaUrl ? { media_url: mediaUrl } : {}),
  };
}

async function requestIdOf(trx: Trx, now: Date, { machine, sent, name }: Filing): Promise<string> {
  if (name !== undefined) return namedRequestId(machine.keyId, name);
  const ids = unnamedRequestIds(machine.keyId, sent, now);
  const since = new Date(now.getTime() - sameNoticeWithin);
  return (await findByRequest(trx, ids.before, since)) === undefined ? ids.now : ids.before;
}
