/** A small generator that gives the same people each time: demonstration customers are made, never taken. */
export function dice(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    // mulberry32, a public-domain generator by Tommy Ettinger
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const upTo = (most: number) => Math.floor(next() * most);
  const one = <T>(list: readonly T[]): T => {
    const chosen = list[upTo(list.length)];
    if (chosen === undefined) throw new Error('an empty list has nothing to choose from');
    return chosen;
  };
  /** One of those who are met as often as their weight says. */
  const weighted = (list: readonly (readonly [string, number])[]): string => {
    let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of list) {
      left -= weight;
      if (left < 0) return name;
    }
    return list.at(-1)?.[0] ?? '';
  };
  return { upTo, one, chance: (share: number) => next() < share, weighted };
}

export type Dice = ReturnType<typeof dice>;

const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Huỳnh',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
  'Thạch',
  'Kim',
];
const middles = ['Văn', 'Thị', 'Minh', 'Ngọc', 'Hữu', 'Thanh', 'Kim', 'Hoàng', 'Mỹ', 'Đức'];
const given = [
  'An',
  'Bình',
  'Cúc',
  'Dũng',
  'Đào',
  'Giang',
  'Hạnh',
  'Hòa',
  'Khánh',
  'Lan',
  'Liên',
  'Long',
  'Mai',
  'Nghĩa',
  'Nhung',
  'Phúc',
  'Quyên',
  'Sang',
  'Tâm',
  'Thảo',
  'Thịnh',
  'Trang',
  'Út',
  'Xuân',
  'Yến',
];
const hamlets = [
  'Ấp 1',
  'Ấp 2',
  'Ấp 3',
  'Ấp Long Thới',
  'Ấp Bình Hòa',
  'Khu phố 2',
  'Khu phố 4',
  'Tổ 7',
  'Ấp Trường An',
  'Ấp Tân Phú',
];

export const aName = ({ one }: Dice): string => `${one(families)} ${one(middles)} ${one(given)}`;
export const aPhone = ({ one, upTo }: Dice): string =>
  `+84${one(['90', '91', '97', '98'])}${String(upTo(10_000_000)).padStart(7, '0')}`;
export const anAddress = ({ one, upTo }: Dice): string => `Số ${upTo(300) + 1}, ${one(hamlets)}`;
