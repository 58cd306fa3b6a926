import { fill, type Language } from '#platform/text.ts';
import type { ServiceVersion } from '../queries.ts';
import { texts } from './texts.ts';

type Props = { services: readonly ServiceVersion[]; language: Language };

/** Begins with what people need, in their own words. */
export function HomePage({ services, language }: Props) {
  const count = services.length;
  return (
    <>
      <h1>{texts.home_title[language]}</h1>
      <p className="lead">{texts.home_lead[language]}</p>
      <ServiceSearch language={language} words="" />
      <ul className="needs">
        <Need href="/mat-dien" name={texts.outage[language]} more={texts.outage_more[language]} />
        <Need href="/theo-doi" name={texts.follow[language]} more={texts.follow_more[language]} />
        {services.map(({ definition }) => (
          <Need
            key={definition.code}
            href={`/dich-vu/${definition.code}`}
            name={definition.needs[0]?.[language] ?? definition.name[language]}
            more={definition.name[language]}
          />
        ))}
        <Need href="/dich-vu" name={texts.all[language]} more={fill(texts.all_more[language], { count })} />
      </ul>
    </>
  );
}

export function Need({ href, name, more }: { href: string; name: string; more: string }) {
  return (
    <li>
      <a href={href}>
        <b>{name}</b>
        <small>{more}</small>
      </a>
    </li>
  );
}

export function ServiceSearch({ language, words }: { language: Language; words: string }) {
  return (
    <form method="get" action="/dich-vu" className="field">
      <label htmlFor="q">{texts.search[language]}</label>
      <p className="hint" id="q-hint">
        {texts.search_hint[language]}
      </p>
      <div className="row search">
        <input id="q" name="q" type="search" defaultValue={words} aria-describedby="q-hint" />
        <button type="submit">{texts.find[language]}</button>
      </div>
    </form>
  );
}

export function ServicesPage({
  services,
  all,
  words,
  language,
}: Props & { all: readonly ServiceVersion[]; words: string }) {
  const shown = services.length > 0 ? services : all;
  return (
    <>
      <h1>{texts.all[language]}</h1>
      <ServiceSearch language={language} words={words} />
      {words !== '' && (
        <p role="status">
          {services.length > 0
            ? fill(texts.found[language], { words, count: services.length })
            : texts.nothing[language]}
        </p>
      )}
      <ul className="needs">
        {shown.map(({ definition }) => (
          <Need
            key={definition.code}
            href={`/dich-vu/${definition.code}`}
            name={definition.name[language]}
            more={definition.needs.map((need) => need[language]).join(' · ')}
          />
        ))}
      </ul>
    </>
  );
}
