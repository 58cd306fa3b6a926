import { chooseVariant } from '#modules/catalogue/index.ts';
import { showPhone } from '#platform/phone.ts';
import { fill, type Language } from '#platform/text.ts';
import { SummaryList } from '#ui/parts.tsx';
import type { Draft } from '../draft.ts';
import { detailsOf } from '../rules/details.ts';
import { texts } from '../texts.ts';
import type { PageProps } from './page-props.ts';

/** Everything answered, each with a way to change it, and the button that sends. */
export function CheckPage({ draft, facts, language }: PageProps) {
  const { answers, definition } = draft;
  const change = (slug: string) => ({ href: `/yeu-cau/${slug}`, label: texts.change[language] });
  const variant = chooseVariant(definition, detailsOf(definition, answers));
  const rows = [
    { name: texts.service[language], value: definition.name[language] },
    { name: texts.unit[language], value: facts.unit?.name[language] ?? '', change: change('noi-can-dien') },
    ...(answers.customer_code
      ? [
          {
            name: texts.customer_code[language],
            value: answers.customer_code,
            change: change('noi-can-dien'),
          },
        ]
      : []),
    ...fieldRows(draft, language),
    {
      name: texts.documents_title[language],
      value: draft.documents.map(({ name }) => name).join(', ') || texts.none[language],
      change: change('giay-to'),
    },
    { name: texts.name[language], value: answers.name ?? '', change: change('nguoi-yeu-cau') },
    { name: texts.address[language], value: answers.address ?? '', change: change('nguoi-yeu-cau') },
    {
      name: texts.contact[language],
      value: [answers.phone && showPhone(answers.phone), answers.email].filter(Boolean).join(', '),
      change: change('nguoi-yeu-cau'),
    },
    { name: texts.limit[language], value: `${variant.name[language]}: ${sayLimit(variant.limit, language)}` },
  ];
  return (
    <>
      <h1>{texts.check_title[language]}</h1>
      <SummaryList rows={rows} />
      <form method="post" action="/yeu-cau/kiem-tra">
        <button type="submit">{texts.send[language]}</button>
      </form>
    </>
  );
}

function fieldRows({ definition, answers }: Draft, language: Language) {
  return definition.fields
    .filter(({ name }) => answers[`field.${name}`])
    .map((field) => {
      const value = answers[`field.${field.name}`] ?? '';
      const option = field.options?.find((each) => each.value === value)?.label[language];
      const said =
        field.type === 'yes_no' ? (value === 'yes' ? texts.yes : texts.no)[language] : (option ?? value);
      return {
        name: field.label[language],
        value: said,
        change: { href: `/yeu-cau/hoi-${field.name}`, label: texts.change[language] },
      };
    });
}

const units = {
  working_days: { vi: '{amount} ngày làm việc', en: '{amount} working days' },
  working_hours: { vi: '{amount} giờ làm việc', en: '{amount} working hours' },
  minutes: { vi: '{amount} phút', en: '{amount} minutes' },
};
const sayLimit = ({ amount, unit }: { amount: number; unit: keyof typeof units }, language: Language) =>
  fill(units[unit][language], { amount });
