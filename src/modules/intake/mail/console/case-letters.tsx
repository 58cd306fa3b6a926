import type { Language } from '#platform/text.ts';
import { texts as t } from './texts.ts';

export type CaseLetter = { id: string; at: Date; from: string; subject: string };
type Props = { letters: readonly CaseLetter[]; language: Language; say(at: Date): string };

/** A section of a case's page: the letters it rests on, each as it came. */
export function CaseLetters({ letters, language, say }: Props) {
  if (letters.length === 0) return null;
  const raw = t.raw[language];
  return (
    <section aria-labelledby="letters-title">
      <h2 id="letters-title">{t.of_case[language]}</h2>
      <ul className="messages">
        {letters.map(({ id, at, from, subject }) => (
          <li key={id} className="in">
            <p className="hint">
              <b>{subject || t.no_subject[language]}</b> · {from} · {say(at)}
            </p>
            <a
              href={`/bang/thu-den/${id}/goc`}
              data-turbo="false"
              aria-label={`${raw}: ${subject}, ${say(at)}`}
            >
              {raw}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
