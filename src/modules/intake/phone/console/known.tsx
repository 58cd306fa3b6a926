import type { RelatedCase } from '#modules/cases/index.ts';
import { showCaseCode } from '#modules/cases/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import { showPhone } from '#platform/phone.ts';
import { fill, type Language } from '#platform/text.ts';
import { showDay, showMoment } from '../moments.ts';
import type { Desk } from './desk-facts.ts';
import { callStates, texts as t } from './texts.ts';

type Props = { desk: Desk; language: Language };

/** Whoever is on the line, what they have running, and what is known at the address. */
export function Known({ desk, language }: Props) {
  const { related } = desk;
  return (
    <section className="known" aria-labelledby="known-title">
      <h2 id="known-title">{t.known[language]}</h2>
      <People desk={desk} language={language} />
      <h3>{t.open_cases[language]}</h3>
      {related.open.length === 0 && <p>{t.no_open_cases[language]}</p>}
      <CaseList cases={related.open} language={language} />
      {related.atAddress.length > 0 && <h3>{t.same_address[language]}</h3>}
      <CaseList cases={related.atAddress} language={language} />
      {related.recent.length > 0 && <h3>{t.recent_cases[language]}</h3>}
      <CaseList cases={related.recent} language={language} />
      <Earlier desk={desk} language={language} />
    </section>
  );
}

function People({ desk: { candidates, chosen, file }, language }: Props) {
  if (candidates.length === 0) return <p>{t.nobody_known[language]}</p>;
  return (
    <>
      {candidates.length > 1 && <p>{fill(t.candidates[language], { n: candidates.length })}</p>}
      <ul className="people">
        {candidates.map((customer) => (
          <li key={customer.code} className={customer.code === chosen?.code ? 'chosen' : undefined}>
            <b>{customer.name}</b>, {customer.address}{' '}
            <span className="hint">
              {customer.code} {customer.phones.map(showPhone).join(', ')}
            </span>
          </li>
        ))}
      </ul>
      {file && <Supply file={file} language={language} />}
    </>
  );
}

function Supply({ file, language }: { file: NonNullable<Desk['file']>; language: Language }) {
  return (
    <ul className="supply">
      {file.contracts.map((contract) => (
        <li key={contract.number}>
          {fill(t.contract[language], { number: contract.number })}
          {contract.ended_on &&
            `, ${fill(t.contract_ended[language], { day: showDay(contract.ended_on, language) })}`}
        </li>
      ))}
      {file.meterPoints.map((point) => (
        <li key={point.code}>
          {fill(t.meter_point[language], { code: point.code })}:{' '}
          {fill(t.phases[language], { n: point.phases })}
          {point.meter_serial && `, ${fill(t.serial[language], { serial: point.meter_serial })}`}
          {point.transformer && `, ${fill(t.transformer[language], { code: point.transformer })}`}
          {`, ${point.address}`}
        </li>
      ))}
    </ul>
  );
}

function CaseList({ cases, language }: { cases: readonly RelatedCase[]; language: Language }) {
  if (cases.length === 0) return null;
  return (
    <ul className="known-cases">
      {cases.map((found) => (
        <li key={found.id}>
          <a href={`/bang/ho-so/${found.code}`} target="_blank" rel="noreferrer">
            {showCaseCode(found.code)}
          </a>{' '}
          <span className={`badge state-${found.state}`}>{found.stateName[language]}</span>{' '}
          {found.service[language]}
          <span className="hint">
            {found.customer_name}, {found.address}; {showDay(dayAt(found.opened_at), language)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Earlier({ desk: { earlier }, language }: Props) {
  if (earlier.length === 0) return null;
  return (
    <>
      <h3>{t.earlier_calls[language]}</h3>
      <ul className="known-cases">
        {earlier.map((call) => (
          <li key={call.id}>
            <a href={`/bang/goi/${call.id}`}>{showMoment(call.began_at, language)}</a>{' '}
            {call.kind === null
              ? `${(call.state === 'abandoned' ? callStates.abandoned : t.no_result_yet)[language]}`
              : [call.case_code && showCaseCode(call.case_code), call.reason].filter(Boolean).join(': ')}
          </li>
        ))}
      </ul>
    </>
  );
}
