/**
 * "Getting electricity" as the World Bank's Doing Business counted it until 2021. The bounds are dated data and passed in; here is
 * only the arithmetic.
 */
export const components = ['procedures', 'time', 'cost', 'reliability'] as const;
export type Component = (typeof components)[number];
export type Bounds = { best: number; worst: number };
/** Null where nobody knows the figure: then there is no score of it either. */
export type Values = Record<Component, number | null>;
export type Scored = { parts: Record<Component, number | null>; score: number | null };

/** How far a value lies from the worst towards the best, of a hundred. What is better than the best earns no more. */
export const componentScore = (value: number, { best, worst }: Bounds): number =>
  Math.min(100, Math.max(0, ((worst - value) / (worst - best)) * 100));

/** The four component scores and their plain mean. A mean of three would flatter or punish for what is not known: there is none. */
export function gettingElectricity(values: Values, bounds: Record<Component, Bounds>): Scored {
  const score = (name: Component) => {
    const value = values[name];
    return value === null ? null : componentScore(value, bounds[name]);
  };
  const parts = {
    procedures: score('procedures'),
    time: score('time'),
    cost: score('cost'),
    reliability: score('reliability'),
  };
  const known = Object.values(parts).filter((part) => part !== null);
  const all = known.length === components.length;
  return { parts, score: all ? known.reduce((sum, part) => sum + part, 0) / components.length : null };
}
