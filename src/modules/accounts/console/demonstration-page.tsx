import { type Role, roles, type Staff } from '#modules/organisation/index.ts';
import type { Language, Text } from '#platform/text.ts';
import { roleNames, texts as t } from '../texts.ts';

type Props = { language: Language; next: string; people: Staff[]; unitNames: ReadonlyMap<string, Text> };

/** Everybody of the demonstration by role; one click signs in as them. */
export function DemonstrationPage({ language, next, people, unitNames }: Props) {
  const groups = roles.map((role) => ({ role, members: people.filter((person) => person.role === role) }));
  const group = ({ role, members }: { role: Role; members: Staff[] }) => (
    <section key={role} className="card" aria-labelledby={`role-${role}`}>
      <h2 id={`role-${role}`}>{roleNames[role][language]}</h2>
      {role === 'officer' && <p className="hint">{t.officers_note[language]}</p>}
      <ul className="people">
        {members.map((person) => (
          <li key={person.id}>
            <form method="post" action="/bang/dang-nhap/minh-hoa">
              <input type="hidden" name="next" value={next} />
              <button type="submit" name="staffId" value={person.id} className="person">
                <b>{person.name}</b>{' '}
                <span>{unitNames.get(person.unitCode)?.[language] ?? person.unitCode}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
  return (
    <>
      <h1>{t.demonstration[language]}</h1>
      <p>{people.length === 0 ? t.demonstration_empty[language] : t.demonstration_intro[language]}</p>
      <div className="role-grid">{groups.filter(({ members }) => members.length > 0).map(group)}</div>
    </>
  );
}
