import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';

/**
 * A client of Open311 GeoReport v2, written from the specification alone (wiki.open311.org/GeoReport_v2 and Service_Discovery).
 * It knows nothing of this program: not its addresses, not its services, not its words.
 */
export type Format = 'xml' | 'json';

// Unless the specification says otherwise a value is words; XML knows nothing else, so numbers and truths are read from words.
const words = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .transform((value) => (value === null || value === '' ? null : String(value)));
const needed = words.pipe(z.string());
const truth = needed.pipe(z.enum(['true', 'false'])).transform((value) => value === 'true');
const number = words.transform((value) => (value === null ? null : Number(value)));
const moment = needed
  .refine((value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(value), 'no W3C date and time')
  .transform((value) => new Date(value));

const discoverySchema = z.object({
  changeset: needed,
  contact: needed,
  key_service: needed,
  endpoints: z.array(
    z.object({
      specification: needed,
      url: needed,
      changeset: needed,
      type: needed.pipe(z.enum(['production', 'test'])),
      formats: z.array(needed),
    }),
  ),
});
const serviceSchema = z.object({
  service_code: needed,
  service_name: needed,
  description: words,
  metadata: truth,
  type: needed.pipe(z.enum(['realtime', 'batch', 'blackbox'])),
  keywords: words,
  group: words,
});
const attributeSchema = z.object({
  variable: truth,
  code: needed,
  datatype: needed.pipe(
    z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
  ),
  required: truth,
  datatype_description: words,
  order: needed.transform(Number).pipe(z.int().positive()),
  description: words,
  values: z.array(z.object({ key: needed, name: needed })).default([]),
});
const definitionSchema = z.object({ service_code: needed, attributes: z.array(attributeSchema) });
const createdSchema = z.array(
  z.object({
    service_request_id: words.optional(),
    token: words.optional(),
    service_notice: words.optional(),
    account_id: words.optional(),
  }),
);
const requestSchema = z.object({
  service_request_id: needed,
  status: needed.pipe(z.enum(['open', 'closed'])),
  status_notes: words.optional(),
  service_name: words,
  service_code: needed,
  description: words,
  agency_responsible: words.optional(),
  service_notice: words.optional(),
  requested_datetime: moment,
  updated_datetime: moment,
  expected_datetime: z.union([z.literal(null), z.literal(''), moment]).optional(),
  address: words,
  address_id: words,
  zipcode: words,
  lat: number,
  long: number,
  media_url: words,
});
const errorsSchema = z.array(z.object({ code: needed, description: needed })).min(1);

export class Open311Error extends Error {
  readonly status: number;
  readonly errors: z.infer<typeof errorsSchema>;
  constructor(status: number, errors: z.infer<typeof errorsSchema>) {
    super(errors.map(({ description }) => description).join(' | '));
    this.status = status;
    this.errors = errors;
  }
}

/** The lists of the specification's tables (⇊) and what one element of each is called. */
const lists: Record<string, string> = {
  endpoints: 'endpoint',
  formats: 'format',
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
};
const parser = new XMLParser({
  parseTagValue: false,
  ignoreDeclaration: false,
  ignoreAttributes: false,
  isArray: (name) => Object.values(lists).includes(name),
});

/** XML to the JSON that the specification maps it to: lists lose the names of their elements, the root its own. */
function spark(name: string, element: unknown): unknown {
  const item = lists[name];
  if (item !== undefined) {
    const inner = z.record(z.string(), z.array(z.unknown())).catch({}).parse(element);
    return (inner[item] ?? []).map((each) => spark(item, each));
  }
  if (typeof element !== 'object' || element === null) return element === '' ? null : element;
  return Object.fromEntries(Object.entries(element).map(([key, value]) => [key, spark(key, value)]));
}

async function read(answer: Response, format: Format, root: string): Promise<unknown> {
  const type = answer.headers.get('content-type')?.toLowerCase().replace(/\s/g, '');
  const wanted = format === 'xml' ? 'text/xml;charset=utf-8' : 'application/json;charset=utf-8';
  if (type !== wanted) throw new Error(`${answer.url}: ${type} instead of ${wanted}`);
  const text = new TextDecoder('utf-8', { fatal: true }).decode(await answer.arrayBuffer());
  const name = answer.ok ? root : 'errors';
  const content = format === 'json' ? JSON.parse(text) : fromXml(text, name);
  if (!answer.ok) throw new Open311Error(answer.status, errorsSchema.parse(content));
  return content;
}

function fromXml(text: string, root: string): unknown {
  if (!/^<\?xml version="1\.0" encoding="utf-8"\?>/i.test(text)) throw new Error('no XML declaration');
  const document = z.record(z.string(), z.unknown()).parse(parser.parse(text, true));
  if (!(root in document)) throw new Error(`no <${root}> but ${Object.keys(document)}`);
  return spark(root, document[root]);
}

export type NewRequest = {
  fields: Record<string, string>;
  attributes?: Record<string, string | string[]>;
  headers?: Record<string, string>;
};

/** Finds the endpoint by discovery; `apiKey` is sent with what needs one, and with readings when it is given. */
export async function open311Client(discoveryUrl: string, format: Format, apiKey?: string) {
  const found = discoverySchema.parse(
    await read(await fetch(`${discoveryUrl}/discovery.${format}`), format, 'discovery'),
  );
  const mime = format === 'xml' ? 'text/xml' : 'application/json';
  const endpoint = found.endpoints.find(
    ({ specification, formats }) =>
      /^https?:\/\/wiki\.open311\.org\/GeoReport_v2$/.test(specification) && formats.includes(mime),
  );
  if (!endpoint) throw new Error('no GeoReport v2 endpoint in this format');
  const get = async (path: string, root: string, query: Record<string, string> = {}) => {
    const all = new URLSearchParams({ ...query, ...(apiKey ? { api_key: apiKey } : {}) });
    return read(await fetch(`${endpoint.url}/${path}.${format}?${all}`), format, root);
  };
  const requests = z.array(requestSchema);
  return {
    discovery: found,
    services: async () => z.array(serviceSchema).parse(await get('services', 'services')),
    definition: async (code: string) =>
      definitionSchema.parse(await get(`services/${code}`, 'service_definition')),
    requests: async (query: Record<string, string> = {}) =>
      requests.parse(await get('requests', 'service_requests', query)),
    request: async (id: string) =>
      requests.length(1).parse(await get(`requests/${id}`, 'service_requests'))[0],
    token: async (token: string) =>
      createdSchema.length(1).parse(await get(`tokens/${token}`, 'service_requests'))[0],
    async create({ fields, attributes = {}, headers = {} }: NewRequest) {
      const body = new URLSearchParams({ ...fields, ...(apiKey ? { api_key: apiKey } : {}) });
      for (const [code, value] of Object.entries(attributes))
        if (typeof value === 'string') body.append(`attribute[${code}]`, value);
        else for (const each of value) body.append(`attribute[${code}][]`, each);
      const answer = await fetch(`${endpoint.url}/requests.${format}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', ...headers },
        body: body.toString(),
      });
      const created = createdSchema.length(1).parse(await read(answer, format, 'service_requests'))[0];
      return { ...created, headers: answer.headers };
    },
  };
}
