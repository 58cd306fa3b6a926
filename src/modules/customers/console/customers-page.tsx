import { showPhone } from '#platform/phone.ts';
import { fill, type Language } from '#platform/text.ts';
import { Heads } from '#ui/parts.tsx';
import { type CustomersFacts, mostFound } from './customer-facts.ts';
import { texts as t } from './texts.ts';

type Props = { facts: CustomersFacts; language: Language };

export function CustomersPage({ facts, language }: Props) {
  const { url, customers, next } = facts;
  return (
    <div className="queue">
      <h1>{t.customers[language]}</h1>
      <Find typed={url.tim} language={language} />
      {customers.length > 0 ? (
        <Rows facts={facts} language={language} />
      ) : (
        <Nobody url={url} language={language} />
      )}
      {(url.sau || next) && (
        <nav className="paging" aria-label={t.next_page[language]}>
          {url.sau && <a href="/bang/khach-hang">{t.first_page[language]}</a>}
          {next && (
            <a rel="next" href={`/bang/khach-hang?sau=${next}`}>
              {t.next_page[language]}
            </a>
          )}
        </nav>
      )}
    </div>
  );
}

function Find({ typed, language }: { typed: string; language: Language }) {
  return (
    <search>
      <form className="filters find" method="get" action="/bang/khach-hang">
        <label htmlFor="tim">{t.search[language]}</label>
        <p className="hint" id="tim-hint">
          {t.search_hint[language]}
        </p>
        <div className="find-line">
          <input
            id="tim"
            name="tim"
            type="search"
            defaultValue={typed}
            aria-describedby="tim-hint"
            data-key-search=""
          />
          <button type="submit">{t.find[language]}</button>
        </div>
      </form>
    </search>
  );
}

function Nobody({ url, language }: { url: CustomersFacts['url']; language: Language }) {
  if (url.tim === '') return <p className="empty">{t.begin[language]}</p>;
  return (
    <div className="empty">
      <p>{t.nobody_found[language]}</p>
      <p className="hint">{t.nobody_hint[language]}</p>
    </div>
  );
}

function Rows({ facts: { url, customers, unitNames }, language }: Props) {
  const heads = [t.code, t.name, t.contact, t.unit];
  return (
    <>
      {url.tim !== '' && customers.length === mostFound && (
        <p className="hint">{fill(t.many[language], { n: mostFound })}</p>
      )}
      <table className="rows">
        <thead>
          <tr>
            <Heads of={heads} language={language} />
          </tr>
        </thead>
        <tbody>
          {customers.map((one) => (
            <tr key={one.code}>
              <th scope="row">
                <a data-key-row="" href={`/bang/khach-hang/${one.code}`}>
                  {one.code}
                </a>
              </th>
              <td>
                <b>{one.name}</b>
                <span className="hint">{one.address}</span>
              </td>
              <td>
                {one.phones.map(showPhone).join(', ') || (
                  <span className="hint">{t.no_contact[language]}</span>
                )}
              </td>
              <td>{unitNames.get(one.unitCode)?.[language] ?? one.unitCode}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
