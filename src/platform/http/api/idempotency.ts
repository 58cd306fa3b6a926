import { createHash, randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { defineReasons, refuse } from '#platform/refused.ts';
import { uuidFrom } from '#platform/uuid-from.ts';

export const idempotencyReasons = defineReasons({
  idempotency_key_wrong: {
    status: 422,
    vi: 'Idempotency-Key phải dài từ 1 đến 255 ký tự.',
    en: 'Idempotency-Key must have 1 to 255 characters.',
  },
  idempotency_key_reused: {
    status: 422,
    vi: 'Idempotency-Key này đã dùng cho một yêu cầu khác. Dùng khóa mới cho yêu cầu mới.',
    en: 'This Idempotency-Key was used for another request. Use a new key for a new request.',
  },
});

/** What a request that changes something is known by. `requestHash` is of what was asked: the same key with other words is refused. */
export type AskedOnce = { requestId: string; requestHash: string | null };

/**
 * The id of a request: of its Idempotency-Key and of who sent it, so that two callers may use the same. Without the header
 * the request stands alone, and a retry of it acts again.
 */
export function askedOnce(request: FastifyRequest, caller: string): AskedOnce {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return { requestId: randomUUID(), requestHash: null };
  const wrong = idempotencyReasons.idempotency_key_wrong;
  if (typeof key !== 'string' || key === '' || key.length > 255)
    throw refuse(wrong, {}, { 'header:idempotency-key': wrong });
  const path = request.url.split('?')[0];
  const asked = `${request.method} ${path}\n${JSON.stringify(request.body ?? null, sorted)}`;
  return { requestId: uuidFrom(`${caller}\n${key}`), requestHash: sha256(asked) };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The order in which a client writes its keys says nothing. */
const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
