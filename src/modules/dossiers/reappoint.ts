import { acting, readWholeTerm } from '#modules/cases/index.ts';
import { currentCalendar, readOneStopRules } from '#modules/catalogue/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { dayAt, isWorkingDay } from '#platform/calendar/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { type DossierRow, listStatusEvents, lockDossier, updateDossier } from './queries.ts';
import { dossierReasons } from './reasons.ts';
import type { DossierDeps } from './register-dossier.ts';
import { newDatesOf, timesVi } from './rules/one-stop.ts';

/**
 * An apology with a new date for the result, as often as the law allows; one more is refused. What the utility's own limit is does
 * not move: an apology mends nothing that is late.
 */
export const reappoint = (
  deps: DossierDeps,
  actor: Actor,
  request: acting.ActRequest & { until: string; reason: string },
): Promise<acting.ActResult> =>
  acting.actOnCase(deps, actor, 'reappoint', request, async ({ trx, found, now }) => {
    const dossier = await lockDossier(trx, found.id);
    if (!dossier) throw refuse(dossierReasons.dossier_not_found);
    const { reappointment_at: before } = dossier;
    if (before) await mayAgain(trx, dossier, before);
    const until = laterDay(request.until, now, before ?? dossier.appointment_at);
    // By the calendar of the whole, which is that of the State's bodies wherever a regulation or its own step counts.
    const { limit } = await readWholeTerm(trx, found, now);
    if (!isWorkingDay(await currentCalendar(trx, limit.calendar), dayAt(until)))
      throw refuse(dossierReasons.new_date_off, {}, { until: dossierReasons.new_date_off });
    const reason = request.reason.normalize('NFC').trim().slice(0, 4000);
    if (reason === '')
      throw refuse(dossierReasons.reason_needed, {}, { reason: dossierReasons.reason_needed });
    await updateDossier(trx, found.id, {
      reappointment_at: until,
      reappointed_at: now,
      reappointed_by: actor.name,
      reappointment_reason: reason,
    });
    return { data: { until: dayAt(until), reason } };
  });

/** As often as the law of the day allows on which the dossier came in. */
async function mayAgain(trx: Trx, dossier: DossierRow, before: Date): Promise<void> {
  const { most, basis } = newDatesOf(await readOneStopRules(trx, dossier.received_on, dossier.received_on));
  const given = (await listStatusEvents(trx, dossier.case_id)).filter(({ kind }) => kind === 'reappoint');
  if (given.length < most) return;
  const facts = { day: dayInWords(dayAt(before)), times: timesVi(most), most, basis };
  throw refuse(dossierReasons.reappointed_once, facts);
}

const dayInWords = (day: string) => day.split('-').reverse().join('/');

/** The close of an office's day, in the utility's country. */
function laterDay(typed: string, now: Date, appointment: Date | null): Date {
  const at = new Date(/^\d{4}-\d\d-\d\d$/.test(typed) ? `${typed}T17:00:00+07:00` : Number.NaN);
  const real = !Number.isNaN(at.getTime()) && dayAt(at) === typed;
  if (real && dayAt(at) > dayAt(now) && (!appointment || at > appointment)) return at;
  throw refuse(dossierReasons.new_date_not_later, {}, { until: dossierReasons.new_date_not_later });
}
