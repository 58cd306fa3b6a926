/** Every sentence a person reads stands in both languages, Vietnamese first. */
export type Language = 'vi' | 'en';
export type Text = { vi: string; en: string };
export type Texts = Record<string, Text>;

/** Puts facts into a sentence: `fill('hạn {due}', { due: '5/3' })`. A fact that is missing leaves its braces, so that it is seen. */
export function fill(sentence: string, facts: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}

/** Without what PostgreSQL cannot keep: NUL, and halves of a sign whose other half is missing. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();
