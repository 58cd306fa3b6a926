import { showCaseCode } from '#modules/cases/index.ts';
import { sayMoment } from '#modules/deadlines/index.ts';
import { utilityZone } from '#platform/calendar/index.ts';
import { fill, type Language } from '#platform/text.ts';
import type { ListedTask, TaskList } from '../list-tasks.ts';
import { type Stage, stages } from '../rules/attempt.ts';
import { stageNames } from '../texts.ts';
import { decisionNames, t } from './texts.ts';

export const stageSlugs: Record<Stage, string> = {
  new: 'moi',
  working: 'dang-lam',
  waiting: 'cho-bo-sung',
  done: 'da-tra-loi',
};
type Props = { list: TaskList; stage: Stage; page: number; language: Language };
const at = (moment: Date, language: Language) => sayMoment(moment.toISOString(), language, utilityZone);

/** What lies with the body, the soonest due first. */
export function ListPage({ list, stage, page, language }: Props) {
  return (
    <>
      <h1>{t.title[language]}</h1>
      <nav aria-label={t.stages[language]}>
        <ul className="tabs">
          {stages.map((one) => (
            <li key={one}>
              <a
                className="tab"
                href={`/co-quan?xem=${stageSlugs[one]}`}
                aria-current={one === stage ? 'page' : undefined}
              >
                {stageNames[one][language]}
                {one !== 'done' && ` (${list.counts.get(one) ?? 0})`}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {list.tasks.length === 0 ? (
        <p>{t.none[language]}</p>
      ) : (
        <Table list={list} stage={stage} language={language} />
      )}
      <Pages more={list.more} stage={stage} page={page} language={language} />
    </>
  );
}

function Table({ list, stage, language }: Omit<Props, 'page'>) {
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">{t.case_code[language]}</th>
          <th scope="col">{t.step[language]}</th>
          <th scope="col">{t.applicant[language]}</th>
          <th scope="col">{stage === 'done' ? t.answer[language] : t.due[language]}</th>
        </tr>
      </thead>
      <tbody>
        {list.tasks.map((task) => (
          <tr key={`${task.task_id} ${task.attempt}`} className={task.late ? 'late' : undefined}>
            <th scope="row">
              <a href={`/co-quan/buoc/${task.task_id}`}>{showCaseCode(task.code)}</a>
            </th>
            <td>
              {task.step[language]}
              <span className="hint">
                {task.body[language]} · {t.sent[language]} {at(task.sent_at, language)}
              </span>
            </td>
            <td>
              {task.customer}
              <span className="hint">{task.address}</span>
            </td>
            <td>
              {stage === 'done' ? (
                <Answer task={task} language={language} />
              ) : (
                <Due task={task} language={language} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Answer({ task, language }: { task: ListedTask; language: Language }) {
  return (
    <>
      {decisionNames[task.decision ?? '']?.[language]}
      {task.decided_at && <span className="hint">{at(task.decided_at, language)}</span>}
    </>
  );
}

type DueProps = {
  task: { due_at: Date | null; daysLeft: number | null; late: boolean; stage?: Stage };
  language: Language;
};

/** How long there is, in working days; a late one says so in words and in colour. */
export function Due({ task, language }: DueProps) {
  const { due_at: due, daysLeft, late } = task;
  if (!due) return <>{(task.stage === 'waiting' ? t.clock_rests : t.no_limit)[language]}</>;
  const words = late
    ? (daysLeft ?? 0) > 0
      ? fill(t.days_late[language], { n: daysLeft ?? 0 })
      : t.late[language]
    : (daysLeft ?? 0) > 0
      ? fill(t.days_left[language], { n: daysLeft ?? 0 })
      : t.due_today[language];
  return (
    <>
      {at(due, language)}
      <span className={`left due ${late ? 'late' : (daysLeft ?? 0) <= 1 ? 'soon' : 'calm'}`}>{words}</span>
    </>
  );
}

function Pages({ more, stage, page, language }: { more: boolean } & Omit<Props, 'list'>) {
  const to = (n: number) => `/co-quan?xem=${stageSlugs[stage]}&trang=${n}`;
  return (
    <p>
      {page > 1 && <a href={to(1)}>{t.first_page[language]}</a>}{' '}
      {more && <a href={to(page + 1)}>{t.next_page[language]}</a>}
    </p>
  );
}
