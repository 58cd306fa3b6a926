import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { findUnit, listUnits, roles } from '#modules/organisation/index.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { Refused, refuse } from '#platform/refused.ts';
import { fill } from '#platform/text.ts';
import { type StaffFailed, StaffPage } from './console/staff-page.tsx';
import { type ConsoleDeps, showConsole } from './console-frame.tsx';
import { listPeople } from './queries.ts';
import { accountReasons } from './reasons.ts';
import { signedInAs } from './require-staff.ts';
import { mayManage } from './rules/may-manage.ts';
import { createStaff } from './staff-accounts.ts';
import { needManager, placesOf, setStaffActive } from './staff-activity.ts';
import { texts } from './texts.ts';

const field = z
  .string()
  .max(300)
  .default('')
  .catch('')
  .transform((typed) => typed.replaceAll('\0', ''));
const querySchema = z.object({ 'don-vi': field, 'da-them': field });
const formSchema = z.object({
  name: field,
  email: field,
  role: z.enum(roles).catch('clerk'),
  unitCode: field,
  password: field,
});

/** The people of the units below the administrator's own. */
export function staffRoutes(app: FastifyInstance, deps: ConsoleDeps): void {
  app.get('/bang/nhan-vien', (request, reply) => {
    const asked = querySchema.parse(request.query ?? {});
    return showStaff(deps, request, reply, {
      unitCode: asked['don-vi'],
      added: asked['da-them'],
      failed: null,
    });
  });
  app.post('/bang/nhan-vien', async (request, reply) => {
    const actor = signedInAs(request);
    const typed = formSchema.parse(request.body ?? {});
    try {
      await inScope(deps.db, actor.scope, (trx) => needManager(trx, actor, typed.unitCode));
      const staff = await createStaff(deps, typed);
      const target = new URLSearchParams({ 'don-vi': staff.unitCode, 'da-them': staff.name });
      return reply.redirect(`/bang/nhan-vien?${target}`, 303);
    } catch (error) {
      if (!(error instanceof Refused) || error.reason.status === 403) throw error;
      return showStaff(deps, request, reply, {
        unitCode: typed.unitCode,
        added: '',
        failed: { refused: error, typed },
      });
    }
  });
  app.post('/bang/nhan-vien/:id/:doing', async (request, reply) => {
    const { id, doing } = z.object({ id: z.string(), doing: z.string() }).parse(request.params);
    const staffId = z.uuid().safeParse(id);
    if (!staffId.success || (doing !== 'ngung' && doing !== 'cho-lam-lai'))
      throw refuse(accountReasons.staff_unknown);
    const staff = await setStaffActive(deps, signedInAs(request), staffId.data, doing === 'cho-lam-lai');
    return reply.redirect(`/bang/nhan-vien?don-vi=${staff.unitCode}`, 303);
  });
}

type Shown = { unitCode: string; added: string; failed: StaffFailed | null };

async function showStaff(deps: ConsoleDeps, request: FastifyRequest, reply: FastifyReply, shown: Shown) {
  const actor = signedInAs(request);
  const { language } = request;
  const facts = await inScope(deps.db, actor.scope, async (trx) => {
    const manager = { role: actor.role, paths: actor.scope.paths };
    const all = await listUnits(trx);
    const places = await placesOf(trx, all);
    const units = all.filter(({ code }) => mayManage(manager, places.get(code) ?? null).ok);
    const code = units.some((unit) => unit.code === shown.unitCode) ? shown.unitCode : (actor.unitCode ?? '');
    await needManager(trx, actor, code);
    return { units, unit: await findUnit(trx, code), people: await listPeople(trx, code) };
  });
  const done = shown.added ? fill(texts.added[language], { name: shown.added }) : null;
  const page = <StaffPage language={language} me={actor.id} failed={shown.failed} done={done} {...facts} />;
  return showConsole(
    deps,
    request,
    reply,
    { title: texts.staff, status: shown.failed?.refused.reason.status },
    page,
  );
}
