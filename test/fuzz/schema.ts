/** As much of JSON Schema as our description uses. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  items?: Schema;
  anyOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
};

export const typesOf = ({ type, properties }: Schema): string[] =>
  type === undefined ? [properties ? 'object' : 'string'] : [type].flat();

/** Why a value is not of a schema; null where it is. `seen` are the components of the document, already without $ref. */
export function mismatch(value: unknown, schema: Schema, at = '#'): string | null {
  if (schema.anyOf) {
    const whys = schema.anyOf.map((one) => mismatch(value, one, at));
    return whys.includes(null) ? null : `${at}: fits none of ${whys.length}: ${whys.join('; ')}`;
  }
  if (schema.const !== undefined && value !== schema.const) return `${at}: not ${schema.const}`;
  if (schema.enum && !schema.enum.includes(value)) return `${at}: ${value} is not in the list`;
  if (schema.type !== undefined && !typesOf(schema).some((type) => isOf(type, value)))
    return `${at}: no ${schema.type}`;
  if (typeof value === 'string')
    return wrongString(value, schema) ? `${at}: ${value} is no ${schema.format ?? schema.pattern}` : null;
  if (Array.isArray(value))
    return first(value.map((item, index) => mismatch(item, schema.items ?? {}, `${at}/${index}`)));
  return isOf('object', value) ? wrongObject(value, schema, at) : null;
}

function wrongObject(
  value: unknown,
  { properties, required, additionalProperties }: Schema,
  at: string,
): string | null {
  const entries = Object.entries(value ?? {});
  const missing = required?.find((name) => !entries.some(([key]) => key === name));
  if (missing) return `${at}: ${missing} is missing`;
  const rest = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  return first(
    entries.map(([key, inner]) => {
      const known = properties?.[key] ?? rest;
      if (!known) return additionalProperties === false ? `${at}: ${key} is not described` : null;
      return mismatch(inner, known, `${at}/${key}`);
    }),
  );
}

const first = (whys: (string | null)[]): string | null => whys.find((why) => why !== null) ?? null;

const isOf = (type: string, value: unknown): boolean =>
  type === 'null'
    ? value === null
    : type === 'array'
      ? Array.isArray(value)
      : type === 'integer'
        ? Number.isInteger(value)
        : type === 'object'
          ? typeof value === 'object' && value !== null && !Array.isArray(value)
          : typeof value === type;

const wrongString = (value: string, { format, pattern, maxLength }: Schema): boolean =>
  (format === 'date-time' && Number.isNaN(Date.parse(value))) ||
  (pattern !== undefined && !new RegExp(pattern).test(value)) ||
  (maxLength !== undefined && [...value].length > maxLength);
