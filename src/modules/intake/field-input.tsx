import type { ServiceDefinition } from '#modules/catalogue/index.ts';
import type { Language } from '#platform/text.ts';
import { Choices, type FieldErrors, TextArea, TextField } from '#ui/form.tsx';
import { texts } from './texts.ts';

type Props = {
  definition: ServiceDefinition;
  name: string;
  language: Language;
  typed: Record<string, string>;
  errors: FieldErrors;
  /** Where the page asks this alone. */
  asHeading?: boolean;
};

/** One question of a service itself. */
export function FieldInput({ definition, language, typed, errors, name, asHeading = false }: Props) {
  const field = definition.fields.find((each) => each.name === name);
  if (!field) return null;
  const hint = [field.hint?.[language], field.required ? '' : texts.optional[language]]
    .filter(Boolean)
    .join(' ');
  const common = {
    name: `field.${name}`,
    label: field.label[language],
    hint: hint || undefined,
    value: typed[`field.${name}`],
    error: errors[`field.${name}`],
    asHeading,
  };
  const yesNo = [
    { value: 'yes', label: texts.yes[language] },
    { value: 'no', label: texts.no[language] },
  ];
  if (field.options)
    return (
      <Choices
        {...common}
        choices={field.options.map(({ value, label }) => ({ value, label: label[language] }))}
      />
    );
  if (field.type === 'yes_no') return <Choices {...common} choices={yesNo} />;
  if (field.type === 'number') return <TextField {...common} inputMode="decimal" width="short" />;
  if (field.type === 'date') return <TextField {...common} inputMode="numeric" width="short" />;
  return <TextArea {...common} rows={3} />;
}
