import { randomInt, randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { acceptCase, openCase } from '#modules/cases/index.ts';
import { customerActor, systemActor } from '#modules/organisation/index.ts';
import { aPaperDesk, aTemplate } from '#test/a-paper.ts';
import { aRequest, aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { makePaper, makeUnitKey, sendSigningCode, signByCustomer, signByUnit, verifyPaper } from './index.ts';

const t = useDb({ keeps: true });
let issued: Buffer;
let signed: Buffer;
let paperId: string;

beforeAll(async () => {
  const { deps, sent } = await aPaperDesk(t);
  const { serviceVersionId } = await aUtility(t.owner);
  const template = await aTemplate(t.owner);
  const [clerk, head] = [await aStaffMember(t.owner, 'clerk'), await aStaffMember(t.owner, 'unit_head')];
  const { id, code } = await openCase(t, customerActor('web', 'K', []), aRequest(serviceVersionId));
  const customer = customerActor(id, 'K', [id]);
  const by = () => ({ code, requestId: randomUUID() });
  await acceptCase(t, clerk, by());
  await makeUnitKey(deps, systemActor, 'U1');
  ({ paperId } = await makePaper(deps, clerk, { ...by(), template, fields: { point: 'Trụ 12' } }));
  await sendSigningCode(deps, customer, { code, paperId, contact: 'phone', language: 'vi' });
  await signByCustomer(deps, customer, { ...by(), paperId, typedCode: sent.at(-1)?.code ?? '' });
  await signByUnit(deps, head, { ...by(), paperId });
  const row = await t.owner.selectFrom('papers').selectAll().executeTakeFirstOrThrow();
  issued = await deps.files.read(row.sha256);
  signed = await deps.files.read(row.signed_sha256 ?? '');
});

test('the bytes that all signed are known, and the unit’s signature inside them holds', async () => {
  const verdict = await verifyPaper(t.db, signed);
  expect(verdict).toMatchObject({
    kind: 'signed',
    unit: true,
    paper: { id: paperId, state: 'complete', signatures: [{ party: 'customer' }, { party: 'unit' }] },
  });
  expect(JSON.stringify(verdict)).not.toMatch(/091|Nguyễn/);
});

test('the bytes that were issued are known as what the customer signed', async () => {
  expect(await verifyPaper(t.db, issued)).toMatchObject({ kind: 'issued', paper: { id: paperId } });
});

const region = (of: string, length: number) => {
  const start = signed.indexOf(of);
  return Array.from({ length }, (_, index) => start + index);
};

test('any changed byte is found: 400 at random, and each of the ends, the range, the head of the signature, the table', async () => {
  const places = [
    ...Array.from({ length: 400 }, () => randomInt(signed.length)),
    ...region('%PDF-', 20),
    ...region('/ByteRange', 60),
    ...region('/Contents <', 80),
    ...region('\nxref\n', 60),
    ...Array.from({ length: 40 }, (_, index) => signed.length - 1 - index),
  ];
  for (const place of places) {
    const changed = Buffer.from(signed);
    changed[place] = (changed[place] ?? 0) ^ (1 << randomInt(8));
    const { kind } = await verifyPaper(t.db, changed);
    expect(['changed', 'unknown', 'no_pdf', 'broken_pdf', 'sealed_pdf'], `byte ${place}`).toContain(kind);
  }
}, 60_000);

test('one that was changed in its text, cut or made longer says which paper it was', async () => {
  const changed = Buffer.from(signed);
  changed[2000] = (changed[2000] ?? 0) ^ 1;
  const longer = Buffer.concat([signed, Buffer.from('\n%%EOF\n')]);
  for (const other of [changed, longer, signed.subarray(0, -20)])
    expect(await verifyPaper(t.db, other)).toMatchObject({ kind: 'changed', paper: { id: paperId } });
});

test.each([
  ['a photo', Buffer.from('\x89PNG\r\n'), 'no_pdf'],
  ['nothing', Buffer.alloc(0), 'no_pdf'],
  ['half a PDF', Buffer.from('%PDF-1.4\n1 0 obj'), 'broken_pdf'],
  ['one with a password', Buffer.from('%PDF-1.4\ntrailer << /Encrypt 5 0 R >>\n%%EOF'), 'sealed_pdf'],
  ['somebody else’s', Buffer.from('%PDF-1.4\ntrailer << >>\n%%EOF'), 'unknown'],
  ['one with our mark and no paper', Buffer.from(`%PDF-1.4 motcua-paper:${randomUUID()} %%EOF`), 'unknown'],
])('%s is said to be what it is', async (_, bytes, kind) => {
  expect(await verifyPaper(t.db, bytes)).toEqual({ kind });
});
