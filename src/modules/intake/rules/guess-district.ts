import { fold } from '#platform/fold.ts';

/** `names`: what people call it, older and newer names among them. */
export type Place = { code: string; names: readonly string[] };
export type DistrictPlace = Place & { provinceCode: string };

const titles = /^(tinh|thanh pho|tp|thi xa|tx|huyen|quan) /;

/**
 * The district that the words name. A name that several provinces have (Châu Thành) counts only beside the name of its
 * province; a longer name is preferred to one inside it. Undefined where nothing, or more than one thing, fits.
 */
export function guessDistrict<D extends DistrictPlace>(
  districts: readonly D[],
  provinces: readonly Place[],
  text: string,
): D | undefined {
  const words = ` ${fold(text)} `;
  const named = new Set(provinces.filter((one) => longest(one, words) > 0).map((one) => one.code));
  const met = districts
    .map((district) => ({ district, length: longest(district, words) }))
    .filter(({ length }) => length > 0);
  const inside = met.filter(({ district }) => named.has(district.provinceCode));
  const candidates = inside.length > 0 ? inside : met;
  const most = Math.max(0, ...candidates.map(({ length }) => length));
  const best = candidates.filter(({ length }) => length === most);
  return best.length === 1 ? best[0]?.district : undefined;
}

/** How long the longest of its names that the words hold is; with its title it counts for a little more. */
function longest(place: Place, words: string): number {
  const forms = foldedForms.get(place.names) ?? place.names.flatMap(formsOf);
  foldedForms.set(place.names, forms);
  return Math.max(0, ...forms.map((form) => (words.includes(` ${form} `) ? form.length : 0)));
}

/** Names are the same from letter to letter: folding three hundred of them each time costs more than the rest. */
const foldedForms = new WeakMap<readonly string[], string[]>();

function formsOf(name: string): string[] {
  const whole = fold(name);
  return [whole, whole.replace(titles, '')];
}
