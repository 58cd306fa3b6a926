import { createElement, type ReactNode } from 'react';
import type { Actor } from '#modules/organisation/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Language } from '#platform/text.ts';
import { BodySection } from './body-section.tsx';
import { readBodySteps } from './read-bodies.ts';

/** For the page of a case, which knows nothing of State bodies: what each of them has of it, as a section. */
export const atBodies =
  (clock: Clock) =>
  async (trx: Trx, actor: Actor, caseId: string, language: Language): Promise<ReactNode> => {
    const now = clock.now();
    return createElement(BodySection, { steps: await readBodySteps(trx, actor, caseId, now), language, now });
  };
