import { afterEach, expect, test } from 'vitest';
import { aProfile, removeProfile } from '#test/a-profile.ts';
import { readProfile } from './index.ts';

const made: string[] = [];
afterEach(() => Promise.all(made.splice(0).map(removeProfile)));

const paper = `code: mau
kind: survey-minutes
groups: [supply]
name: { vi: Biên bản, en: Minutes }
symbol: BBKS
blocks:
  - text: 'Cho {customer_name}, tại {point}.'
fields:
  - { name: point, type: text, label: { vi: Điểm, en: Point }, required: true }
signers:
  - { party: customer, as: Khách hàng }
  - { party: unit, as: Điện lực }
source: Quy trình 1
validFrom: 2018-01-01
`;

async function mistakes(text: string): Promise<string[]> {
  const directory = await aProfile({ 'papers/mau.yaml': text });
  made.push(directory);
  const read = await readProfile(directory);
  return read.ok ? [] : read.mistakes.map(({ file, line, reason }) => `${file}:${line}: ${reason}`);
}

test('a sound template is read', async () => expect(await mistakes(paper)).toEqual([]));

test.each([
  [
    'a word in braces that nobody fills',
    paper.replace('{point}.', '{pont}.'),
    'papers/mau.yaml:7: {pont}: neither a fact of the case nor a field',
  ],
  [
    'a group of no service',
    paper.replace('[supply]', '[supply, gas]'),
    'papers/mau.yaml:3: no service of group gas',
  ],
  [
    'a paper that the unit does not sign',
    paper.replace('  - { party: unit, as: Điện lực }\n', ''),
    'papers/mau.yaml:10: signers: the unit signs each of its papers',
  ],
  [
    'a field that stands twice',
    paper.replace(
      'signers:',
      '  - { name: point, type: text, label: { vi: Điểm, en: Point }, required: true }\nsigners:',
    ),
    'papers/mau.yaml:10: point stands here twice',
  ],
])('%s is a mistake with its line', async (_, text, mistake) => {
  expect(await mistakes(text)).toEqual([mistake]);
});
