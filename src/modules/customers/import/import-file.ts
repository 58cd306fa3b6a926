import { createReadStream } from 'node:fs';
import type { Clock } from '#platform/clock.ts';
import { type Complaint, readerOf } from './check-line.ts';
import { readHeader } from './columns.ts';
import { type ImportFacts, type ImportKind, kinds } from './kinds.ts';
import { mergeLines } from './merge-lines.ts';
import { delimiterOf, parseLines } from './parse-lines.ts';
import { type ImportConnection, openImport, type StagedLine } from './queries-import.ts';
import { type Line, readLines } from './read-lines.ts';
import { openReport, type Report } from './report.ts';

export type ImportCounts = {
  lines: number;
  added: number;
  changed: number;
  same: number;
  repeated: number;
  refused: number;
};
export type ImportRequest = {
  kind: ImportKind;
  file: string;
  /** Where every refused line is written to, with its number, field and reason. */
  report: string;
  /** Of an operator's database: the application itself may not copy into tables. */
  url: string;
  facts: ImportFacts;
  clock: Clock;
  progress: (counts: ImportCounts) => void;
};

const batchSize = 10_000;

/** The header lacks columns that are needed: not one line could be read. */
export class HeaderRefused extends Error {
  readonly missing: string[];
  constructor(missing: string[]) {
    super(`missing columns: ${missing.join(', ')}`);
    this.name = 'HeaderRefused';
    this.missing = missing;
  }
}

/**
 * Brings a file in, batch by batch, each in a transaction of its own: stopped half-way, it is simply run again, and what is
 * there already stays untouched. A bad line is reported and never stops the rest. Memory does not grow with the file.
 */
export async function importFile(request: ImportRequest): Promise<ImportCounts> {
  const connection = await openImport(request.url, request.kind);
  try {
    const report = await openReport(request.report);
    try {
      const counts = await run(request, connection, report);
      await connection.finish();
      return counts;
    } finally {
      await report.close();
    }
  } finally {
    await connection.close();
  }
}

async function run(
  request: ImportRequest,
  connection: ImportConnection,
  report: Report,
): Promise<ImportCounts> {
  const counts = { lines: 0, added: 0, changed: 0, same: 0, repeated: 0, refused: 0 };
  let header: { at: Map<string, number>; width: number; delimiter: string } | null = null;
  let waiting: Line[] = [];
  const flush = async () => {
    if (header) await takeBatch(request, connection, report, { lines: waiting, ...header }, counts);
    waiting = [];
    request.progress(counts);
  };
  for await (const lines of readLines(createReadStream(request.file, { highWaterMark: 256 * 1024 }))) {
    if (!header && lines.length > 0) header = headerOf(request.kind, lines.shift());
    for (const line of lines) if (waiting.push(line) >= batchSize) await flush();
  }
  if (!header) throw new HeaderRefused(['header']);
  if (waiting.length > 0) await flush();
  return counts;
}

function headerOf(kind: ImportKind, line: Line | undefined) {
  const delimiter = delimiterOf(line?.text ?? '');
  const cells = (line && parseLines([line], delimiter)[0]?.cells) || [];
  const { at, missing } = readHeader(kinds[kind].columns, cells);
  if (missing.length > 0) throw new HeaderRefused(missing);
  return { at, width: cells.length, delimiter };
}

type Batch = { lines: Line[]; at: Map<string, number>; width: number; delimiter: string };

async function takeBatch(
  request: ImportRequest,
  connection: ImportConnection,
  report: Report,
  batch: Batch,
  counts: ImportCounts,
): Promise<void> {
  const staged: StagedLine[] = [];
  const rejected = new Set<number>();
  const complain = (line: number, complaint: Complaint) => {
    report.add(line, complaint);
    if (complaint.refused) rejected.add(line);
  };
  for (const { number, cells } of parseLines(batch.lines, batch.delimiter)) {
    const read = readerOf(cells ?? [], batch.at);
    const misfit = misfitOf(cells, batch.width);
    if (misfit) read.complaints.push(misfit);
    const values = misfit ? [] : kinds[request.kind].check(read, request.facts);
    for (const complaint of read.complaints) complain(number, complaint);
    if (!rejected.has(number)) staged.push({ line: number, values });
  }
  const { strays, ...merged } = await mergeLines(connection, staged, request.clock.now());
  for (const { line, field, reason } of strays)
    complain(line, { field, reason: report.reasonOf(reason), refused: true });
  await report.flush();
  counts.lines += batch.lines.length;
  counts.refused += rejected.size;
  for (const key of ['added', 'changed', 'same', 'repeated'] as const) counts[key] += merged[key];
}

function misfitOf(cells: readonly string[] | null, width: number): Complaint | null {
  if (cells === null) return { field: '', reason: 'not_csv', refused: true };
  if (cells.length === width) return null;
  return { field: '', reason: 'columns', facts: { found: cells.length, wanted: width }, refused: true };
}
