import { fill, type Text } from './text.ts';

export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 406 | 409 | 410 | 412 | 413 | 415 | 422 | 429 | 503;
/** A reason somebody is refused, with what to do about it, in both languages. `{facts}` in braces are filled in. */
export type Reason = Text & { code: string; status: RefusalStatus };
export type Facts = Record<string, string | number>;

/** Names the closed set of reasons of a module; one without both sentences does not compile. */
export function defineReasons<const T extends Record<string, Text & { status: RefusalStatus }>>(
  table: T,
): { [K in keyof T]: Reason } {
  for (const [code, reason] of Object.entries(table))
    defined.set(code, [...(defined.get(code) ?? []), { ...reason, code }]);
  const entries = Object.entries(table).map(([code, reason]) => [code, { ...reason, code }]);
  return Object.fromEntries(entries);
}

const defined = new Map<string, readonly Reason[]>();
/** Every reason that a module of this program defines, by its code; two modules may say the same thing in words of their own. */
export const definedReasons = (): ReadonlyMap<string, readonly Reason[]> => defined;

/** The reason with its facts in the sentence, where several fields are refused with facts of their own. */
export const filled = (reason: Reason, facts: Facts): Reason => ({
  ...reason,
  vi: fill(reason.vi, facts),
  en: fill(reason.en, facts),
});

/** Thrown by an act; one error handler turns it into a page or an RFC 9457 problem. `fields` names the inputs at fault. */
export class Refused extends Error {
  readonly reason: Reason;
  readonly facts: Facts;
  readonly fields: Record<string, Reason>;

  constructor(reason: Reason, facts: Facts = {}, fields: Record<string, Reason> = {}) {
    super(reason.code);
    this.name = 'Refused';
    this.reason = reason;
    this.facts = facts;
    this.fields = fields;
  }
}

/** `throw refuse(caseReasons.case_not_found)` */
export function refuse(reason: Reason, facts: Facts = {}, fields: Record<string, Reason> = {}): Refused {
  return new Refused(reason, facts, fields);
}
