import { afterAll, beforeAll, expect, test } from 'vitest';
import { aMailDoor } from '#test/a-mail-door.ts';
import { aLetter } from '#test/mail-vi/a-letter.ts';
import { useDb } from '#test/use-db.ts';
import { readMails } from './read-mails.ts';

const t = useDb({ profile: true });
let door: Awaited<ReturnType<typeof aMailDoor>>;
beforeAll(async () => {
  door = await aMailDoor(t);
});
afterAll(() => door.close());

test('at one in the morning in Viet Nam the services of the new day are offered, though it is still yesterday in UTC', async () => {
  const versions = t.owner
    .selectFrom('service_versions')
    .select(['id', 'service_code', 'valid_from', 'valid_to', 'definition', 'source', 'loaded_at']);
  const { id: old, ...rest } = await versions
    .where('service_code', '=', 'cap-dien-sinh-hoat')
    .executeTakeFirstOrThrow();
  await t.owner
    .updateTable('service_versions')
    .set({ valid_to: '2026-03-04' })
    .where('id', '=', old)
    .execute();
  const definition = JSON.stringify(rest.definition);
  const { id } = await t.owner
    .insertInto('service_versions')
    .values({ ...rest, definition, valid_from: '2026-03-05' })
    .returning('id')
    .executeTakeFirstOrThrow();
  t.clock.advance({ hours: 16 }); // 5 March, 01:00 in Viet Nam
  await door.send(
    aLetter({ subject: 'Xin cấp điện mới cho nhà ở', text: 'Nhà ở thị xã Hòa Thành, Tây Ninh' }),
  );
  await readMails({ ...t, ...door.letters });
  const found = await t.owner.selectFrom('cases').selectAll().executeTakeFirstOrThrow();
  expect(found.service_version_id).toBe(id);
});
