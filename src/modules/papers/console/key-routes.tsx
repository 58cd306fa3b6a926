import type {} from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { showConsole, signedInAs } from '#modules/accounts/index.ts';
import { listUnits } from '#modules/organisation/index.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { Refused } from '#platform/refused.ts';
import { errorsOf } from '../refused-fields.ts';
import { importUnitKey, listUnitKeys, makeUnitKey, retireUnitKey } from '../unit-keys.ts';
import type { PaperConsoleDeps } from './deps.ts';
import { keyTexts as t } from './key-texts.ts';
import { KeysPage } from './keys-page.tsx';

const largest = 200_000;
const formSchema = z.object({ unitCode: z.string().max(40).catch('') }).catch({ unitCode: '' });

/** The keys that units sign with: only administrators, each for their own unit and those below. */
export function keyRoutes(app: FastifyInstance, deps: PaperConsoleDeps): void {
  app.get('/bang/khoa-ky', (request, reply) => show(deps, request, reply, '', null));
  const on = (
    path: string,
    done: 'tao' | 'thoi-dung',
    work: (request: FastifyRequest, unitCode: string) => Promise<unknown>,
  ) =>
    app.post(path, async (request, reply) => {
      const { unitCode } = formSchema.parse(request.body ?? {});
      try {
        await work(request, unitCode);
      } catch (error) {
        if (!(error instanceof Refused) || error.reason.status === 403) throw error;
        return show(deps, request, reply, unitCode, error);
      }
      return reply.redirect(`/bang/khoa-ky?xong=${done}`, 303);
    });
  on('/bang/khoa-ky', 'tao', (request, unitCode) => makeUnitKey(deps, signedInAs(request), unitCode));
  on('/bang/khoa-ky/thoi-dung', 'thoi-dung', (request, unitCode) =>
    retireUnitKey(deps, signedInAs(request), unitCode),
  );
  on('/bang/khoa-ky/tep', 'tao', async (request) =>
    importUnitKey(deps, signedInAs(request), await readKeyFile(request)),
  );
}

/** Held in memory alone: the file opens everything. */
async function readKeyFile(request: FastifyRequest) {
  const read = { unitCode: '', password: '', file: Buffer.alloc(0) };
  if (!request.isMultipart()) return read;
  for await (const part of request.parts({ limits: { fileSize: largest, files: 1, fields: 5 } })) {
    if (part.type === 'file') {
      const chunks: Buffer[] = [];
      for await (const chunk of part.file) chunks.push(Buffer.from(chunk));
      if (!part.file.truncated) read.file = Buffer.concat(chunks);
    } else if (typeof part.value === 'string') {
      if (part.fieldname === 'importTo') read.unitCode = part.value;
      if (part.fieldname === 'password') read.password = part.value;
    }
  }
  return read;
}

async function show(
  deps: PaperConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  typed: string,
  refused: Refused | null,
): Promise<FastifyReply> {
  const actor = signedInAs(request);
  const { language } = request;
  const rows = await listUnitKeys(deps, actor);
  const units = await inScope(deps.db, actor.scope, (trx) => listUnits(trx, { closedToo: true }));
  const names = new Map(units.map(({ code, name }) => [code, name[language]]));
  const keys = rows.map((row) => ({ ...row, unitName: names.get(row.unit_code) ?? row.unit_code }));
  const { xong } = z.object({ xong: z.string().optional() }).catch({}).parse(request.query);
  const done = refused || !xong ? null : (xong === 'tao' ? t.done_made : t.done_retired)[language];
  const errors = errorsOf(refused, language, 'unitCode');
  const page = <KeysPage keys={keys} typed={typed} errors={errors} done={done} language={language} />;
  return showConsole(deps, request, reply, { title: t.title, status: refused?.reason.status }, page);
}
