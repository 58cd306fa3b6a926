import { type CaseRow, readCaseById, readWholeTerm } from '#modules/cases/index.ts';
import { readAgencyId } from '#modules/catalogue/index.ts';
import { findUnit, listProvinces, listUnits, type Unit } from '#modules/organisation/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { filedAt } from './filed-at.ts';
import {
  type DossierRow,
  findDossier,
  holdCase,
  insertDossier,
  nextNumber,
  updateDossier,
} from './queries.ts';
import { findEndpointServing } from './queries-endpoints.ts';
import { dossierCode } from './rules/code.ts';
import { foldStatuses } from './rules/fold-status.ts';

export type DossierDeps = { db: Database; clock: Clock };
/**
 * Gives a case that came in at a centre or from a portal its dossier code, once; asked again it is the same. The day is that on
 * which the case was opened, whoever asks when. null: the case is none of the State's, or its centre has no id in the profile.
 */
export function registerDossier({ db, clock }: DossierDeps, caseId: string): Promise<DossierRow | null> {
  return inScope(db, systemScope, async (trx) => {
    const before = await findDossier(trx, caseId);
    if (before) return linked(trx, before);
    await holdCase(trx, caseId);
    return (await findDossier(trx, caseId)) ?? register(trx, caseId, clock.now());
  });
}

/** One that lost what the portal calls it is given it back: without it no message of its line is ever carried out. */
async function linked(trx: Trx, dossier: DossierRow): Promise<DossierRow> {
  const filed = dossier.portal_dossier === null ? await filedAt(trx, dossier.case_id) : undefined;
  if (!filed) return dossier;
  const link = { endpoint: filed.endpoint, portal_dossier: filed.dossier };
  await updateDossier(trx, dossier.case_id, link);
  return { ...dossier, ...link };
}

async function register(trx: Trx, caseId: string, now: Date) {
  const found = await readCaseById(trx, caseId);
  const centre = found && (await centreOf(trx, found));
  if (!found || !centre) return null;
  const day = dayAt(found.opened_at);
  const agency = await readAgencyId(trx, centre.code, day);
  if (!agency) return null;
  const filed = await filedAt(trx, caseId);
  const endpoint = filed?.endpoint ?? (await findEndpointServing(trx, centre.code, companyOf(found)))?.code;
  const running = await nextNumber(trx, agency.id, day);
  const event = {
    seq: 1,
    at: found.opened_at,
    kind: 'open',
    channel: found.channel,
    task: null,
    status: null,
  };
  return insertDossier(trx, {
    case_id: caseId,
    code: dossierCode(agency.id, day, running),
    agency_id: agency.id,
    agency_uncertain: agency.uncertain ?? false,
    centre_code: centre.code,
    received_on: day,
    running,
    registered_at: now,
    appointment_at: await promisedAt(trx, found),
    status: foldStatuses([event])[0]?.status ?? 1,
    status_at: found.opened_at,
    endpoint: endpoint ?? null,
    portal_dossier: filed?.dossier ?? null,
  });
}

/** When all parties together should be through, as promised at the opening; a new date is given with an apology or not at all. */
async function promisedAt(trx: Trx, found: CaseRow): Promise<Date | null> {
  const { dueAt } = await readWholeTerm(trx, found, found.opened_at);
  return dueAt === null ? null : new Date(dueAt);
}

export const companyOf = ({ unit_path }: CaseRow): string => unit_path.split('.')[1] ?? '';

/** The desk it was handed in at; for what a portal sent without one, the centre of the province in which the work lies. */
async function centreOf(trx: Trx, found: CaseRow): Promise<Unit | undefined> {
  const desk = found.filed_at ? await findUnit(trx, found.filed_at) : undefined;
  if (desk?.kind === 'administration_centre') return desk;
  return found.channel === 'portal' ? centreOfCompany(trx, companyOf(found)) : undefined;
}

/** The centre of the first province that a company serves. */
export async function centreOfCompany(trx: Trx, company: string): Promise<Unit | undefined> {
  const province = (await listProvinces(trx)).find(({ companyCode }) => companyCode === company);
  const centres = province ? await listUnits(trx, { kind: 'administration_centre' }) : [];
  return centres.find(({ provinceCode }) => provinceCode === province?.code);
}
