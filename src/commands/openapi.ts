import { tmpdir } from 'node:os';
import { openKeyRing } from '#modules/accounts/index.ts';
import { keySealerFrom } from '#modules/papers/index.ts';
import { sealerFrom } from '#modules/webhooks/index.ts';
import { systemClock } from '#platform/clock.ts';
import { openFileStore } from '#platform/files/index.ts';
import { aServer } from '#platform/http/server.ts';
import { openDatabase } from '#platform/postgres/database.ts';
import { apiSurface } from '#surfaces/api.ts';
import { settingsOrRefuse } from './settings.ts';

/** Writes the description of the machine interface, without a database: for generators of clients. */
export async function openapiCommand(): Promise<number> {
  const { url, apiRate: rate } = settingsOrRefuse();
  const db = openDatabase('postgres://nowhere.invalid/none'); // opened, never asked
  const secret = 'not used here'.repeat(3);
  const app = await aServer({ secret, logLevel: 'silent', behindTls: false });
  const frame = () => Promise.reject(new Error('no page is shown'));
  const ring = openKeyRing({ db, clock: systemClock });
  const files = openFileStore(tmpdir());
  const webhooks = { db, clock: systemClock, sealer: sealerFrom(secret), allowPrivate: false };
  const sealer = keySealerFrom(secret);
  const deps = { db, clock: systemClock, files, url, ring, rate, frame, webhooks, sealer };
  await app.register(apiSurface, deps);
  const described = (await app.inject('/api/openapi.json')).json();
  const text = `${JSON.stringify(described, null, 2)}\n`;
  await new Promise((resolve) => process.stdout.write(text, resolve));
  await app.close();
  await db.destroy();
  return 0;
}
