import type { Span } from '#platform/calendar/index.ts';
import type { Pause } from './derivation.ts';

/** The pauses as spans in order, overlapping ones joined; one that still runs has no end. */
export function restsOf(pauses: readonly Pause[]): Span[] {
  const spans = pauses
    .map(({ from, to }) => ({
      from: Date.parse(from),
      to: to === null ? Number.POSITIVE_INFINITY : Date.parse(to),
    }))
    .filter((span) => span.from < span.to)
    .sort((a, b) => a.from - b.from);
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joined.push(span);
  }
  return joined;
}

/** Since when the clock rests; infinity where it runs. */
export const restsSince = (rests: readonly Span[]): number =>
  rests.find((rest) => rest.to === Number.POSITIVE_INFINITY)?.from ?? Number.POSITIVE_INFINITY;

/** What is left of the spans once the rests are cut out. Both in order. */
export function* without(spans: Iterable<Span>, rests: readonly Span[]): Generator<Span> {
  for (const span of spans) {
    let from = span.from;
    for (const rest of rests) {
      if (rest.to <= from || rest.from >= span.to) continue;
      if (rest.from > from) yield { from, to: rest.from };
      from = rest.to;
    }
    if (from < span.to) yield { from, to: span.to };
  }
}

/** A working day is used up at its close; a pause covers the day when it covers that moment. */
export const covers = (rests: readonly Span[], close: number): boolean =>
  rests.some(({ from, to }) => from < close && close <= to);
