import { fill, type Language } from '#platform/text.ts';
import type { Paper } from '../read-paper.ts';
import { stateNames } from '../texts.ts';
import { texts as t } from './texts.ts';

type Props = { papers: readonly Paper[]; code: string; language: Language };

export function CustomerPapers({ papers, code, language }: Props) {
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
