import { type CodeDeps, checkCode, issueCode } from '#modules/accounts/index.ts';
import { todayOf } from '#platform/clock.ts';
import type { FileStore } from '#platform/files/index.ts';
import type { SentForm } from '#platform/http/read-form.ts';
import { type Reason, Refused, refuse } from '#platform/refused.ts';
import type { PortalPages } from '#ui/show-portal.tsx';
import {
  answerContact,
  answerDistrict,
  answerField,
  answerPerson,
  answerPlace,
  chosenContact,
} from '../answer-page.ts';
import { changeDraft, type Draft } from '../draft.ts';
import { intakeReasons } from '../reasons.ts';
import { missingDocuments, type Page } from '../rules/pages.ts';

export type IntakeDeps = CodeDeps & PortalPages & { files: FileStore; demo: boolean; secureCookies: boolean };

/** Takes what was answered on a page into the draft. True: stay on the page. Throws what is to be mended, field by field. */
export async function takeAnswer(
  deps: IntakeDeps,
  draft: Draft,
  page: Page,
  form: SentForm,
): Promise<boolean> {
  const { fields } = form;
  const keep = async (answers: Record<string, string>) => {
    await changeDraft(deps, draft.id, {
      answers: { ...draft.answers, ...answers },
      language: draft.language,
    });
    return false;
  };
  switch (page.kind) {
    case 'place':
      return keep(await answerPlace(deps.db, fields, todayOf(deps.clock)));
    case 'district':
      return keep(await answerDistrict(deps.db, draft, fields, todayOf(deps.clock)));
    case 'field':
      return keep(answerField(draft, page.name, fields));
    case 'person':
      return keep(answerPerson(fields));
    case 'documents':
      return takeDocuments(deps, draft, form);
    case 'confirm':
      await keep(answerContact(draft, fields));
      await sendCodeTo(deps, { ...draft, answers: { ...draft.answers, ...answerContact(draft, fields) } });
      return false;
    case 'code':
      return takeCode(deps, draft, fields.code ?? '');
    case 'check':
      return false;
  }
}

async function takeDocuments(
  deps: IntakeDeps,
  draft: Draft,
  { fields, files, refusedFiles }: SentForm,
): Promise<boolean> {
  if (fields.remove) {
    const kept = draft.documents.filter(({ kind, sha256 }) => `${kind}:${sha256}` !== fields.remove);
    await changeDraft(deps, draft.id, { documents: kept });
    return true;
  }
  const arrived = files.map(({ field, ...file }) => ({ ...file, kind: field.replace(/^file\./, '') }));
  const isNew = (paper: (typeof arrived)[number]) =>
    !draft.documents.some(({ kind, sha256 }) => kind === paper.kind && sha256 === paper.sha256);
  const documents = [...draft.documents, ...arrived.filter(isNew)].slice(0, 20);
  const answers = { ...draft.answers, documents_seen: fields.later === 'yes' ? 'later' : '' };
  await changeDraft(deps, draft.id, { documents, answers });
  throwFirst(refusedFiles);
  const missing = missingDocuments(draft.definition, documents);
  if (missing.length > 0 && fields.later !== 'yes') {
    const name = missing.map((paper) => paper.name[draft.language]).join('; ');
    const fieldsWrong = Object.fromEntries(
      missing.map(({ code }) => [`file.${code}`, intakeReasons.document_missing]),
    );
    throw refuse(intakeReasons.document_missing, { name }, fieldsWrong);
  }
  return false;
}

function throwFirst(refusedFiles: Record<string, Refused>): void {
  const entries = Object.entries(refusedFiles);
  const first = entries[0]?.[1];
  if (!first) return;
  const fields: Record<string, Reason> = Object.fromEntries(
    entries.map(([field, { reason }]) => [field, reason]),
  );
  throw refuse(first.reason, first.facts, fields);
}

const keyOf = (draft: Draft) => ({ purpose: 'open_case', subject: draft.id });

async function sendCodeTo(deps: IntakeDeps, draft: Draft): Promise<void> {
  const contact = chosenContact(draft);
  if (!contact)
    throw refuse(intakeReasons.contact_choice, {}, { contact_kind: intakeReasons.contact_choice });
  await atField('contact_kind', issueCode(deps, { ...keyOf(draft), contact, language: draft.language }));
}

async function takeCode(deps: IntakeDeps, draft: Draft, typed: string): Promise<boolean> {
  const contact = chosenContact(draft);
  if (!contact) throw refuse(intakeReasons.draft_gone);
  await atField('code', checkCode(deps, { ...keyOf(draft), code: typed.replace(/\D/g, '') }));
  await changeDraft(deps, draft.id, { confirmedContact: `${contact.kind}:${contact.to}` });
  return false;
}

/** A refusal that names no field is shown beside this one. */
async function atField(field: string, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw refuse(error.reason, error.facts, { [field]: error.reason });
  }
}
