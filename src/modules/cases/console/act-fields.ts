import { fill, type Language, type Text } from '#platform/text.ts';
import type { Act } from '../rules/transitions.ts';
import type { CasePage } from './case-page-facts.ts';
import { caseTexts as t } from './case-texts.ts';
import type { Typed } from './console-acts.ts';

type Named = { name: keyof Typed; label: Text; hint?: Text; required?: boolean };
type Option = { value: string; label: string };
export type ActField =
  | (Named & { kind: 'line' | 'area' | 'date'; list?: string })
  | (Named & { kind: 'select'; options: (Option | { group: string; options: Option[] })[] })
  | { kind: 'files'; name: 'files'; label: Text; hint: Text };

const area = (name: keyof Typed, label: Text, more: Partial<Named> = {}): ActField => ({
  kind: 'area',
  name,
  label,
  required: true,
  ...more,
});
type SelectField = Extract<ActField, { kind: 'select' }>;
const select = (name: keyof Typed, label: Text, options: SelectField['options']): SelectField => ({
  kind: 'select',
  name,
  label,
  options,
});
const files: ActField = {
  kind: 'files',
  name: 'files',
  label: t.files,
  hint: { vi: fill(t.files_hint.vi, { most: 10 }), en: fill(t.files_hint.en, { most: 10 }) },
};

type Asking = (page: CasePage, language: Language) => ActField[];

/** What each act asks of the person who does it. */
const asked: { [A in Act]?: Asking } = {
  decline: () => [area('reason', t.reason, { hint: t.reason_hint_customer })],
  reopen: () => [area('reason', t.reason)],
  withdraw: () => [area('reason', t.reason, { required: false })],
  assign: (page, language) => [select('staffId', t.to_whom, colleagues(page, language))],
  transfer: (page, language) => [
    { ...select('toUnit', t.to_unit, destinations(page, language)), required: true },
    area('reason', t.reason),
  ],
  ask_supplement: () => [
    area('what', t.what_missing, { hint: t.reason_hint_customer }),
    { kind: 'date', name: 'until', label: t.until, required: true },
  ],
  receive_supplement: () => [area('answer', t.what_came, { required: false }), files],
  record_visit: (page) => [visitField(page)],
  complete_step: (page, language) => [...whichStep(page, language), productField(page)],
  answer: () => [area('body', t.answer_body, { hint: t.reason_hint_customer })],
  comment: () => [area('body', t.comment_body)],
  pause_clock: () => [
    area('reason', t.reason),
    { ...files, label: t.pause_document, hint: t.pause_document_hint },
  ],
  resume_clock: () => [area('note', t.resume_note, { required: false })],
  reclassify: (page, language) => [
    { ...select('toService', t.to_service, kinds(page, language)), required: true },
    area('reason', t.reason),
  ],
  close: () => [area('note', t.close_note, { required: false })],
  attach: () => [files],
};

export const fieldsOf = (act: Act, page: CasePage, language: Language): ActField[] =>
  asked[act]?.(page, language) ?? [];

/** Asked only where several steps run side by side. */
function whichStep({ completable }: CasePage, language: Language): ActField[] {
  if (completable.length < 2) return [];
  const options = completable.map(({ id, step_code, step }) => ({
    value: id,
    label: step ? `${step.name[language]} (${step.produces[language]})` : step_code,
  }));
  return [
    {
      ...select('taskId', t.which_step, [{ value: '', label: t.choose[language] }, ...options]),
      required: true,
    },
  ];
}

function productField({ completable }: CasePage): ActField {
  const only = completable.length === 1 ? completable[0]?.step : undefined;
  return {
    kind: 'line',
    name: 'product',
    label: t.product,
    ...(only ? { hint: only.produces } : {}),
    required: true,
  };
}

function visitField({ view }: CasePage): ActField {
  const facts = { done: view.visits, promised: view.visits_promised };
  const hint = { vi: fill(t.visit_reason_hint.vi, facts), en: fill(t.visit_reason_hint.en, facts) };
  return area('reason', t.visit_reason, { hint, required: view.visits >= view.visits_promised });
}

function colleagues({ colleagues: people, roleNames }: CasePage, language: Language): Option[] {
  const named = people.map(({ id, name, role }) => ({
    value: id,
    label: `${name} (${roleNames[role]?.[language] ?? role})`,
  }));
  return [{ value: '', label: t.pile[language] }, ...named];
}

/** Units below the company that has them, so that the right one is found among two hundred. */
function destinations({ units, view }: CasePage, language: Language) {
  const choose: Option = { value: '', label: t.choose[language] };
  const companies = units.filter((unit) => unit.kind === 'company');
  const groups = companies.map((company) => ({
    group: company.name[language],
    options: units
      .filter((unit) => unit.kind === 'district_unit' && unit.validTo === null)
      .filter((unit) => unit.parentCode === company.code && unit.code !== view.unit_code)
      .map((unit) => ({ value: unit.code, label: unit.name[language] })),
  }));
  return [choose, ...groups.filter((group) => group.options.length > 0)];
}

/** Every service with its variants, as they were on the day the case was filed. */
function kinds({ services, view }: CasePage, language: Language) {
  const choose: Option = { value: '', label: t.choose[language] };
  const groups = services.map(({ code, name, variants }) => ({
    group: name[language],
    options: variants
      .filter((variant) => code !== view.service_code || variant.code !== view.variant)
      .map((variant) => ({ value: `${code} ${variant.code}`, label: variant.name[language] })),
  }));
  return [choose, ...groups.filter((group) => group.options.length > 0)];
}
