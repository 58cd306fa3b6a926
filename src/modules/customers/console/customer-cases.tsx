import type { Language } from '#platform/text.ts';
import { Heads } from '#ui/parts.tsx';
import type { CustomerCase, CustomerPageFacts } from './customer-facts.ts';
import { showDay } from './show-day.ts';
import { texts as t } from './texts.ts';

type Props = { facts: CustomerPageFacts; language: Language };

/** What is open for this customer, and what was before. */
export function CustomerCases({ facts, language }: Props) {
  const open = facts.cases.filter(({ live }) => live);
  const earlier = facts.cases.filter(({ live }) => !live);
  return (
    <>
      <section aria-labelledby="open-title">
        <h2 id="open-title">{t.open_cases[language]}</h2>
        {open.length > 0 ? (
          <Cases cases={open} facts={facts} language={language} />
        ) : (
          <p className="empty">{t.no_open_cases[language]}</p>
        )}
      </section>
      {earlier.length > 0 && (
        <section aria-labelledby="earlier-title">
          <h2 id="earlier-title">{t.earlier_cases[language]}</h2>
          <Cases cases={earlier} facts={facts} language={language} />
        </section>
      )}
    </>
  );
}

function Cases({ cases, facts: { unitNames }, language }: Props & { cases: readonly CustomerCase[] }) {
  const heads = [t.case_code, t.service, t.state, t.opened, t.due];
  return (
    <table className="rows">
      <thead>
        <tr>
          <Heads of={heads} language={language} />
        </tr>
      </thead>
      <tbody>
        {cases.map((one) => (
          <tr key={one.code}>
            <th scope="row">
              <a data-key-row="" href={`/bang/ho-so/${one.code}`}>
                {one.shownCode}
              </a>
            </th>
            <td>
              {one.service[language]}
              <span className="hint">{unitNames.get(one.unitCode)?.[language] ?? one.unitCode}</span>
            </td>
            <td>
              <span className={`badge state-${one.state}`}>{one.stateName[language]}</span>
            </td>
            <td>{showDay(one.openedAt, language)}</td>
            <td>{one.dueAt ? showDay(one.dueAt, language) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
