import type { FastifyReply } from 'fastify';
import type { FileStore } from '#platform/files/index.ts';
import type { PaperRow } from './queries.ts';

/** The paper itself, to be read in the browser: signed by all where it is, or as it was issued. */
export async function sendPdf(
  files: FileStore,
  reply: FastifyReply,
  row: Pick<PaperRow, 'sha256' | 'signed_sha256' | 'number'>,
  which: 'newest' | 'issued' = 'newest',
): Promise<FastifyReply> {
  const content = await files.read((which === 'newest' && row.signed_sha256) || row.sha256);
  const name = encodeURIComponent(`${row.number.replaceAll('/', '-')}.pdf`);
  return reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename*=UTF-8''${name}`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(content);
}
