import { z } from 'zod';
import { fill, type Language, type Text } from '#platform/text.ts';
import type { CaseView } from '../read-case.ts';
import { actNames } from '../texts.ts';
import { termOf } from './event-terms.ts';
import { eventTexts } from './event-texts.ts';

type Event = CaseView['events'][number];
export type Names = {
  units: ReadonlyMap<string, Text>;
  steps: ReadonlyMap<string, Text>;
  kinds?: ReadonlyMap<string, Text>;
};

const factsSchema = z.record(z.string(), z.unknown());
const filesSchema = z.array(z.object({ name: z.string() })).catch([]);
const knownActs: Record<string, Text> = actNames;

/** What an event was, and what was said with it, for whoever reads the timeline. */
export function eventWords(event: Event, names: Names): { title: Text; detail: Text | null } {
  const facts = factsSchema.catch({}).parse(event.data);
  const title = knownActs[event.kind] ?? eventTitle(event.kind);
  return { title, detail: detailOf(event.kind, facts, names) };
}

function eventTitle(kind: string): Text {
  const known: Record<string, Text> = eventTexts;
  return known[kind] ?? { vi: kind, en: kind };
}

function detailOf(kind: string, facts: Record<string, unknown>, names: Names): Text | null {
  if (kind === 'open') return came(facts.visit);
  if (kind.startsWith('agency_')) return atBody(facts, names);
  if (kind === 'transfer' || kind === 'rehome') return moved(facts, names);
  if (kind === 'assign') return facts.to === null ? eventTexts.unassigned : plain(facts.name);
  if (kind === 'ask_supplement')
    return filled(eventTexts.asked, { what: said(facts.what), until: day(facts.until) });
  if (kind === 'complete_step' || kind === 'complete_last_step') return stepDone(facts, names);
  if (kind === 'record_visit')
    return filled(eventTexts.visit, { n: said(facts.ordinal), reason: said(facts.reason) });
  if (kind === 'retimed' || 'due_at' in facts) return termOf(kind, facts, names.steps);
  if (kind === 'rate') return filled(eventTexts.rated, { n: said(facts.score), remark: said(facts.remark) });
  if (kind === 'make_paper' || kind === 'sign_paper') return plain(facts.paper_name);
  if (kind === 'reclassify') return reclassified(facts, names);
  if (kind === 'attach')
    return plain(
      filesSchema
        .parse(facts.documents)
        .map((file) => file.name)
        .join(', '),
    );
  return plain(facts.reason ?? facts.body ?? facts.answer ?? facts.note);
}

const side = z.object({
  service: z.string(),
  variant: z.string(),
  limit: z.object({ amount: z.number(), unit: z.enum(['working_days', 'working_hours', 'minutes']) }),
});

/** What the case was and is, with both limits. */
function reclassified(facts: Record<string, unknown>, { kinds }: Names): Text | null {
  const [from, to] = [side.safeParse(facts.from), side.safeParse(facts.to)];
  if (!from.success || !to.success) return plain(facts.reason);
  const say = (language: Language) => {
    const [old, now] = [from.data, to.data].map(({ service, variant, limit }) => {
      const limitUnit = eventTexts[limit.unit][language];
      return `${kinds?.get(`${service} ${variant}`)?.[language] ?? service}, ${limit.amount} ${limitUnit}`;
    });
    return `${old} → ${now}. ${said(facts.reason)}`;
  };
  return { vi: say('vi'), en: say('en') };
}

const visitSchema = z.object({ ordinal: z.number(), reason: z.string().nullable() });

/** A customer who came in person to have the case opened. */
function came(visit: unknown): Text | null {
  const read = visitSchema.safeParse(visit);
  if (!read.success) return null;
  return filled(eventTexts.came, { n: said(read.data.ordinal), reason: said(read.data.reason) });
}

function moved(facts: Record<string, unknown>, { units }: Names): Text {
  const name = (code: unknown): Text => units.get(said(code)) ?? { vi: said(code), en: said(code) };
  const [from, to, why] = [name(facts.from), name(facts.to), said(facts.reason ?? facts.decision)];
  return { vi: `${from.vi} → ${to.vi}. ${why}`, en: `${from.en} → ${to.en}. ${why}` };
}

/** Which body and which step, and what was said: a document, a reason, what is asked or given. */
function atBody(facts: Record<string, unknown>, { units, steps }: Names): Text {
  const unit = (code: unknown): Text => units.get(said(code)) ?? { vi: said(code), en: said(code) };
  const [body, step] = [unit(facts.unit), steps.get(said(facts.step))];
  const to = facts.to ? unit(facts.to) : null;
  const words = said(facts.number || facts.reason || facts.what || facts.answer || facts.note);
  const parts = (language: 'vi' | 'en') =>
    [
      to ? `${body[language]} → ${to[language]}` : body[language],
      step?.[language] ?? said(facts.step),
      words,
      facts.counts_late === true ? eventTexts.counts_late[language] : '',
      facts.recorded_by_unit === true ? eventTexts.recorded_by_unit[language] : '',
      facts.resent === true ? eventTexts.new_link[language] : '',
    ].filter((part) => part !== '');
  return { vi: parts('vi').join('. '), en: parts('en').join('. ') };
}

function stepDone(facts: Record<string, unknown>, { steps }: Names): Text {
  const step = steps.get(said(facts.step)) ?? { vi: said(facts.step), en: said(facts.step) };
  return { vi: `${step.vi}: ${said(facts.product)}`, en: `${step.en}: ${said(facts.product)}` };
}

const filled = (sentence: Text, facts: Record<string, string>): Text => ({
  vi: fill(sentence.vi, facts).replace(/[\s.:]+$/, ''),
  en: fill(sentence.en, facts).replace(/[\s.:]+$/, ''),
});

const said = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
const day = (value: unknown): string => said(value).split('-').reverse().join('/');
const plain = (value: unknown): Text | null =>
  said(value) === '' ? null : { vi: said(value), en: said(value) };
