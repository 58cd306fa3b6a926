import { open } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import { fill } from '#platform/text.ts';
import type { Complaint } from './check-line.ts';
import { type ImportReason, importReasons } from './reasons.ts';

export type Report = Awaited<ReturnType<typeof openReport>>;

const header = ['dòng · line', 'trường · field', 'kết quả · outcome', 'lý do', 'reason'];
const outcomes = { refused: 'từ chối · refused', leftOut: 'bỏ trống ô này · left out' };

/** A CSV file that a spreadsheet opens as it is; what customers' names hold is never run there as a formula. */
export async function openReport(path: string) {
  const file = await open(path, 'w');
  let rows: string[][] = [];
  const write = (lines: string[][]) => file.write(stringify(lines, { escape_formulas: true }));
  await file.write('\ufeff');
  await write([header]);
  return {
    add: (line: number, { field, reason, facts = {}, refused }: Complaint) => {
      const { vi, en } = importReasons[reason];
      const outcome = refused ? outcomes.refused : outcomes.leftOut;
      rows.push([String(line), field, outcome, fill(vi, facts), fill(en, facts)]);
    },
    /** Narrows what the database answered. */
    reasonOf: (name: string): ImportReason => reasonNames.find((known) => known === name) ?? 'not_csv',
    flush: async () => {
      if (rows.length > 0) await write(rows);
      rows = [];
    },
    close: () => file.close(),
  };
}

const reasonNames: ImportReason[] = ['customer_unknown', 'contract_unknown', 'not_of_customer', 'not_taken'];
