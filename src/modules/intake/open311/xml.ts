import { XMLBuilder } from 'fast-xml-parser';
import { withoutControls } from './rules/read-sent.ts';

export type Plain = string | number | boolean | null | Plain[] | { [name: string]: Plain };

/** What one element of each list is called; JSON leaves these names out (the standard's Spark convention). */
const elementOf: Record<string, string> = {
  endpoints: 'endpoint',
  formats: 'format',
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
};

const builder = new XMLBuilder({ format: true, suppressEmptyNode: true });

/** The same content as its JSON, under a root element; nothing becomes an empty element. */
export const toXml = (root: string, content: Plain): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${builder.build({ [root]: asElement(root, content) })}`;

function asElement(name: string, value: Plain): unknown {
  if (value === null) return '';
  if (typeof value === 'string') return withoutControls(value);
  if (typeof value !== 'object') return String(value);
  if (!Array.isArray(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asElement(key, inner)]));
  const element = elementOf[name] ?? 'item';
  return value.length === 0 ? '' : { [element]: value.map((inner) => asElement(element, inner)) };
}
