import type { Unit } from '#modules/organisation/index.ts';
import type { Refused } from '#platform/refused.ts';
import { fill, type Language } from '#platform/text.ts';
import { Select, TextField } from '#ui/form.tsx';
import { Notice } from '#ui/parts.tsx';
import type { NewEndpoint, Secrets } from '../endpoints.ts';
import { texts as t } from './texts.ts';

export type FailedEndpoint = { refused: Refused; typed: NewEndpoint };
type Props = { language: Language; places: readonly Unit[]; failed: FailedEndpoint | null };

/** Its answer holds the secrets and is a page of its own, so Turbo, which wants a redirect, keeps out. */
export function AddEndpoint({ language, places, failed }: Props) {
  const wrong = (name: string) => {
    const why = failed?.refused.fields[name];
    return why && fill(why[language], failed?.refused.facts ?? {});
  };
  const typed = failed?.typed;
  return (
    <details className="act" open={failed !== null || undefined} id="them">
      <summary>{t.add[language]}</summary>
      <form method="post" action="/bang/lien-thong#them" data-turbo="false">
        {failed && <Notice kind="bad">{fill(failed.refused.reason[language], failed.refused.facts)}</Notice>}
        <TextField
          name="code"
          label={t.code[language]}
          hint={t.code_hint[language]}
          error={wrong('code')}
          value={typed?.code}
          autoComplete="off"
        />
        <TextField
          name="name"
          label={t.name[language]}
          error={wrong('name')}
          value={typed?.name}
          autoComplete="off"
        />
        <Select
          name="unitCode"
          label={t.serves[language]}
          empty={t.choose[language]}
          error={wrong('unitCode')}
          value={typed?.unitCode}
          choices={places.map(({ code, name }) => ({ value: code, label: name[language] }))}
        />
        <TextField
          name="url"
          label={t.address[language]}
          error={wrong('url')}
          value={typed?.url}
          autoComplete="off"
        />
        <button type="submit">{t.add[language]}</button>
      </form>
    </details>
  );
}

/** The one page on which the secrets stand. */
export function SecretsPage({
  language,
  name,
  secrets,
}: {
  language: Language;
  name: string;
  secrets: Secrets;
}) {
  return (
    <div className="narrow wide">
      <h1>{t.secrets[language]}</h1>
      <p>{name}</p>
      <p>{t.secret_out[language]}:</p>
      <p className="card">
        <code className="long-words">{secrets.out}</code>
      </p>
      <p>{t.secret_in[language]}:</p>
      <p className="card">
        <code className="long-words">{secrets.in}</code>
      </p>
      <p>{t.secret_hint[language]}</p>
      <p>
        <a href="/bang/lien-thong">{t.back[language]}</a>
      </p>
    </div>
  );
}
