/** A rule of the one-stop as the profile has it; without `most` it is about papers alone. */
type Rule = { code: string; basis: string; uncertain?: boolean | undefined; most?: number };
type NewDates = { most: number; basis: string };

/** Where no rule is known nobody is put off twice; it is our caution and no law, and says so. */
const cautious: NewDates = { most: 1, basis: 'hệ thống chưa ghi căn cứ' };

/** How many new dates the law allows, and by what. */
export function newDatesOf(rules: readonly Rule[]): NewDates {
  const rule = rules.find(({ code }) => code === 'new-dates');
  return rule?.most === undefined ? cautious : { most: rule.most, basis: rule.basis };
}

/** The foot of a paper: the rule by which it is written, several where a register reaches over a change. */
export function footOf(rules: readonly Rule[]): string {
  const named = rules
    .filter(({ code }) => code === 'papers')
    .map(({ basis, uncertain }) => (uncertain ? `${basis} (căn cứ chưa được xác nhận)` : basis));
  const own = 'cách trình bày của hệ thống';
  return named.length > 0 ? `Nội dung theo ${named.join('; ')}; ${own}` : `C${own.slice(1)}`;
}

const inWords = ['không', 'một', 'hai', 'ba', 'bốn', 'năm'];
/** As a sentence says how often: một lần, hai lần. */
export const timesVi = (n: number): string => inWords[n] ?? String(n);
