import {
  type CaseRow,
  commentOnCase,
  longestText,
  openCase,
  type PaperToAttach,
  sendMessage,
  showCaseCode,
} from '#modules/cases/index.ts';
import { customerActor, systemActor } from '#modules/organisation/index.ts';
import type { Clock } from '#platform/clock.ts';
import { parsePhone } from '#platform/phone.ts';
import type { Database } from '#platform/postgres/database.ts';
import { Refused } from '#platform/refused.ts';
import { fill, type Language } from '#platform/text.ts';
import type { Guess } from '../guess.ts';
import { answerSupplement } from './answer-supplement.ts';
import type { FoundBy, Target } from './find-target.ts';
import type { Part } from './keep-files.ts';
import type { MailRow } from './queries-mails.ts';
import { foldQuotes, splitQuotes } from './rules/fold-quotes.ts';
import type { Letter } from './rules/letter.ts';
import { addressIn, customerCodeIn, languageOf, phonesIn } from './rules/names-in-text.ts';
import { type Silence, spokenByPerson } from './rules/silence.ts';
import { mailTexts as t } from './texts.ts';

export type Outcome = { state: 'opened' | 'joined' | 'listed'; caseId: string | null };
export type ToDo = {
  mail: MailRow;
  letter: Letter;
  trouble: string | null;
  papers: PaperToAttach[];
  parts: Part[];
  target: Target;
  /** Why its sender is told nothing by itself, if so. */
  silence: Silence | null;
  /** Who wants what, where a case is opened. */
  guessed: Guess | null;
};
type Deps = { db: Database; clock: Clock; address: string; customerCodePattern: string };

/** Does what was decided about a letter. The letter's id is the request id: done twice, it is done once. */
export async function carryOut(deps: Deps, todo: ToDo): Promise<Outcome> {
  const { target } = todo;
  if (target.kind === 'list') return { state: 'listed', caseId: null };
  if (target.kind === 'open') return open(deps, todo, t.names_case, target.named);
  if (target.kind !== 'join') return noteReport(deps, todo, target.row, t[target.kind].vi);
  try {
    return await join(deps, todo, target.row, target.by);
  } catch (error) {
    if (!(error instanceof Refused) || error.reason.code !== 'not_in_this_state') throw error;
    return open(deps, todo, t.answers_ended, [target.row.code]);
  }
}

async function open(
  deps: Deps,
  todo: ToDo,
  mention: { vi: string; en: string },
  named: readonly string[],
): Promise<Outcome> {
  const { mail, letter, papers, guessed } = todo;
  if (!guessed) throw new Error('a case needs a service and a unit');
  const { visible, quoted } = foldQuotes(letter.text);
  const language = languageOf(`${letter.subject}\n${visible}`);
  const codes = named.map(showCaseCode).join(', ');
  const said = [
    letter.subject,
    visible,
    codes && fill(mention[language], { codes }),
    ...notes(todo, language),
  ];
  const customer = customerOf(deps, todo, language);
  const opened = await openCase(
    deps,
    { ...customerActor('email', customer.name, []), via: 'email' },
    {
      requestId: mail.id,
      serviceVersionId: guessed.service.id,
      unitCode: guessed.unit.code,
      channel: 'email',
      customer,
      details: {},
      language,
      documents: papers,
      message: { body: words(said, language), quoted: quoted.slice(0, 50_000) || null },
    },
  );
  return { state: 'opened', caseId: opened.id };
}

function customerOf({ address, customerCodePattern }: Deps, { mail, letter }: ToDo, language: Language) {
  const all = `${letter.subject}\n${letter.text}`;
  const email = letter.from?.address ?? (mail.sender.includes('@') ? mail.sender.toLowerCase() : address);
  const name = letter.from?.name || letter.from?.address.replace(/@.*$/, '') || mail.sender;
  return {
    name: name || t.unknown_sender[language],
    phone:
      phonesIn(all)
        .map(parsePhone)
        .find((phone) => phone !== null) ?? null,
    email,
    address: addressIn(letter.text) ?? t.address_unknown[language],
    customerCode: customerCodeIn(all, customerCodePattern),
  };
}

async function join(deps: Deps, todo: ToDo, row: CaseRow, by: FoundBy): Promise<Outcome> {
  const { mail, letter, papers, silence } = todo;
  const language = row.language === 'en' ? 'en' : 'vi';
  const split = splitQuotes(letter.text);
  const { visible, quoted } = papers.length > 0 ? split : foldQuotes(letter.text);
  const other =
    letter.from && letter.from.address !== row.customer_email?.toLowerCase() ? letter.from.address : '';
  const body = words(
    [
      visible || (papers.length > 0 && !todo.trouble ? t.papers_only[language] : ''),
      other && fill(t.other_address[language], { address: other }),
      by === 'ours' ? '' : t[by][language],
      ...notes(todo, language),
    ],
    language,
  );
  const actor = { ...customerActor(row.id, letter.from?.name || row.customer_name, [row.id]), via: 'email' };
  const saying = { code: row.code, requestId: mail.id, body, quoted: quoted.slice(0, 50_000) };
  // Neither a forged sender nor a program that answers for somebody on leave may start the legal clock again.
  const mayAnswer = row.state === 'waiting' && by === 'ours' && spokenByPerson(silence);
  const brings = !todo.trouble && (split.visible !== '' || papers.length > 0);
  if (mayAnswer && brings && (await answerSupplement(deps, actor, saying, papers, t.quoted_apart[language])))
    return { state: 'joined', caseId: row.id };
  await sendMessage(deps, actor, { ...saying, documents: papers });
  return { state: 'joined', caseId: row.id };
}

async function noteReport(deps: Deps, { mail, letter }: ToDo, row: CaseRow, note: string): Promise<Outcome> {
  const said = `${letter.subject}. ${letter.text}`.replace(/\s+/g, ' ').slice(0, 800);
  const body = fill(note, { words: said });
  const system = { ...systemActor, via: 'email' };
  await commentOnCase(deps, system, { code: row.code, requestId: mail.id, body });
  return { state: 'joined', caseId: row.id };
}

/** What a reader must know beside the words: which files are not among the papers. */
function notes({ parts, papers, trouble }: ToDo, language: Language): string[] {
  const left = parts.filter(({ sha256, why }) => sha256 === null && why !== 'signature');
  const names = left
    .slice(0, 30)
    .map(({ name }) => name)
    .join(', ');
  return [
    trouble ? fill(t.unreadable[language], { name: papers[0]?.name ?? '–' }) : '',
    names && fill(t.left_in_letter[language], { names }),
  ];
}

/** One text of these paragraphs, no longer than a person may write in one go. */
function words(paragraphs: readonly string[], language: Language): string {
  const whole =
    paragraphs
      .map((one) => one.trim())
      .filter(Boolean)
      .join('\n\n') || t.nothing_said[language];
  if (whole.length <= longestText) return whole;
  return `${whole
    .slice(0, longestText - 60)
    .toWellFormed()
    .trimEnd()}\n\n${t.cut[language]}`;
}
