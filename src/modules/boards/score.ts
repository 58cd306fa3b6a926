import {
  type ElectricityFact,
  readConnections,
  readElectricityFacts,
  readUtility,
} from '#modules/catalogue/index.ts';
import { type Actor, listUnits } from '#modules/organisation/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Text } from '#platform/text.ts';
import { below } from './names.ts';
import type { OutageSource } from './outages.ts';
import { type ConnectionsOfYear, readConnectionsOfYear } from './queries-score.ts';
import { type ReliabilityFacts, reliabilityOf } from './reliability.ts';
import {
  type Bounds,
  type Component,
  components,
  gettingElectricity,
  type Scored,
} from './rules/getting-electricity.ts';
import { addMonths, lastDay } from './rules/months.ts';
import { parseScoreUrl } from './score-url.ts';

export type ScoreLine = {
  component: Component;
  name: Text;
  bounds: Bounds | null;
  value: number | null;
  /** Where the value comes from: counted here, or a dated figure that others published. */
  from: ElectricityFact | 'cases' | 'outages' | null;
  published: ElectricityFact | undefined;
};
export type ScoreFacts = {
  months: { from: string; to: string };
  /** The class of connections that is counted. */
  kind: { code: string; name: Text } | null;
  company: string | undefined;
  companies: { code: string; name: Text }[];
  counted: ConnectionsOfYear;
  lines: ScoreLine[];
  scored: Scored | null;
  reliability: ReliabilityFacts;
  published: ElectricityFact | undefined;
};

/** The "Getting electricity" score over the last twelve months, of a company or of all that somebody sees. */
export async function readScore(
  trx: Trx,
  actor: Actor,
  query: unknown,
  now: Date,
  readOutages: OutageSource,
): Promise<ScoreFacts> {
  const { timezone } = await readUtility(trx, dayAt(now));
  const today = dayAt(now, timezone);
  const to = today.slice(0, 7);
  const months = { from: addMonths(to, -11), to };
  const { company } = parseScoreUrl(query);
  const period = { begins: `${months.from}-01`, ends: lastDay(to), company };
  const kind = (await readConnections(trx, period.begins, today)).find(({ scored }) => scored);
  const counted = await readConnectionsOfYear(trx, { ...period, kind: kind?.code ?? '' });
  const facts = await readElectricityFacts(trx, today);
  const reliability = reliabilityOf(facts, await readOutages(trx, period));
  const lines = components.map((component) => lineOf(component, facts, counted, reliability));
  return {
    ...{ months, kind: kind ?? null, company, counted, lines, scored: score(lines), reliability },
    companies: await companiesSeen(trx, actor),
    published: facts.find(({ code }) => code === 'published-score'),
  };
}

async function companiesSeen(trx: Trx, { scope }: Actor) {
  const units = await listUnits(trx, {});
  return units
    .filter(({ kind }) => kind === 'company')
    .filter(({ path }) => scope.system || scope.paths.some((own) => below(path, own)))
    .map(({ code, name }) => ({ code, name }));
}

function lineOf(
  component: Component,
  facts: readonly ElectricityFact[],
  counted: ConnectionsOfYear,
  reliability: ReliabilityFacts,
): ScoreLine {
  const about = facts.find(({ code }) => code === component);
  const published = facts.find(({ code }) => code === `${component}-value`);
  const own = {
    procedures: counted.median_procedures,
    time: counted.median_days,
    cost: null,
    reliability: reliability.own?.index ?? null,
  };
  const value = own[component];
  return {
    component,
    name: about?.name ?? { vi: component, en: component },
    bounds: about?.bounds ?? null,
    value: value ?? published?.value ?? null,
    from: value === null ? (published ?? null) : component === 'reliability' ? 'outages' : 'cases',
    published,
  };
}

function score(lines: readonly ScoreLine[]): Scored | null {
  const [procedures, time, cost, reliability] = components.map((name) =>
    lines.find(({ component }) => component === name),
  );
  if (!procedures?.bounds || !time?.bounds || !cost?.bounds || !reliability?.bounds) return null;
  return gettingElectricity(
    {
      ...{ procedures: procedures.value, time: time.value },
      ...{ cost: cost.value, reliability: reliability.value },
    },
    {
      ...{ procedures: procedures.bounds, time: time.bounds },
      ...{ cost: cost.bounds, reliability: reliability.bounds },
    },
  );
}
