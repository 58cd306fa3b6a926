import { z } from 'zod';
import { type PaperTemplate, readPaperTemplate } from '#modules/catalogue/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { listPapersOf, listSignatures, type PaperRow, readPaperRow, type SignatureRow } from './queries.ts';
import type { PaperContent } from './rules/fill-template.ts';
import { type PaperState, paperStates } from './rules/paper-state.ts';

const words = z.record(z.string(), z.string());
const contentSchema = z.object({ facts: words, fields: words });

export type Paper = {
  row: PaperRow;
  state: PaperState;
  template: PaperTemplate;
  content: PaperContent;
  signers: PaperTemplate['signers'][number]['party'][];
  signatures: SignatureRow[];
};

/** A paper with its template and its signatures, as this transaction's viewer sees it. */
export async function readPaper(trx: Trx, id: string): Promise<Paper | undefined> {
  const row = await readPaperRow(trx, id);
  return row && wholePaper(trx, row);
}

/** All papers of a case in the order in which they were made, those that were replaced too. */
export async function papersOf(trx: Trx, caseId: string): Promise<Paper[]> {
  const papers: Paper[] = [];
  for (const row of await listPapersOf(trx, caseId)) papers.push(await wholePaper(trx, row));
  return papers;
}

export async function wholePaper(trx: Trx, row: PaperRow): Promise<Paper> {
  const { definition } = await readPaperTemplate(trx, row.template_id);
  return {
    row,
    state: z.enum(paperStates).parse(row.state),
    template: definition,
    content: contentSchema.parse(row.content),
    signers: definition.signers.map(({ party }) => party),
    signatures: await listSignatures(trx, row.id),
  };
}

/** What people call it: its name and its number. */
export const nameOf = ({ template, row }: Pick<Paper, 'template' | 'row'>): string =>
  `${template.name.vi} ${row.number}`;
