/** What the index of reliability and transparency asks, 0 to 8 in all. Interruptions are those of a customer in a year. */
export type Reliability = {
  /** Hours; null where the utility keeps no such figure. */
  saidi: number | null;
  saifi: number | null;
  /** The utility watches outages, and restores supply, by an automatic system rather than by calls and by hand. */
  monitorsByTool: boolean;
  restoresByTool: boolean;
  /** A body independent of the utility looks at its reliability. */
  regulatorLooks: boolean;
  /** The utility pays, or is fined, when outages pass a cap. */
  paysBeyondCap: boolean;
  /** Tariffs are on line, and a change is told a full billing cycle ahead. */
  tariffsOnline: boolean;
  tariffChangesTold: boolean;
};
/** What is answered with yes or no. */
export type Asked = Exclude<keyof Reliability, 'saidi' | 'saifi'>;
export type Outages = { saidi: number; saifi: number };
export type ReliabilityIndex = { eligible: boolean; outages: number; index: number };

const most = 100;
/** The score of outages by what both figures keep below. */
const outageSteps = [
  { within: 1, score: 3 },
  { within: 4, score: 2 },
  { within: 12, score: 1 },
];

const outageScore = (saidi: number, saifi: number): number =>
  outageSteps.find(({ within }) => saidi <= within && saifi <= within)?.score ?? 0;

/** Without figures of outages, or with outages beyond all measure, nothing else earns a point. */
export function reliabilityIndex(facts: Reliability): ReliabilityIndex {
  const { saidi, saifi } = facts;
  if (saidi === null || saifi === null || saidi > most || saifi > most)
    return { eligible: false, outages: 0, index: 0 };
  const outages = outageScore(saidi, saifi);
  const others = [
    facts.monitorsByTool,
    facts.restoresByTool,
    facts.regulatorLooks,
    facts.paysBeyondCap,
    facts.tariffsOnline && facts.tariffChangesTold,
  ];
  return { eligible: true, outages, index: outages + others.filter(Boolean).length };
}

/** Null while anything that it asks is unknown: what is not known is neither a point nor the lack of one. */
export function knownIndex(
  outages: Outages | null,
  answers: Record<Asked, boolean | null>,
): ReliabilityIndex | null {
  const { monitorsByTool, restoresByTool, regulatorLooks, paysBeyondCap, tariffsOnline, tariffChangesTold } =
    answers;
  if (
    outages === null ||
    monitorsByTool === null ||
    restoresByTool === null ||
    regulatorLooks === null ||
    paysBeyondCap === null ||
    tariffsOnline === null ||
    tariffChangesTold === null
  )
    return null;
  return reliabilityIndex({
    ...outages,
    ...{ monitorsByTool, restoresByTool, regulatorLooks, paysBeyondCap, tariffsOnline, tariffChangesTold },
  });
}
