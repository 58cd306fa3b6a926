import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FileStore } from '#platform/files/index.ts';
import { refuse } from '#platform/refused.ts';
import { authenticate } from './authenticate.ts';
import type { EndpointDeps } from './endpoints.ts';
import { fetchFile } from './fetch-file.ts';
import { portalReasons } from './reasons.ts';
import { receiveFile } from './receive-file.ts';
import { receiveMessage } from './receive-message.ts';

export type PortalDoorDeps = EndpointDeps & { files: FileStore };

const mostOfMessage = 200_000;
/** The largest file the store takes, in base64, and what stands around it. */
const mostOfFile = 14_000_000;

/** The door for the State's portals: signed messages, and the files that they name. docs/portal-messages.md is its description. */
export function portalDoor(app: FastifyInstance, deps: PortalDoorDeps): void {
  // The signature is over the bytes as they came: they are not parsed before it is checked.
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  app.post('/api/portals/:portal/messages', { bodyLimit: mostOfMessage }, async (request, reply) => {
    const { raw, endpoint, messageId } = await signed(deps, request);
    const kept = await receiveMessage(deps, { endpoint, messageId, raw, url: request.url });
    const type =
      kept.status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json; charset=utf-8';
    return reply.status(kept.status).type(type).header('cache-control', 'no-store').send(kept.body);
  });
  app.post('/api/portals/:portal/files', { bodyLimit: mostOfFile }, async (request, reply) => {
    const { raw, endpoint } = await signed(deps, request);
    return reply.status(201).send(await receiveFile(deps, endpoint, raw));
  });
  fetchRoute(app, deps);
}

/** What has no body is signed over its own address: the signature of one file opens no other. */
const fetchRoute = (app: FastifyInstance, deps: PortalDoorDeps) =>
  app.get('/api/portals/:portal/files/:file', async (request, reply) => {
    const { portal, file } = z
      .object({ portal: z.string().max(60), file: z.string().max(60) })
      .parse(request.params);
    const { endpoint } = await authenticate(deps, portal, request.headers, request.url);
    if (!z.uuid().safeParse(file).success) throw refuse(portalReasons.no_such_file);
    const { name, mime, sha256, content } = await fetchFile(deps, endpoint, file);
    return reply
      .type(mime)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .header('content-digest', `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`)
      .header('cache-control', 'private, no-store')
      .header('x-content-type-options', 'nosniff')
      .send(content);
  });

async function signed(deps: PortalDoorDeps, request: FastifyRequest) {
  const { portal } = z.object({ portal: z.string().max(60) }).parse(request.params);
  const raw = textOf(request.body);
  return { raw, ...(await authenticate(deps, portal, request.headers, raw)) };
}

/** Bytes that are no UTF-8 would be signed as one thing and read as another. */
function textOf(body: unknown): string {
  if (!Buffer.isBuffer(body))
    throw refuse(portalReasons.message_unreadable, {}, { '/': portalReasons.value_wrong });
  const text = body.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(body))
    throw refuse(portalReasons.message_unreadable, {}, { '/': portalReasons.value_wrong });
  return text;
}
