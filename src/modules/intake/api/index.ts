import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { machineOf } from '#modules/accounts/index.ts';
import { caseApi, openCase } from '#modules/cases/index.ts';
import type { Clock } from '#platform/clock.ts';
import { askedOnce } from '#platform/http/api/idempotency.ts';
import { etagOf } from '#platform/http/api/versions.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { guess } from '../guess.ts';
import { type Known, knownLately } from '../known.ts';
import { type ReadNotice, readNotice } from '../read-notice.ts';
import { unitOfCustomer } from '../unit-of-customer.ts';
import { filedShape, type NoticeGiven, noticeShape } from './notice-shape.ts';

type Deps = { db: Database; clock: Clock; url: string };
type Filed = z.infer<typeof filedShape> & { replayed: boolean };

/** The door for programs: a notice that comes whole becomes a case. */
export function intakeApi(instance: FastifyInstance, deps: Deps): void {
  const known = knownLately(deps);
  instance.withTypeProvider<ZodTypeProvider>().post(
    '/api/v1/cases',
    {
      schema: {
        operationId: 'openCase',
        tags: ['cases'],
        summary: 'File a case; answered once it is kept for good',
        description:
          'Send an Idempotency-Key: only then does a retry after a broken connection give the same case instead of a second one.',
        body: noticeShape,
        response: { 201: filedShape },
      },
    },
    async (request, reply) => {
      const { replayed, ...filed } = await file(deps, await known(), request, request.body);
      if (replayed) reply.header('idempotency-replayed', 'true');
      reply.header('location', `/api/v1/cases/${filed.code}`).header('etag', etagOf(1));
      return reply.status(201).send(filed);
    },
  );
}

async function file(deps: Deps, known: Known, request: FastifyRequest, given: NoticeGiven): Promise<Filed> {
  const { keyId, channel, actor } = machineOf(request);
  const asked = askedOnce(request, keyId);
  const notice = await readNotice(known, given, (code) =>
    inScope(deps.db, systemScope, (trx) => unitOfCustomer(trx, known.utility, code)),
  );
  const unitCode = notice.unitCode ?? (await guessUnit(deps, known, given, notice));
  const opened = await openCase(deps, actor, {
    ...{ ...asked, channel, unitCode },
    serviceVersionId: notice.version.id,
    customer: notice.customer,
    details: notice.details,
    language: given.language,
    documents: await caseApi.sentPapers(deps.db, keyId, given.documents),
  });
  return {
    code: opened.code,
    service: notice.version.definition.code,
    unit: unitCode,
    dueAt: opened.dueAt?.toISOString() ?? null,
    receiptHash: opened.hash,
    followUrl: `${deps.url}/theo-doi?ma=${opened.code}`,
    missingDocuments: notice.missingDocuments,
    replayed: opened.replayed,
  };
}

/** By what was said of the place, and by whose phone it is. */
async function guessUnit({ db }: Deps, known: Known, { address }: NoticeGiven, { customer }: ReadNotice) {
  const said = { text: address, customerCode: customer.customerCode, phone: customer.phone };
  const { unit } = await inScope(db, systemScope, (trx) => guess(trx, said, known.day));
  return unit.code;
}
