import type { Unit } from '#modules/organisation/index.ts';
import { fill, type Language } from '#platform/text.ts';
import type { Line } from '../facts.ts';
import { showDay, showLimits } from '../show.ts';
import { stageNames, stateNames, stateSigns, texts as t } from '../texts.ts';

type Props = { line: Line; language: Language };

export function StateBadge({ line: { standing }, language }: Props) {
  return (
    <span className={`badge regulation-${standing.state}`}>
      <span aria-hidden="true">{stateSigns[standing.state]}</span> {stateNames[standing.state][language]}
    </span>
  );
}

/** Number, date and from when it holds; what no source gives is said so. */
export function DocumentWords({ line: { standing }, language }: Props) {
  const { regulation, from, to } = standing;
  if (!regulation) return null;
  const { number, issuedOn, uncertain } = regulation.definition;
  const day = showDay(from ?? regulation.definition.validFrom);
  const dates = [
    issuedOn && fill(t.issued_on[language], { day: showDay(issuedOn) }),
    fill((uncertain ? t.holds_from_unsure : t.holds_from)[language], { day }),
    to && fill(t.holds_until[language], { day: showDay(to) }),
  ].filter(Boolean);
  return (
    <>
      {number ? <b>{number}</b> : <span>{t.number_missing[language]}</span>}
      <span className="hint">{dates.join('; ')}</span>
    </>
  );
}

/** At which stage the draft is, where it lies and since when. */
export function StageWords({ line: { standing, body }, language, today }: Props & { today: string }) {
  const { draft, state } = standing;
  if (!draft) {
    const words = standing.stageUnknown ? t.stage_unknown : t.no_draft;
    return <span className="soft">{words[language]}</span>;
  }
  return (
    <>
      {state === 'in_force' && <span className="hint">{t.new_draft[language]}</span>}
      <b>{stageNames[draft.stage][language]}</b>
      {body && <BodyWords body={body} today={today} language={language} />}
      <span className="hint">{fill(t.since[language], { day: showDay(draft.since), n: draft.days })}</span>
    </>
  );
}

/** A body by name; one that is no more is said to be. */
export function BodyWords({ body, today, language }: { body: Unit; today: string; language: Language }) {
  const gone = body.validTo !== null && body.validTo < today;
  return (
    <span>
      {body.name[language]}
      {gone && (
        <b className="late"> ({fill(t.body_closed[language], { day: showDay(body.validTo ?? '') })})</b>
      )}
    </span>
  );
}

export function LimitWords({ line: { standing }, language }: Props) {
  const { regulation } = standing;
  if (!regulation) return <span className="soft">{t.limits_national[language]}</span>;
  return showLimits(regulation.definition, language).map((words) => <span key={words}>{words}</span>);
}
