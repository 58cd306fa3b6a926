import type { Refused } from '#platform/refused.ts';
import type { Language } from '#platform/text.ts';
import { texts as t } from '../texts.ts';
import { Wrong } from './sign-in-page.tsx';

type Props = { language: Language; next: string; refused: Refused | null; backup: boolean };

/** The second step of signing in. */
export function CodePage({ language, next, refused, backup }: Props) {
  return (
    <div className="narrow">
      <h1>{t.code_title[language]}</h1>
      {refused && <Wrong refused={refused} language={language} />}
      <form method="post" action="/bang/dang-nhap/ma" className="card">
        <input type="hidden" name="next" value={next} />
        <p>{t.code_intro[language]}</p>
        <div className="field">
          <label htmlFor="code">{t.code[language]}</label>
          <input
            id="code"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            maxLength={9}
          />
        </div>
        <button type="submit">{t.continue[language]}</button>
      </form>
      <details open={backup || undefined}>
        <summary>{t.backup[language]}</summary>
        <form method="post" action="/bang/dang-nhap/ma">
          <input type="hidden" name="next" value={next} />
          <div className="field">
            <label htmlFor="backup">{t.backup_code[language]}</label>
            <input id="backup" name="backup" autoComplete="off" required maxLength={40} />
          </div>
          <button type="submit" className="quiet">
            {t.continue[language]}
          </button>
        </form>
      </details>
      <p>
        <a href="/bang/dang-nhap">{t.start_again[language]}</a>
      </p>
    </div>
  );
}
