import { dayAt } from '#platform/calendar/index.ts';
import { fill, type Language } from '#platform/text.ts';
import type { CaseView } from '../read-case.ts';
import type { CaseGraph, GraphNode, Lane } from '../rules/graph.ts';
import { readLimit } from '../stored-limit.ts';
import type { Progress } from './read-progress.ts';
import { texts as t } from './texts.ts';

/** Eight hours, as the Labour Code has it. */
export const workingDay = 480;

/** What is written at one step of the picture. */
export type NodeWords = {
  name: string;
  state: string;
  time: string;
  /** Who has it now; null where it is nobody's turn. */
  turn: string | null;
  because: string | null;
};

export function nodeWords(progress: Progress, node: GraphNode, language: Language): NodeWords {
  const step = progress.steps.get(node.id);
  return {
    name: step?.step?.name[language] ?? step?.step_code ?? '',
    state: step ? stateWords(step, node, language) : '',
    // Time that ran before a step fell away is nobody's any more.
    time: step && node.state !== 'skipped' ? timeWords(step, progress.used.get(node.id), language) : '',
    turn: node.turn && partyName(progress, node.turn, language),
    because: step ? because(step, language) : null,
  };
}

function stateWords(step: CaseView['steps'][number], { state }: GraphNode, language: Language): string {
  const word = t[state][language];
  if (step.completed_at && (state === 'done' || state === 'done_late'))
    return fill(t.done_on[language], { state: word, day: shortDay(step.completed_at) });
  if (step.due_at && state === 'late') return fill(t.late_since[language], { day: shortDay(step.due_at) });
  return step.due_at && state === 'open'
    ? `${word}, ${fill(t.due_on[language], { day: shortDay(step.due_at) })}`
    : word;
}

function timeWords(step: CaseView['steps'][number], used: number | undefined, language: Language): string {
  const limit = readLimit(step.term);
  if (used === undefined)
    return limit
      ? fill(t.limit[language], { limit: amount(limit.unit, limit.amount, language) })
      : t.no_limit[language];
  const unit = limit?.unit ?? 'working_days';
  const mine = number(used / { working_days: workingDay, working_hours: 60, minutes: 1 }[unit], language);
  if (!limit) return fill(t.used[language], { used: fill(t[unit][language], { n: mine }) });
  return fill(t.used_of[language], { used: mine, limit: amount(unit, limit.amount, language) });
}

const amount = (unit: 'working_days' | 'working_hours' | 'minutes', n: number, language: Language): string =>
  fill(t[unit][language], { n: number(n, language) });

export const limitWords = (
  limit: { unit: 'working_days' | 'working_hours' | 'minutes'; amount: number },
  language: Language,
) => amount(limit.unit, limit.amount, language);

/** 1,5 as Vietnamese writes it. */
export const number = (value: number, language: Language): string =>
  value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 });

const shortDay = (at: Date): string => {
  const [, month, day] = dayAt(at).split('-');
  return `${Number(day)}/${Number(month)}`;
};

export function partyName(
  { names }: Pick<Progress, 'names'>,
  { party, unit }: Lane,
  language: Language,
): string {
  if (party === 'customer' || party === 'contractor') return t[party][language];
  return names.get(unit)?.[language] ?? unit;
}

/** Why the case has this step; null where every case has it. */
export function because(step: CaseView['steps'][number], language: Language): string | null {
  const reason = step.because;
  if (typeof reason !== 'object' || reason === null || Array.isArray(reason)) return null;
  const said = reason[language];
  return typeof said === 'string' ? said : null;
}

/** Whose turn it is now, one sentence a step. */
export function turnSentences(progress: Progress, holder: string, language: Language): string[] {
  const { graph, running } = progress;
  if (!running) return [t.turn_none[language]];
  const sentences = turnsOf(graph).map((node) => {
    const { name, turn } = nodeWords(progress, node, language);
    return fill(t[node.turn?.supplement ? 'turn_supplement' : 'turn_of'][language], {
      who: turn ?? '',
      step: name,
    });
  });
  return sentences.length > 0 ? sentences : [fill(t.turn_unit[language], { who: holder })];
}

const turnsOf = ({ nodes }: CaseGraph): GraphNode[] => nodes.filter(({ turn }) => turn !== null);

/** 3 ngày 4 giờ, by the clock. */
export function spanWords(ms: number, language: Language): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 24 * 60)
    return fill(t.hours_minutes[language], { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  return fill(t.days_hours[language], {
    days: Math.floor(minutes / 1440),
    hours: Math.floor((minutes % 1440) / 60),
  });
}
