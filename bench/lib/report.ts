import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';

/** One thing measured: its values in the order of the rounds; the median is what is quoted. */
export type Figure = { what: string; unit: string; values: number[]; wanted?: string; notes?: string[] };

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const short = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2));

export function print(section: string, figures: readonly Figure[]): void {
  process.stdout.write(`\n${section}\n`);
  for (const { what, unit, values, wanted, notes = [] } of figures) {
    const range =
      values.length > 1 ? ` (${short(Math.min(...values))} to ${short(Math.max(...values))})` : '';
    const line = `  ${what.padEnd(52)} ${short(median(values))} ${unit}${range}`;
    process.stdout.write(`${line}${wanted ? `   wanted ${wanted}` : ''}\n`);
    for (const note of notes) process.stdout.write(`      ${note}\n`);
  }
}

/** All figures with the machine they were taken on. */
export async function write(path: string, sections: Record<string, readonly Figure[]>): Promise<void> {
  const machine = {
    processors: cpus().length,
    model: cpus()[0]?.model,
    memory: totalmem(),
    node: process.version,
  };
  const withMedian = Object.fromEntries(
    Object.entries(sections).map(([name, figures]) => [
      name,
      figures.map((figure) => ({ ...figure, median: median(figure.values) })),
    ]),
  );
  await mkdir('var', { recursive: true });
  await writeFile(
    path,
    `${JSON.stringify({ at: new Date().toISOString(), machine, sections: withMedian }, null, 2)}\n`,
  );
}
