import type { ReactNode } from 'react';
import { fill } from '#platform/text.ts';
import { type Measure, of } from '../board.ts';
import { boardHref, listHref } from '../board-url.ts';
import { showDay, showMoment, showMonth } from '../rules/show.ts';
import { texts as t } from '../texts.ts';
import { BoardFilters, LineTabs } from './board-filters.tsx';
import { BoardTable, Figure } from './board-table.tsx';
import { CaseRows } from './case-rows.tsx';
import { Chart } from './chart.tsx';
import { Definition, DefinitionInShort } from './definition.tsx';
import { Limits } from './limits.tsx';
import type { PageProps } from './props.ts';
import { StepTable } from './step-table.tsx';

export function BoardPage({ facts, language, svg }: PageProps & { svg: string }) {
  const { board, url, asOf, timeZone, lines } = facts;
  const { from, to } = url.filter;
  const period = { board: board.title[language], from: showMonth(from), to: showMonth(to) };
  return (
    <div className="board">
      <h1>{fill(t.table_of[language], period)}</h1>
      <p>{board.lead[language]}</p>
      <p className="hint">{fill(t.as_of[language], { moment: showMoment(asOf, timeZone, language) })}</p>
      <LineTabs facts={facts} language={language} />
      <BoardFilters facts={facts} language={language} />
      {of(lines.total, 'cases') === 0 ? (
        <p className="empty">{t.nothing[language]}</p>
      ) : (
        <>
          <Headline facts={facts} language={language} />
          <Chart facts={facts} language={language} svg={svg} />
          <BoardTable facts={facts} language={language} />
          {board.few !== undefined && <p className="hint">{fill(t.few_means[language], { n: board.few })}</p>}
          <p>
            <a href={boardHref(board, url, '.csv')} download>
              {t.csv[language]}
            </a>
          </p>
          {facts.steps.length > 0 && <StepTable facts={facts} language={language} />}
          {board.flags.includes('broken') && <Broken facts={facts} language={language} />}
        </>
      )}
      <section aria-labelledby="how" className="card">
        <h2 id="how">{t.how_counted[language]}</h2>
        <p>{fill(board.counting[language], facts.said)}</p>
        {board.defined && (
          <p className="hint">{fill(t.defined[language], { day: showDay(board.defined) })}</p>
        )}
        <Limits facts={facts} language={language} />
        <Definition facts={facts} language={language} />
      </section>
    </div>
  );
}

/** The total, large; a share that hangs on unclear channels says between what it lies. */
function Headline({ facts, language }: PageProps) {
  const { board, lines, published } = facts;
  const line = { key: {}, counted: lines.total };
  const show = (measure: Measure) => (
    <Figure facts={facts} language={language} measure={measure} line={line} />
  );
  const [low, high] = board.measures.filter(({ aside, name }) => aside && name.startsWith('share_at_'));
  return (
    <>
      <div className="figures">
        {board.measures
          .filter(({ aside }) => !aside)
          .map((measure) => (
            <p className="figure" key={measure.name}>
              <b>{show(measure)}</b> {measure.label[language]}
            </p>
          ))}
      </div>
      {low && high && of(lines.total, 'unclear') > 0 && (
        <p>
          {t.share_of[language]} {between(t.share_between[language], show(low), show(high))}
        </p>
      )}
      <DefinitionInShort facts={facts} language={language} />
      {published && (
        <p className="hint">
          {fill(t.published[language], { share: `${Math.round(published.share * 100)} %` })}
        </p>
      )}
    </>
  );
}

/** Puts two links into a sentence with {low} and {high}. */
function between(sentence: string, low: ReactNode, high: ReactNode) {
  const [before = '', middle = '', after = ''] = sentence.split(/\{low\}|\{high\}/);
  return (
    <>
      {before}
      {low}
      {middle}
      {high}
      {after}
    </>
  );
}

function Broken({ facts, language }: PageProps) {
  const { board, url, lines, broken } = facts;
  const number = of(lines.total, 'broken');
  return (
    <section aria-labelledby="broken">
      <h2 id="broken">{t.broken_list[language]}</h2>
      {broken.length === 0 ? (
        <p>{t.broken_none[language]}</p>
      ) : (
        <CaseRows facts={facts} cases={broken} language={language} />
      )}
      {number > broken.length && (
        <p>
          <a href={listHref(board, url.filter, {}, { flag: 'broken' })}>
            {fill(t.broken_all[language], { n: number })}
          </a>
        </p>
      )}
    </section>
  );
}
