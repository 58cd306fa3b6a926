import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { machineOf } from '#modules/accounts/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import type { Scope } from '#platform/postgres/in-scope.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { type CustomerFile, readCustomerFile } from './find-customers.ts';
import { customerReasons } from './reasons.ts';
import { searchCustomers } from './search-customers.ts';

const most = 50;

const customer = z.object({
  code: z.string(),
  unitCode: z.string(),
  kind: z.enum(['household', 'organisation']),
  name: z.string(),
  address: z.string(),
  phones: z.array(z.string().describe('E.164')),
  emails: z.array(z.string()),
});
const day = z.string().nullable().describe('YYYY-MM-DD');
const file = customer.extend({
  contracts: z.array(
    z.object({
      number: z.string(),
      purpose: z.string(),
      households: z.int(),
      signedOn: day,
      endedOn: day,
    }),
  ),
  meterPoints: z.array(
    z.object({
      code: z.string(),
      contractNumber: z.string(),
      address: z.string(),
      phases: z.int(),
      meterSerial: z.string().nullable(),
      transformer: z.string().nullable(),
    }),
  ),
});
const query = z.object({
  q: z.string().min(2).max(200).describe('Name, address, phone, e-mail, customer code or meter point code'),
  limit: z.coerce.number().int().min(1).max(most).default(20),
});
const params = z.object({ code: z.string().regex(/^[A-Za-z0-9]{6,20}$/) });

/** Customers for programs that act with a role of the staff; each sees those of its unit. */
export function customersApi(app: FastifyInstance, { db }: { db: Database }): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const tags = ['customers'];
  api.get(
    '/api/v1/customers',
    {
      schema: {
        operationId: 'searchCustomers',
        tags,
        summary:
          'Search customers. Where more than `limit` fit, some of them, in no order that means anything.',
        querystring: query,
        response: { 200: z.object({ customers: z.array(customer) }) },
      },
    },
    async (request) => {
      const { q, limit } = request.query;
      const found = await inScope(db, staffScope(request), (trx) => searchCustomers(trx, q, limit));
      return { customers: found };
    },
  );
  api.get(
    '/api/v1/customers/:code',
    {
      schema: {
        operationId: 'getCustomer',
        tags,
        summary: 'One customer with contracts and meter points',
        params,
        response: { 200: file },
      },
    },
    async (request) => {
      const code = request.params.code.toUpperCase();
      const found = await inScope(db, staffScope(request), (trx) => readCustomerFile(trx, code));
      if (!found) throw refuse(customerReasons.customer_not_found);
      return asAnswer(found);
    },
  );
}

/** An app in the hands of a customer, or the desk of a State body, has no customers to see. */
function staffScope(request: FastifyRequest): Scope {
  const { actor } = machineOf(request);
  if (actor.kind !== 'machine') throw refuse(customerReasons.staff_key_needed);
  return actor.scope;
}

const asAnswer = ({ contracts, meterPoints, ...known }: CustomerFile) => ({
  ...known,
  contracts: contracts.map((one) => ({
    number: one.number,
    purpose: one.purpose,
    households: one.households,
    signedOn: one.signed_on,
    endedOn: one.ended_on,
  })),
  meterPoints: meterPoints.map((one) => ({
    code: one.code,
    contractNumber: one.contract_number,
    address: one.address,
    phases: one.phases,
    meterSerial: one.meter_serial,
    transformer: one.transformer,
  })),
});
