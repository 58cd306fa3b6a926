import { showCaseCode } from '#modules/cases/index.ts';
import { describeDerivation } from '#modules/deadlines/index.ts';
import { fill, type Language, type Text } from '#platform/text.ts';
import type { TaskView } from '../read-task.ts';
import { stageNames } from '../texts.ts';
import { bodyActs } from './body-acts.ts';
import { ActForm, type Failed } from './form.tsx';
import { Due } from './list-page.tsx';
import { TaskHistory } from './task-history.tsx';
import { t } from './texts.ts';

type Props = {
  view: TaskView;
  /** The address of this page; acts and papers lie below it. */
  base: string;
  byLink: boolean;
  language: Language;
  now: Date;
  failed: Failed | null;
  done: Text | null;
};

/** One step as its body sees it: what is asked, until when, with which papers, and how to answer. */
export function TaskPage({ view, base, byLink, language, now, failed, done }: Props) {
  return (
    <>
      {!byLink && (
        <p>
          <a href="/co-quan">{t.back[language]}</a>
        </p>
      )}
      <h1>{view.step[language]}</h1>
      {byLink && <p className="notice">{t.by_link[language]}</p>}
      {done && (
        <p className="notice good" role="status">
          {fill(t.done[language], { act: done[language] })}
        </p>
      )}
      {failed && (
        <div className="notice bad" role="alert" tabIndex={-1}>
          <h2>{t.not_saved[language]}</h2>
          <p>{fill(failed.refused.reason[language], failed.refused.facts)}</p>
        </div>
      )}
      <div className="case-columns">
        <div className="case-story">
          <Asked view={view} language={language} now={now} />
          <Papers view={view} base={base} language={language} />
          <TaskHistory view={view} language={language} />
        </div>
        <Answers view={view} base={base} language={language} failed={failed} />
      </div>
    </>
  );
}

function Asked({ view, language, now }: { view: TaskView; language: Language; now: Date }) {
  const rows: [Text, string | null | undefined][] = [
    [t.case_code, showCaseCode(view.code)],
    [t.service, view.service[language]],
    [t.applicant, view.customer],
    [t.address, view.address],
    [t.from, view.unit[language]],
    [t.body, view.body[language]],
    [t.product, view.produces[language]],
    [t.why, view.because?.[language]],
  ];
  const late = view.due !== null && view.due < now;
  return (
    <section aria-labelledby="asked-title">
      <h2 id="asked-title">{t.what[language]}</h2>
      <p>
        <span className="badge">{stageNames[view.stage][language]}</span>{' '}
        {view.open && (
          <>
            {view.due && `${t.due[language]}: `}
            <Due
              task={{ due_at: view.due, daysLeft: view.daysLeft, late, stage: view.stage }}
              language={language}
            />
          </>
        )}
      </p>
      <dl>
        {rows.map(
          ([name, value]) =>
            value && (
              <div key={name.vi}>
                <dt>{name[language]}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {view.open && view.derivation && (
        <details>
          <summary>{t.how_counted[language]}</summary>
          <ul>
            {describeDerivation(view.derivation, language).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Papers({ view, base, language }: { view: TaskView; base: string; language: Language }) {
  return (
    <section aria-labelledby="papers-title">
      <h2 id="papers-title">{t.papers[language]}</h2>
      {view.papers.length === 0 && <p className="hint">{t.no_papers[language]}</p>}
      <ul>
        {view.papers.map(({ id, name, kind }) => (
          <li key={id}>
            <a href={`${base}/tep/${id}`}>{name}</a> {kind && <span className="hint">{kind[language]}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Answers({ view, base, language, failed }: Omit<Props, 'now' | 'byLink' | 'done'>) {
  const possible = view.open ? bodyActs.filter((act) => act.fits(view)) : [];
  return (
    <section className="acts" aria-labelledby="answers-title">
      <h2 id="answers-title">{t.answers[language]}</h2>
      {!view.open && <p className="hint">{t.over[language]}</p>}
      {view.open && view.stage === 'waiting' && <p className="hint">{t.waiting_note[language]}</p>}
      {possible.map(({ slug, name, hint, fields }, index) => (
        <ActForm
          key={slug}
          {...{ slug, name, hint, failed, language }}
          action={`${base}/${slug}`}
          fields={fields(view)}
          open={index === 0 && failed === null && view.stage !== 'waiting'}
        />
      ))}
    </section>
  );
}
