import type { ReactNode } from 'react';
import { readCaseById } from '#modules/cases/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Language } from '#platform/text.ts';
import { listPapersOf } from '../queries.ts';
import { type Paper, wholePaper } from '../read-paper.ts';
import { stateNames, texts as t } from '../texts.ts';

/** For the page of a case, which knows nothing of papers: those of the case and where one is made. `say` writes a moment as that page does. */
export async function sectionOnCase(
  trx: Trx,
  caseId: string,
  language: Language,
  say: (at: Date) => string,
): Promise<ReactNode> {
  const found = await readCaseById(trx, caseId);
  const papers: Paper[] = [];
  for (const row of await listPapersOf(trx, caseId)) papers.push(await wholePaper(trx, row));
  return found ? <CasePapers papers={papers} code={found.code} language={language} say={say} /> : null;
}

type Props = { papers: readonly Paper[]; code: string; language: Language; say: (at: Date) => string };

function CasePapers({ papers, code, language, say }: Props) {
  return (
    <section aria-labelledby="papers-title" id="van-ban">
      <h2 id="papers-title">{t.papers[language]}</h2>
      {papers.length === 0 && <p className="hint">{t.none[language]}</p>}
      <ul>
        {papers.map(({ row, state, template }) => (
          <li key={row.id}>
            <a href={`/bang/ho-so/${code}/van-ban/${row.id}`}>{template.name[language]}</a>{' '}
            <span className="hint">
              {row.number} · {stateNames[state][language]} · {row.made_by}, {say(row.made_at)}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/bang/ho-so/${code}/van-ban`}>{t.make[language]}</a>
      </p>
    </section>
  );
}
