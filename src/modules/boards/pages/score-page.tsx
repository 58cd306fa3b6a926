import { fill, type Language } from '#platform/text.ts';
import { Scrolls } from '#ui/parts.tsx';
import { access } from '../access.ts';
import { listHref } from '../board-url.ts';
import { showFigure, showMonth } from '../rules/show.ts';
import type { ScoreFacts, ScoreLine } from '../score.ts';
import { scoreTexts as t } from '../score-texts.ts';
import { scoreAddress } from '../score-url.ts';
import { texts } from '../texts.ts';
import { ReliabilitySection } from './reliability-section.tsx';

type Props = { facts: ScoreFacts; language: Language };

/** The score with its four parts, each with what it comes from; what nobody knows is said to be unknown. */
export function ScorePage({ facts, language }: Props) {
  const { months, kind, counted, scored, published } = facts;
  const said = { kind: kind?.name[language] ?? '–', from: showMonth(months.from), to: showMonth(months.to) };
  return (
    <div className="board">
      <h1>{t.title[language]}</h1>
      <p>{t.lead[language]}</p>
      <p className="hint">{fill(t.of_what[language], { ...said, n: counted.cases })}</p>
      <Companies facts={facts} language={language} />
      <div className="figures">
        <p className="figure">
          <b>{scored?.score == null ? t.unknown[language] : showFigure(scored.score, 'mean', language)}</b>{' '}
          {scoreName(facts, language)}
        </p>
      </div>
      {scored?.score == null && <p>{t.no_score[language]}</p>}
      {published && (
        <p className="hint">
          {fill(t.published[language], {
            score: showFigure(published.value ?? null, 'mean', language),
            source: published.source,
          })}
        </p>
      )}
      <Parts facts={facts} language={language} />
      <ReliabilitySection facts={facts} language={language} />
      <section aria-labelledby="how" className="card">
        <h2 id="how">{texts.how_counted[language]}</h2>
        <p>{t.how[language]}</p>
      </section>
    </div>
  );
}

/** A score with anything in it that others published says so. */
function scoreName({ lines, scored }: ScoreFacts, language: Language): string {
  const published = lines.filter((line) => line.from !== null && line.from === line.published);
  if (scored?.score == null || published.length === 0) return t.score[language];
  return fill(t.score_mixed[language], { parts: published.map(({ name }) => name[language]).join('; ') });
}

function Companies({ facts: { company, companies }, language }: Props) {
  if (companies.length < 2) return null;
  return (
    <search>
      <form className="filters" method="get" action={scoreAddress}>
        <div className="filter-fields">
          <div className="field">
            <label htmlFor="cong-ty">{t.company[language]}</label>
            <select id="cong-ty" name="cong-ty" defaultValue={company ?? ''}>
              <option value="">{texts.all[language]}</option>
              {companies.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name[language]}
                </option>
              ))}
            </select>
          </div>
          <p className="filter-buttons">
            <button type="submit">{texts.apply[language]}</button>
          </p>
        </div>
      </form>
    </search>
  );
}

function Parts({ facts, language }: Props) {
  const { lines, scored } = facts;
  return (
    <Scrolls className="table-scroll" name={t.parts[language]}>
      <table className="rows figures-table board-table">
        <thead>
          <tr>
            <th scope="col">{t.parts[language]}</th>
            {[t.value, t.best, t.worst, t.score].map((head) => (
              <th key={head.en} scope="col" className="number">
                {head[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.component}>
              <th scope="row">
                {line.name[language]}
                <span className="hint"> {sourceOf(line, facts, language)}</span>
              </th>
              <td>
                <Value line={line} facts={facts} language={language} />
              </td>
              <td>{showFigure(line.bounds?.best ?? null, 'count', language)}</td>
              <td>{showFigure(line.bounds?.worst ?? null, 'count', language)}</td>
              <td>{showFigure(scored?.parts[line.component] ?? null, 'mean', language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
}

/** A figure counted here opens to its cases. */
function Value({ line, facts: { months, kind, company }, language }: Props & { line: ScoreLine }) {
  if (line.value === null) return t.unknown[language];
  const shown = showFigure(line.value, line.component === 'time' ? 'mean' : 'count', language);
  if (line.from !== 'cases' || !kind) return shown;
  const filter = { ...months, class: kind.code, ...(company ? { company } : {}) };
  return <a href={listHref(access, filter, {})}>{shown}</a>;
}

function sourceOf({ from, component }: ScoreLine, { reliability }: ScoreFacts, language: Language): string {
  const marked = (said: string, uncertain = false) =>
    uncertain ? `${said} (${texts.unconfirmed[language]})` : said;
  if (from === null) return t.unknown[language];
  if (from === 'outages') return marked(t.reliability_from[language], reliability.uncertain);
  if (from === 'cases') return (component === 'time' ? t.time_from : t.procedures_from)[language];
  const source = fill(texts.source[language], { source: from.source });
  return marked(fill(t.published_here[language], { source }), from.uncertain);
}
