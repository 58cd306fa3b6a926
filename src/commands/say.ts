import { Refused } from '#platform/refused.ts';
import { fill, type Text } from '#platform/text.ts';

/** A line on the terminal, in both languages: whoever runs the server may read either. */
export function say({ vi, en }: Text): void {
  process.stdout.write(`  ${vi} · ${en}\n`);
}

/** What stands in the way and how to mend it; the command ends with this code. */
export class CommandRefused extends Error {
  readonly sentences: Text[];
  readonly exitCode: number;

  constructor(sentences: Text[], exitCode = 1) {
    super(sentences.map((sentence) => sentence.en).join(' '));
    this.name = 'CommandRefused';
    this.sentences = sentences;
    this.exitCode = exitCode;
  }
}

export function explain(error: unknown): number {
  if (!(error instanceof CommandRefused)) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 1;
  }
  for (const { vi, en } of error.sentences) process.stderr.write(en ? `✗ ${vi}\n  ${en}\n` : `  ${vi}\n`);
  return error.exitCode;
}

/** What an act refused, as a refusal of the command. */
export function inWords(error: unknown): never {
  if (!(error instanceof Refused)) throw error;
  const { reason, facts } = error;
  throw new CommandRefused([{ vi: fill(reason.vi, facts), en: fill(reason.en, facts) }]);
}
