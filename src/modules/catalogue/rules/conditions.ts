export type Condition = {
  field: string;
  equals?: string | undefined;
  not?: string | undefined;
  above?: number | undefined;
  atMost?: number | undefined;
  notAbove?: number | undefined;
};

/** Whether the answers meet every one of the conditions; without conditions they do. */
export const holds = (
  conditions: readonly Condition[] | undefined,
  answers: Readonly<Record<string, unknown>>,
): boolean => (conditions ?? []).every((condition) => meets(condition, answers[condition.field]));

/** A field that nobody answered meets nothing but a `not` and a `notAbove`. */
function meets({ equals, not, above, atMost, notAbove }: Condition, answer: unknown): boolean {
  if (answer === undefined || answer === null || answer === '') return (not ?? notAbove) !== undefined;
  if (not !== undefined) return asWord(answer) !== not;
  if (equals !== undefined) return asWord(answer) === equals;
  const number = asNumber(answer);
  if (notAbove !== undefined) return number === null || number <= notAbove;
  if (number === null) return false;
  return (above === undefined || number > above) && (atMost === undefined || number <= atMost);
}

function asWord(answer: unknown): string {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  return String(answer).trim();
}

/** Doors store a number as plain digits, "2500"; what came another way may still be "2.500" or "2.500,5", as Vietnamese writes it. */
function asNumber(answer: unknown): number | null {
  if (typeof answer === 'number') return Number.isFinite(answer) ? answer : null;
  if (typeof answer !== 'string') return null;
  const plain = answer
    .replace(/\s/g, '')
    .replace(/[.,](?=\d{3}(\D|$))/g, '')
    .replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
