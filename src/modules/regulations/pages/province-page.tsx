import type { ReactNode } from 'react';
import { dayAt } from '#platform/calendar/index.ts';
import { fill, type Language } from '#platform/text.ts';
import type { Difference, ProvincePage } from '../facts.ts';
import { showDay, showLimit, showLimits } from '../show.ts';
import { stageNames, texts as t } from '../texts.ts';
import { BodyWords, DocumentWords, LimitWords, StageWords, StateBadge } from './standing.tsx';

type Props = { page: ProvincePage; language: Language };

/** One province: how it stands, its regulations by date, who takes part, what differs, and what was recorded. */
export function ProvinceContent({ page, language, aside }: Props & { aside: ReactNode }) {
  const { line, today } = page;
  return (
    <div className="regulations">
      <p>
        <a href="/bang/quy-che">{t.back[language]}</a>
      </p>
      <h1>{line.province.name[language]}</h1>
      <p className="hint">{line.company?.name[language]}</p>
      <div className="province-page">
        <div>
          <section className="card standing" aria-labelledby="now">
            <h2 id="now">{t.now[language]}</h2>
            <div>
              <StateBadge line={line} language={language} />
              <DocumentWords line={line} language={language} />
            </div>
            <h3>{t.stage[language]}</h3>
            <div>
              <StageWords line={line} language={language} today={today} />
            </div>
            <h3>{t.limits[language]}</h3>
            <div>
              <LimitWords line={line} language={language} />
            </div>
          </section>
          <Versions page={page} language={language} />
          <Participants page={page} language={language} />
          <Differences page={page} language={language} />
          <History page={page} language={language} />
        </div>
        {aside}
      </div>
    </div>
  );
}

function Versions({ page: { versions }, language }: Props) {
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t.versions[language]}</h2>
      {versions.length === 0 && <p>{t.versions_none[language]}</p>}
      <ul className="regulation-list">
        {versions.map(({ version: { id, definition, recorded, recordedAt }, bindings }) => (
          <li key={id} className="card">
            <h3>{definition.number ?? t.number_missing[language]}</h3>
            <p>
              {bindings.length === 0
                ? t.never_binding[language]
                : `${t.period[language]} ${bindings.map((binding) => periodWords(binding, language)).join('; ')}`}
              {definition.uncertain && <span className="badge">{t.unsure[language]}</span>}
            </p>
            {recorded && dayAt(recordedAt) > definition.validFrom && (
              <p>{fill(t.recorded_late[language], { day: showDay(dayAt(recordedAt)) })}</p>
            )}
            {definition.issuedOn && (
              <p>{fill(t.issued_on[language], { day: showDay(definition.issuedOn) })}</p>
            )}
            <p>
              {t.limits[language]}: {showLimits(definition, language).join('; ')}
            </p>
            {definition.note && <p>{definition.note[language]}</p>}
            <p className="hint">{fill(t.source[language], { source: definition.source })}</p>
          </li>
        ))}
      </ul>
      <p className="hint">{t.keeps[language]}</p>
    </section>
  );
}

function periodWords({ from, to }: { from: string; to: string | null }, language: Language): string {
  const facts = { from: showDay(from), to: showDay(to ?? '') };
  return fill((to === null ? t.period_open : t.period_closed)[language], facts);
}

function Participants({ page: { participants, line, today }, language }: Props) {
  const { regulation } = line.standing;
  if (!regulation) return null;
  const none = regulation.definition.uncertain ? t.participants_missing : t.participants_national;
  return (
    <section aria-labelledby="participants">
      <h2 id="participants">{t.participants[language]}</h2>
      {participants.length === 0 && <p>{none[language]}</p>}
      <ul>
        {participants.map(({ kind, body }) => (
          <li key={kind}>
            {body ? (
              <BodyWords body={body} today={today} language={language} />
            ) : (
              <b className="late">
                {kind}: {t.no_such_body[language]}
              </b>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Differences({ page: { differences, line }, language }: Props) {
  const { regulation } = line.standing;
  if (!regulation) return null;
  const { totals } = regulation.definition;
  return (
    <section aria-labelledby="differs">
      <h2 id="differs">{t.differs[language]}</h2>
      {differences.length === 0 && totals.length === 0 && <p>{t.differs_none[language]}</p>}
      {totals.length > 0 && (
        <p>
          {t.differs_total[language]}: {showLimits(regulation.definition, language).join('; ')}
        </p>
      )}
      {differences.map((difference) => (
        <OfService key={difference.service.vi} difference={difference} language={language} />
      ))}
    </section>
  );
}

function OfService({ difference, language }: { difference: Difference; language: Language }) {
  const { applied, service } = difference;
  const changed = applied.steps.filter(({ differs }) => differs.length > 0);
  return (
    <>
      <h3>{service[language]}</h3>
      <ul>
        {changed.map(({ step, differs }) => (
          <li key={step.code}>
            <b>{step.name[language]}</b>
            {step.limit && ` (${showLimit(step.limit, language)})`}:{' '}
            {differs.map((why) => why[language]).join(' ')}
          </li>
        ))}
        {applied.leftOut.map(({ step, because }) => (
          <li key={step.code}>
            <s>{step.name[language]}</s>: {because[language]}
          </li>
        ))}
      </ul>
    </>
  );
}

function History({ page: { moves, line, today }, language }: Props) {
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t.history[language]}</h2>
      {moves.length === 0 && <p>{t.history_none[language]}</p>}
      <ol className="regulation-list" reversed>
        {moves.map((move) => (
          <li key={move.id} className="card">
            <b>{stageNames[move.stage][language]}</b>, {showDay(move.since)}
            {move.bodyUnit && (
              <p>
                <BodyWords body={move.bodyUnit} today={today} language={language} />
              </p>
            )}
            {move.reason && <p>{fill(t.reason[language], { reason: move.reason })}</p>}
            {move.note && <p>{move.note}</p>}
            {move.document !== null && (
              <p>
                <a href={`/bang/quy-che/${line.province.code}/van-ban/${move.id}`} data-turbo="false">
                  {t.document[language]}
                </a>
              </p>
            )}
            <p className="hint">
              {fill(t.recorded_by[language], { name: move.by, day: showDay(dayAt(move.at)) })}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
