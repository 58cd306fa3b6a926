import type { ElectricityFact } from '#modules/catalogue/index.ts';
import { fill, type Language } from '#platform/text.ts';
import { asked } from '../reliability.ts';
import { askedTexts, reliabilityTexts as t } from '../reliability-texts.ts';
import { showDay, showFigure } from '../rules/show.ts';
import type { ScoreFacts } from '../score.ts';
import { scoreTexts } from '../score-texts.ts';
import { texts } from '../texts.ts';

type Props = { facts: ScoreFacts; language: Language };

/** What the index of reliability asks, each with its answer and by whose word; the index where it can be worked out, and what was published. */
export function ReliabilitySection({ facts, language }: Props) {
  const { own, uncertain } = facts.reliability;
  const line = facts.lines.find(({ component }) => component === 'reliability');
  const published = line?.published;
  const index = (value: number | null) => ({
    index: showFigure(value, 'count', language),
    most: showFigure(line?.bounds?.best ?? null, 'count', language),
  });
  return (
    <section aria-labelledby="reliability" className="card">
      <h2 id="reliability">{t.title[language]}</h2>
      <Components facts={facts} language={language} />
      <p>
        {own ? fill(t.own[language], index(own.index)) : t.own_unknown[language]}{' '}
        {own && uncertain && <Unconfirmed language={language} />}
      </p>
      {own && !own.eligible && <p>{t.beyond[language]}</p>}
      {published && (
        <p className="hint">
          {fill(t.published[language], {
            ...index(published.value ?? null),
            source: since(published, language),
          })}
        </p>
      )}
    </section>
  );
}

function Components({ facts: { reliability }, language }: Props) {
  const { outages, answers } = reliability;
  return (
    <table className="rows definition-table">
      <thead>
        <tr>
          <th scope="col">{t.component[language]}</th>
          <th scope="col">{scoreTexts.value[language]}</th>
        </tr>
      </thead>
      <tbody>
        {(['saidi', 'saifi'] as const).map((figure) => (
          <tr key={figure}>
            <th scope="row">{t[figure][language]}</th>
            <td>
              {outages ? showFigure(outages[figure], 'mean', language) : scoreTexts.unknown[language]}{' '}
              <span className="hint">{(outages ? t.from_records : t.no_records)[language]}</span>
            </td>
          </tr>
        ))}
        {asked.map((name) => (
          <tr key={name}>
            <th scope="row">{askedTexts[name][language]}</th>
            <td>
              <Answer fact={answers[name]} language={language} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Answer({ fact, language }: { fact: ElectricityFact | undefined; language: Language }) {
  if (fact?.holds === undefined) return scoreTexts.unknown[language];
  return (
    <>
      {(fact.holds ? t.yes : t.no)[language]} {fact.uncertain && <Unconfirmed language={language} />}{' '}
      <span className="hint">{fill(texts.source[language], { source: since(fact, language) })}</span>
    </>
  );
}

const Unconfirmed = ({ language }: { language: Language }) => (
  <span className="badge">{texts.unconfirmed[language]}</span>
);

const since = ({ source, validFrom }: ElectricityFact, language: Language): string =>
  fill(t.since[language], { source, day: showDay(validFrom) });
