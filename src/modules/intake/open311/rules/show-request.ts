import type { ServiceDefinition } from '#modules/catalogue/index.ts';
import type { Language, Text } from '#platform/text.ts';
import type { RequestRow } from '../queries.ts';
import type { Plain } from '../xml.ts';

type Words = { state: string; step: string; unit: string | null; district: string | null };

/** One request as the standard has it. A row that was read without its personal columns shows its district alone. */
export function showRequest(
  row: RequestRow,
  definition: ServiceDefinition | undefined,
  words: Words,
  language: Language,
): Plain {
  const details = asTexts(row.details);
  return {
    service_request_id: row.id,
    status: ['closed', 'declined', 'withdrawn'].includes(row.state) ? 'closed' : 'open',
    status_notes: [words.state, words.step].filter(Boolean).join('. '),
    service_name: definition?.name[language] ?? null,
    service_code: definition?.code ?? null,
    description: description(details, definition),
    agency_responsible: words.unit,
    service_notice: null,
    requested_datetime: moment(row.opened_at),
    updated_datetime: moment(row.closed_at ?? row.changed_at ?? row.opened_at),
    expected_datetime: row.due_at && moment(row.due_at),
    address: row.address ?? words.district,
    address_id: row.customer_code ?? null,
    zipcode: null,
    lat: numberOf(details.lat),
    long: numberOf(details.long),
    media_url: details.media_url ?? null,
  };
}

/** The description as it was sent, or the answer to the service's free question, which may stand for it. */
function description(details: Record<string, string>, definition: ServiceDefinition | undefined) {
  const free = definition?.fields.find(({ type }) => type === 'text')?.name;
  return details.description ?? (free === undefined ? undefined : details[free]) ?? null;
}

const asTexts = (details: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typeof details === 'object' && details !== null ? details : {}).filter(
      ([, value]) => typeof value === 'string',
    ),
  );

const numberOf = (typed: string | undefined): number | null => (typed === undefined ? null : Number(typed));
const moment = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, 'Z');

type Served = {
  name_vi: string;
  name_en: string;
  province_vi: string;
  province_en: string;
  uncertain: boolean;
};

/** As much of an address as says nothing of a household: the district where the unit serves one alone, else the province. */
export function districtOf(served: readonly Served[]): Text {
  const [first] = served;
  if (!first) return { vi: '', en: '' };
  if (served.length > 1 || first.uncertain) return { vi: first.province_vi, en: first.province_en };
  return { vi: `${first.name_vi}, ${first.province_vi}`, en: `${first.name_en}, ${first.province_en}` };
}
