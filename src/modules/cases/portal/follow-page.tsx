import type { Language } from '#platform/text.ts';
import { ErrorSummary, type FieldErrors, TextField } from '#ui/form.tsx';
import { showCaseCode } from '../rules/code.ts';
import { texts } from './texts.ts';

type Props = {
  language: Language;
  typed: Record<string, string>;
  errors: FieldErrors;
  mine: readonly { code: string; name: string }[];
};

export function FollowPage({ language, typed, errors, mine }: Props) {
  return (
    <>
      <h1>{texts.follow_title[language]}</h1>
      <ErrorSummary title={texts.errors[language]} errors={errors} />
      <p>{texts.follow_lead[language]}</p>
      <form method="post" action="/theo-doi" noValidate>
        <TextField
          name="code"
          label={texts.code[language]}
          hint={texts.code_hint[language]}
          value={typed.code}
          error={errors.code}
          inputMode="numeric"
          autoComplete="off"
          width="short"
        />
        <TextField
          name="contact"
          label={texts.contact[language]}
          value={typed.contact}
          error={errors.contact}
          autoComplete="tel"
          width="short"
        />
        <button type="submit">{texts.see[language]}</button>
      </form>
      {mine.length > 0 && (
        <section>
          <h2>{texts.mine[language]}</h2>
          <ul>
            {mine.map(({ code, name }) => (
              <li key={code}>
                <a href={`/ho-so/${code}`}>{showCaseCode(code)}</a> {name}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
