import type { ReactNode } from 'react';

/** What is wrong with which input, in the reader's words. */
export type FieldErrors = Record<string, string>;

type InputProps = {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value?: string | undefined;
  type?: string;
  inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'decimal';
  autoComplete?: string;
  /** The label is also the heading of the page, when the page asks for this alone. */
  asHeading?: boolean;
  width?: 'short' | 'full';
};

const idsOf = (name: string, hint: unknown, error: unknown) =>
  [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ') || undefined;

function Around({ name, label, hint, error, asHeading, children }: InputProps & { children: ReactNode }) {
  const text = <label htmlFor={name}>{label}</label>;
  return (
    <div className={error ? 'field wrong' : 'field'}>
      {asHeading ? <h1>{text}</h1> : text}
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${name}-error`}>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

export function TextField(props: InputProps) {
  const { name, hint, error, value, type = 'text', inputMode, autoComplete, width = 'full' } = props;
  return (
    <Around {...props}>
      <input
        id={name}
        name={name}
        type={type}
        inputMode={inputMode}
        autoComplete={autoComplete}
        defaultValue={value}
        className={width}
        aria-describedby={idsOf(name, hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </Around>
  );
}

export function TextArea(props: InputProps & { rows?: number }) {
  const { name, hint, error, value, rows = 5 } = props;
  return (
    <Around {...props}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        defaultValue={value}
        aria-describedby={idsOf(name, hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </Around>
  );
}

export function FileField(props: InputProps & { accept: string; multiple?: boolean }) {
  const { name, hint, error, accept, multiple } = props;
  return (
    <Around {...props}>
      <input
        id={name}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        aria-describedby={idsOf(name, hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </Around>
  );
}

export type Choice = { value: string; label: string; hint?: string | undefined };

type ChoicesProps = Omit<InputProps, 'type'> & { choices: readonly Choice[] };

/** One of a few, each a large target. The first input carries the name as its id, so that an error links to it. */
export function Choices({ name, label, hint, error, value, choices, asHeading }: ChoicesProps) {
  return (
    <fieldset className={error ? 'field wrong' : 'field'} aria-describedby={idsOf(name, hint, error)}>
      <legend>{asHeading ? <h1>{label}</h1> : label}</legend>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${name}-error`}>
          {error}
        </p>
      )}
      {choices.map((choice, index) => (
        <label key={choice.value} className="choice">
          <input
            type="radio"
            name={name}
            id={index === 0 ? name : undefined}
            value={choice.value}
            defaultChecked={choice.value === value}
          />
          <span>
            {choice.label}
            {choice.hint && <small>{choice.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

type SelectProps = InputProps & { choices: readonly Choice[]; empty: string };

export function Select(props: SelectProps) {
  const { name, hint, error, value, choices, empty } = props;
  return (
    <Around {...props}>
      <select
        id={name}
        name={name}
        defaultValue={value ?? ''}
        aria-describedby={idsOf(name, hint, error)}
        aria-invalid={error ? true : undefined}
      >
        <option value="">{empty}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Around>
  );
}

/** Says at the top what is wrong and leads to it. Focused by the browser through its address. */
export function ErrorSummary({ title, errors }: { title: string; errors: FieldErrors }) {
  const list = Object.entries(errors);
  if (list.length === 0) return null;
  return (
    <div className="errors" role="alert" aria-labelledby="errors-title">
      <h2 id="errors-title">{title}</h2>
      <ul>
        {list.map(([field, words]) => (
          <li key={field}>
            <a href={`#${field}`}>{words}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
