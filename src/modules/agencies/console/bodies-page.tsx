import type { Unit } from '#modules/organisation/index.ts';
import { fill, type Language } from '#platform/text.ts';
import { t } from './texts.ts';

export type ListedBody = { unit: Unit; open: number; late: number; officers: number; email: string | null };
type Props = {
  bodies: readonly ListedBody[];
  mayWrite: boolean;
  done: string | null;
  wrong: { code: string; words: string; typed: string } | null;
  language: Language;
};

/** The State bodies of the area, what of ours lies with each, and how each is reached. */
export function BodiesPage({ bodies, mayWrite, done, wrong, language }: Props) {
  return (
    <>
      <h1>{t.bodies_title[language]}</h1>
      {done && (
        <p className="notice good" role="status">
          {done}
        </p>
      )}
      {wrong && (
        <p className="notice bad" role="alert">
          {wrong.words}
        </p>
      )}
      <p>{t.bodies_lead[language]}</p>
      {bodies.length === 0 && <p>{t.no_bodies[language]}</p>}
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t.body[language]}</th>
            <th scope="col">{t.open[language]}</th>
            <th scope="col">{t.late[language]}</th>
            <th scope="col">{t.officers[language]}</th>
            <th scope="col">{t.email[language]}</th>
          </tr>
        </thead>
        <tbody>
          {bodies.map(({ unit, open, late, officers, email }) => (
            <tr key={unit.code}>
              <th scope="row">{unit.name[language]}</th>
              <td>{open}</td>
              <td className={late > 0 ? 'due late' : undefined}>{late}</td>
              <td>{officers}</td>
              <td>
                {mayWrite ? (
                  <AddressForm
                    unit={unit}
                    email={wrong?.code === unit.code ? wrong.typed : (email ?? '')}
                    language={language}
                  />
                ) : (
                  <span className="nowrap">{email ?? '–'}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function AddressForm({ unit, email, language }: { unit: Unit; email: string; language: Language }) {
  const id = `email-${unit.code}`;
  return (
    <form method="post" action={`/bang/co-quan/${unit.code}`} className="find-line" noValidate>
      <label htmlFor={id} className="unseen">
        {fill(t.email_of[language], { body: unit.name[language] })}
      </label>
      <input id={id} name="email" type="email" defaultValue={email} autoComplete="off" />
      <button type="submit" className="quiet">
        {t.save[language]}
        <span className="unseen"> {unit.name[language]}</span>
      </button>
    </form>
  );
}
