import { randomUUID } from 'node:crypto';
import type { Refused } from '#platform/refused.ts';
import { fill, type Language } from '#platform/text.ts';
import { Keyed } from '#ui/parts.tsx';
import { actNames } from '../texts.ts';
import { type ActField, fieldsOf } from './act-fields.ts';
import type { CasePage } from './case-page-facts.ts';
import { caseTexts as t } from './case-texts.ts';
import type { ConsoleAct } from './console-acts.ts';

/** A form that was sent and refused: what was typed comes back with it. */
export type Failed = { act: string; refused: Refused; typed: Record<string, string> };
type Props = { item: ConsoleAct; page: CasePage; language: Language; failed: Failed | null; open: boolean };

/** One act as a disclosure with its form; the one that was refused stands open. */
export function ActForm({ item, page, language, failed, open }: Props) {
  const mine = failed?.act === item.slug ? failed : null;
  const fields = fieldsOf(item.act, page, language);
  return (
    <details className="act" open={mine !== null || open || undefined} id={item.slug}>
      <Keyed as="summary" letter={item.key}>
        {actNames[item.act][language]}
      </Keyed>
      <form
        method="post"
        action={`/bang/ho-so/${page.view.code}/${item.slug}#${item.slug}`}
        encType={item.files ? 'multipart/form-data' : undefined}
        id={`form-${item.slug}`}
      >
        <input type="hidden" name="requestId" value={mine?.typed.requestId ?? randomUUID()} />
        <input type="hidden" name="seen" value={page.view.version} />
        {item.act === 'complete_step' && page.completable.length < 2 && (
          <input type="hidden" name="taskId" value={page.completable[0]?.id ?? ''} />
        )}
        {item.act === 'accept' && <p className="hint">{t.sure_accept[language]}</p>}
        {fields.map((field) => (
          <Field key={field.name} field={field} form={item.slug} language={language} failed={mine} />
        ))}
        <button type="submit">{actNames[item.act][language]}</button>
      </form>
    </details>
  );
}

type FieldProps = { field: ActField; form: string; language: Language; failed: Failed | null };

function Field({ field, form, language, failed }: FieldProps) {
  const id = `${form}-${field.name}`;
  const error = failed?.refused.fields[field.name];
  const hint = field.hint && (
    <p className="hint" id={`${id}-hint`}>
      {field.hint[language]}
    </p>
  );
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{field.label[language]}</label>
      {hint}
      {error && (
        <p className="error" id={`${id}-error`}>
          {fill(error[language], failed?.refused.facts ?? {})}
        </p>
      )}
      <Input
        field={field}
        id={id}
        language={language}
        typed={failed?.typed[field.name]}
        describedBy={describing(id, Boolean(hint), Boolean(error))}
      />
    </div>
  );
}

const describing = (id: string, hint: boolean, error: boolean) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

type InputProps = {
  field: ActField;
  id: string;
  language: Language;
  typed: string | undefined;
  describedBy: string | undefined;
};

function Input({ field, id, typed, describedBy }: InputProps) {
  const common = { id, name: field.name, 'aria-describedby': describedBy };
  if (field.kind === 'files')
    return <input {...common} type="file" multiple accept="image/*,application/pdf" />;
  const filled = { ...common, defaultValue: typed, required: field.required };
  if (field.kind === 'area') return <textarea {...filled} rows={3} maxLength={4000} />;
  if (field.kind !== 'select')
    return <input {...filled} type={field.kind === 'date' ? 'date' : 'text'} autoComplete="off" />;
  return (
    <select {...filled}>
      {field.options.map((entry) =>
        'group' in entry ? (
          <optgroup key={entry.group} label={entry.group}>
            {entry.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ) : (
          <option key={entry.value} value={entry.value}>
            {entry.label}
          </option>
        ),
      )}
    </select>
  );
}
