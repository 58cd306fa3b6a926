import type { Refused } from '#platform/refused.ts';
import { fill, type Language } from '#platform/text.ts';
import { TextField } from '#ui/form.tsx';
import { eventTypes } from '../event-types.ts';
import { texts as t, typeNames } from './texts.ts';

export type Failed = {
  refused: Refused;
  typed: { url: string; description: string; eventTypes: readonly string[] };
};

/** Its answer holds the secret and is a page of its own, so Turbo, which wants a redirect, keeps out. */
export function AddForm({ language, failed }: { language: Language; failed: Failed | null }) {
  const typed = failed?.typed;
  const refused = failed?.refused;
  const wrong = refused ? fill(refused.reason[language], refused.facts) : undefined;
  return (
    <details open={failed !== null || undefined} className="act" id="them">
      <summary>{t.add[language]}</summary>
      <form method="post" action="/bang/webhook#them" data-turbo="false">
        <TextField
          name="url"
          label={t.address[language]}
          hint={t.address_hint[language]}
          error={wrong}
          value={typed?.url}
          autoComplete="off"
        />
        <TextField
          name="description"
          label={t.description[language]}
          hint={t.description_hint[language]}
          value={typed?.description}
          autoComplete="off"
        />
        <fieldset className="field" aria-describedby="types-hint">
          <legend>{t.types[language]}</legend>
          <p className="hint" id="types-hint">
            {t.types_hint[language]}
          </p>
          <div className="tick-list">
            {eventTypes.map((type) => (
              <label key={type}>
                <input
                  type="checkbox"
                  name="eventTypes"
                  value={type}
                  defaultChecked={typed?.eventTypes.includes(type)}
                />{' '}
                {typeNames[type][language]}
              </label>
            ))}
          </div>
        </fieldset>
        <button type="submit">{t.add[language]}</button>
      </form>
    </details>
  );
}
