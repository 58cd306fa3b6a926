import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { uuidFrom } from './uuid-from.ts';

test('it is the id under which the requests of clients were written down before', () => {
  expect(uuidFrom('key-1\nonce')).toBe('10174b2c-7c0c-8ac8-9ca4-36b3bc52ca07');
  expect(uuidFrom('["named","k","n"]')).toBe('52a05131-b11c-816c-8fbb-07cce1df3f53');
});

test('any text gives a UUID of version 8, the same each time, and another text another', () => {
  const shape = z.uuid({ version: 'v8' });
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(shape.safeParse(uuidFrom(one)).success).toBe(true);
      expect(uuidFrom(one) === uuidFrom(other)).toBe(one === other);
    }),
  );
});
