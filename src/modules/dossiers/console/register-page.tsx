import type { Unit } from '#modules/organisation/index.ts';
import type { Refused } from '#platform/refused.ts';
import { fill, type Language } from '#platform/text.ts';
import { Select, TextField } from '#ui/form.tsx';
import { Notice } from '#ui/parts.tsx';
import { type JudgedRow, type Period, type Register, shareWords } from '../papers/register.ts';
import { shareOf, type VerdictSlug, verdicts } from '../rules/on-time-share.ts';
import { onTimeWords, statusName } from '../texts.ts';
import { texts as t } from './texts.ts';

type Props = {
  language: Language;
  period: Period;
  centres: readonly Unit[];
  register: Register | null;
  /** Of which verdict alone the rows are shown. */
  only: VerdictSlug | null;
  refused: Refused | null;
};

/** Sổ theo dõi hồ sơ, to look at before it is printed. */
export function RegisterPage({ language, period, centres, register, only, refused }: Props) {
  const search = new URLSearchParams({ 'trung-tam': period.centre, tu: period.from, den: period.to });
  return (
    <>
      <h1>{t.register[language]}</h1>
      <p>{t.register_intro[language]}</p>
      {refused && <Notice kind="bad">{fill(refused.reason[language], refused.facts)}</Notice>}
      <form method="get" action="/bang/so-theo-doi" className="filters">
        <Select
          name="trung-tam"
          label={t.centre[language]}
          empty={t.choose_centre[language]}
          value={period.centre}
          choices={centres.map(({ code, name }) => ({ value: code, label: name[language] }))}
        />
        <TextField name="tu" type="date" label={t.from[language]} value={period.from} width="short" />
        <TextField name="den" type="date" label={t.to[language]} value={period.to} width="short" />
        <button type="submit">{t.show[language]}</button>
      </form>
      {register?.rows.length === 0 && <p className="empty">{t.no_dossiers[language]}</p>}
      {register && register.rows.length > 0 && (
        <>
          <p>
            <a className="button" href={`/bang/so-theo-doi.pdf?${search}`} data-turbo="false">
              {t.as_pdf[language]}
            </a>
          </p>
          <OnTime {...{ register, language, only, search: search.toString() }} />
          <Rows rows={rowsOf(register, only)} language={language} />
        </>
      )}
    </>
  );
}

const rowsOf = ({ rows }: Register, only: VerdictSlug | null) =>
  only === null ? rows : rows.filter(({ onTime }) => onTime === verdicts[only]);

type OnTimeProps = { register: Register; language: Language; only: VerdictSlug | null; search: string };

/** The share on time, and the way to the dossiers behind each number. */
function OnTime({ register, language, only, search }: OnTimeProps) {
  const { onTime, late, unknown } = shareOf(register.rows);
  const tabs = [
    { slug: null, name: t.all_rows, n: register.rows.length },
    { slug: 'dung', name: onTimeWords(true), n: onTime },
    { slug: 'tre', name: onTimeWords(false), n: late },
    { slug: 'chua', name: onTimeWords(null), n: unknown },
  ];
  return (
    <>
      <p>{shareWords(register, language)}</p>
      <nav aria-label={t.on_time[language]}>
        <p className="wrap filter-buttons">
          {tabs.map(({ slug, name, n }) => (
            <a
              key={slug}
              href={`/bang/so-theo-doi?${search}${slug ? `&han=${slug}` : ''}`}
              aria-current={slug === only ? 'page' : undefined}
            >
              {name[language]}: {n}
            </a>
          ))}
        </p>
      </nav>
    </>
  );
}

function Rows({ rows, language }: { rows: readonly JudgedRow[]; language: Language }) {
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">{t.dossier_code[language]}</th>
          <th scope="col">{t.customer[language]}</th>
          <th scope="col">{t.received[language]}</th>
          <th scope="col">{t.status[language]}</th>
          <th scope="col">{t.on_time[language]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code}>
            <th scope="row">
              <a href={`/bang/ho-so/${row.case_code}/mot-cua`} className="long-words">
                {row.code}
              </a>
            </th>
            <td>{row.customer_name}</td>
            <td>{row.received_on.split('-').reverse().join('/')}</td>
            <td>{statusName(row.status)[language]}</td>
            <td>{onTimeWords(row.onTime)[language]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
