import { StringDecoder } from 'node:string_decoder';

/** `text` is null where a line is longer than any honest one: it is passed over, not kept. */
export type Line = { number: number; text: string | null };

const longest = 64 * 1024;

/** The lines of a file in UTF-8, with or without a byte order mark, a chunk at a time; empty ones are left out. */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line[]> {
  const decoder = new StringDecoder('utf8');
  let number = 0;
  let rest = '';
  let overlong = false;
  const line = (text: string): Line => {
    number += 1;
    const whole = overlong || text.length > longest ? null : text.replace(/\r$/, '');
    overlong = false;
    return { number, text: number === 1 ? (whole?.replace(/^\ufeff/, '') ?? null) : whole };
  };
  for await (const chunk of chunks) {
    const parts = (rest + decoder.write(chunk)).split('\n');
    rest = parts.pop() ?? '';
    yield parts.map(line).filter(({ text }) => text !== '');
    if (rest.length > longest) [rest, overlong] = ['', true];
  }
  rest += decoder.end();
  if (rest !== '' || overlong) yield [line(rest)];
}
