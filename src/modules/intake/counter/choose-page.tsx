import type { ServiceVersion } from '#modules/catalogue/index.ts';
import type { Language } from '#platform/text.ts';
import { TextField } from '#ui/form.tsx';
import { texts as t } from './texts.ts';

type Props = {
  services: readonly ServiceVersion[];
  found: readonly ServiceVersion[];
  typed: { tim: string; ma: string };
  language: Language;
};

/** The first step at the counter: what is wanted. Typing a number, Enter, is enough for whoever knows it. */
export function ChoosePage({ services, found, typed, language }: Props) {
  const shown = found.length > 0 ? found : services;
  const query = typed.ma ? `?${new URLSearchParams({ ma: typed.ma })}` : '';
  return (
    <div className="counter">
      <h1>{t.title[language]}</h1>
      <form method="get" action="/bang/quay" className="counter-find">
        <div className="field">
          <label htmlFor="tim">{t.choose_title[language]}</label>
          <p className="hint" id="tim-hint">
            {t.choose_hint[language]}
          </p>
          <input
            id="tim"
            name="tim"
            type="search"
            defaultValue={typed.tim}
            data-key-search=""
            autoComplete="off"
            aria-describedby="tim-hint"
          />
        </div>
        <TextField
          name="ma"
          label={t.choose_code[language]}
          value={typed.ma}
          width="short"
          autoComplete="off"
        />
        <button type="submit">{t.find[language]}</button>
      </form>
      {found.length === 0 && typed.tim !== '' && <p role="status">{t.nothing[language]}</p>}
      <ol className="counter-services">
        {shown.map(({ definition }) => (
          <li key={definition.code}>
            <a data-key-row="" href={`/bang/quay/${definition.code}${query}`}>
              <b>
                {definition.number}. {definition.name[language]}
              </b>
              <span className="hint">{definition.needs.map((need) => need[language]).join('; ')}</span>
            </a>
          </li>
        ))}
      </ol>
    </div>
  );
}
