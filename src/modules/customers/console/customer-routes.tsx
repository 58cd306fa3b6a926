import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type ConsoleDeps, showConsole, signedInAs } from '#modules/accounts/index.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { customerReasons } from '../reasons.ts';
import { type CasesOf, readCustomerPage, readCustomersPage } from './customer-facts.ts';
import { CustomerPage } from './customer-page.tsx';
import { CustomersPage } from './customers-page.tsx';
import { texts } from './texts.ts';

export type CustomerConsoleDeps = ConsoleDeps & { casesOf: CasesOf };

const typed = z
  .string()
  .max(200)
  .default('')
  .catch('')
  .transform((text) => text.replaceAll('\0', '').trim());
const url = z.object({
  tim: typed,
  sau: z
    .string()
    .regex(/^[A-Z0-9]{0,20}$/)
    .default('')
    .catch(''),
});

/** Customers, for the staff who may see them: searched, and one by one. */
export function customerConsole(app: FastifyInstance, deps: CustomerConsoleDeps): void {
  app.get('/bang/khach-hang', async (request, reply) => {
    const actor = signedInAs(request);
    const asked = url.parse(request.query ?? {});
    const facts = await inScope(deps.db, actor.scope, (trx) => readCustomersPage(trx, actor, asked));
    const content = <CustomersPage facts={facts} language={request.language} />;
    return showConsole(deps, request, reply, { title: texts.customers }, content);
  });
  app.get('/bang/khach-hang/:code', async (request, reply) => {
    const { code } = z.object({ code: z.string() }).parse(request.params);
    const facts = await inScope(deps.db, signedInAs(request).scope, (trx) =>
      readCustomerPage(trx, code.toUpperCase().replaceAll('\0', ''), deps.casesOf),
    );
    if (!facts) throw refuse(customerReasons.customer_not_found);
    const title = { vi: facts.customer.name, en: facts.customer.name };
    const content = <CustomerPage facts={facts} language={request.language} />;
    return showConsole(deps, request, reply, { title }, content);
  });
}
