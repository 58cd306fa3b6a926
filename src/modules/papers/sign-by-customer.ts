import { type CodeContact, checkCode, issueCode } from '#modules/accounts/index.ts';
import { acting, type CaseRow, readCaseRow } from '#modules/cases/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { inScope, type Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import type { Language } from '#platform/text.ts';
import type { SigningDeps } from './deps.ts';
import {
  findSignature,
  insertSignature,
  lockPaper,
  putCodeSent,
  readCodeSent,
  updatePaper,
} from './queries.ts';
import { nameOf, type Paper, readPaper, wholePaper } from './read-paper.ts';
import { paperReasons } from './reasons.ts';
import { maySign, stateAfter } from './rules/paper-state.ts';

type Signing = acting.ActRequest & { paperId: string };

/** A code counts for one paper as it was issued, and for no other. */
const keyOf = ({ row }: Paper) => ({ purpose: 'sign_paper', subject: `${row.id} ${row.sha256}` });

/** The phone number and the mail address of the case: a code goes nowhere else. */
export function contactsOf(row: Pick<CaseRow, 'customer_phone' | 'customer_email'>): CodeContact[] {
  const phone = row.customer_phone ? [{ kind: 'phone' as const, to: row.customer_phone }] : [];
  return row.customer_email ? [...phone, { kind: 'mail', to: row.customer_email }] : phone;
}

/** Sends the code with which the customer signs; which one, and where to, is kept with the paper. */
export async function sendSigningCode(
  deps: SigningDeps,
  actor: Actor,
  asked: { code: string; paperId: string; contact: string; language: Language },
): Promise<void> {
  const { paper, contacts } = await inScope(deps.db, actor.scope, async (trx) => ({
    paper: await needSignable(trx, asked),
    contacts: contactsOf((await readCaseRow(trx, asked.code)) ?? none),
  }));
  const contact = contacts.find(({ kind }) => kind === asked.contact);
  if (!contact) throw refuse(paperReasons.no_such_contact, {}, { contact: paperReasons.no_such_contact });
  const { sendCode } = deps;
  const { id: paper_id, case_id } = paper.row;
  const noted: SigningDeps['sendCode'] = async (trx, message) => {
    await sendCode(trx, message);
    const sent = { code_id: message.id, contact_kind: contact.kind, contact: contact.to };
    await putCodeSent(trx, { paper_id, case_id, ...sent, sent_at: message.now });
  };
  await issueCode({ ...deps, sendCode: noted }, { ...keyOf(paper), contact, language: asked.language });
}

const none = { customer_phone: null, customer_email: null };

/** The customer signs the bytes that were issued. A code is used up before the act: an act that is then refused needs a new one. */
export async function signByCustomer(
  deps: SigningDeps,
  actor: Actor,
  request: Signing & { typedCode: string },
): Promise<acting.ActResult> {
  const prepared = await inScope(deps.db, actor.scope, async (trx) => {
    if (await findSignature(trx, request.requestId)) return null;
    // Read before the code is checked: if the typed one is right, no newer one was sent in between, and this is its own.
    const sent = await readCodeSent(trx, request.paperId);
    return { paper: await needSignable(trx, request), sent };
  });
  if (prepared) await checkCode(deps, { ...keyOf(prepared.paper), code: request.typedCode });
  return acting.actOnCase(deps, actor, 'sign_paper', request, async ({ trx, found, now }) => {
    const locked = await needSignable(trx, request, 'locked');
    const sent = prepared?.sent;
    if (!sent || locked.row.sha256 !== prepared.paper.row.sha256) throw refuse(paperReasons.paper_not_found);
    await insertSignature(trx, {
      paper_id: locked.row.id,
      case_id: found.id,
      party: 'customer',
      request_id: request.requestId,
      sha256: locked.row.sha256,
      at: now,
      signer: found.customer_name,
      contact_kind: sent.contact_kind,
      contact: sent.contact,
      code_id: sent.code_id,
    });
    await updatePaper(trx, locked.row.id, { state: stateAfter(locked.signers, ['customer']) });
    return {
      data: {
        paper: locked.row.id,
        paper_kind: locked.row.kind,
        paper_name: nameOf(locked),
        party: 'customer',
        sha256: locked.row.sha256,
        code_id: sent.code_id,
      },
    };
  });
}

/** The paper of this case, which its customer may sign now. */
async function needSignable(
  trx: Trx,
  { code, paperId }: { code: string; paperId: string },
  how: 'read' | 'locked' = 'read',
): Promise<Paper> {
  const row = how === 'locked' ? await lockPaper(trx, paperId) : undefined;
  const paper = row ? await wholePaper(trx, row) : await readPaper(trx, paperId);
  const found = await readCaseRow(trx, code);
  if (!paper || !found || paper.row.case_id !== found.id) throw refuse(paperReasons.paper_not_found);
  const judged = maySign(paper.state, 'customer', paper.signers);
  if (!judged.ok) throw refuse(paperReasons[judged.reason]);
  return paper;
}
