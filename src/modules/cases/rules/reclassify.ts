import type { Permission } from './who-may.ts';

/** What a State body has in hand is not taken from it by a change of papers in the utility. */
export function mayReplan(tasks: readonly { level: string; state: string }[]): Permission {
  const there = tasks.some(
    ({ level, state }) => state === 'open' && (level === 'agency' || level === 'administration_centre'),
  );
  return there ? { may: false, reason: 'at_state_body' } : { may: true };
}

type Variant = { when?: { field: string; equals: string } | undefined };

/** The answers of the case, with the one that makes it this variant. */
export function answersUnder(details: unknown, { when }: Variant): Record<string, string> {
  const answers = typeof details === 'object' && details !== null ? Object.entries(details) : [];
  const given = answers.flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return { ...Object.fromEntries(given), ...(when ? { [when.field]: when.equals } : {}) };
}
