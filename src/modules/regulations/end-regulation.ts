import type { Actor } from '#modules/organisation/index.ts';
import { storable } from '#platform/text.ts';
import { listBindings, listVersions, type Recorded } from './queries-follow.ts';
import { regulationReasons as reasons } from './reasons.ts';
import { longest, type RecordDeps, type RecordRequest, record, wrongIn } from './record.ts';

export type Ending = RecordRequest & { lastDay: string; reason: string };

/** What is in force, or next to come, ends with a day. Cases filed before keep it; said again with another day, the last word counts. */
export const endRegulation = (deps: RecordDeps, actor: Actor, given: Ending): Promise<Recorded> =>
  record(deps, actor, given, async (trx, { province, today }) => {
    const reason = storable(given.reason).trim();
    if (reason === '') throw wrongIn('ground', reasons.reason_needed);
    if (reason.length > longest) throw wrongIn('ground', reasons.words_too_long, { most: longest });
    const bindings = await listBindings(trx, province.code);
    const binding = bindings.find(({ to }) => to === null || to >= today);
    const version = (await listVersions(trx, province.code)).find(({ id }) => id === binding?.regulationId);
    if (!binding || !version) throw wrongIn('lastDay', reasons.not_in_force);
    if (given.lastDay < binding.from)
      throw wrongIn('lastDay', reasons.ends_before_it_began, { from: binding.from });
    return { stage: 'ended', since: given.lastDay, reason, regulationCode: version.code };
  });
