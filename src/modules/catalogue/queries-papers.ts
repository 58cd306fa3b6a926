import { sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { type PaperTemplate, paperTemplateSchema } from './definition-paper.ts';
import { versionOf } from './queries-versions.ts';

export type PaperTemplateVersion = { id: number; definition: PaperTemplate };

/** The templates in force on a day for the services of a group. */
export async function listPaperTemplates(
  trx: Trx,
  group: string,
  on: string,
): Promise<PaperTemplateVersion[]> {
  const rows = await trx
    .selectFrom('paper_templates')
    .select(['id', 'definition'])
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .where(sql<boolean>`definition -> 'groups' ? ${group}`)
    .orderBy('code')
    .execute();
  return rows.map(asTemplate);
}

/** A version by its id, superseded ones too: a paper keeps the one it was made from. */
export async function readPaperTemplate(trx: Trx, id: number): Promise<PaperTemplateVersion> {
  const row = await trx
    .selectFrom('paper_templates')
    .select(['id', 'definition'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return asTemplate(row);
}

const asTemplate = ({ id, definition }: { id: number; definition: unknown }): PaperTemplateVersion => ({
  id,
  definition: paperTemplateSchema.parse(definition),
});

export const listTemplateHeads = (trx: Trx) =>
  trx
    .selectFrom('paper_templates')
    .select(['id', 'code', 'valid_from', 'definition'])
    .where('superseded_at', 'is', null)
    .execute();

export async function addTemplate(trx: Trx, template: PaperTemplate, now: Date): Promise<void> {
  await trx
    .insertInto('paper_templates')
    .values({ code: template.code, ...versionOf(template, now) })
    .execute();
}
