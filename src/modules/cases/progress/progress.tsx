import { sayMoment } from '#modules/deadlines/index.ts';
import { utilityZone } from '#platform/calendar/index.ts';
import { fill, type Language } from '#platform/text.ts';
import type { Progress } from './read-progress.ts';
import { TallPicture } from './tall-picture.tsx';
import { texts as t } from './texts.ts';
import { WidePicture } from './wide-picture.tsx';
import { limitWords, number, partyName, spanWords, turnSentences, workingDay } from './words.ts';

type Props = { progress: Progress; language: Language };

type DrawnProps = Props & { holder: string; wide: boolean };

/** Where the case is: in words and drawn; `wide` where a page may have room for the picture that lies. */
export function CaseProgress({ progress, holder, language, wide }: DrawnProps) {
  return (
    <section className="progress" aria-labelledby="progress-title">
      <h2 id="progress-title">{t.title[language]}</h2>
      <ul id="progress-turns" className="turns">
        {turnSentences(progress, holder, language).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {wide && <WidePicture progress={progress} language={language} describedBy="progress-turns" />}
      <TallPicture progress={progress} language={language} describedBy="progress-turns" />
    </section>
  );
}

type Row = { name: string; elapsedMs: number; workingMinutes: number };

/** What each party's part of the case comes to, and the limit of all of them together. */
export function PartyTimes({ progress, language }: Props) {
  const rows = rowsOf(progress, language);
  const sum = (pick: (row: Row) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const cells = (row: Row) => (
    <>
      <td>{spanWords(row.elapsedMs, language)}</td>
      <td>{number(row.workingMinutes / workingDay, language)}</td>
    </>
  );
  const all = {
    name: t.all[language],
    elapsedMs: sum((row) => row.elapsedMs),
    workingMinutes: sum((row) => row.workingMinutes),
  };
  return (
    <section aria-labelledby="times-title">
      <h2 id="times-title">{t.times[language]}</h2>
      <table className="party-times">
        <thead>
          <tr>
            <th scope="col">{t.party[language]}</th>
            <th scope="col">{t.elapsed[language]}</th>
            <th scope="col">{t.working[language]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              {cells(row)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{all.name}</th>
            {cells(all)}
          </tr>
        </tfoot>
      </table>
      <p className="hint">{t[progress.running ? 'sum_running' : 'sum_over'][language]}</p>
      <p>{wholeWords(progress, language)}</p>
    </section>
  );
}

/** A row a party: the steps of one are added up. */
function rowsOf(progress: Progress, language: Language): Row[] {
  const rows: Row[] = [];
  for (const time of progress.times) {
    const name = partyName(progress, time, language);
    const row = rows.find((known) => known.name === name);
    if (!row) rows.push({ name, elapsedMs: time.elapsedMs, workingMinutes: time.workingMinutes });
    else {
      row.elapsedMs += time.elapsedMs;
      row.workingMinutes += time.workingMinutes;
    }
  }
  return rows;
}

function wholeWords({ whole, shared }: Progress, language: Language): string {
  const { limit, dueAt } = whole;
  const unsure = limit.uncertain ? `, ${t.uncertain[language]}` : '';
  const facts = { limit: limitWords(limit, language), source: `${limit.source}${unsure}` };
  if (!shared) return `${fill(t.not_shared[language], facts)}.`;
  const due = dueAt
    ? fill(t.whole_due[language], { at: sayMoment(dueAt, language, utilityZone) })
    : t.whole_paused[language];
  return `${fill(t.whole[language], facts)}; ${due}.`;
}
