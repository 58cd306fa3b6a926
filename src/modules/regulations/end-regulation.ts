import type { Actor } from '#modules/organisation/index.ts';
import { storable } from '#platform/text.ts';
import { listBindings, listVersions, type Recorded } from './queries-follow.ts';
import { regulationReasons as reasons } from './reasons.ts';
import { longest, type RecordDeps, type RecordRequest, record, wrongIn } from './record.ts';

export type Ending = RecordRequest & { lastDay: string; reason: string; regulation?: string };

/**
 * A regulation ends with a day: the one named, else what is in force or next to come. Cases filed before keep it. Said again with
 * another day, the last word counts; the day just before its first cancels it.
 */
export const endRegulation = (deps: RecordDeps, actor: Actor, given: Ending): Promise<Recorded> =>
  record(deps, actor, given, async (trx, { province, today }) => {
    const reason = storable(given.reason).trim();
    if (reason === '') throw wrongIn('ground', reasons.reason_needed);
    if (reason.length > longest) throw wrongIn('ground', reasons.words_too_long, { most: longest });
    const bindings = await listBindings(trx, province.code);
    const binding = bindings.find(({ to }) => to === null || to >= today);
    const issued = (await listVersions(trx, province.code)).filter(({ status }) => status === 'issued');
    const version = issued.find(({ id, code }) =>
      given.regulation ? code === given.regulation : id === binding?.regulationId,
    );
    if (!version) throw wrongIn('lastDay', reasons.not_in_force);
    const { validFrom: from } = version.definition;
    if (given.lastDay < dayBefore(from)) throw wrongIn('lastDay', reasons.ends_before_it_began, { from });
    return { stage: 'ended', since: given.lastDay, reason, regulationCode: version.code };
  });

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
