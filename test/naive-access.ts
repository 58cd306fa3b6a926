import { z } from 'zod';

/**
 * The figures of the board of access to electricity worked out a second time, from the events of the cases alone and with nothing of
 * the system's own counting: no turns, no pauses, no calendars, no views. Slow and plain on purpose.
 */
export type Event = {
  case_id: string;
  seq: number;
  kind: string;
  at: Date;
  channel: string;
  data: unknown;
};
type Step = { step: string; party: string; unit: string };
type Group = 'utility' | 'state' | 'customer';
const groupOf: Record<string, Group> = {
  ...{ unit: 'utility', company: 'utility', corporation: 'utility' },
  ...{ agency: 'state', administration_centre: 'state' },
  ...{ customer: 'customer', contractor: 'customer' },
};
const order: readonly Group[] = ['utility', 'state', 'customer'];

/** What the reader of the log must be told of the services and limits of those days. */
export type Known = {
  services: Record<
    number,
    {
      code: string;
      uncounted: readonly string[];
      limits: Record<string, number>;
      answers: Record<string, object>;
    }
  >;
  /** Newer versions of a service by its code, for a case that became another. */
  versionOf: Record<string, number>;
  companyOf: Record<string, string>;
  classOf(service: string, details: Record<string, string>): string | null;
  limitOf(kind: string, day: string): number;
  workingHours: readonly (readonly [number, number])[];
  daysOff: readonly string[];
};

type State = {
  open: Step[];
  asked: boolean;
  paused: boolean;
  over: boolean;
  unit: string;
  service: number;
  variant: string;
  details: Record<string, string>;
};
const opened = z.object({
  opened: z.array(z.object({ step: z.string(), party: z.string(), unit: z.string() })).default([]),
});
const open = z.object({
  unit: z.string(),
  service_version: z.number(),
  variant: z.string(),
  details: z.record(z.string(), z.string()),
});
const kind = z.object({ service: z.string(), variant: z.string() });

type Turn = (state: State, data: unknown, known: Known) => void;
const begins: Turn = (state, data) => void state.open.push(...opened.parse(data).opened);
const ends: Turn = (state, data) => {
  const { step } = z.object({ step: z.string() }).parse(data);
  state.open = state.open.filter((one) => one.step !== step);
};
/** A step lies with somebody else from now on. */
const goesTo =
  (party: 'customer' | 'agency' | 'unit'): Turn =>
  (state, data) => {
    const {
      step,
      unit: had,
      to,
    } = z.object({ step: z.string(), unit: z.string(), to: z.string().optional() }).parse(data);
    const unit = party === 'unit' ? state.unit : (to ?? had);
    state.open = state.open.map((one) => (one.step === step ? { step, party, unit } : one));
  };
const goesOn: Turn = (state, data, known) => {
  ends(state, data, known);
  begins(state, data, known);
};
const over: Turn = (state) => {
  Object.assign(state, { open: [], asked: false, paused: false, over: true });
};
/** What each kind of event does to whose turn it is. Kinds that are not here do nothing to it. */
export const turning: Record<string, Turn> = {
  open: (state, data) => {
    const { unit, service_version, variant, details } = open.parse(data);
    Object.assign(state, { unit, service: service_version, variant, details });
  },
  accept: begins,
  complete_step: goesOn,
  complete_last_step: over,
  ask_supplement: (state) => {
    state.asked = true;
  },
  receive_supplement: (state) => {
    state.asked = false;
  },
  pause_clock: (state) => {
    state.paused = true;
  },
  resume_clock: (state) => {
    state.paused = false;
  },
  transfer: (state, data, known) => {
    const { from, to } = z.object({ from: z.string(), to: z.string() }).parse(data);
    const companies = [known.companyOf[from], known.companyOf[to] ?? ''] as const;
    const moved = (unit: string) => (unit === from ? to : unit === companies[0] ? companies[1] : unit);
    state.open = state.open.map((one) => ({ ...one, unit: moved(one.unit) }));
    state.unit = to;
  },
  reclassify: (state, data, known) => {
    const { service, variant } = kind.parse(z.object({ to: kind }).parse(data).to);
    const version = known.versionOf[service] ?? 0;
    const answer = known.services[version]?.answers[variant] ?? {};
    Object.assign(state, { open: [], service: version, variant, details: { ...state.details, ...answer } });
    begins(state, data, known);
  },
  reopen: (state, data, known) => {
    state.over = false;
    begins(state, data, known);
  },
  close: over,
  agency_ask_supplement: goesTo('customer'),
  agency_give_supplement: goesTo('agency'),
  agency_approve: goesOn,
  agency_refuse: goesTo('unit'),
  agency_hand_back: goesTo('unit'),
  agency_send_again: (state, data, known) => {
    const { resent } = z.object({ resent: z.boolean().default(false) }).parse(data);
    if (!resent) goesTo('agency')(state, data, known);
  },
  agency_stop: over,
  decline: over,
  withdraw: over,
};

export type Figures = {
  id: string;
  dimensions: Record<'month' | 'company' | 'unit' | 'service' | 'channel' | 'class', string>;
  days: Record<Group, number>;
  steps: Map<string, number>;
  /** Milliseconds by party, unit and step; and from the opening to the finish, less the time between an end and a reopening. */
  parts: Map<string, number>;
  elapsed: number;
  limit: number;
  signs: { near_due: boolean; reopened: boolean; supplements: boolean; bare_pause: boolean; slower: boolean };
};

/** Every finished connection, as its events tell it. */
export function naiveAccess(events: readonly Event[], known: Known): Figures[] {
  const minutes = workingMinutes(known);
  return [...Map.groupBy(events, ({ case_id }) => case_id).values()].flatMap((own) => {
    const log = own.toSorted((a, b) => a.seq - b.seq);
    const found = tell(log, known, minutes);
    return found ? [found] : [];
  });
}

type Count = (from: number, to: number) => number;
const fullDay = ({ workingHours }: Known) => workingHours.reduce((sum, [from, to]) => sum + to - from, 0);
type Span = { from: number; to: number; state: State };

function tell(log: readonly Event[], known: Known, minutes: Count): Figures | null {
  const spans = spansOf(log, known);
  const last = log.findLast(({ kind: what }) => what === 'complete_last_step');
  const reopening = log.findLast(({ kind: what }) => what === 'reopen');
  const final = spans.at(-1)?.state;
  const [first] = log;
  if (!first || !final || !last || (reopening && reopening.seq > last.seq)) return null;
  const service = known.services[final.service];
  const kindOfConnection = service && known.classOf(service.code, final.details);
  if (!service || !kindOfConnection) return null;
  const company = known.companyOf[final.unit] ?? '';
  return {
    id: first.case_id,
    dimensions: {
      ...{ month: `${dayThere(last.at).slice(0, 7)}-01`, company, unit: final.unit },
      ...{ service: service.code, channel: first.channel, class: kindOfConnection },
    },
    ...shares(spans, last.at.getTime(), minutes, fullDay(known)),
    limit: known.limitOf(kindOfConnection, dayThere(first.at)),
    signs: signsOf(log, spans, last.at.getTime(), service.limits[final.variant] ?? 0, known),
  };
}

/** What stood between one event and the next. */
function spansOf(log: readonly Event[], known: Known): Span[] {
  const state: State = {
    ...{ open: [], asked: false, paused: false, over: false },
    ...{ unit: '', service: 0, variant: '', details: {} },
  };
  return log.map((event, n) => {
    turning[event.kind]?.(state, event.data, known);
    const to = log[n + 1]?.at.getTime() ?? Number.POSITIVE_INFINITY;
    return { from: event.at.getTime(), to, state: { ...state, open: [...state.open] } };
  });
}

/** Whose each working minute was. */
function shares(spans: readonly Span[], end: number, minutes: Count, day: number) {
  const days: Record<Group, number> = { utility: 0, state: 0, customer: 0 };
  const steps = new Map<string, number>();
  const parts = new Map<string, number>();
  let elapsed = 0;
  for (const { from, to, state } of spans) {
    if (state.over || from >= end) continue;
    const owners = ownersOf(state);
    elapsed += Math.min(to, end) - from;
    for (const { step, party, unit } of owners) {
      const key = `${party} ${groupOf[party] === 'customer' ? '' : unit} ${step}`;
      parts.set(key, (parts.get(key) ?? 0) + (Math.min(to, end) - from) / owners.length);
      const part = minutes(from, Math.min(to, end)) / owners.length / day;
      days[groupOf[party] ?? 'utility'] += part;
      steps.set(`${step} ${party}`, (steps.get(`${step} ${party}`) ?? 0) + part);
    }
  }
  return { days, steps, parts, elapsed };
}

function ownersOf({ open: steps, asked, unit }: State): Step[] {
  if (asked) return [{ step: '', party: 'customer', unit: '' }];
  for (const group of order) {
    const own = steps.filter(({ party }) => groupOf[party] === group);
    if (own.length > 0) return own;
  }
  return [{ step: '', party: 'unit', unit }];
}

function signsOf(log: readonly Event[], spans: readonly Span[], end: number, limit: number, known: Known) {
  const many = (what: string) => log.filter(({ kind: one }) => one === what);
  const due = dueOf(log, spans, end, limit, known);
  const bare = z.object({ documents: z.array(z.string()) });
  return {
    near_due: due >= end && due - end <= 3_600_000,
    reopened: many('reopen').length > 0,
    supplements: many('ask_supplement').length >= 2,
    bare_pause: many('pause_clock').some(({ data }) => bare.parse(data).documents.length === 0),
    slower: many('reclassify').some(({ data }) => z.object({ slower: z.boolean() }).parse(data).slower),
  };
}

/** The close of the n-th working day after the opening at which the clock did not rest. */
function dueOf(
  log: readonly Event[],
  spans: readonly Span[],
  end: number,
  limit: number,
  known: Known,
): number {
  const close = known.workingHours.at(-1)?.[1] ?? 0;
  let midnight = Date.parse(`${dayThere(log[0]?.at ?? new Date())}T00:00:00+07:00`);
  for (let left = limit; left > 0; ) {
    midnight += 86_400_000;
    const at = midnight + close * 60_000;
    if (isOff(dayThere(new Date(midnight)), known)) continue;
    const state = spans.find(({ from, to }) => from <= at && at < to)?.state;
    if (at >= end || !state || !rests(state, known)) left -= 1;
    if (left === 0) return at;
  }
  return 0;
}

function rests({ asked, paused, over: done, open: steps, service }: State, known: Known): boolean {
  const uncounted = known.services[service]?.uncounted ?? [];
  const others =
    steps.length > 0 &&
    steps.every(({ step, party }) => uncounted.includes(step) && groupOf[party] !== 'utility');
  return asked || paused || done || others;
}

const dayThere = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
const isOff = (day: string, { daysOff }: Known): boolean =>
  daysOff.includes(day) || [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** Counts minute by minute: how many of those before each are worked, written down once. */
function workingMinutes(known: Known): Count {
  const start = Date.parse('2025-09-01T00:00:00+07:00');
  const before: number[] = [0];
  for (let day = 0; day < 600; day++) {
    const off = isOff(dayThere(new Date(start + day * 86_400_000)), known);
    for (let minute = 0; minute < 1440; minute++) {
      const works = !off && known.workingHours.some(([from, to]) => from <= minute && minute < to);
      before.push((before.at(-1) ?? 0) + (works ? 1 : 0));
    }
  }
  const at = (instant: number) => before[(instant - start) / 60_000] ?? Number.NaN;
  return (from, to) => at(to) - at(from);
}

/** Between the two nearest, by the distance. */
export function naiveQuantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}
