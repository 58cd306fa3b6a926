import { channelNames } from '#modules/cases/index.ts';
import { listServices, readConnections } from '#modules/catalogue/index.ts';
import { type Actor, listUnits, type Unit } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Language, Text } from '#platform/text.ts';
import type { Dimension } from './board.ts';
import type { Filter } from './queries.ts';
import { showMonth } from './rules/show.ts';

export type Option = { value: string; name: Text };
export type Names = {
  of(dimension: Dimension, value: string, language: Language): string;
  /** What can be chosen, by whoever looks. */
  options: Record<Exclude<Dimension, 'month'>, Option[]>;
  step(code: string, language: Language): string;
};

/** What the values of the dimensions are called, and which of them this person may choose between. */
export async function readNames(trx: Trx, actor: Actor, filter: Filter, today: string): Promise<Names> {
  const units = await listUnits(trx, { closedToo: true });
  const services = await listServices(trx, today);
  const classes = await readConnections(trx, `${filter.from}-01`, today);
  const seen = units.filter((unit) => sees(actor, unit));
  const company = units.find((unit) => unit.code === filter.company);
  const options = {
    company: seen.filter(({ kind }) => kind === 'company' || kind === 'care_centre').map(asOption),
    unit: seen
      .filter(({ kind, path }) => kind === 'district_unit' && (!company || below(path, company.path)))
      .map(asOption),
    service: services.map(({ definition }) => ({ value: definition.code, name: definition.name })),
    channel: Object.entries(channelNames)
      .filter(([value]) => value !== 'console' && value !== 'system')
      .map(([value, name]) => ({ value, name })),
    class: classes.map(({ code, name }) => ({ value: code, name })),
  };
  const unitNames = new Map(units.map((unit) => [unit.code, unit.name]));
  const others = new Map(
    [...options.service, ...options.channel, ...options.class].map(({ value, name }) => [value, name]),
  );
  const of = (dimension: Dimension, value: string, language: Language) => {
    if (dimension === 'month') return showMonth(value);
    const names = dimension === 'company' || dimension === 'unit' ? unitNames : others;
    return names.get(value)?.[language] ?? value;
  };
  const steps = new Map(
    services.flatMap(({ definition }) => definition.steps.map(({ code, name }) => [code, name])),
  );
  const step = (code: string, language: Language) => steps.get(code)?.[language] ?? code;
  return { of, options, step };
}

const asOption = ({ code, name }: Unit): Option => ({ value: code, name });
export const below = (path: string, above: string): boolean => path === above || path.startsWith(`${above}.`);
const sees = ({ scope }: Actor, { path }: Unit): boolean =>
  scope.system || scope.paths.some((own) => below(path, own) || below(own, path));
