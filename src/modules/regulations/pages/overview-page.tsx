import { fill, type Language } from '#platform/text.ts';
import type { Overview } from '../facts.ts';
import { showDay } from '../show.ts';
import { texts as t } from '../texts.ts';
import { ProvinceMapPicture } from './province-map.tsx';
import { ProvinceTable } from './province-table.tsx';

/** `hrefOf`: the page of a province, where the reader has one; else the map leads to its line. */
type Props = { facts: Overview; language: Language; hrefOf?: (province: string) => string };

export function OverviewPage({ facts, language, hrefOf }: Props) {
  return (
    <div className="regulations">
      <h1>{t.title[language]}</h1>
      <p>{t.lead[language]}</p>
      <p className="hint">{fill(t.as_of[language], { day: showDay(facts.today) })}</p>
      <Counts facts={facts} language={language} />
      <div className="map-and-table">
        <ProvinceMapPicture
          facts={facts}
          language={language}
          hrefOf={hrefOf ?? ((province) => `#tinh-${province}`)}
        />
        <ProvinceTable facts={facts} language={language} hrefOf={hrefOf} />
      </div>
      <p className="hint">{t.stages_ours[language]}</p>
    </div>
  );
}

function Counts({ facts: { lines }, language }: Props) {
  const standings = lines.map(({ standing }) => standing);
  const issued = standings.filter(({ regulation }) => regulation !== null);
  const counts = [
    [`${issued.length}/${lines.length}`, t.count_issued],
    [standings.filter(({ state }) => state === 'drafting').length, t.count_drafting],
    [standings.filter(({ stageUnknown }) => stageUnknown).length, t.count_unknown],
    [issued.filter(({ regulation }) => !regulation?.definition.number).length, t.count_without],
  ] as const;
  return (
    <ul className="regulation-counts">
      {counts.map(([n, words]) => (
        <li key={words.en}>
          <b>{n}</b> {words[language]}
        </li>
      ))}
    </ul>
  );
}
