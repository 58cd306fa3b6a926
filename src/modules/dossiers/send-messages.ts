import { signedHeaders } from '#modules/webhooks/index.ts';
import type { Answer, Post, PostOptions } from '#platform/outside/post-outside.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import type { Sealer } from '#platform/sealer.ts';
import { secretName } from './endpoints.ts';
import { noteRefusal } from './note-refusal.ts';
import { type EndpointRow, findEndpoint } from './queries-endpoints.ts';
import {
  bringForward,
  findHead,
  insertAttempt,
  lockMessage,
  type MessageRow,
  updateMessage,
} from './queries-messages.ts';
import type { DossierDeps } from './register-dossier.ts';
import { afterTry } from './rules/after-try.ts';
import { enqueueLine } from './tell-portal.ts';

export type SendDeps = DossierDeps & {
  sealer: Sealer;
  allowPrivate: boolean;
  post(post: Post, options: PostOptions): Promise<Answer>;
};
export type Line = { endpoint: string; line: string };

const within = 15_000;
const mostAtOnce = 50;

/**
 * Sends what waits in one line, in its order, until nothing does or a try fails. What is to be sent is read in one transaction,
 * what came of it written in another: a process killed between them makes the same try again, with the same id.
 */
export async function sendMessages(deps: SendDeps, line: Line): Promise<void> {
  for (let sent = 0; sent < mostAtOnce; sent += 1) if (!(await sendNext(deps, line))) return;
  await inScope(deps.db, systemScope, (trx) => enqueueLine(trx, line.endpoint, line.line, deps.clock.now()));
}

/** false: this line has nothing more to send now. */
async function sendNext(deps: SendDeps, line: Line): Promise<boolean> {
  const ready = await inScope(deps.db, systemScope, (trx) => prepare(trx, line, deps.clock.now()));
  if (!ready) return false;
  const at = deps.clock.now();
  const started = performance.now();
  const answer = await send(deps, ready.message, ready.endpoint, at);
  const ms = Math.round(performance.now() - started);
  return inScope(deps.db, systemScope, (trx) => record(trx, deps, ready.message, { at, ms, answer }));
}

async function prepare(trx: Trx, { endpoint: code, line }: Line, now: Date) {
  const [endpoint, message] = [await findEndpoint(trx, code), await findHead(trx, code, line)];
  if (!endpoint?.active || message?.state !== 'waiting' || !message.next_try_at) return null;
  if (message.next_try_at <= now) return { endpoint, message };
  await enqueueLine(trx, code, line, message.next_try_at);
  return null;
}

async function send(deps: SendDeps, message: MessageRow, endpoint: EndpointRow, at: Date): Promise<Answer> {
  const { sealer, allowPrivate } = deps;
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Motcua-Dossiers/1',
    ...signedHeaders(message.id, at, message.body, [
      sealer.open(secretName(endpoint.code, 'out'), endpoint.secret_out_sealed),
    ]),
  };
  return deps.post({ url: endpoint.url, headers, body: message.body }, { within, allowPrivate });
}

type Made = { at: Date; ms: number; answer: Answer };

async function record(
  trx: Trx,
  { clock }: SendDeps,
  sent: MessageRow,
  { at, ms, answer }: Made,
): Promise<boolean> {
  const message = await lockMessage(trx, sent.id);
  const said =
    answer.status === null
      ? { status: null, error: answer.error, answer: '' }
      : { status: answer.status, error: null, answer: answer.head };
  await insertAttempt(trx, { message_id: sent.id, endpoint: sent.endpoint, at, ms, ...said });
  // Another worker made the same try and was the first to write it down.
  if (message?.state !== 'waiting' || message.tries !== sent.tries) return true;
  const [now, tries] = [clock.now(), message.tries + 1];
  const retryAfter = answer.status === null ? null : answer.retryAfter;
  const verdict = afterTry({ status: answer.status, retryAfter }, { tries, now });
  const settled_at = verdict.state === 'waiting' ? null : now;
  await updateMessage(trx, message.id, {
    state: verdict.state,
    tries,
    next_try_at: verdict.nextTryAt,
    settled_at,
  });
  if (verdict.nextTryAt) await enqueueLine(trx, message.endpoint, message.line, verdict.nextTryAt);
  if (verdict.state === 'refused') await noteRefusal(trx, message, said.answer, now);
  if (verdict.state === 'delivered' && tries > 1)
    for (const line of await bringForward(trx, message.endpoint, now))
      await enqueueLine(trx, message.endpoint, line, now);
  return verdict.state === 'delivered' || verdict.state === 'refused';
}
