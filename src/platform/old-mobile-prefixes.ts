/**
 * Mobile numbers of eleven digits lost one in 2018: the country's numbering plan, which changes once and for everybody.
 * Source: the Ministry of Information and Communications' plan of 29/05/2018; both forms worked from 15/09 to 14/11/2018,
 * and from 01/07/2019 only the new ones.
 */
const newPrefixes: Record<string, string> = {
  '120': '70',
  '121': '79',
  '122': '77',
  '123': '83',
  '124': '84',
  '125': '85',
  '126': '76',
  '127': '81',
  '128': '78',
  '129': '82',
  '162': '32',
  '163': '33',
  '164': '34',
  '165': '35',
  '166': '36',
  '167': '37',
  '168': '38',
  '169': '39',
  '186': '56',
  '188': '58',
  '199': '59',
};

/** The number of today for one written with a mobile prefix from before 2018; any other is left as it was typed. */
export function renewMobile(typed: string): string {
  const digits = typed.replace(/[\s.()\-\u00a0]/g, '');
  const old = /^(?:\+?84|0084|0)0?(1\d\d)(\d{7})$/.exec(digits);
  const prefix = newPrefixes[old?.[1] ?? ''];
  return old && prefix ? `+84${prefix}${old[2]}` : typed;
}
