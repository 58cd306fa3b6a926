import { sayMoment } from '#modules/deadlines/index.ts';
import { utilityZone } from '#platform/calendar/index.ts';
import type { Refused } from '#platform/refused.ts';
import { fill, type Language } from '#platform/text.ts';
import { Notice } from '#ui/parts.tsx';
import type { ConflictView } from '../queries-conflicts.ts';
import { actTowards } from '../rules/heed.ts';
import { isStatus } from '../rules/status.ts';
import { statusName } from '../texts.ts';
import { texts as t, whyNames } from './texts.ts';

type Props = {
  language: Language;
  conflicts: ConflictView[];
  /** How many wait in all; null where the page is of one case. */
  open: number | null;
  settles: boolean;
  done: string | null;
  refused: Refused | null;
};

/** Where portal and we differ: a sentence, and two ways out. */
export function ConflictsPage({ language, conflicts, open, settles, done, refused }: Props) {
  return (
    <div className="narrow wide">
      <h1>{t.conflicts[language]}</h1>
      <p>{t.conflicts_intro[language]}</p>
      {open !== null && <p>{fill(t.open_of_all[language], { n: open })}</p>}
      {done && <Notice kind="good">{done}</Notice>}
      {refused && <Notice kind="bad">{fill(refused.reason[language], refused.facts)}</Notice>}
      {conflicts.length === 0 && <p className="empty">{t.no_conflicts[language]}</p>}
      {conflicts.map((conflict) => (
        <Conflict key={conflict.id} {...{ conflict, language, settles }} />
      ))}
    </div>
  );
}

type ConflictProps = { conflict: ConflictView; language: Language; settles: boolean };

function Conflict({ conflict, language, settles }: ConflictProps) {
  const { id, ours, theirs, why, settled_at } = conflict;
  const name = (status: number | null) => (status === null ? '?' : statusName(status)[language]);
  const at = (moment: Date) => sayMoment(moment.toISOString(), language, utilityZone);
  return (
    <article className="card" id={id}>
      <h2>
        <a href={`/bang/ho-so/${conflict.case_code}/mot-cua`} className="long-words">
          {conflict.dossier_code}
        </a>
      </h2>
      <p>{fill(whyNames[why]?.[language] ?? why, { ours: name(ours), theirs: name(theirs) })}</p>
      <p className="hint">
        {conflict.endpoint}, {at(conflict.at)}
      </p>
      {settled_at && (
        <p>
          {fill(t.settled[language], {
            who: conflict.settled_by ?? '',
            how: (conflict.settled_how === 'ours' ? t.how_ours : t.how_theirs)[language],
            at: at(settled_at),
          })}
        </p>
      )}
      {!settled_at && settles && <Ways {...{ conflict, language, settles }} />}
    </article>
  );
}

function Ways({ conflict: { id, status_now, theirs, why }, language }: ConflictProps) {
  const followed = isStatus(status_now) && isStatus(theirs) && actTowards(status_now, theirs) !== null;
  const leads = followed || why === 'supplement_unasked';
  return (
    <div className="filter-buttons wrap">
      <form method="post" action={`/bang/lien-thong/cho-lech/${id}/giu`}>
        <button type="submit">{t.keep_ours[language]}</button>
      </form>
      <form method="post" action={`/bang/lien-thong/cho-lech/${id}/theo`}>
        <button type="submit" disabled={!leads} aria-describedby={leads ? undefined : `${id}-why`}>
          {t.take_theirs[language]}
          {theirs === null ? '' : `: ${statusName(theirs)[language]}`}
        </button>
        {!leads && (
          <p className="hint" id={`${id}-why`}>
            {t.take_theirs_not[language]}
          </p>
        )}
      </form>
    </div>
  );
}
