import type { Refused } from '#platform/refused.ts';
import type { Language } from '#platform/text.ts';
import { texts as t } from '../texts.ts';
import { Wrong } from './sign-in-page.tsx';

type Props = {
  language: Language;
  state: 'on' | 'needed' | 'elsewhere';
  next: string;
  refused: Refused | null;
};

export function SecurityPage({ language, state, next, refused }: Props) {
  return (
    <div className="narrow">
      <h1>{t.security[language]}</h1>
      {refused && <Wrong refused={refused} language={language} />}
      {state === 'on' && <p className="notice good">{t.enrolled[language]}</p>}
      {state === 'elsewhere' && <p className="notice">{t.enrol_not_by_password[language]}</p>}
      {state === 'needed' && (
        <form method="post" action="/bang/bao-mat" className="card" data-turbo="false">
          <p>{t.enrol_needed[language]}</p>
          <input type="hidden" name="next" value={next} />
          <div className="field">
            <label htmlFor="password">{t.enrol_again_password[language]}</label>
            <input
              id="password"
              name="password"
              type="password"
              autoComplete="current-password"
              required
              maxLength={128}
            />
          </div>
          <button type="submit">{t.enrol_begin[language]}</button>
        </form>
      )}
    </div>
  );
}

type EnrolProps = {
  language: Language;
  next: string;
  uri: string;
  qr: string;
  backupCodes: string[];
  refused: Refused | null;
};

/** The secret as a picture and as letters, the backup codes, and the first code as proof that the app has it. */
export function EnrolPage({ language, next, uri, qr, backupCodes, refused }: EnrolProps) {
  return (
    <div className="narrow">
      <h1>{t.security[language]}</h1>
      {refused && <Wrong refused={refused} language={language} />}
      <p>{t.scan[language]}</p>
      <img className="qr" src={qr} alt={t.qr_alt[language]} width={220} height={220} />
      <details>
        <summary>{t.scan_by_hand[language]}</summary>
        <p>
          <code className="secret">{new URL(uri).searchParams.get('secret')}</code>
        </p>
      </details>
      <p>{t.keep_codes[language]}</p>
      <ul className="backup-codes">
        {backupCodes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <form method="post" action="/bang/bao-mat/xac-nhan" className="card" data-turbo="false">
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="uri" value={uri} />
        <input type="hidden" name="codes" value={backupCodes.join(' ')} />
        <div className="field">
          <label htmlFor="code">{t.enter_first[language]}</label>
          <input
            id="code"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            maxLength={9}
          />
        </div>
        <button type="submit">{t.enrol_finish[language]}</button>
      </form>
    </div>
  );
}
