import { randomUUID } from 'node:crypto';
import { acceptedFiles } from '#platform/files/index.ts';
import type { Refused } from '#platform/refused.ts';
import { fill, type Language, type Text } from '#platform/text.ts';
import type { Field } from '../act-forms.ts';

/** A form that was sent and refused: what was typed comes back with it. */
export type Failed = { slug: string; refused: Refused; typed: Record<string, string> };
type Props = {
  slug: string;
  name: Text;
  hint?: Text | undefined;
  action: string;
  fields: readonly Field[];
  open: boolean;
  failed: Failed | null;
  language: Language;
  hidden?: Record<string, string>;
};

/** One act as a disclosure with its form; the one that was refused stands open with its reason. */
export function ActForm({ slug, name, hint, action, fields, open, failed, language, hidden = {} }: Props) {
  const mine = failed?.slug === slug ? failed : null;
  const files = fields.some(({ kind }) => kind === 'file' || kind === 'files');
  return (
    <details className="act" open={mine !== null || open || undefined} id={slug}>
      <summary>{name[language]}</summary>
      <form method="post" action={`${action}#${slug}`} encType={files ? 'multipart/form-data' : undefined}>
        <input type="hidden" name="requestId" value={mine?.typed.requestId ?? randomUUID()} />
        {Object.entries(hidden).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        {hint && <p className="hint">{hint[language]}</p>}
        {fields.map((field) => (
          <Line key={field.name} field={field} form={slug} failed={mine} language={language} />
        ))}
        <button type="submit">{name[language]}</button>
      </form>
    </details>
  );
}

type LineProps = { field: Field; form: string; failed: Failed | null; language: Language };

function Line({ field, form, failed, language }: LineProps) {
  const id = `${form}-${field.name}`;
  const error = failed?.refused.fields[field.name];
  if (field.kind === 'tick')
    return (
      <p className="field">
        <label htmlFor={id} className="tick">
          <input id={id} type="checkbox" name={field.name} value="1" /> {field.label[language]}
        </label>
      </p>
    );
  const described = [field.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{field.label[language]}</label>
      {field.hint && (
        <p className="hint" id={`${id}-hint`}>
          {field.hint[language]}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          {fill(error[language], failed?.refused.facts ?? {})}
        </p>
      )}
      <Input field={field} id={id} typed={failed?.typed[field.name]} described={described || undefined} />
    </div>
  );
}

type InputProps = { field: Field; id: string; typed: string | undefined; described: string | undefined };

function Input({ field, id, typed, described }: InputProps) {
  const common = { id, name: field.name, 'aria-describedby': described };
  if (field.kind === 'file' || field.kind === 'files')
    return (
      <input {...common} name="files" type="file" multiple={field.kind === 'files'} accept={acceptedFiles} />
    );
  const filled = { ...common, defaultValue: typed, required: !field.optional };
  if (field.options)
    return (
      <select {...filled}>
        {field.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    );
  if (field.kind === 'area') return <textarea {...filled} rows={3} maxLength={4000} />;
  return <input {...filled} type={field.kind === 'date' ? 'date' : 'text'} autoComplete="off" />;
}
