import { readMoment } from './moment.ts';
import { listOf, type Sent } from './read-sent.ts';

export type Filter =
  | { codes: string[] }
  | { from: Date; to: Date; services: string[]; open: boolean; closed: boolean };
export type FilterFault = 'moment_wrong' | 'range_backwards' | 'range_too_long' | 'status_wrong' | 'too_many';
type Read = { filter: Filter; faults: Record<string, FilterFault> };

const day = 86_400_000;
/** The standard's own measures. */
const longest = 90 * day;
export const mostRequests = 1000;

/** Which requests are asked for. Codes override all else; without dates it is the last ninety days. */
export function readFilter(sent: Sent, now: Date): Read {
  const codes = listOf(sent, 'service_request_id');
  if (codes.length > 0)
    return {
      filter: { codes },
      faults: codes.length > mostRequests ? { service_request_id: 'too_many' } : {},
    };
  const [start, end] = [momentOf(sent, 'start_date'), momentOf(sent, 'end_date')];
  const statuses = listOf(sent, 'status');
  const faults: Record<string, FilterFault> = {};
  if (start === null) faults.start_date = 'moment_wrong';
  if (end === null) faults.end_date = 'moment_wrong';
  if (statuses.some((each) => each !== 'open' && each !== 'closed')) faults.status = 'status_wrong';
  const span = spanOf(start ?? undefined, end ?? undefined, now);
  if (start && end && start > end) faults.end_date = 'range_backwards';
  else if (span.to.getTime() - span.from.getTime() > longest) faults.start_date = 'range_too_long';
  const asked = (status: string) => statuses.length === 0 || statuses.includes(status);
  const services = listOf(sent, 'service_code');
  return { filter: { ...span, services, open: asked('open'), closed: asked('closed') }, faults };
}

function spanOf(start: Date | undefined, end: Date | undefined, now: Date): { from: Date; to: Date } {
  const to = end ?? (start ? new Date(start.getTime() + longest) : now);
  return { from: start ?? new Date(to.getTime() - longest), to };
}

/** Null where it cannot be read, undefined where none was sent. */
function momentOf(sent: Sent, name: string): Date | null | undefined {
  const typed = sent.get(name)?.at(-1);
  return typed === undefined ? undefined : readMoment(typed);
}
