import { fill, type Language } from '#platform/text.ts';
import { boardHref, listHref } from '../board-url.ts';
import type { CasesFacts } from '../facts.ts';
import { showFigure, showMonth } from '../rules/show.ts';
import { sayPart } from '../say-part.ts';
import { dimensionNames, texts as t } from '../texts.ts';
import { CaseRows } from './case-rows.tsx';

type Props = { facts: CasesFacts; language: Language };

/** The very cases that a figure counted. */
export function CasesPage({ facts, language }: Props) {
  const { board, url, cases, next, number } = facts;
  const { flag, after, filter } = url;
  const title = (flag && board.lists[flag]) || board.title;
  return (
    <div className="board">
      <h1>{fill(t.cases_behind[language], { board: title[language] })}</h1>
      <p className="chosen">
        <b>{fill(t.cases_number[language], { n: showFigure(number, 'count', language) })}</b>
        {chosen(facts, language).map((words) => (
          <span className="badge" key={words}>
            {words}
          </span>
        ))}
      </p>
      {cases.length === 0 ? (
        <p className="empty">{t.nothing[language]}</p>
      ) : (
        <CaseRows facts={facts} cases={cases} language={language} />
      )}
      <nav className="paging" aria-label={t.next_page[language]}>
        <a href={boardHref(board, url)}>{t.back[language]}</a>
        {after && <a href={listHref(board, filter, {}, { flag })}>{t.first_page[language]}</a>}
        {next && (
          <a rel="next" href={listHref(board, filter, {}, { flag, after: next })}>
            {t.next_page[language]}
          </a>
        )}
      </nav>
    </div>
  );
}

function chosen({ board, url: { filter }, names }: CasesFacts, language: Language): string[] {
  const months = [...new Set([filter.from, filter.to])].map(showMonth).join(' – ');
  return [
    `${dimensionNames.month[language]} ${months}`,
    ...board.dimensions
      .filter((name) => name !== 'month')
      .flatMap((name) => {
        const value = filter[name];
        return value === undefined ? [] : [names.of(name, value, language)];
      }),
    ...(filter.part ? [sayPart(filter.part, names, language)] : []),
  ];
}
