import type { Language } from '#platform/text.ts';
import { actNames } from '../texts.ts';
import { ActForm, type Failed } from './act-form.tsx';
import type { CasePage } from './case-page-facts.ts';
import { caseTexts as t } from './case-texts.ts';
import { type ConsoleAct, consoleActs } from './console-acts.ts';

type Props = { page: CasePage; language: Language; failed: Failed | null };

/** The acts that take the case forward; the first that is possible stands open. */
const forward = ['accept', 'receive_supplement', 'complete_step', 'close'];
const isOpen = (page: CasePage, failed: Failed | null) => (item: ConsoleAct) =>
  page.barred(item.act) === null || failed?.act === item.slug;

/** What can be done now. */
export function CaseActs({ page, language, failed }: Props) {
  const possible = consoleActs.filter(isOpen(page, failed));
  const next = failed ? null : possible.find(({ act }) => forward.includes(act));
  return (
    <section className="acts" aria-labelledby="acts-title">
      <h2 id="acts-title">{t.acts[language]}</h2>
      {possible.length === 0 && <p className="hint">{t.nothing_to_do[language]}</p>}
      {possible.map((item) => (
        <ActForm
          key={item.slug}
          item={item}
          page={page}
          language={language}
          failed={failed}
          open={item === next}
        />
      ))}
    </section>
  );
}

/** What cannot be done now: each button disabled, with its reason beside it. */
export function CaseBarred({ page, language, failed }: Props) {
  const possible = isOpen(page, failed);
  const ever = (item: ConsoleAct) => !page.ofDesk || page.barred(item.act)?.code !== 'role_may_not';
  const barred = consoleActs.filter((item) => !possible(item) && ever(item));
  if (barred.length === 0) return null;
  return (
    <section className="barred" aria-labelledby="barred-title">
      <h2 id="barred-title">{t.not_now[language]}</h2>
      <ul>
        {barred.map((item) => (
          <li key={item.slug}>
            <button type="button" disabled aria-describedby={`why-${item.slug}`}>
              {actNames[item.act][language]}
            </button>
            <span id={`why-${item.slug}`}>{page.barred(item.act)?.[language]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
