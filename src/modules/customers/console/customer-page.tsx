import { showPhone } from '#platform/phone.ts';
import { fill, type Language } from '#platform/text.ts';
import { Heads } from '#ui/parts.tsx';
import { CustomerCases } from './customer-cases.tsx';
import type { CustomerPageFacts } from './customer-facts.ts';
import { showDay } from './show-day.ts';
import { purposes, texts as t } from './texts.ts';

type Props = { facts: CustomerPageFacts; language: Language };

export function CustomerPage({ facts, language }: Props) {
  const { customer, unitNames } = facts;
  return (
    <>
      <header className="case-head">
        <p className="trail">
          <a href="/bang/khach-hang">{t.back[language]}</a>
        </p>
        <h1>{customer.name}</h1>
        <p className="case-line">
          <code>{customer.code}</code>
          <span>{t[customer.kind][language]}</span>
          <span>{unitNames.get(customer.unitCode)?.[language] ?? customer.unitCode}</span>
        </p>
        <div className="case-cards">
          <Contact facts={facts} language={language} />
          <Contracts facts={facts} language={language} />
        </div>
        <p>
          <a className="button" href={`/bang/goi/moi?khach=${customer.code}`}>
            {t.open_case[language]}
          </a>
        </p>
      </header>
      <div className="case-parts">
        <CustomerCases facts={facts} language={language} />
        <MeterPoints facts={facts} language={language} />
      </div>
    </>
  );
}

function Contact({ facts: { customer }, language }: Props) {
  return (
    <section className="card" aria-labelledby="contact-title">
      <h2 id="contact-title">{t.contact[language]}</h2>
      <p>
        {customer.phones.map((phone) => (
          <span key={phone} className="left">
            <a href={`tel:${phone}`}>{showPhone(phone)}</a>
          </span>
        ))}
        {customer.emails.map((email) => (
          <span key={email} className="left">
            {email}
          </span>
        ))}
        {customer.phones.length === 0 && <span className="hint">{t.no_contact[language]}</span>}
      </p>
      <p>{customer.address}</p>
    </section>
  );
}

const purposeNames: Record<string, { vi: string; en: string }> = purposes;

function Contracts({ facts: { customer }, language }: Props) {
  return (
    <section className="card" aria-labelledby="contracts-title">
      <h2 id="contracts-title">{t.contracts[language]}</h2>
      {customer.contracts.length === 0 && <p className="hint">{t.no_contracts[language]}</p>}
      {customer.contracts.map((one) => {
        const words = [
          purposeNames[one.purpose]?.[language] ?? one.purpose,
          one.households > 1 && fill(t.households[language], { n: one.households }),
          one.signed_on && fill(t.signed[language], { day: showDay(one.signed_on, language) }),
          one.ended_on && fill(t.ended[language], { day: showDay(one.ended_on, language) }),
        ];
        return (
          <p key={one.number}>
            <b>{one.number}</b>
            <span className="left">{words.filter(Boolean).join(', ')}</span>
          </p>
        );
      })}
    </section>
  );
}

function MeterPoints({ facts: { customer }, language }: Props) {
  const heads = [t.code_of_point, t.address, t.meter_serial, t.transformer];
  return (
    <section aria-labelledby="points-title">
      <h2 id="points-title">{t.meter_points[language]}</h2>
      {customer.meterPoints.length === 0 ? (
        <p className="empty">{t.no_meter_points[language]}</p>
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <Heads of={heads} language={language} />
            </tr>
          </thead>
          <tbody>
            {customer.meterPoints.map((point) => (
              <tr key={point.code}>
                <th scope="row">{point.code}</th>
                <td>{point.address}</td>
                <td>
                  {point.meter_serial ?? '–'}, {fill(t.phases[language], { n: point.phases })}
                </td>
                <td>{point.transformer ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
