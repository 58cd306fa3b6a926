import type { PaperTemplate } from '#modules/catalogue/index.ts';
import { fill } from '#platform/text.ts';
import { sayField } from './read-fields.ts';

/** What a paper says beside the words of its template: facts of the case as they were, and what the clerk typed. */
export type PaperContent = { facts: Record<string, string>; fields: Record<string, string> };

export type FilledBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string; italic: boolean }
  | { kind: 'facts'; rows: { label: string; value: string }[] };

/** The template with its braces filled. A row that nobody filled is left out: nothing is to be written into it later. */
export function fillTemplate(template: PaperTemplate, content: PaperContent): FilledBlock[] {
  const values: Record<string, string> = { ...content.facts };
  for (const field of template.fields) values[field.name] = sayField(field, content.fields[field.name] ?? '');
  return template.blocks.map((block) => {
    if ('heading' in block) return { kind: 'heading', text: fill(block.heading, values) };
    if ('text' in block)
      return { kind: 'paragraph', text: fill(block.text, values), italic: block.italic ?? false };
    const rows = block.facts
      .map(({ label, value }) => ({ label, value: fill(value, values).trim() }))
      .filter(({ value }) => value !== '');
    return { kind: 'facts', rows };
  });
}
