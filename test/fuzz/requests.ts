import type { InjectOptions } from 'fastify';
import type { Chance } from './chance.ts';
import type { Schema } from './schema.ts';
import { aStrangeValue, aValue, type Pool } from './values.ts';

type Parameter = { name: string; in: string; required?: boolean; schema: Schema };
type Content = Record<string, { schema: Schema }>;
export type Operation = {
  path: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  operationId: string;
  parameters: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
};

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** The operations of a description whose $refs were put in place. */
export function operationsOf(document: { paths: Record<string, Record<string, Partial<Operation>>> }) {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => ({
        ...operation,
        parameters: operation.parameters ?? [],
        path,
        method: method.toUpperCase(),
      })),
  );
}

/** Headers that are made below, so that they fit often enough. */
const ours = new Set(['if-match', 'if-none-match', 'idempotency-key']);

/** One request, more or less as the operation describes it. */
export function aRequestOf(operation: Operation, pool: Pool, chance: Chance): InjectOptions {
  const wild = chance.pick([0, 0, 0, 0.05, 0.2, 0.6]);
  const given = operation.parameters.filter(
    ({ name, required }) => !ours.has(name.toLowerCase()) && (required || chance.is(0.3)),
  );
  const of = (where: string) =>
    given
      .filter((parameter) => parameter.in === where)
      .map(
        ({ name, schema }) =>
          [name, asText(aValue(schema, meant(operation.path, name), pool, chance, wild))] as const,
      );
  let url = operation.path;
  for (const [name, value] of of('path')) url = url.replace(`{${name}}`, encoded(value, chance) || 'x');
  const query = [
    ...of('query'),
    ...(chance.is(wild / 3) ? [['strange', asText(aStrangeValue(chance))] as const] : []),
  ];
  if (query.length > 0)
    url += `?${query.map(([name, value]) => `${name}=${encoded(value, chance)}`).join('&')}`;
  const headers = {
    ...Object.fromEntries(of('header').map(([name, value]) => [name, asHeader(value)])),
    ...someHeaders(chance, wild),
  };
  const method = chance.is(0.01)
    ? chance.pick(['PUT', 'DELETE', 'PATCH', 'GET', 'POST'] as const)
    : operation.method;
  return {
    method,
    url: url.slice(0, 20_000),
    headers,
    ...(method === 'GET' ? {} : aBody(operation, pool, chance, wild, headers)),
  };
}

/** `{code}` is of a case, a service or a province, as its path says. */
const meant = (path: string, name: string): string =>
  name === 'code' ? (/v1\/(service|province)s\//.exec(path)?.[1] ?? name) : name;

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
const asHeader = (text: string): string => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?').slice(0, 4000);

function encoded(text: string, chance: Chance): string {
  if (chance.is(0.01)) return '%ZZ%E0%A4%A';
  return encodeURIComponent(text.toWellFormed());
}

function someHeaders(chance: Chance, wild: number): Record<string, string> {
  return {
    ...(chance.is(0.3) ? { 'idempotency-key': chance.pick(['a', 'b', 'c', crypto.randomUUID()]) } : {}),
    ...(chance.is(0.2)
      ? { 'if-match': chance.pick(['*', '"1"', '"2"', '"3"', 'W/"1"', 'x', '"99999999999"']) }
      : {}),
    ...(chance.is(0.2) ? { 'if-none-match': chance.pick(['*', '"1"', '"2"', 'x,,"']) } : {}),
    ...(chance.is(wild / 4)
      ? { accept: chance.pick(['text/html', '*/*', 'application/xml;q=0.1', ',,;', 'application/json']) }
      : {}),
    ...(chance.is(wild / 4) ? { 'accept-encoding': chance.pick(['identity', 'x', ',;q']) } : {}),
  };
}

function aBody(
  { requestBody }: Operation,
  pool: Pool,
  chance: Chance,
  wild: number,
  headers: Record<string, string>,
): { payload?: string | Buffer } {
  if (requestBody?.content['multipart/form-data'] && chance.is(0.9)) return aForm(chance, wild, headers);
  const schema = requestBody?.content['application/json']?.schema;
  if (!schema && chance.is(0.8)) return {};
  headers['content-type'] = chance.is(wild / 6)
    ? chance.pick([
        'text/plain',
        'application/x-www-form-urlencoded',
        'application/json; charset=utf-16',
        'multipart/form-data; boundary=x',
        'application/xml',
        ';',
        'a/b/c',
      ])
    : 'application/json';
  const text = JSON.stringify(schema ? aValue(schema, '', pool, chance, wild) : aStrangeValue(chance)) ?? '';
  if (chance.is(wild / 10)) return { payload: text.slice(0, chance.below(text.length + 1)) };
  if (chance.is(wild / 10)) return { payload: Buffer.from(text, 'latin1') };
  if (chance.is(wild / 20))
    return { payload: Buffer.from(Array.from({ length: 50 }, () => chance.below(256))) };
  if (chance.is(wild / 100)) return { payload: `"${'x'.repeat(1_100_000)}"` };
  return { payload: text };
}

const contents = [
  '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF',
  '%PDF-1.4 cut',
  '\x89PNG\r\n\x1a\n',
  'GIF89a',
  '',
  '<svg onload="alert(1)"/>',
];
const names = [
  'a.pdf',
  'ảnh.jpg',
  '../../etc/passwd',
  '"; name="x',
  'a\u202epdf.exe',
  '',
  'x'.repeat(5000),
  'con.pdf',
];

function aForm(chance: Chance, wild: number, headers: Record<string, string>): { payload: string } {
  headers['content-type'] = 'multipart/form-data; boundary=----b';
  const file = chance.is(wild) ? chance.pick(contents) : contents[0];
  const name = chance.is(wild) ? chance.pick(names) : 'giấy tờ.pdf';
  const field = chance.is(wild) ? asText(aStrangeValue(chance)).toWellFormed() : 'file';
  const type = chance.is(wild) ? chance.pick(['text/html', 'image/jpeg', '']) : 'application/pdf';
  const head = `------b\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`;
  const payload = `${head}${file}\r\n------b--\r\n`;
  return { payload: chance.is(wild / 3) ? payload.slice(0, chance.below(payload.length)) : payload };
}
