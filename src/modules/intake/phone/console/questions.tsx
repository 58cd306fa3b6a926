import type { Field, ServiceDefinition } from '#modules/catalogue/index.ts';
import type { Language } from '#platform/text.ts';
import { type FieldErrors, Select, TextField } from '#ui/form.tsx';
import { texts as t } from './texts.ts';

type Props = {
  definition: ServiceDefinition | undefined;
  typed: Record<string, string>;
  errors: FieldErrors;
  language: Language;
};

/** The service's own questions: those that must be asked, and the others folded away. One list each, so that a letter chooses. */
export function Questions({ definition, typed, errors, language }: Props) {
  const fields = definition?.fields ?? [];
  const optional = fields.filter(({ required }) => !required);
  const ask = (field: Field) => (
    <Question key={field.name} field={field} typed={typed} errors={errors} language={language} />
  );
  const answered = optional.some(({ name }) => typed[`field.${name}`] || errors[`field.${name}`]);
  return (
    <div id="questions" data-service={definition?.code ?? ''}>
      {fields.filter(({ required }) => required).map(ask)}
      {optional.length > 0 && (
        <details open={answered || undefined}>
          <summary>{t.optional[language]}</summary>
          {optional.map(ask)}
        </details>
      )}
    </div>
  );
}

function Question({ field, typed, errors, language }: Omit<Props, 'definition'> & { field: Field }) {
  const name = `field.${field.name}`;
  const common = {
    name,
    label: field.label[language],
    hint: field.hint?.[language],
    value: typed[name],
    error: errors[name],
  };
  const yesNo = [
    { value: 'yes', label: t.yes[language] },
    { value: 'no', label: t.no[language] },
  ];
  const choices = field.options?.map(({ value, label }) => ({ value, label: label[language] }));
  if (choices || field.type === 'yes_no')
    return <Select {...common} choices={choices ?? yesNo} empty={t.choose[language]} />;
  const inputMode = field.type === 'number' ? 'decimal' : field.type === 'date' ? 'numeric' : 'text';
  return <TextField {...common} inputMode={inputMode} width={field.type === 'text' ? 'full' : 'short'} />;
}
