import type { CaseGraph } from './graph.ts';

/** A picture that stands, for a telephone: a row a step, and tracks beside the rows that part and meet again. */
export const tall = { track: 18, mark: 11 };

type Row = { id: string; track: number };
/** From one row to a later one, along a track. */
type Link = { from: number; to: number; track: number; passed: boolean };
export type TallPlan = { tracks: number; rows: Row[]; links: Link[] };

/** As a log of changes draws its branches: a track leads to the step it waits for; the first step after it goes on along its own. */
export function placeTall({ nodes, arrows }: CaseGraph): TallPlan {
  const waits: (string | null)[] = [];
  const rows: Row[] = [];
  const links: Link[] = [];
  const coming: { link: Link; to: string }[] = [];
  for (const [index, { id }] of nodes.entries()) {
    const track = waits.includes(id) ? waits.indexOf(id) : firstFree(waits);
    for (const [other, wanted] of waits.entries()) if (wanted === id) waits[other] = null;
    for (const { link, to } of coming) if (to === id) link.to = index;
    rows.push({ id, track });
    const next = nodes.flatMap((node) => arrows.filter(({ from, to }) => from === id && to === node.id));
    for (const [place, { to, passed }] of next.entries()) {
      const along = place === 0 ? track : firstFree(waits);
      waits[along] = to;
      const link = { from: index, to: index, track: along, passed };
      links.push(link);
      coming.push({ link, to });
    }
  }
  return { tracks: Math.max(1, waits.length), rows, links };
}

function firstFree(waits: readonly (string | null)[]): number {
  const free = waits.indexOf(null);
  return free === -1 ? waits.length : free;
}
