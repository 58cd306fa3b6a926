import { randomUUID } from 'node:crypto';
import { showCaseCode } from '#modules/cases/index.ts';
import type { PaperTemplate } from '#modules/catalogue/index.ts';
import type { Reason } from '#platform/refused.ts';
import { fill, type Language } from '#platform/text.ts';
import { ErrorSummary, type FieldErrors, Select, TextField } from '#ui/form.tsx';
import { Notice } from '#ui/parts.tsx';
import type { Field } from '../rules/read-fields.ts';
import { texts as t } from '../texts.ts';

export type MakePageProps = {
  code: string;
  version: number;
  templates: readonly PaperTemplate[];
  chosen: PaperTemplate | undefined;
  /** The number of the paper of this kind that counts now. */
  before: string | null;
  barred: Reason | null;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  language: Language;
};

/** First which paper, then what it needs. */
export function MakePage(props: MakePageProps) {
  const { code, templates, chosen, barred, errors, language } = props;
  return (
    <div className="narrow wide">
      <p>
        <a href={`/bang/ho-so/${code}#van-ban`}>{fill(t.back[language], { code: showCaseCode(code) })}</a>
      </p>
      <h1>{chosen ? chosen.name[language] : t.make[language]}</h1>
      <ErrorSummary title={t.errors[language]} errors={errors} />
      {barred && (
        <Notice kind="soon">
          <p>{barred[language]}</p>
        </Notice>
      )}
      {chosen ? (
        <MakeForm {...props} chosen={chosen} />
      ) : (
        <Templates code={code} templates={templates} language={language} />
      )}
    </div>
  );
}

type TemplatesProps = Pick<MakePageProps, 'code' | 'templates' | 'language'>;

function Templates({ code, templates, language }: TemplatesProps) {
  if (templates.length === 0) return <p className="empty">{t.no_templates[language]}</p>;
  return (
    <>
      <h2>{t.choose[language]}</h2>
      <ul>
        {templates.map((template) => (
          <li key={template.code}>
            <a href={`/bang/ho-so/${code}/van-ban?mau=${template.code}`}>{template.name[language]}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function MakeForm(props: MakePageProps & { chosen: PaperTemplate }) {
  const { code, version, chosen, before, barred, typed, errors, language } = props;
  return (
    <form method="post" action={`/bang/ho-so/${code}/van-ban`}>
      <input type="hidden" name="requestId" value={typed.requestId ?? randomUUID()} />
      <input type="hidden" name="seen" value={version} />
      <input type="hidden" name="template" value={chosen.code} />
      <p className="hint">
        {t.source[language]}: {chosen.source}
      </p>
      {chosen.uncertain && <p className="hint">{t.unsure[language]}</p>}
      {chosen.fields.map((field) => (
        <PaperField
          key={field.name}
          field={field}
          typed={typed[`f.${field.name}`]}
          error={errors[`f.${field.name}`]}
          language={language}
        />
      ))}
      {before && (
        <TextField
          name="reason"
          label={t.reason[language]}
          hint={fill(t.reason_hint[language], { number: before })}
          error={errors.reason}
          value={typed.reason}
        />
      )}
      <button type="submit" disabled={barred !== null}>
        {t.make_this[language]}
      </button>
    </form>
  );
}

type FieldProps = { field: Field; typed: string | undefined; error: string | undefined; language: Language };

function PaperField({ field, typed, error, language }: FieldProps) {
  const common = {
    name: `f.${field.name}`,
    label: field.label[language],
    hint: field.hint?.[language],
    error,
    value: typed,
  };
  if (field.type === 'choice' || field.type === 'yes_no') {
    const choices =
      field.type === 'choice'
        ? (field.options ?? []).map(({ value, label }) => ({ value, label: label[language] }))
        : [
            { value: 'yes', label: t.yes[language] },
            { value: 'no', label: t.no[language] },
          ];
    return <Select {...common} choices={choices} empty={t.empty_choice[language]} />;
  }
  return (
    <TextField
      {...common}
      type={field.type === 'date' ? 'date' : 'text'}
      inputMode={field.type === 'number' ? 'decimal' : undefined}
      autoComplete="off"
    />
  );
}
