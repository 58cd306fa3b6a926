import type { ReactNode } from 'react';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { fill, type Language } from '#platform/text.ts';
import { listPapersOf } from '../queries.ts';
import { type Paper, wholePaper } from '../read-paper.ts';
import { stateNames } from '../texts.ts';
import { texts as t } from './texts.ts';

/** For the page of a case as its customer sees it: what is to be signed first, then the other papers that count. */
export async function papersOnCase(
  trx: Trx,
  { id, code }: { id: string; code: string },
  language: Language,
): Promise<ReactNode> {
  const rows = (await listPapersOf(trx, id)).filter(({ state }) => state !== 'void');
  if (rows.length === 0) return null;
  const papers: Paper[] = [];
  for (const row of rows) papers.push(await wholePaper(trx, row));
  return <CustomerPapers papers={papers} code={code} language={language} />;
}

type Props = { papers: readonly Paper[]; code: string; language: Language };

function CustomerPapers({ papers, code, language }: Props) {
  const waiting = papers.filter(({ state }) => state === 'waits_customer');
  const others = papers.filter(({ state }) => state !== 'waits_customer');
  const href = ({ row }: Paper) => `/ho-so/${code}/van-ban/${row.id}`;
  return (
    <>
      {waiting.length > 0 && (
        <section className="sheet" aria-labelledby="to-sign-title">
          <h2 id="to-sign-title">{t.to_sign[language]}</h2>
          {waiting.map((paper) => (
            <p key={paper.row.id}>
              <a className="button" href={href(paper)}>
                {fill(t.read_and_sign[language], { name: paper.template.name[language] })}
              </a>
            </p>
          ))}
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="signed-title">
          <h2 id="signed-title">{t.papers[language]}</h2>
          <ul>
            {others.map((paper) => (
              <li key={paper.row.id}>
                <a href={href(paper)}>{paper.template.name[language]}</a>: {stateNames[paper.state][language]}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
