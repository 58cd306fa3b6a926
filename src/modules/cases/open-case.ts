import type { Actor } from '#modules/organisation/index.ts';
import type { Clock } from '#platform/clock.ts';
import { groupCommit } from '#platform/group-commit.ts';
import type { Database } from '#platform/postgres/database.ts';
import { Refused } from '#platform/refused.ts';
import type { Deps } from './act-on-case.ts';
import { openTogether } from './opening/open-together.ts';
import type { Asked, OpenCase, Opened } from './opening/types.ts';

/** The best of four settings in one run on two processors, by less than that machine's noise (bench/README.md). */
const together = { most: 32, lanes: 2 };

type Open = (asked: Asked) => Promise<Opened>;
const openers = new WeakMap<Database, WeakMap<Clock, Open>>();

/** The one act that every door ends in. Answers only after the commit; a retry gives the same case. */
export const openCase = (deps: Deps, actor: Actor, request: OpenCase): Promise<Opened> =>
  openerOf(deps)({ actor, request });

/** One opener for a database and a clock: whoever asks at the same time shares its transactions. */
function openerOf({ db, clock }: Deps): Open {
  const byClock = openers.get(db) ?? new WeakMap<Clock, Open>();
  openers.set(db, byClock);
  const known = byClock.get(clock);
  if (known) return known;
  const asGroup = groupCommit((asked: Asked[]) => openTogether({ db, clock }, asked), together);
  const open = (asked: Asked) =>
    asGroup(asked).catch((error: unknown) => openAlone({ db, clock }, asked, error));
  byClock.set(clock, open);
  return open;
}

const mostTries = 3;

/**
 * What PostgreSQL itself refuses (a code drawn twice, a request id that another server claims at this moment, a row it finds
 * impossible) fails the whole group: each is tried again by itself, so that one does not stand in the way of others.
 */
async function openAlone(deps: Deps, asked: Asked, failed: unknown, tries = 1): Promise<Opened> {
  if (failed instanceof Refused || !isRowRefused(failed) || tries > mostTries) throw failed;
  try {
    const [outcome] = await openTogether(deps, [asked]);
    if (!outcome?.ok) throw outcome?.error;
    return outcome.result;
  } catch (error) {
    return openAlone(deps, asked, error, tries + 1);
  }
}

/** PostgreSQL's classes 22 (data) and 23 (integrity). */
const isRowRefused = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code));

export type { OpenCase, Opened };
