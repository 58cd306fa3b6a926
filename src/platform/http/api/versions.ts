import type { FastifyReply, FastifyRequest } from 'fastify';
import { defineReasons, refuse } from '#platform/refused.ts';

export const versionReasons = defineReasons({
  if_match_wrong: {
    status: 422,
    vi: 'If-Match phải là ETag đã nhận, ví dụ "3", hoặc *.',
    en: 'If-Match must be an ETag that was given, such as "3", or *.',
  },
  stale_version: {
    status: 412,
    vi: 'Bản ghi đã đổi từ khi đọc. Đọc lại rồi quyết định lại.',
    en: 'It has changed since it was read. Read it again, then decide again.',
  },
});

export const etagOf = (version: number): string => `"${version}"`;

/** The version that If-Match names; undefined where any will do. */
export function versionSeen(request: FastifyRequest): number | undefined {
  const given = request.headers['if-match'];
  if (given === undefined || given.trim() === '*') return undefined;
  const version = /^\s*(?:W\/)?"(\d{1,9})"\s*$/.exec(given)?.[1]; // a proxy that packs answers makes an ETag weak
  if (version) return Number(version);
  const wrong = versionReasons.if_match_wrong;
  throw refuse(wrong, {}, { 'header:if-match': wrong });
}

/** Says which version an answer is of; true where the reader has that one already and gets 304. */
export function isKnown(request: FastifyRequest, reply: FastifyReply, version: number): boolean {
  const etag = etagOf(version);
  reply.header('etag', etag).header('cache-control', 'private, no-cache').header('vary', 'authorization');
  const known = (request.headers['if-none-match'] ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}
