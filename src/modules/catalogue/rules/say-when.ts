import type { Language, Text } from '#platform/text.ts';
import type { Condition } from './conditions.ts';

type Field = {
  name: string;
  label: Text;
  options?: readonly { value: string; label: Text }[] | undefined;
};

/** Conditions in the words of the form: "Tổng công suất trạm biến áp (kVA) trên 2.000"; an option speaks for itself. */
export const sayWhen = (
  conditions: readonly Condition[],
  fields: readonly Field[],
  language: Language,
): string[] =>
  conditions.map((condition) => {
    const field = fields.find(({ name }) => name === condition.field);
    const said = answer(condition, field, language);
    if (field?.options) return said;
    const label = (field?.label[language] ?? condition.field).replace(/[?:]\s*$/, '');
    return condition.equals === undefined && condition.not === undefined
      ? `${label} ${said}`
      : `${label}: ${said}`;
  });

function answer(
  { equals, not, above, atMost, notAbove }: Condition,
  field: Field | undefined,
  language: Language,
): string {
  if (equals !== undefined) return wordsOf(equals, field, language);
  if (not !== undefined) return otherThan(not, field, language);
  const from =
    above === undefined ? '' : `${{ vi: 'trên', en: 'above' }[language]} ${number(above, language)}`;
  const most = atMost ?? notAbove;
  const to = most === undefined ? '' : `${{ vi: 'đến', en: 'up to' }[language]} ${number(most, language)}`;
  return [from, to].filter((part) => part !== '').join(', ');
}

const yesNo: Record<string, Text> = { yes: { vi: 'có', en: 'yes' }, no: { vi: 'không', en: 'no' } };
const wordsOf = (value: string, field: Field | undefined, language: Language): string =>
  (field?.options?.find((option) => option.value === value)?.label ?? yesNo[value])?.[language] ?? value;

/** Where two answers are possible the other one is said. */
function otherThan(value: string, field: Field | undefined, language: Language): string {
  const others = (field?.options?.map((option) => option.value) ?? Object.keys(yesNo)).filter(
    (one) => one !== value,
  );
  const [other] = others;
  if (other !== undefined && others.length === 1) return wordsOf(other, field, language);
  return `${{ vi: 'không phải', en: 'not' }[language]} ${wordsOf(value, field, language)}`;
}

const number = (value: number, language: Language): string =>
  value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB');
