import type { Actor } from '#modules/organisation/index.ts';
import type { Dice } from '../names.ts';
import type { Crossing } from '../plan.ts';
import type { Cabinet } from './made-up-papers.ts';
import type { People } from './opening.ts';
import type { PaperDesk } from './signed-papers.ts';
import type { StoryClock } from './story-clock.ts';

/** A connection that is being told of: who is in it, and how far it has come. */
export type Across = {
  deps: PaperDesk & { clock: StoryClock };
  people: People;
  /** Those of the demonstration who work at a State body, by its code. */
  officers: ReadonlyMap<string, Actor>;
  person: Actor;
  dice: Dice;
  cabinet: Cabinet;
  code: string;
  plan: Crossing;
  says: Readonly<Record<string, string>>;
};
