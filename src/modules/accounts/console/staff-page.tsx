import { type Role, roles, type Unit } from '#modules/organisation/index.ts';
import type { Refused } from '#platform/refused.ts';
import { fill, type Language } from '#platform/text.ts';
import { shortestPassword } from '../staff-accounts.ts';
import { roleNames, texts as t } from '../texts.ts';
import { Wrong } from './sign-in-page.tsx';

type Person = { id: string; name: string; email: string; role: string; active: boolean };
export type StaffFailed = {
  refused: Refused;
  typed: { name: string; email: string; role: Role; unitCode: string };
};
type Props = {
  language: Language;
  me: string;
  unit: Unit | undefined;
  units: Unit[];
  people: Person[];
  failed: StaffFailed | null;
  done: string | null;
};
const names: Record<string, { vi: string; en: string }> = roleNames;

export function StaffPage({ language, me, unit, units, people, failed, done }: Props) {
  return (
    <>
      <h1>{t.staff[language]}</h1>
      {done && (
        <p className="notice good" role="status">
          {done}
        </p>
      )}
      <form method="get" action="/bang/nhan-vien" className="find-line">
        <label htmlFor="don-vi">{t.unit[language]}</label>
        <Units id="don-vi" name="don-vi" units={units} value={unit?.code ?? ''} language={language} />
        <button type="submit" className="quiet">
          {t.continue[language]}
        </button>
      </form>
      <h2>{unit?.name[language]}</h2>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t.name[language]}</th>
            <th scope="col">{t.role[language]}</th>
            <th scope="col">{t.email[language]}</th>
            <th scope="col">
              <span className="unseen">{t.deactivate[language]}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.length === 0 && (
            <tr>
              <td colSpan={4}>{t.nobody[language]}</td>
            </tr>
          )}
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                {person.name}
                {!person.active && <span className="badge">{t.inactive[language]}</span>}
              </th>
              <td>{names[person.role]?.[language] ?? person.role}</td>
              <td>{person.email}</td>
              <td>{person.id !== me && <Activity person={person} language={language} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <AddForm language={language} units={units} unitCode={unit?.code ?? ''} failed={failed} />
    </>
  );
}

function Activity({ person, language }: { person: Person; language: Language }) {
  const doing = person.active ? 'ngung' : 'cho-lam-lai';
  const label = person.active ? t.deactivate : t.reactivate;
  return (
    <form method="post" action={`/bang/nhan-vien/${person.id}/${doing}`}>
      <button type="submit" className="quiet">
        {label[language]}
        <span className="unseen"> {person.name}</span>
      </button>
    </form>
  );
}

type AddProps = { language: Language; units: Unit[]; unitCode: string; failed: StaffFailed | null };

function AddForm({ language, units, unitCode, failed }: AddProps) {
  const typed = failed?.typed;
  return (
    <details open={failed !== null || undefined} className="act" id="them">
      <summary>{t.add[language]}</summary>
      {failed && <Wrong refused={failed.refused} language={language} />}
      <form method="post" action="/bang/nhan-vien#them">
        <Line name="name" label={t.name[language]} value={typed?.name} />
        <Line name="email" type="email" label={t.email[language]} value={typed?.email} />
        <div className="field">
          <label htmlFor="role">{t.role[language]}</label>
          <select id="role" name="role" defaultValue={typed?.role ?? 'clerk'}>
            {roles.map((role) => (
              <option key={role} value={role}>
                {roleNames[role][language]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="unitCode">{t.unit[language]}</label>
          <Units
            id="unitCode"
            name="unitCode"
            units={units}
            value={typed?.unitCode ?? unitCode}
            language={language}
          />
        </div>
        <Line
          name="password"
          type="password"
          label={t.first_password[language]}
          hint={fill(t.first_password_hint[language], { least: shortestPassword })}
        />
        <button type="submit">{t.add_do[language]}</button>
      </form>
    </details>
  );
}

function Line({
  name,
  label,
  value,
  hint,
  type = 'text',
}: {
  name: string;
  label: string;
  value?: string;
  hint?: string;
  type?: string;
}) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={name}
        name={name}
        type={type}
        defaultValue={value}
        required
        autoComplete={type === 'password' ? 'new-password' : 'off'}
        aria-describedby={hint ? `${name}-hint` : undefined}
      />
    </div>
  );
}

function Units({
  id,
  name,
  units,
  value,
  language,
}: {
  id: string;
  name: string;
  units: Unit[];
  value: string;
  language: Language;
}) {
  return (
    <select id={id} name={name} defaultValue={value}>
      {units.map((unit) => (
        <option key={unit.code} value={unit.code}>
          {unit.name[language]}
        </option>
      ))}
    </select>
  );
}
