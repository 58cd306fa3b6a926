import type { Chance } from './chance.ts';
import { type Schema, typesOf } from './schema.ts';

/** What a program would hardly send on purpose. */
const strange: readonly unknown[] = [
  ...[null, true, false, 0, -0, -1, 1.5, 1e308, -1e308, 2 ** 53, 2 ** 31, 9e15, '', ' ', '\n', '\t\r\n'],
  ...['\0', 'a\0b', '\ud800', '\udfff\ud800', '\u202eabc', '\ufeff', 'e\u0301'.repeat(50), '😀'.repeat(100)],
  ...[
    "'; drop table cases; --",
    "' or '1'='1",
    '#{7*7}',
    '{{7*7}}',
    '<script>alert(1)</script>',
    '../../etc/passwd',
  ],
  ...[
    '%00',
    '%s%n',
    '\\',
    '\\u0000',
    '"',
    '`',
    '0x1F',
    'NaN',
    'Infinity',
    '-',
    '1e5',
    '00',
    'null',
    'undefined',
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'a'.repeat(300),
    'x'.repeat(10_000),
    'ệ'.repeat(5000),
  ],
  ...[
    '2026-02-30',
    '0000-00-00',
    '9999-12-31',
    '275760-09-13T00:00:00Z',
    '2026-13-01T25:61:61Z',
    '+infinity',
  ],
  ...[
    '2026-03-20',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    'infinity~00000000-0000-0000-0000-000000000000',
  ],
  ...[[], {}, [[]], [null], { a: 1 }, [1, 'a', {}], { length: 5 }, { toJSON: 1 }, { $ref: '#' }],
  ...['00000000-0000-0000-0000-000000000000', 'f'.repeat(64), '12345678901', '+84912345678', '0912345678'],
];
const deep = (levels: number): unknown =>
  levels === 0 ? 'x' : levels % 2 ? [deep(levels - 1)] : { a: deep(levels - 1) };

/** Values that the server gave before, by the name of the field they came in: with them a request gets further in. */
export type Pool = Map<string, unknown[]>;

export function aStrangeValue(chance: Chance): unknown {
  if (chance.is(0.03)) return deep(chance.below(200));
  if (chance.is(0.01)) return Array.from({ length: chance.below(60) }, () => aStrangeValue(chance));
  return chance.pick(strange);
}

/** A value of a schema, each part of it strange with the chance `wild`. */
export function aValue(schema: Schema, name: string, pool: Pool, chance: Chance, wild: number): unknown {
  if (chance.is(wild)) return aStrangeValue(chance);
  const known = pool.get(name);
  if (known?.length && chance.is(0.93)) return chance.pick(known);
  if (schema.anyOf?.length) return aValue(chance.pick(schema.anyOf), name, pool, chance, wild);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum?.length) return chance.pick(schema.enum);
  const type = chance.pick(typesOf(schema));
  if (type === 'object') return anObject(schema, pool, chance, wild);
  if (type === 'array') {
    const most = Math.min(schema.maxItems ?? 4, 4);
    const items = schema.items ?? {};
    return Array.from({ length: chance.below(most + 1) }, () => aValue(items, name, pool, chance, wild));
  }
  if (type === 'integer' || type === 'number')
    return (
      (schema.minimum ?? 0) + chance.below(Math.min(100, (schema.maximum ?? 100) - (schema.minimum ?? 0)) + 1)
    );
  if (type === 'boolean') return chance.is(0.5);
  if (type === 'null') return null;
  return aString(schema, chance);
}

function anObject(schema: Schema, pool: Pool, chance: Chance, wild: number): Record<string, unknown> {
  const made: [string, unknown][] = [];
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    const leave = schema.required?.includes(name) ? wild / 2 : 0.4;
    if (!chance.is(leave)) made.push([name, aValue(inner, name, pool, chance, wild)]);
  }
  if (typeof schema.additionalProperties === 'object')
    for (const name of pool.get('detailNames') ?? [])
      if (chance.is(0.5))
        made.push([String(name), aValue(schema.additionalProperties, String(name), pool, chance, wild)]);
  if (chance.is(wild / 2)) made.push([String(aStrangeValue(chance)).slice(0, 500), aStrangeValue(chance)]);
  return Object.fromEntries(made);
}

const words = ['Nguyễn Thị Đào', 'ấp Long Thới', 'Khách ở xa', 'x', 'điện yếu', 'Tân Biên, Tây Ninh'];
function aString({ format, pattern, minLength = 0, maxLength = 100 }: Schema, chance: Chance): string {
  if (format === 'uuid') return crypto.randomUUID();
  if (format === 'date') return `2026-0${1 + chance.below(9)}-1${chance.below(10)}`;
  if (format === 'date-time') return `2026-0${1 + chance.below(9)}-11T00:00:00.000Z`;
  if (pattern?.includes('{64}')) return 'ab'.repeat(32);
  return chance.pick(words).padEnd(minLength, 'x').slice(0, maxLength);
}
