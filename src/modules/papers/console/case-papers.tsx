import type { Language } from '#platform/text.ts';
import type { Paper } from '../read-paper.ts';
import { stateNames, texts as t } from '../texts.ts';

type Props = { papers: readonly Paper[]; code: string; language: Language; say: (at: Date) => string };

export function CasePapers({ papers, code, language, say }: Props) {
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
