import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

const name = 'ho_so';
const most = 12;

/** The cases this browser was shown to own: by sending them, or by code and phone. */
export function ownCases(request: FastifyRequest): string[] {
  const raw = request.cookies[name];
  const signed = raw ? request.unsignCookie(raw) : null;
  const ids = signed?.valid ? (signed.value?.split('.') ?? []) : [];
  return ids.filter((id) => /^[0-9a-f-]{36}$/.test(id));
}

export function rememberCase(
  request: FastifyRequest,
  reply: FastifyReply,
  caseId: string,
  secure: boolean,
): void {
  const ids = [caseId, ...ownCases(request).filter((id) => id !== caseId)].slice(0, most);
  reply.setCookie(name, ids.join('.'), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    signed: true,
    secure,
    maxAge: 90 * 86_400,
  });
}
