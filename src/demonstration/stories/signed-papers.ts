import { randomUUID } from 'node:crypto';
import type { CaseView } from '#modules/cases/index.ts';
import { type Field, listPaperTemplates } from '#modules/catalogue/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import {
  makePaper,
  type PaperDeps,
  type SigningDeps,
  sendSigningCode,
  signByCustomer,
  signByUnit,
} from '#modules/papers/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import { todayOf } from '#platform/clock.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';

export type PaperDesk = PaperDeps & Omit<SigningDeps, 'sendCode'>;
type Signing = {
  deps: PaperDesk;
  clerk: Actor;
  /** Who signs for the utility: the head of the unit, or of its company in a step of the company's. */
  signer: Actor;
  customer: Actor;
  found: CaseView;
  /** What the papers say, by the name of the field. */
  says: Readonly<Record<string, string>>;
};

/** The papers that a step makes, drawn up by the clerk, signed by the customer with a code and by the unit with its key. */
export async function signPapers(signing: Signing, kinds: readonly string[]): Promise<void> {
  const { deps, found } = signing;
  const templates = await inScope(deps.db, systemScope, (trx) =>
    listPaperTemplates(trx, found.service.group, todayOf(deps.clock)),
  );
  for (const { definition } of templates.filter(({ definition: { kind } }) => kinds.includes(kind))) {
    const { paperId } = await makePaper(deps, signing.clerk, {
      ...by(found.code),
      template: definition.code,
      fields: filled(definition.fields, signing),
    });
    const parties = definition.signers.map(({ party }) => party);
    if (parties.includes('customer')) await signAsCustomer(signing, paperId);
    if (parties.includes('unit')) await signByUnit(deps, signing.signer, { ...by(found.code), paperId });
  }
}

const by = (code: string) => ({ code, requestId: randomUUID() });

/** The code goes to nobody: the number is made up. */
async function signAsCustomer({ deps, customer, found }: Signing, paperId: string): Promise<void> {
  let typedCode = '';
  const signing: SigningDeps = {
    ...deps,
    sendCode: async (_, message) => {
      typedCode = message.code;
    },
  };
  const asked = { code: found.code, paperId, contact: 'phone', language: 'vi' as const };
  await sendSigningCode(signing, customer, asked);
  await signByCustomer(signing, customer, { ...by(found.code), paperId, typedCode });
}

function filled(fields: readonly Field[], { says, found, deps }: Signing): Record<string, string> {
  // What the case has been answered already is the same on its papers.
  const known: Record<string, string> = { ...answersOf(found), ...says };
  const today = dayAt(deps.clock.now());
  return Object.fromEntries(
    fields
      .filter(({ name, required }) => required || known[name] !== undefined)
      .map(({ name, type, options }) => [
        name,
        known[name] ?? options?.[0]?.value ?? (type === 'date' ? today : type === 'number' ? '1' : 'Không'),
      ]),
  );
}

const answersOf = ({ details }: CaseView): Record<string, string> =>
  Object.fromEntries(
    Object.entries(details ?? {}).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, String(value)]],
    ),
  );
