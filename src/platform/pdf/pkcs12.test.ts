import { expect, test } from 'vitest';
import { aKeyFile, anOldKeyFile } from '#test/a-key-file.ts';
import { openKey, openPkcs12, readCertificate } from './index.ts';

test('a file of a certificate authority gives a key and its certificate', async () => {
  const pair = await openPkcs12(aKeyFile, 'matkhau');
  expect(readCertificate(pair.certificate).subject).toBe('Dien luc Thu');
  expect((await openKey(pair)).privateKey.type).toBe('private');
});

test.each([
  ['a wrong password', aKeyFile, 'sai'],
  ['the old ways of sealing', anOldKeyFile, 'matkhau'],
  ['half a file', aKeyFile.subarray(0, 300), 'matkhau'],
  ['anything else', Buffer.from('không phải'), 'matkhau'],
])('%s is refused', async (_, file, password) => {
  await expect(openPkcs12(file, password)).rejects.toThrow();
});
