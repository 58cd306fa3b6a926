import type { Language } from '#platform/text.ts';
import { texts as t } from '../texts.ts';

/** Only what a person wrote is shown; the rest goes along unseen. */
const isWritten = ([, value]: [string, string]) => /\s/.test(value.trim());

/** The form as it was sent, to be sent once more after signing in. Its request id is the same: it acts once. */
export function sessionEndedPage(language: Language, url: string, typed: [string, string][]) {
  const written = typed.filter(isWritten);
  return (
    <div className="narrow">
      <h1>{t.session_ended[language]}</h1>
      <p className="notice bad" role="alert">
        {t.session_ended_how[language]}
      </p>
      <p>
        <a className="button" href="/bang/dang-nhap?next=%2Fbang%2Fphim-tat" target="_blank" rel="noreferrer">
          {t.sign_in_new_tab[language]}
        </a>
      </p>
      <form method="post" action={url} className="card">
        {typed
          .filter((pair) => !isWritten(pair))
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        {written.map(([name, value]) => (
          <div key={name} className="field">
            <label htmlFor={name}>{t.you_typed[language]}</label>
            <textarea id={name} name={name} rows={4} defaultValue={value} />
          </div>
        ))}
        <button type="submit">{t.send_again[language]}</button>
      </form>
    </div>
  );
}
