/** Words in lines of so many letters; what does not fit in the last line is cut off with "…". A picture does not break lines itself. */
export function wrapWords(text: string, letters: number, lines: number): string[] {
  const rows: string[] = [''];
  for (const word of text.split(' ')) {
    const row = rows.at(-1) ?? '';
    const longer = row === '' ? word : `${row} ${word}`;
    if (longer.length <= letters || row === '') rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  if (rows.length <= lines) return rows;
  const kept = rows.slice(0, lines);
  return [...kept.slice(0, -1), `${(kept.at(-1) ?? '').slice(0, letters - 1)}…`];
}
