import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Database } from '../postgres/database.ts';

/** /healthz: the process lives. /readyz: it can do its work, which needs the database and room for files. */
export function answerHealth(app: FastifyInstance, db: Database, filesFolder: string): void {
  app.get('/healthz', async (_, reply) => reply.header('cache-control', 'no-store').send({ ok: true }));
  app.get('/readyz', async (_, reply) => {
    const [database, files] = await Promise.all([
      works(sql`select 1`.execute(db)),
      works(access(filesFolder, constants.W_OK)),
    ]);
    const ready = database && files;
    return reply
      .status(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ready, database, files });
  });
}

const works = (attempt: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    attempt.then(() => true),
    new Promise<boolean>((resolve) => setTimeout(resolve, 2000, false).unref()),
  ]).catch(() => false);
