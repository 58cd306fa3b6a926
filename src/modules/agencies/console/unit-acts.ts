import type { Act } from '#modules/cases/index.ts';
import type { Language, Text } from '#platform/text.ts';
import { approval, type Field, type Run, reason, refusal } from '../act-forms.ts';
import { t as bodyTexts } from '../body/texts.ts';
import { giveMore } from '../give-more.ts';
import type { Doing } from '../rules/attempt.ts';
import { sendAgain, stopCase } from '../send-again.ts';
import { t } from './texts.ts';

/** What of a step the forms depend on. */
type Standing = { decision: string | null; body: Text; others: readonly { code: string; name: Text }[] };
export type UnitAct = {
  slug: string;
  act: Act;
  doing: Doing;
  name(step: Standing): Text;
  hint?: Text;
  fields(step: Standing, language: Language): Field[];
  run: Run;
};

/** What the unit can do about a step that lies with a State body. */
export const unitActs: readonly UnitAct[] = [
  {
    ...{ slug: 'gui-bo-sung', act: 'agency_give_supplement' as const, doing: 'give_supplement' as const },
    name: () => t.do_give,
    fields: () => [
      { name: 'answer', label: t.field_answer, kind: 'area', optional: true },
      { name: 'files', label: t.field_files, kind: 'files', optional: true },
    ],
    run: (d, a, r, typed, documents) => giveMore(d, a, { ...r, answer: typed('answer'), documents }),
  },
  {
    ...{ slug: 'gui-lai', act: 'agency_send_again' as const, doing: 'send_again' as const },
    name: ({ decision }) => (decision === null ? t.do_link : t.do_again),
    fields: (step, language) =>
      step.decision === null
        ? []
        : [
            {
              name: 'toUnit',
              label: t.field_to,
              kind: 'select',
              options: destinations(step, language),
              optional: true,
            },
            { name: 'note', label: bodyTexts.field_note, kind: 'area', optional: true },
          ],
    run: (d, a, r, typed) => sendAgain(d, a, { ...r, toUnit: typed('toUnit'), note: typed('note') }),
  },
  {
    ...{ slug: 'dung', act: 'agency_stop' as const, doing: 'stop' as const, hint: t.hint_stop },
    name: () => t.do_stop,
    fields: () => [reason],
    run: (d, a, r, typed) => stopCase(d, a, { ...r, reason: typed('reason') }),
  },
  {
    ...{ slug: 'ket-qua-giay', act: 'agency_approve' as const, doing: 'decide_for' as const },
    name: () => t.do_paper,
    ...approval,
  },
  {
    ...{ slug: 'tu-choi-giay', act: 'agency_refuse' as const, doing: 'decide_for' as const },
    name: () => t.do_paper_refusal,
    ...refusal,
  },
];

const destinations = ({ body, others }: Standing, language: Language) => [
  { value: '', label: t.same_body[language].replace('{body}', body[language]) },
  ...others.map(({ code, name }) => ({ value: code, label: name[language] })),
];
