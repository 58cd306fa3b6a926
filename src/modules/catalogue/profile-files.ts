import type { z } from 'zod';
import { reorganisationSchema } from '#modules/organisation/index.ts';
import { agencyIdSchema } from './agency-id.ts';
import {
  channelSchema,
  districtSchema,
  escalationSchema,
  provinceSchema,
  serviceSchema,
  standardSchema,
  unitSchema,
  utilitySchema,
} from './definition.ts';
import { connectionSchema, gettingElectricitySchema } from './definition-access.ts';
import { calendarSchema } from './definition-basics.ts';
import { paperTemplateSchema } from './definition-paper.ts';
import { oneStopRuleSchema } from './one-stop.ts';
import type { Located, LocatedProfile, Mistake } from './profile.ts';
import { provinceMapSchema } from './province-map.ts';
import { parseEntry, readYaml, type YamlFile } from './read-yaml.ts';
import { regulationSchema, regulationTemplateSchema } from './regulation.ts';

type Reader = (yaml: YamlFile, into: LocatedProfile) => Mistake[];

const readers: [RegExp, Reader][] = [
  [/^profile\.yaml$/, (yaml, into) => readOne(yaml, utilitySchema, into.utility)],
  [/^units\/[^/]+\.yaml$/, (yaml, into) => readList(yaml, 'entries', unitSchema, into.units)],
  [
    /^districts\.yaml$/,
    (yaml, into) => [
      ...readList(yaml, 'provinces', provinceSchema, into.provinces, ['entries']),
      ...readList(yaml, 'entries', districtSchema, into.districts, ['provinces']),
    ],
  ],
  [/^services\/[^/]+\.yaml$/, (yaml, into) => readOne(yaml, serviceSchema, into.services)],
  [/^calendars\/[^/]+\.yaml$/, (yaml, into) => readOne(yaml, calendarSchema, into.calendars)],
  [/^papers\/[^/]+\.yaml$/, (yaml, into) => readOne(yaml, paperTemplateSchema, into.papers)],
  [/^standards\.yaml$/, (yaml, into) => readList(yaml, 'entries', standardSchema, into.standards)],
  [/^map\.yaml$/, (yaml, into) => readOne(yaml, provinceMapSchema, into.maps)],
  [/^channels\.yaml$/, (yaml, into) => readList(yaml, 'entries', channelSchema, into.channels)],
  [/^connections\.yaml$/, (yaml, into) => readList(yaml, 'entries', connectionSchema, into.connections)],
  [
    /^getting-electricity\.yaml$/,
    (yaml, into) => readList(yaml, 'entries', gettingElectricitySchema, into.electricity),
  ],
  [/^agency-ids\.yaml$/, (yaml, into) => readList(yaml, 'entries', agencyIdSchema, into.agencyIds)],
  [/^one-stop\.yaml$/, (yaml, into) => readList(yaml, 'entries', oneStopRuleSchema, into.oneStop)],
  [/^escalation\.yaml$/, (yaml, into) => readList(yaml, 'entries', escalationSchema, into.escalations)],
  [
    /^regulations\/[^/]+\.yaml$/,
    (yaml, into) => readList(yaml, 'entries', regulationSchema, into.regulations),
  ],
  [
    /^regulation-templates\.yaml$/,
    (yaml, into) => readList(yaml, 'entries', regulationTemplateSchema, into.regulationTemplates),
  ],
  [
    /^reorganisations\.yaml$/,
    (yaml, into) => readList(yaml, 'entries', reorganisationSchema, into.reorganisations),
  ],
];

/** Reads one file into the profile, by its name; returns what is wrong in it. */
export function readFileOf(file: string, text: string, into: LocatedProfile): Mistake[] {
  const reader = readers.find(([name]) => name.test(file))?.[1];
  if (!reader) return [{ file, line: 1, reason: 'no file of this name belongs into a profile' }];
  const yaml = readYaml(file, text);
  return yaml.mistakes.length > 0 ? yaml.mistakes : reader(yaml, into);
}

function readOne<S extends z.ZodType>(yaml: YamlFile, schema: S, into: Located<z.infer<S>>[]): Mistake[] {
  const read = parseEntry(schema, yaml.content, yaml, []);
  if ('mistakes' in read) return read.mistakes;
  into.push(read.entry);
  return [];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list under a key; what stands under `defaults` holds for each entry that does not say otherwise. */
function readList<S extends z.ZodType>(
  yaml: YamlFile,
  key: 'entries' | 'provinces',
  schema: S,
  into: Located<z.infer<S>>[],
  alsoAllowed: string[] = [],
): Mistake[] {
  const { content, file } = yaml;
  const wrong = (reason: string, path: string[] = []) => [{ file, line: yaml.lineOf(path), reason }];
  if (!isRecord(content)) return wrong(`the file holds 'defaults' and '${key}'`);
  const stranger = Object.keys(content).find((name) => ![key, 'defaults', ...alsoAllowed].includes(name));
  if (stranger) return wrong(`${stranger}: no such part of this file`, [stranger]);
  const list = content[key];
  if (!Array.isArray(list)) return wrong(`${key}: a list is expected`, [key]);
  // A province has neither source nor validity of its own.
  const defaults = key === 'entries' && isRecord(content.defaults) ? content.defaults : {};
  return list.flatMap((item: unknown, index) => {
    const read = parseEntry(schema, isRecord(item) ? { ...defaults, ...item } : item, yaml, [key, index]);
    if ('mistakes' in read) return read.mistakes;
    into.push(read.entry);
    return [];
  });
}
