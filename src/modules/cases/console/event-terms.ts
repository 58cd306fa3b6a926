import { z } from 'zod';
import { describeChange, readDerivation, sayMoment } from '#modules/deadlines/index.ts';
import { utilityZone } from '#platform/calendar/index.ts';
import { fill, type Language, type Text } from '#platform/text.ts';
import { eventTexts } from './event-texts.ts';

type Steps = ReadonlyMap<string, Text>;

const rung = z.object({ due_at: z.string(), step: z.string().nullable().default(null) });
const change = z.object({ before: z.unknown(), after: z.unknown() });
const retimed = z.object({
  before: z.unknown(),
  after: z.unknown(),
  /** Events written before steps could run side by side. */
  step: change.extend({ code: z.string() }).optional(),
  steps: z.array(change.extend({ code: z.string() })).default([]),
});

/** What is said of a term that rang or was counted anew: which one, when it was due, what the calendar changed. */
export function termOf(kind: string, facts: unknown, steps: Steps): Text | null {
  const say = kind === 'retimed' ? changes(facts, steps) : due(facts, steps);
  return say && { vi: say('vi'), en: say('en') };
}

function due(facts: unknown, steps: Steps): ((language: Language) => string) | null {
  const read = rung.safeParse(facts);
  if (!read.success) return null;
  const { due_at, step } = read.data;
  return (language) =>
    fill((step ? eventTexts.step_due : eventTexts.case_due)[language], {
      step: step ? nameOf(step, steps, language) : '',
      due: sayMoment(due_at, language, utilityZone),
    });
}

function changes(facts: unknown, steps: Steps): ((language: Language) => string) | null {
  const read = retimed.safeParse(facts);
  if (!read.success) return null;
  const moved = [...(read.data.step ? [read.data.step] : []), ...read.data.steps];
  return (language) =>
    [
      sentences(read.data, language),
      ...moved.map((step) => `${nameOf(step.code, steps, language)}: ${sentences(step, language)}`),
    ]
      .filter((part) => part !== '')
      .join(' ');
}

const nameOf = (code: string, steps: Steps, language: Language) => steps.get(code)?.[language] ?? code;

function sentences({ before, after }: z.infer<typeof change>, language: Language): string {
  const [old, now] = [readDerivation(before), readDerivation(after)];
  return old && now ? describeChange(old, now, language).join(' ') : '';
}
