import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { toDataURL } from 'qrcode';
import { z } from 'zod';
import { Refused } from '#platform/refused.ts';
import { EnrolPage, SecurityPage } from './console/security-page.tsx';
import { type ConsoleDeps, showConsole } from './console-frame.tsx';
import { nextPage } from './next-page.ts';
import { beginEnrolment, type Enrolment, verifyCode } from './second-factor.ts';
import { texts } from './texts.ts';

const field = z.string().max(2000).default('').catch('');
const formSchema = z.object({ next: field, password: field, code: field, uri: field, codes: field });

/** Setting up the second factor: password, picture and codes, then a first code as proof. */
export function securityRoutes(app: FastifyInstance, deps: ConsoleDeps): void {
  app.get('/bang/bao-mat', (request, reply) => {
    const { next } = z.object({ next: field }).parse(request.query ?? {});
    return showSecurity(deps, request, reply, nextPage(next), null);
  });
  app.post('/bang/bao-mat', async (request, reply) => {
    const { password, next } = formSchema.parse(request.body ?? {});
    try {
      const enrolment = await beginEnrolment(deps.auth, fromNodeHeaders(request.headers), password);
      return await showEnrol(deps, request, reply, nextPage(next), enrolment, null);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return showSecurity(deps, request, reply, nextPage(next), error);
    }
  });
  app.post('/bang/bao-mat/xac-nhan', async (request, reply) => {
    const { code, next, uri, codes } = formSchema.parse(request.body ?? {});
    try {
      const cookies = await verifyCode(deps.auth, fromNodeHeaders(request.headers), code);
      return reply.header('set-cookie', cookies).redirect(nextPage(next), 303);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (!uri.startsWith('otpauth://totp/'))
        return showSecurity(deps, request, reply, nextPage(next), error);
      return showEnrol(deps, request, reply, nextPage(next), { uri, backupCodes: codes.split(' ') }, error);
    }
  });
}

function showSecurity(
  deps: ConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  next: string,
  refused: Refused | null,
) {
  const state = request.signedIn?.secondFactor ? 'on' : request.signedIn?.byPassword ? 'needed' : 'elsewhere';
  const page = <SecurityPage language={request.language} {...{ state, next, refused }} />;
  return showConsole(deps, request, reply, { title: texts.security, status: refused?.reason.status }, page);
}

async function showEnrol(
  deps: ConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  next: string,
  { uri, backupCodes }: Enrolment,
  refused: Refused | null,
) {
  const qr = await toDataURL(uri, { margin: 2, width: 440 });
  const page = <EnrolPage language={request.language} {...{ next, uri, qr, backupCodes, refused }} />;
  return showConsole(deps, request, reply, { title: texts.security, status: refused?.reason.status }, page);
}
