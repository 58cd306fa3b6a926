import { type CaseView, readCaseById, readWholeCase, showCaseCode } from '#modules/cases/index.ts';
import { readUtility, type Utility } from '#modules/catalogue/index.ts';
import { sayDay, sayMoment } from '#modules/deadlines/index.ts';
import { findUnit } from '#modules/organisation/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { fill, type Language } from '#platform/text.ts';
import type { NoticeFacts } from './compose.ts';
import { kindOfEvent, type NoticeKind } from './kinds.ts';
import { tell } from './tell.ts';
import { texts } from './texts.ts';
import type { NoticeThreads } from './threads.ts';

/** `linkTo`: the whole address of the page on which the customer follows a case. */
export type TellDeps = {
  db: Database;
  clock: Clock;
  linkTo: (code: string) => string;
  threads?: NoticeThreads;
};
export type CaseToTell = { caseId: string; seq: number; kind: string };

/** Tells the customer what happened on the case, by mail if we have the address, else by short message. Events that concern nobody outside pass in silence. */
export async function tellCustomer(deps: TellDeps, { caseId, seq, kind: event }: CaseToTell): Promise<void> {
  const kind = kindOfEvent[event];
  if (!kind) return;
  await inScope(deps.db, systemScope, async (trx) => {
    const row = await readCaseById(trx, caseId);
    if (!row || (deps.threads && !(await deps.threads.mayTell(trx, caseId, kind)))) return;
    const now = deps.clock.now();
    const found = await readWholeCase(trx, row);
    const utility = await readUtility(trx, dayAt(now));
    const contact = contactOf(found);
    const language = found.language === 'en' ? 'en' : 'vi';
    const facts = {
      ...factsOf(found, utility, seq, language, deps.linkTo(found.code)),
      ...(await whichBody(trx, found, seq, kind, language)),
    };
    if (!contact) return;
    await tell(trx, {
      caseId,
      kind,
      dedupeKey: `${caseId}:${seq}:${event}`,
      ...contact,
      language,
      facts,
      now,
    });
  });
}

/** The name of the State body that the act is of, where the notice speaks in its name. */
async function whichBody(trx: Trx, found: CaseView, seq: number, kind: NoticeKind, language: Language) {
  if (kind !== 'body_supplement_asked') return {};
  const code = wordsIn(found, seq, 'unit') ?? '';
  return { body: (await findUnit(trx, code))?.name[language] ?? code };
}

function contactOf({ customer_email, customer_phone }: CaseView) {
  if (customer_email) return { channel: 'mail' as const, recipient: customer_email };
  return customer_phone ? { channel: 'sms' as const, recipient: customer_phone } : null;
}

function factsOf(
  found: CaseView,
  utility: Utility,
  seq: number,
  language: Language,
  link: string,
): NoticeFacts {
  const unit = found.unit?.name[language] ?? found.unit_code;
  const facts: NoticeFacts = {
    code: showCaseCode(found.code),
    name: found.customer_name,
    service: found.service.name[language],
    result: found.service.result[language],
    unit,
    utility: utility.name[language],
    hotline: utility.hotlines.join(' – '),
    waiting: waitingFor(found, unit, language),
    link,
    ...saidInEvent(found, seq),
  };
  if (found.due_at) facts.due = sayMoment(found.due_at.toISOString(), language, utility.timezone);
  return facts;
}

function waitingFor({ state, openSteps }: CaseView, unit: string, language: Language): string {
  if (state === 'waiting') return texts.for_you[language];
  const running = openSteps.flatMap(({ step }) => (step ? [step.plain[language]] : []));
  return running.length > 0 ? running.join(' ') : fill(texts.to_be_accepted[language], { unit });
}

function wordsIn(found: CaseView, seq: number, name: string): string | undefined {
  const data = found.events.find((event) => event.seq === seq)?.data;
  const value = typeof data === 'object' && data !== null && !Array.isArray(data) ? data[name] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The words of the act itself: what is asked and until when, why it was declined, what was answered. */
function saidInEvent(found: CaseView, seq: number): NoticeFacts {
  const words = (name: string) => wordsIn(found, seq, name);
  const until = words('until');
  const facts: NoticeFacts = {};
  const [what, reason, answer] = [words('what'), words('reason'), words('body')];
  if (what) facts.what = what;
  if (reason) facts.reason = reason;
  if (answer) facts.answer = answer;
  if (until) facts.until = sayDay(until);
  const paper = words('paper_name');
  if (paper) facts.paper = paper;
  return facts;
}
