import type {} from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mostBytes } from '#platform/files/index.ts';
import { httpReasons } from '#platform/http/failures.ts';
import type { Database } from '#platform/postgres/database.ts';
import { refuse } from '#platform/refused.ts';
import { type PortalPages, showPortal } from '#ui/show-portal.tsx';
import { paperReasons } from '../reasons.ts';
import { showPaper, verifyPaper } from '../verify-paper.ts';
import { texts as t } from './texts.ts';
import { type Found, VerifyPage } from './verify-page.tsx';

type Deps = PortalPages & { db: Database };

/** Anybody's: no account, no case. Each check reads a file and asks the database, so they are few a minute. */
export function verifyRoutes(app: FastifyInstance, deps: Deps): void {
  app.register(async (limited) => {
    await limited.register(rateLimit, {
      max: 30,
      timeWindow: '1 minute',
      errorResponseBuilder: (_, { ttl }) => refuse(httpReasons.too_many, { seconds: Math.ceil(ttl / 1000) }),
    });
    limited.get('/kiem-tra-van-ban', (request, reply) => show(deps, request, reply, null));
    limited.get('/kiem-tra-van-ban/:id', async (request, reply) => {
      const { data } = z.object({ id: z.uuid() }).safeParse(request.params);
      const paper = data && (await showPaper(deps.db, data.id));
      if (!paper) throw refuse(paperReasons.paper_not_found);
      return show(deps, request, reply, { kind: 'by_address', paper });
    });
    limited.post('/kiem-tra-van-ban', async (request, reply) => {
      const file = await readOne(request);
      const found = Buffer.isBuffer(file) ? await verifyPaper(deps.db, file) : file;
      return show(deps, request, reply, found);
    });
  });
}

/** The file that was sent, whole, in memory and nowhere else. */
async function readOne(request: FastifyRequest): Promise<Buffer | Found> {
  if (!request.isMultipart()) return { kind: 'no_file' };
  let found: Buffer | Found = { kind: 'no_file' };
  // What is far too big is cut off by the line, with a sentence of its own.
  for await (const part of request.parts({ limits: { fileSize: 4 * mostBytes, files: 1, fields: 5 } })) {
    if (part.type !== 'file') continue;
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of part.file) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size <= mostBytes) chunks.push(bytes);
    }
    if (size > mostBytes) found = { kind: 'too_big' };
    else if (size > 0) found = Buffer.concat(chunks);
  }
  return found;
}

function show(deps: Deps, request: FastifyRequest, reply: FastifyReply, found: Found | null) {
  const wrong = found && !('paper' in found);
  return showPortal(
    deps,
    request,
    reply,
    { title: t.check_title, ...(wrong ? { status: 422 } : {}) },
    <VerifyPage found={found} language={request.language} />,
  );
}
