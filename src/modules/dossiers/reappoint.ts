import { acting, readWholeTerm } from '#modules/cases/index.ts';
import { currentCalendar } from '#modules/catalogue/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { dayAt, isWorkingDay } from '#platform/calendar/index.ts';
import { refuse } from '#platform/refused.ts';
import { lockDossier, updateDossier } from './queries.ts';
import { dossierReasons } from './reasons.ts';
import type { DossierDeps } from './register-dossier.ts';

/**
 * An apology with a new date for the result. The rules allow one (Decree 61/2018/NĐ-CP); a second is refused. What the utility's
 * own limit is does not move: an apology mends nothing that is late.
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
    if (before) throw refuse(dossierReasons.reappointed_once, { day: dayInWords(dayAt(before)) });
    const until = laterDay(request.until, now, dossier.appointment_at);
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

const dayInWords = (day: string) => day.split('-').reverse().join('/');

/** The close of an office's day, in the utility's country. */
function laterDay(typed: string, now: Date, appointment: Date | null): Date {
  const at = new Date(/^\d{4}-\d\d-\d\d$/.test(typed) ? `${typed}T17:00:00+07:00` : Number.NaN);
  const real = !Number.isNaN(at.getTime()) && dayAt(at) === typed;
  if (real && dayAt(at) > dayAt(now) && (!appointment || at > appointment)) return at;
  throw refuse(dossierReasons.new_date_not_later, {}, { until: dossierReasons.new_date_not_later });
}
