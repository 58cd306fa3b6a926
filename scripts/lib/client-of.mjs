const methods = ['get', 'post', 'put', 'patch', 'delete'];
const common = new Set(['Idempotency-Key', 'Accept-Language', 'if-match', 'if-none-match']);

/** A TypeScript client of an OpenAPI 3.1 document: its types, and one method for each operation. */
export function clientOf({ info, paths, components }) {
  const types = Object.entries(components.schemas).map(
    ([name, schema]) => `${comment(schema.description)}export type ${name} = ${typeOf(schema)};`,
  );
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    methods.filter((method) => item[method]).map((method) => operationOf(method, path, item[method])),
  );
  const head = `// ${info.title} ${info.version}. Written by \`npm run generate\` from the API's own description; not by hand.`;
  const make = `/** A program's way in: where the service is, and the key it was given. */
export function motcua(connection: Connection) {
  const ask = asking(connection);
  return {
${operations.join('\n')}
  };
}`;
  return `${[head, ...types, runtime, make].join('\n\n')}\n`;
}

function operationOf(method, path, { operationId, summary, parameters = [], requestBody, responses }) {
  const own = parameters.filter(({ name }) => !common.has(name));
  const fields = own.map(
    ({ name, required, schema }) => `${key(name)}${required ? '' : '?'}: ${typeOf(schema)}`,
  );
  const content = requestBody?.content ?? {};
  const body = content['multipart/form-data'] ? 'FormData' : bodyOf(content['application/json']?.schema);
  if (body) fields.push(`body: ${body}`);
  const [, good] = Object.entries(responses).find(([status]) => /^2/.test(status)) ?? [];
  const [type, answered] = Object.entries(good?.content ?? {})[0] ?? [];
  const answer = type === 'application/json' ? typeOf(answered.schema) : type ? 'Blob' : 'null';
  const query = own.filter((one) => one.in === 'query').map(({ name }) => JSON.stringify(name));
  const place = path.replace(/\{(\w+)\}/g, (_, name) => `\${encodeURIComponent(given.${name})}`);
  const needs = fields.some((field) => !/^\S+\?:/.test(field));
  const given = fields.length > 0 ? `given: { ${fields.join('; ')} }${needs ? '' : ' = {}'}, ` : '';
  const sent = [
    ...(query.length > 0 ? [`query: pick(given, [${query.join(', ')}])`] : []),
    ...(body ? ['body: given.body'] : []),
  ];
  return `    /** ${summary} */
    ${operationId}: (${given}how: How = {}) =>
      ask<${answer}>('${method.toUpperCase()}', \`${place}\`, { ${sent.join(', ')} }, how),`;
}

/** An act that asks nothing is called without a body. */
const bodyOf = (schema) =>
  schema && (schema.$ref || Object.keys(schema.properties ?? {}).length > 0) ? typeOf(schema) : null;

const key = (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));
const comment = (text) => (text ? `/** ${text.replaceAll('*/', '* /').replaceAll('\n', ' ')} */\n` : '');

function typeOf(schema, indent = '') {
  if (schema.$ref) return schema.$ref.split('/').at(-1);
  if (schema.anyOf) return schema.anyOf.map((one) => typeOf(one, indent)).join(' | ');
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.type))
    return schema.type.map((type) => typeOf({ ...schema, type }, indent)).join(' | ');
  if (schema.type === 'array') return `(${typeOf(schema.items ?? {}, indent)})[]`;
  if (schema.type === 'object' || schema.properties) return objectOf(schema, indent);
  return (
    { string: 'string', integer: 'number', number: 'number', boolean: 'boolean', null: 'null' }[
      schema.type
    ] ?? 'unknown'
  );
}

function objectOf({ properties, required = [], additionalProperties }, indent) {
  if (!properties)
    return typeof additionalProperties === 'object'
      ? `Record<string, ${typeOf(additionalProperties, indent)}>`
      : 'Record<string, unknown>';
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(
    ([name, schema]) =>
      `${schema.description && !schema.$ref ? `${inner}${comment(schema.description)}` : ''}${inner}${key(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema, inner)};`,
  );
  return `{\n${lines.join('\n')}\n${indent}}`;
}

const runtime = `export type Connection = {
  /** Such as https://motcua.example.vn */
  url: string;
  key: string;
  /** In which refusals are worded. */
  language?: 'vi' | 'en';
  fetch?: typeof fetch;
  /** How often a request is sent again after a broken connection, a 429 or a 503. */
  retries?: number;
};
export type How = {
  /** Made for each call where it is not given; give your own to survive a restart of your program. */
  idempotencyKey?: string;
  /** The etag that was read: refused with 412 when others were quicker. */
  ifMatch?: string;
  /** The etag that is known: \`data\` is null and \`status\` 304 when nothing changed. */
  ifNoneMatch?: string;
  signal?: AbortSignal;
};
export type Answer<T> = { data: T; status: number; etag: string | null };

/** What the service refuses, with its reason; each value at fault is named. */
export class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'Refusal';
    this.problem = problem;
  }
}

type Sent = { query?: Record<string, unknown>; body?: unknown };

function asking({ url, key, language = 'vi', fetch: send = fetch, retries = 2 }: Connection) {
  return async function ask<T>(method: string, path: string, sent: Sent, how: How): Promise<Answer<T>> {
    const form = sent.body instanceof FormData;
    const headers = new Headers({ authorization: \`Bearer \${key}\`, 'accept-language': language });
    if (sent.body !== undefined && !form) headers.set('content-type', 'application/json');
    if (method !== 'GET') headers.set('idempotency-key', how.idempotencyKey ?? crypto.randomUUID());
    if (how.ifMatch) headers.set('if-match', how.ifMatch);
    if (how.ifNoneMatch) headers.set('if-none-match', how.ifNoneMatch);
    const body = sent.body === undefined ? null : form ? (sent.body as FormData) : JSON.stringify(sent.body);
    const request = { method, headers, body, signal: how.signal ?? null };
    const address = new URL(path, url);
    for (const [name, value] of Object.entries(sent.query ?? {}))
      for (const one of [value].flat()) if (one !== undefined) address.searchParams.append(name, String(one));
    for (let left = retries; ; left -= 1) {
      const answer = await send(address, request).catch((error: unknown) => {
        if (left <= 0 || how.signal?.aborted) throw error;
        return null;
      });
      if (answer && (left <= 0 || (answer.status !== 429 && answer.status !== 503))) return read<T>(answer);
      const wait = Number(answer?.headers.get('retry-after') ?? 1);
      await new Promise((resolve) => setTimeout(resolve, Math.min(wait, 60) * 1000));
    }
  };
}

async function read<T>(answer: Response): Promise<Answer<T>> {
  const type = answer.headers.get('content-type') ?? '';
  if (answer.status >= 400) throw new Refusal((await answer.json()) as Problem);
  const data = answer.status === 304 ? null : type.includes('json') ? await answer.json() : await answer.blob();
  return { data: data as T, status: answer.status, etag: answer.headers.get('etag') };
}

const pick = (given: Record<string, unknown>, names: string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, given[name]]));`;
