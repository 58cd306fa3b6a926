type Props = { name: string; label: string; about?: string; ticked: boolean; error?: string | undefined };

/** One thing that is so or is not. */
export function Tick({ name, label, about, ticked, error }: Props) {
  const describedBy = error ? `${name}-error` : undefined;
  return (
    <div className={error ? 'field wrong' : 'field'}>
      {error && (
        <p className="error" id={`${name}-error`}>
          {error}
        </p>
      )}
      <label className="choice" htmlFor={name}>
        <input
          type="checkbox"
          id={name}
          name={name}
          value="yes"
          defaultChecked={ticked}
          aria-describedby={describedBy}
          aria-invalid={error ? true : undefined}
        />
        <span>
          {label}
          {about && <span className="unseen">: {about}</span>}
        </span>
      </label>
    </div>
  );
}
