import type { Standard } from '#modules/catalogue/index.ts';
import { fill, type Language } from '#platform/text.ts';
import { Scrolls } from '#ui/parts.tsx';
import { showDay } from '../moments.ts';
import type { ListQuery } from '../queries-figures.ts';
import { type CallResult, type Grouping, meetsStandard, shareInTime } from '../rules/figures.ts';
import { FigureBars } from './figure-bars.tsx';
import { FigureFilter } from './figure-filter.tsx';
import { type FigureUrl, listHref } from './figure-url.ts';
import { figureTexts as t, texts } from './texts.ts';

export type Figure = Record<'calls' | CallResult, number> & {
  key: string | null;
  average_wait: number | null;
};
type Props = { rows: readonly Figure[]; standard: Standard | undefined; url: FigureUrl; language: Language };
/** Whether the reader works with calls, and may go back to their page. */
type Reader = { takesCalls: boolean };

export function FiguresPage({ rows, standard, url, takesCalls, language }: Props & Reader) {
  return (
    <div className="call-figures">
      {takesCalls && (
        <p className="trail">
          <a href="/bang/goi">{texts.back[language]}</a>
        </p>
      )}
      <h1>{t.title[language]}</h1>
      <FigureFilter url={url} language={language} />
      {rows.length === 0 ? (
        <p className="empty">{t.nothing[language]}</p>
      ) : (
        <>
          <Verdict rows={rows} standard={standard} language={language} />
          <FigureBars
            rows={rows.map((row) => ({ ...row, name: nameOf(url.by, row.key, language) }))}
            language={language}
          />
          <FigureTable rows={rows} standard={standard} url={url} language={language} />
        </>
      )}
    </div>
  );
}

const columns: readonly CallResult[] = ['in_time', 'late', 'abandoned', 'unknown', 'open'];
const showShare = (share: number | null, language: Language): string =>
  share === null ? '' : `${share.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB')} %`;

export const sumUp = (rows: readonly Figure[]): Omit<Figure, 'key'> => {
  const sum = (name: 'calls' | CallResult) => rows.reduce((all, row) => all + row[name], 0);
  const taken = rows.reduce((all, row) => all + row.in_time + row.late, 0);
  const waited = rows.reduce((all, row) => all + (row.average_wait ?? 0) * (row.in_time + row.late), 0);
  const counts = { in_time: sum('in_time'), late: sum('late'), abandoned: sum('abandoned') };
  return {
    ...counts,
    calls: sum('calls'),
    unknown: sum('unknown'),
    open: sum('open'),
    average_wait: taken === 0 ? null : waited / taken,
  };
};

function Verdict({ rows, standard, language }: Omit<Props, 'url'>) {
  const total = sumUp(rows);
  const share = shareInTime(total);
  if (!standard?.share) return <p className="notice soon">{t.no_standard[language]}</p>;
  const met = meetsStandard(total, standard.share);
  const facts = {
    share: (share ?? 0).toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB'),
    seconds: standard.value,
    standard: standard.share,
  };
  return (
    <>
      {share !== null && (
        <p className={`notice ${met ? 'good' : 'bad'}`}>{fill((met ? t.met : t.missed)[language], facts)}</p>
      )}
      <p className="hint">{fill(t.definition[language], { source: standard.source })}</p>
    </>
  );
}

/** Each figure leads to its calls. */
function FigureTable({ rows, standard, url, language }: Props) {
  const heads = {
    in_time: fill(t.in_time[language], { seconds: standard?.value ?? '?' }),
    late: t.late[language],
    abandoned: t.abandoned[language],
    unknown: t.unknown[language],
    open: t.open[language],
  };
  const total = { ...sumUp(rows), key: null };
  return (
    <Scrolls className="wide-table" name={t.title[language]}>
      <table className="rows figures-table call-table">
        <thead>
          <tr>
            <th scope="col">{t[url.by][language]}</th>
            <th scope="col">{t.calls[language]}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {heads[column]}
              </th>
            ))}
            <th scope="col">{t.share[language]}</th>
            <th scope="col">{t.average[language]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.key}
              row={row}
              name={nameOf(url.by, row.key, language)}
              url={url}
              language={language}
            />
          ))}
        </tbody>
        <tfoot>
          <Row row={total} name={t.total[language]} url={url} language={language} />
        </tfoot>
      </table>
    </Scrolls>
  );
}

function Row({
  row,
  name,
  url,
  language,
}: {
  row: Figure;
  name: string;
  url: FigureUrl;
  language: Language;
}) {
  const narrowed = narrow(url, row.key);
  const figure = (count: number, result: CallResult | null) =>
    count === 0 ? '0' : <a href={listHref({ ...narrowed, result })}>{count}</a>;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{figure(row.calls, null)}</td>
      {columns.map((column) => (
        <td key={column}>{figure(row[column], column)}</td>
      ))}
      <td>{showShare(shareInTime(row), language)}</td>
      <td>{row.average_wait !== null && fill(t.seconds[language], { n: Math.round(row.average_wait) })}</td>
    </tr>
  );
}

function narrow({ by, query: { from, to } }: FigureUrl, key: string | null): Partial<ListQuery> {
  if (key === null) return { from, to };
  if (by === 'day') return { from: key, to: key };
  return by === 'hour' ? { from, to, hour: Number(key) } : { from, to, line: key };
}

function nameOf(by: Grouping, key: string | null, language: Language): string {
  if (by === 'day') return showDay(key ?? '', language);
  if (by === 'hour') return `${key}:00–${key}:59`;
  return key || texts.unknown_line[language];
}
