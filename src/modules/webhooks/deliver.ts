import type { Answer, Post, PostOptions } from '#platform/outside/post-outside.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import type { Sealer } from '#platform/sealer.ts';
import type { WebhookDeps } from './endpoints.ts';
import { enqueueTry } from './messages.ts';
import { disableEndpoint, type EndpointRow, findEndpoint } from './queries.ts';
import {
  findMessage,
  insertAttempt,
  lockMessage,
  type MessageRow,
  updateMessage,
  wasReached,
} from './queries-messages.ts';
import { afterTry } from './rules/after-try.ts';
import { signedHeaders } from './secrets.ts';
import { scopeOf } from './tell-subscribers.ts';

export type DeliverDeps = WebhookDeps & {
  post(post: Post, options: PostOptions): Promise<Answer>;
  /** Spreads the retries; Math.random, or what a test wants. */
  chance(): number;
};
export type Try = { messageId: string; round: number; tries: number };

/** The specification asks for 15 to 30 seconds. */
const within = 15_000;
const day = 86_400_000;

/**
 * One try of one message. What is to be sent is read in one transaction, what came of it written in another, and the
 * call is made between them: a process killed there makes the same try again, with the same id.
 */
export async function deliver(deps: DeliverDeps, asked: Try): Promise<void> {
  const ready = await inScope(deps.db, systemScope, (trx) => prepare(trx, deps, asked));
  if (!ready) return;
  const at = deps.clock.now();
  const started = performance.now();
  const answer = await send(deps, ready.message, ready.endpoint, at);
  const ms = Math.round(performance.now() - started);
  await inScope(deps.db, systemScope, (trx) => record(trx, deps, asked, ready.endpoint, { at, ms, answer }));
}

/** null: this try was made before, or there is nobody to send to. */
async function prepare(trx: Trx, { clock }: DeliverDeps, asked: Try) {
  const message = await findMessage(trx, asked.messageId);
  if (!message || !isMeant(message, asked)) return null;
  const endpoint = await findEndpoint(trx, message.endpoint_id);
  const live = endpoint && !endpoint.disabled_at && (await scopeOf(trx, endpoint, clock.now())) !== null;
  if (live) return { message, endpoint };
  await updateMessage(trx, message.id, { state: 'failed', next_try_at: null });
  return null;
}

const isMeant = ({ state, round, tries }: MessageRow, asked: Try) =>
  state === 'waiting' && round === asked.round && tries === asked.tries;

async function send(
  deps: DeliverDeps,
  message: MessageRow,
  endpoint: EndpointRow,
  at: Date,
): Promise<Answer> {
  const secrets = openSecrets(deps.sealer, endpoint, at);
  if (!secrets) return { status: null, error: 'secret_unreadable' };
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Motcua-Webhooks/1',
    ...signedHeaders(message.id, at, message.body, secrets),
  };
  const { allowPrivate } = deps;
  return deps.post({ url: endpoint.url, headers, body: message.body }, { within, allowPrivate });
}

/** The secret, and for a day after a change the one before; null where the installation's own secret was changed meanwhile. */
function openSecrets(sealer: Sealer, endpoint: EndpointRow, now: Date): string[] | null {
  const { id, secret_sealed, previous_secret_sealed: previous, previous_secret_until: until } = endpoint;
  const sealed = previous && until && now < until ? [secret_sealed, previous] : [secret_sealed];
  try {
    return sealed.map((one) => sealer.open(id, one));
  } catch {
    return null;
  }
}

type Made = { at: Date; ms: number; answer: Answer };

async function record(trx: Trx, deps: DeliverDeps, asked: Try, endpoint: EndpointRow, made: Made) {
  const { at, ms, answer } = made;
  const message = await lockMessage(trx, asked.messageId);
  if (!message) return;
  const said =
    answer.status === null
      ? { status: null, error: answer.error, answer: '' }
      : { status: answer.status, error: null, answer: answer.head };
  await insertAttempt(trx, { message_id: message.id, at, ms, ...said });
  if (!isMeant(message, asked)) return; // another worker made the same try, and was the first to write it down
  const now = deps.clock.now();
  const tries = message.tries + 1;
  const reachedSince = await wasReached(trx, endpoint.id, new Date(now.getTime() - day));
  const retryAfter = answer.status === null ? null : answer.retryAfter;
  const verdict = afterTry(
    { status: answer.status, retryAfter },
    { tries, now, chance: deps.chance(), reachedSince },
  );
  await updateMessage(trx, message.id, { state: verdict.state, tries, next_try_at: verdict.nextTryAt });
  if (verdict.disable) await disableEndpoint(trx, endpoint.id, verdict.disable, now);
  if (verdict.nextTryAt) await enqueueTry(trx, { ...message, tries }, verdict.nextTryAt);
}
