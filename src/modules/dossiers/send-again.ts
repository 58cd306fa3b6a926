import type { Actor } from '#modules/organisation/index.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { need } from './endpoints.ts';
import { lockMessage, updateMessage } from './queries-messages.ts';
import { dossierReasons } from './reasons.ts';
import type { DossierDeps } from './register-dossier.ts';
import { mayKeepConnections } from './rules/may.ts';
import { enqueueLine } from './tell-portal.ts';

/** A message that was given up goes out again, with its id and its place in the line; what waits behind it follows. */
export const sendAgain = (
  { db, clock }: DossierDeps,
  actor: Actor,
  code: string,
  messageId: string,
): Promise<void> =>
  inScope(db, actor.scope, async (trx) => {
    if (!mayKeepConnections(actor)) throw refuse(dossierReasons.administrators_keep_connections);
    await need(trx, code);
    const message = await lockMessage(trx, messageId);
    if (message?.endpoint !== code || message.state !== 'dead')
      throw refuse(dossierReasons.message_dead_only);
    const now = clock.now();
    await updateMessage(trx, messageId, { state: 'waiting', tries: 0, next_try_at: now, settled_at: null });
    await enqueueLine(trx, code, message.line, now);
  });
