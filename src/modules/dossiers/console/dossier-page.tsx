import { showCaseCode } from '#modules/cases/index.ts';
import { sayMoment } from '#modules/deadlines/index.ts';
import { utilityZone } from '#platform/calendar/index.ts';
import type { Refused } from '#platform/refused.ts';
import { fill, type Language, type Text } from '#platform/text.ts';
import { TextArea, TextField } from '#ui/form.tsx';
import { Notice, SummaryList } from '#ui/parts.tsx';
import { timesVi } from '../rules/one-stop.ts';
import { onTimeWords, statusName } from '../texts.ts';
import type { DossierView } from './dossier-facts.ts';
import { texts as t } from './texts.ts';

export type Failed = { refused: Refused; typed: { until: string; reason: string; note: string } };
type Props = {
  language: Language;
  view: DossierView;
  requestId: string;
  failed: Failed | null;
  done: Text | null;
};

/** The dossier of a case: what the State calls it, where it stands, its papers, and what the desk does with it. */
export function DossierPage(props: Props) {
  const { language, view, failed, done } = props;
  return (
    <div className="narrow wide">
      <h1>{t.dossier[language]}</h1>
      {done && <Notice kind="good">{done[language]}</Notice>}
      {failed && <Notice kind="bad">{fill(failed.refused.reason[language], failed.refused.facts)}</Notice>}
      <p className="code">{view.dossier.code}</p>
      <Facts {...props} />
      {view.openConflicts > 0 && (
        <p className="notice soon">
          <a href={`/bang/lien-thong/cho-lech?ho-so=${view.caseCode}`}>
            {t.conflicts[language]}: {view.openConflicts}
          </a>
        </p>
      )}
      <h2>{t.papers[language]}</h2>
      <ul>
        {view.papers.map(({ slug, name }) => (
          <li key={slug}>
            <a href={`/bang/ho-so/${view.caseCode}/mot-cua/${slug}`} data-turbo="false">
              {name[language]}
            </a>
          </li>
        ))}
      </ul>
      <Acts {...props} />
      <p>
        <a href={`/bang/ho-so/${view.caseCode}`}>{t.to_case[language]}</a>
      </p>
    </div>
  );
}

function Facts({ language, view }: Props) {
  const { dossier } = view;
  const at = (moment: Date | null) =>
    moment ? sayMoment(moment.toISOString(), language, utilityZone) : t.no_appointment[language];
  const code = dossier.agency_uncertain ? `${dossier.code} (${t.uncertain_id[language]})` : dossier.code;
  return (
    <SummaryList
      rows={[
        { name: t.dossier_code[language], value: code },
        { name: t.case_code[language], value: showCaseCode(view.caseCode) },
        { name: t.status[language], value: <b>{statusName(dossier.status)[language]}</b> },
        { name: t.centre[language], value: view.centreName[language] },
        { name: t.appointment[language], value: at(dossier.appointment_at) },
        ...(dossier.reappointment_at
          ? [{ name: t.reappointment[language], value: at(dossier.reappointment_at) }]
          : []),
        { name: t.on_time[language], value: onTimeWords(view.onTime)[language] },
        { name: t.portal[language], value: dossier.endpoint ?? t.no_portal[language] },
      ]}
    />
  );
}

function Acts({ language, view, requestId, failed }: Props) {
  const base = `/bang/ho-so/${view.caseCode}/mot-cua`;
  return (
    <>
      {view.may.handOver && (
        <details className="act">
          <summary>{t.hand_over[language]}</summary>
          <form method="post" action={`${base}/tra-ket-qua`}>
            <p className="hint">{t.hand_over_hint[language]}</p>
            <input type="hidden" name="requestId" value={requestId} />
            <TextField name="note" label={t.note[language]} value={failed?.typed.note} autoComplete="off" />
            <button type="submit">{t.hand_over[language]}</button>
          </form>
        </details>
      )}
      {view.may.reappoint && (
        <details className="act" open={failed !== null || undefined}>
          <summary>{t.reappoint[language]}</summary>
          <form method="post" action={`${base}/hen-lai`}>
            <p className="hint">
              {fill(t.reappoint_often[language], { ...view.newDates, times: timesVi(view.newDates.most) })}{' '}
              {t.reappoint_hint[language]}
            </p>
            <input type="hidden" name="requestId" value={requestId} />
            <TextField
              name="until"
              type="date"
              label={t.new_day[language]}
              value={failed?.typed.until}
              width="short"
            />
            <TextArea name="reason" label={t.reason[language]} value={failed?.typed.reason} rows={3} />
            <button type="submit">{t.reappoint[language]}</button>
          </form>
        </details>
      )}
    </>
  );
}
