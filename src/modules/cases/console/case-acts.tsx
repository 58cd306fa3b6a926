import type { Language } from '#platform/text.ts';
import { actNames } from '../texts.ts';
import { ActForm, type Failed } from './act-form.tsx';
import type { CasePage } from './case-page-facts.ts';
import { caseTexts as t } from './case-texts.ts';
import { consoleActs } from './console-acts.ts';

type Props = { page: CasePage; language: Language; failed: Failed | null };

/** What can be done comes first; what cannot stands below, disabled with its reason. */
export function CaseActs({ page, language, failed }: Props) {
  const asked = consoleActs.map((item) => ({ item, barred: page.barred(item.act) }));
  const open = asked.filter(({ barred, item }) => !barred || failed?.act === item.slug);
  const closed = asked.filter(({ barred, item }) => barred && failed?.act !== item.slug);
  return (
    <section className="acts" aria-labelledby="acts-title">
      <h2 id="acts-title">{t.acts[language]}</h2>
      {open.map(({ item }) => (
        <ActForm key={item.slug} item={item} page={page} language={language} failed={failed} />
      ))}
      {closed.length > 0 && (
        <>
          <h3>{t.not_now[language]}</h3>
          <ul className="barred">
            {closed.map(({ item, barred }) => (
              <li key={item.slug}>
                <button type="button" disabled aria-describedby={`why-${item.slug}`}>
                  {actNames[item.act][language]}
                </button>
                <span id={`why-${item.slug}`}>{barred?.[language]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
