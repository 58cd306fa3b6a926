import { access } from './access.ts';
import type { Board } from './board.ts';
import { gaming } from './gaming.ts';
import { onlineShare } from './online-share.ts';
import { visits } from './visits.ts';

/** Every board, in the order of the page of figures. */
export const boards: readonly Board[] = [onlineShare, visits, access, gaming];
