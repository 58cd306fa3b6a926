import { expect, test } from 'vitest';
import { readProfile } from '#modules/catalogue/index.ts';
import { reliabilityOf } from './reliability.ts';

test('each answer of the shipped profile is asked for, and none is given as certain', async () => {
  const read = await readProfile('profiles/evnspc');
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
  const given = read.profile.electricity.filter(({ holds }) => holds !== undefined);
  const { answers, own } = reliabilityOf(given, { saidi: 1, saifi: 1 });
  const answered = Object.values(answers).filter((answer) => answer !== undefined);
  expect(answered.map(({ code }) => code).sort()).toEqual(given.map(({ code }) => code).sort());
  expect(answered.filter(({ uncertain }) => !uncertain)).toEqual([]);
  expect(own).toBeNull();
});
