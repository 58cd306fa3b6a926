import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { openCase } from '#modules/cases/index.ts';
import { type Actor, customerActor } from '#modules/organisation/index.ts';
import { answerFailures } from '#platform/http/answer-failures.ts';
import { aServer } from '#platform/http/server.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aRequest, aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { listNotices, noticeTasks, outboxRoutes, tellCode } from '../index.ts';

const { db, owner, clock } = useDb();
const tasks = noticeTasks({
  db,
  clock,
  mail: null,
  sms: null,
  linkTo: (code) => `https://x.example/${code}`,
});

beforeEach(async () => {
  const { serviceVersionId } = await aUtility(owner);
  await aNamedUtility(owner);
  const { id } = await openCase({ db, clock }, customerActor('web', 'Khách', []), aRequest(serviceVersionId));
  await tasks.tell_customer({ caseId: id, seq: 1, kind: 'open' });
  await inScope(db, systemScope, (trx) =>
    tellCode(trx, {
      id: randomUUID(),
      code: '042137',
      contact: { kind: 'phone', to: '+84912345678' },
      language: 'vi',
      minutes: 10,
      now: clock.now(),
    }),
  );
});

/** The outbox as this person opens it; nobody, in the demonstration. */
async function outbox(actor: Actor | null, url = '/bang/thu-di') {
  const app = await aServer({ secret: 's'.repeat(32), logLevel: 'silent', behindTls: false });
  app.decorateRequest('signedIn', null);
  app.addHook('onRequest', async (request) => {
    if (actor) {
      const person = { name: actor.name, role: { vi: '', en: '' }, unit: { vi: '', en: '' } };
      request.signedIn = { actor, person, email: '', byPassword: false, secondFactor: false };
    }
  });
  answerFailures(app, (_, reply, refused) => reply.send(refused.reason.code));
  const asset = (name: string) => `/assets/${name}`;
  outboxRoutes(app, { db, clock, demo: actor === null, links: () => [], asset, sends: false });
  const answer = await app.inject({ url });
  await app.close();
  return answer;
}
const letters = async () =>
  (await inScope(db, systemScope, (trx) => listNotices(trx, { after: null }))).notices.filter(
    ({ body_html }) => body_html,
  );

it('shows a visitor of the demonstration exactly what would have been sent', async () => {
  const { body, statusCode } = await outbox(null);
  expect(statusCode).toBe(200);
  for (const words of [
    '042137 là mã xác nhận',
    'Kính chào Nguyễn Thị Đào',
    'dao@example.com',
    'Đang chờ gửi',
  ])
    expect(body).toContain(words);
});

it('shows staff what was told of the cases they see, and no code', async () => {
  const own = await outbox(await aStaffMember(owner, 'clerk', 'U1'));
  expect(own.body).toContain('Kính chào Nguyễn Thị Đào');
  expect(own.body).not.toContain('042137');
  const other = await outbox(await aStaffMember(owner, 'clerk', 'U2'));
  expect(other.body).not.toContain('Nguyễn Thị Đào');
});

it('shows a letter as its reader sees it, able to run nothing; of others and of nothing: 404', async () => {
  const [letter] = await letters();
  const seen = await outbox(null, `/bang/thu-di/${letter?.id}`);
  expect(seen.body).toBe(letter?.body_html);
  expect(seen.headers['content-security-policy']).toContain('sandbox');
  const other = await aStaffMember(owner, 'clerk', 'U2');
  expect((await outbox(other, `/bang/thu-di/${letter?.id}`)).statusCode).toBe(404);
  expect((await outbox(null, '/bang/thu-di/x')).statusCode).toBe(404);
});
