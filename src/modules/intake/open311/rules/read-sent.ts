/** What a client sent, in its query or its form: each name with its values. What is empty counts as not sent, as the standard says. */
export type Sent = ReadonlyMap<string, readonly string[]>;

const mostNames = 200;

/** Any JSON-like thing in; names and texts out, in one form of Unicode and without controls. */
export function readSent(...parts: readonly unknown[]): Sent {
  const sent = new Map<string, string[]>();
  for (const part of parts)
    for (const [name, value] of Object.entries(asRecord(part)).slice(0, mostNames)) {
      const values = [value].flat().filter((each) => typeof each === 'string');
      const told = values.map((each) => clean(each)).filter((each) => each !== '');
      if (told.length > 0) sent.set(clean(name), told);
    }
  return sent;
}

/** The values of a name that may stand several times, or as one list with commas. */
export const listOf = (sent: Sent, name: string): string[] =>
  (sent.get(name) ?? [])
    .flatMap((each) => each.split(','))
    .map((each) => each.trim())
    .filter((each) => each !== '');

const asRecord = (part: unknown): Record<string, unknown> =>
  typeof part === 'object' && part !== null ? { ...part } : {};

const clean = (text: string): string => withoutControls(text).normalize('NFC').trim();

/** XML 1.0 has no way to write these, not even escaped; PostgreSQL stores no NUL either. */
export const withoutControls = (text: string): string =>
  text.replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\u{fffe}\u{ffff}]/gu, '');
