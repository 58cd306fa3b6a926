import type { Actor } from '#modules/organisation/index.ts';
import { sealerFrom } from '#modules/webhooks/index.ts';
import { postOutside } from '#platform/outside/post-outside.ts';
import { deliver } from '../src/modules/webhooks/deliver.ts';
import { createEndpoint } from '../src/modules/webhooks/endpoints.ts';
import { sendTest } from '../src/modules/webhooks/messages.ts';
import type { TestDatabase } from './use-db.ts';

/** For tests: an endpoint of this administrator behind which nobody listens, with a message that was tried once. */
export async function aFailingEndpoint({ db, clock }: TestDatabase, actor: Actor): Promise<string> {
  const deps = { db, clock, sealer: sealerFrom('for tests only'.repeat(4)), allowPrivate: true };
  const by = { actor, keyId: null, unitCode: actor.unitCode ?? '' };
  const wanted = { url: 'http://127.0.0.1:9/nhan-tin', description: 'Không ai nghe', eventTypes: [] };
  const { endpoint } = await createEndpoint(deps, by, wanted);
  const messageId = await sendTest(deps, by, endpoint.id);
  await deliver({ ...deps, post: postOutside, chance: () => 0 }, { messageId, round: 0, tries: 0 });
  return endpoint.id;
}
