import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { listUnits } from '#modules/organisation/index.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { Refused, refuse } from '#platform/refused.ts';
import { CodePage } from './console/code-page.tsx';
import { DemonstrationPage } from './console/demonstration-page.tsx';
import { SignInPage } from './console/sign-in-page.tsx';
import { type ConsoleDeps, showConsole } from './console-frame.tsx';
import { listDemonstrationStaff, signInAsDemonstration } from './demonstration.ts';
import { nextPage } from './next-page.ts';
import { accountReasons } from './reasons.ts';
import { verifyBackupCode, verifyCode } from './second-factor.ts';
import { signInWithPassword } from './sign-in.ts';
import { texts } from './texts.ts';

const field = z.string().max(1000).default('').catch('');
const formSchema = z.object({
  next: field,
  email: field,
  password: field,
  code: field,
  backup: field,
  staffId: field,
});
const readForm = (body: unknown) => formSchema.parse(body ?? {});
const readNext = ({ query }: FastifyRequest) => nextPage(z.object({ next: field }).parse(query ?? {}).next);

/** Signing in and out; every page of it works without scripts. */
export function signInRoutes(app: FastifyInstance, deps: ConsoleDeps): void {
  app.get('/bang/dang-nhap', (request, reply) => {
    const failed = z.object({ error: z.string().optional() }).parse(request.query ?? {}).error;
    return showSignIn(
      deps,
      request,
      reply,
      readNext(request),
      '',
      failed ? refuse(accountReasons.oidc_failed) : null,
    );
  });
  app.post('/bang/dang-nhap', async (request, reply) => {
    const { email, password, next } = readForm(request.body);
    try {
      const done = await signInWithPassword(deps, fromNodeHeaders(request.headers), { email, password });
      reply.header('set-cookie', done.setCookies);
      const target = done.secondFactor
        ? `/bang/dang-nhap/ma?next=${encodeURIComponent(nextPage(next))}`
        : nextPage(next);
      return reply.redirect(target, 303);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return showSignIn(deps, request, reply, nextPage(next), email, error);
    }
  });
  app.get('/bang/dang-nhap/ma', (request, reply) => showCode(deps, request, reply, readNext(request), null));
  app.post('/bang/dang-nhap/ma', (request, reply) => secondStep(deps, request, reply));
  app.post('/bang/dang-xuat', async (request, reply) => {
    const done = await deps.auth.api.signOut({
      headers: fromNodeHeaders(request.headers),
      returnHeaders: true,
    });
    return reply.header('set-cookie', done.headers.getSetCookie()).redirect('/bang/dang-nhap', 303);
  });
  if (deps.demo) demonstrationRoutes(app, deps);
}

function showSignIn(
  deps: ConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  next: string,
  email: string,
  refused: Refused | null,
) {
  const { demo, oidc } = deps;
  const page = <SignInPage language={request.language} {...{ next, email, refused, demo, oidc }} />;
  return showConsole(deps, request, reply, { title: texts.sign_in, status: refused?.reason.status }, page);
}

function showCode(
  deps: ConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  next: string,
  refused: Refused | null,
  backup = false,
) {
  const page = <CodePage language={request.language} {...{ next, refused, backup }} />;
  return showConsole(deps, request, reply, { title: texts.code_title, status: refused?.reason.status }, page);
}

async function secondStep(deps: ConsoleDeps, request: FastifyRequest, reply: FastifyReply) {
  const { code, backup, next } = readForm(request.body);
  const headers = fromNodeHeaders(request.headers);
  try {
    const cookies = backup
      ? await verifyBackupCode(deps.auth, headers, backup)
      : await verifyCode(deps.auth, headers, code);
    return reply.header('set-cookie', cookies).redirect(nextPage(next), 303);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.reason.code === 'sign_in_again')
      return showSignIn(deps, request, reply, nextPage(next), '', error);
    return showCode(deps, request, reply, nextPage(next), error, backup !== '');
  }
}

function demonstrationRoutes(app: FastifyInstance, deps: ConsoleDeps): void {
  app.get('/bang/dang-nhap/minh-hoa', async (request, reply) => {
    const people = await listDemonstrationStaff(deps);
    const units = await inScope(deps.db, publicScope, (trx) => listUnits(trx));
    const unitNames = new Map(units.map((unit) => [unit.code, unit.name]));
    const page = (
      <DemonstrationPage language={request.language} next={readNext(request)} {...{ people, unitNames }} />
    );
    return showConsole(deps, request, reply, { title: texts.demonstration }, page);
  });
  app.post('/bang/dang-nhap/minh-hoa', async (request, reply) => {
    const { staffId, next } = readForm(request.body);
    const id = z.uuid().safeParse(staffId);
    if (!id.success) throw refuse(accountReasons.staff_unknown);
    const cookies = await signInAsDemonstration(deps, fromNodeHeaders(request.headers), id.data);
    return reply.header('set-cookie', cookies).redirect(nextPage(next), 303);
  });
}
