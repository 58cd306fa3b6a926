import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type ConsoleDeps, showConsole, signedInAs } from '#modules/accounts/index.ts';
import { readUtility } from '#modules/catalogue/index.ts';
import { todayOf } from '#platform/clock.ts';
import type { FileStore } from '#platform/files/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { openAgain } from '../open-again.ts';
import { type ListedMail, listMails, readMail } from '../queries-mails.ts';
import { mailReasons } from '../reasons.ts';
import { silences } from '../rules/silence.ts';
import { mayReadLetters } from '../rules/who-reads.ts';
import { MailsPage, type ShownMail, type Tab, tabs } from './mails-page.tsx';
import { texts } from './texts.ts';

export type MailRoutesDeps = ConsoleDeps & { files: FileStore; mailAddresses: readonly string[] };

const querySchema = z.object({
  loc: z.enum(tabs).catch('tat-ca'),
  sau: z.string().max(100).nullable().default(null).catch(null),
  xong: z.string().optional().catch(undefined),
});
const partsSchema = z.array(
  z.object({
    name: z.string(),
    mime: z.string(),
    bytes: z.number(),
    sha256: z.string().nullable(),
    why: z.string().nullable(),
  }),
);
const wanted: Record<Tab, { state: string | null; silent: boolean }> = {
  'tat-ca': { state: null, silent: false },
  'cho-doc': { state: 'received', silent: false },
  'chi-luu': { state: 'listed', silent: false },
  'khong-bao-nhan': { state: null, silent: true },
};
const perPage = 20;

/** The letters that came, for the care centre and the corporation's administrators. */
export function mailRoutes(app: FastifyInstance, deps: MailRoutesDeps): void {
  app.get('/bang/thu-den', async (request, reply) => {
    if (!mayRead(request)) throw refuse(mailReasons.letters_not_yours);
    const { loc: tab, sau, xong } = querySchema.parse(request.query ?? {});
    const before = parseCursor(sau);
    const today = todayOf(deps.clock);
    const [rows, { timezone }] = await inScope(deps.db, systemScope, async (trx) => [
      await listMails(trx, { ...wanted[tab], before, limit: perPage + 1 }),
      await readUtility(trx, today),
    ]);
    const shown = rows.slice(0, perPage);
    const last = rows.length > perPage ? shown.at(-1) : undefined;
    const next = last ? `${last.received_at.toISOString()}_${last.id}` : null;
    const facts = { timezone, tab, next, first: before === null, done: xong !== undefined };
    const addresses = deps.mailAddresses.join(', ');
    const page = (
      <MailsPage language={request.language} addresses={addresses} mails={shown.map(asShown)} {...facts} />
    );
    return showConsole(deps, request, reply, { title: texts.title }, page);
  });

  app.get('/bang/thu-den/:id/goc', async (request, reply) => {
    const scope = mayRead(request) ? systemScope : signedInAs(request).scope;
    const mail = await inScope(deps.db, scope, (trx) => readMail(trx, idOf(request)));
    if (!mail) throw refuse(mailReasons.letter_not_found);
    return reply
      .type('message/rfc822')
      .header('content-disposition', `attachment; filename="thu-${mail.id}.eml"`)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(await deps.files.read(mail.raw_sha256));
  });

  app.post('/bang/thu-den/:id/mo-lai', async (request, reply) => {
    await openAgain(deps, signedInAs(request), idOf(request));
    return reply.redirect('/bang/thu-den?xong=mo-lai', 303);
  });
}

function mayRead(request: FastifyRequest): boolean {
  const { role, scope } = signedInAs(request);
  return mayReadLetters({ role, paths: scope.paths });
}

function idOf(request: FastifyRequest): string {
  const id = z.object({ id: z.uuid() }).safeParse(request.params).data?.id;
  if (!id) throw refuse(mailReasons.letter_not_found);
  return id;
}

function asShown(row: ListedMail): ShownMail {
  const from = row.from_address ?? (row.sender || '–');
  return {
    ...row,
    at: row.received_at,
    from: row.from_name ? `${row.from_name} <${from}>` : from,
    subject: row.subject ?? '',
    silence: silences.find((known) => known === row.silence) ?? null,
    parts: partsSchema.catch([]).parse(row.parts),
  };
}

function parseCursor(cursor: string | null): { at: string; id: string } | null {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]{12}Z)_([0-9a-f-]{36})$/.exec(cursor ?? '') ?? [];
  return at && id && !Number.isNaN(Date.parse(at)) ? { at, id } : null;
}
