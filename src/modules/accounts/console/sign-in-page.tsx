import type { Refused } from '#platform/refused.ts';
import { fill, type Language } from '#platform/text.ts';
import { texts as t } from '../texts.ts';

type Props = {
  language: Language;
  next: string;
  email: string;
  refused: Refused | null;
  demo: boolean;
  oidc: boolean;
};

export function SignInPage({ language, next, email, refused, demo, oidc }: Props) {
  return (
    <div className="narrow">
      <h1>{t.sign_in[language]}</h1>
      <p className="hint">
        {t.for_staff[language]}{' '}
        <a href="/" data-turbo="false">
          {t.portal[language]}
        </a>
      </p>
      {refused && <Wrong refused={refused} language={language} />}
      {demo && (
        <p className="notice">
          <a className="button" href={`/bang/dang-nhap/minh-hoa?next=${encodeURIComponent(next)}`}>
            {t.demonstration[language]}
          </a>
        </p>
      )}
      <form method="post" action="/bang/dang-nhap" className="card">
        <input type="hidden" name="next" value={next} />
        <div className="field">
          <label htmlFor="email">{t.email[language]}</label>
          <input id="email" name="email" type="email" autoComplete="username" required defaultValue={email} />
        </div>
        <div className="field">
          <label htmlFor="password">{t.password[language]}</label>
          <input
            id="password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            maxLength={128}
          />
        </div>
        <button type="submit">{t.sign_in_do[language]}</button>
        <p className="hint">{t.forgotten[language]}</p>
      </form>
      {oidc && (
        <p>
          {t.or[language]}:{' '}
          <a href={`/bang/dang-nhap/co-quan?next=${encodeURIComponent(next)}`} data-turbo="false">
            {t.oidc[language]}
          </a>
        </p>
      )}
    </div>
  );
}

export function Wrong({ refused, language }: { refused: Refused; language: Language }) {
  return (
    <p className="notice bad" role="alert">
      {fill(refused.reason[language], refused.facts)}
    </p>
  );
}
