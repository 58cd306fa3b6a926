/** Longer names than this many characters lose their middle, not their ending. */
const longest = 100;

/** The name as it may be shown and stored: no path, no control or direction-turning characters, NFC, not too long, never empty. */
export function cleanName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const letters = [...plain];
  const short =
    letters.length > longest
      ? [...letters.slice(0, longest - 12), '…', ...letters.slice(-11)].join('')
      : plain;
  return short || 'file';
}

/** `ảnh.png` kept as JPEG becomes `ảnh.jpg`: the name says what is inside. */
export function nameAs(name: string, endings: readonly string[]): string {
  const ending = endingOf(name);
  if (endings.includes(ending)) return name;
  return `${ending ? name.slice(0, -ending.length - 1) : name}.${endings[0]}`;
}

/** `jpg` of `Ảnh.JPG`; '' where the name has none. */
export const endingOf = (name: string): string =>
  /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
