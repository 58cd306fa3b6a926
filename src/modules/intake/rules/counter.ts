import type { Channel } from '#modules/cases/index.ts';
import type { DocumentAsked } from '#modules/catalogue/index.ts';
import type { Actor } from '#modules/organisation/index.ts';

const serving: readonly string[] = ['clerk', 'unit_head', 'agent', 'desk_clerk'];

/** Who enters a request for the person before them. */
export const mayServe = ({ kind, role }: Pick<Actor, 'kind' | 'role'>): boolean =>
  kind === 'staff' && role !== null && serving.includes(role);

/** The desk of the State is a door of its own: what comes in there is counted apart from the utility's counters. */
export const channelAt = (unitKind: string | undefined): Channel =>
  unitKind === 'administration_centre' ? 'administration_centre' : 'counter';

type Papers = { uploaded: readonly { kind: string }[]; shown: readonly string[]; later: boolean };

/** The papers that are owed and neither lie in the file nor were shown; none where they come with the crew's visit. */
export const missingPapers = (asked: readonly DocumentAsked[], papers: Papers): DocumentAsked[] =>
  papers.later
    ? []
    : asked.filter(
        ({ code, required }) =>
          required && !papers.shown.includes(code) && !papers.uploaded.some(({ kind }) => kind === code),
      );

/** Somebody's identity paper is looked at where the service asks for papers at all; advice is given to anybody. */
export const needsIdentity = (asked: readonly DocumentAsked[]): boolean => asked.length > 0;
