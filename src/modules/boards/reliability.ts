import type { ElectricityFact } from '#modules/catalogue/index.ts';
import { type Asked, knownIndex, type Outages, type ReliabilityIndex } from './rules/reliability-index.ts';

/** What each question is called in the dated facts. */
const codes: Record<Asked, string> = {
  monitorsByTool: 'reliability-monitors',
  restoresByTool: 'reliability-restores',
  regulatorLooks: 'reliability-regulator',
  paysBeyondCap: 'reliability-deterrent',
  tariffsOnline: 'tariffs-online',
  tariffChangesTold: 'tariff-changes-told',
};
export const asked = [
  'monitorsByTool',
  'restoresByTool',
  'regulatorLooks',
  'paysBeyondCap',
  'tariffsOnline',
  'tariffChangesTold',
] as const satisfies readonly Asked[];

export type ReliabilityFacts = {
  outages: Outages | null;
  answers: Record<Asked, ElectricityFact | undefined>;
  /** Worked out here; null while anything it asks is unknown. */
  own: ReliabilityIndex | null;
  /** One of the answers it is worked out with is not confirmed. */
  uncertain: boolean;
};

export function reliabilityOf(facts: readonly ElectricityFact[], outages: Outages | null): ReliabilityFacts {
  const answers = each((name) => facts.find(({ code }) => code === codes[name]));
  return {
    outages,
    answers,
    own: knownIndex(
      outages,
      each((name) => answers[name]?.holds ?? null),
    ),
    uncertain: asked.some((name) => answers[name]?.uncertain),
  };
}

const each = <T>(answer: (name: Asked) => T): Record<Asked, T> => ({
  monitorsByTool: answer('monitorsByTool'),
  restoresByTool: answer('restoresByTool'),
  regulatorLooks: answer('regulatorLooks'),
  paysBeyondCap: answer('paysBeyondCap'),
  tariffsOnline: answer('tariffsOnline'),
  tariffChangesTold: answer('tariffChangesTold'),
});
