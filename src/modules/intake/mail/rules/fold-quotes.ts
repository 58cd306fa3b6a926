export type FoldedText = { visible: string; quoted: string };

/** How mail programs introduce what they quote. The date and name may run over two lines. */
const introductions = [
  /^(vào|on|le|am)\b.{0,200}(đã viết|viết|wrote|a écrit|schrieb)\s*:?\s*$/iu,
  /^.{0,120}\s(đã viết|wrote)\s*:\s*$/iu,
  /^-{2,}\s*(original message|thư gốc|tin nhắn gốc|forwarded message|thư chuyển tiếp|reply message)\s*-{2,}/iu,
  /^_{10,}\s*$/u,
];
const headLines = [
  /^\**(từ|người gửi|from)\s*:\**\s+\S/iu,
  /^\**(ngày|đã gửi|gửi|date|sent)\s*:\**\s+\S/iu,
  /^\**(đến|tới|to|chủ đề|tiêu đề|subject|cc)\s*:\**\s+\S/iu,
];

/** What is new in a letter, and what it quotes of earlier ones. All of it stays; where nothing is new, all of it shows. */
export function foldQuotes(text: string): FoldedText {
  const split = splitQuotes(text);
  return split.visible === '' ? { visible: text.trim(), quoted: '' } : split;
}

/** The same; `visible` is empty where somebody sent back only what we had written. */
export function splitQuotes(text: string): FoldedText {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const at = lines.findIndex((_, index) => beginsQuote(lines, index));
  const [above, below] = at < 0 ? [lines, []] : [lines.slice(0, at), lines.slice(at)];
  const trailing = trailingQuote(above);
  const visible = above.slice(0, trailing).join('\n').trim();
  const quoted = [...above.slice(trailing), ...below].join('\n').trim();
  // An answer written below or between the quoted lines cannot be told apart with certainty: then nothing is folded.
  return answersBelow(below) ? { visible: text.trim(), quoted: '' } : { visible, quoted };
}

function beginsQuote(lines: readonly string[], index: number): boolean {
  const line = (lines[index] ?? '').trim();
  if (line === '') return false;
  const joined = `${line} ${(lines[index + 1] ?? '').trim()}`;
  if (introductions.slice(2).some((known) => known.test(line))) return true;
  if (introductions.slice(0, 2).some((known) => known.test(line))) return true;
  if (introductions[0]?.test(joined)) return true;
  const head = lines.slice(index, index + 5);
  return (
    (headLines[0]?.test(line) ?? false) &&
    headLines.every((known) => head.some((one) => known.test(one.trim())))
  );
}

/** Where the lines with `>` at the end begin. */
function trailingQuote(lines: readonly string[]): number {
  let from = lines.length;
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = (lines[index] ?? '').trim();
    if (line.startsWith('>')) from = index;
    else if (line !== '') break;
  }
  return from;
}

/** Quoted with `>` line by line, and then words of one's own after it. */
function answersBelow(below: readonly string[]): boolean {
  const last = below.findLastIndex((line) => line.trim().startsWith('>'));
  const own = below.slice(last + 1).filter((line) => line.trim() !== '');
  return last >= 0 && own.length > 0 && !/^(--|__)/.test(own[0] ?? '');
}
