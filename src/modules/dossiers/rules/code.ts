/** `H58-260304-0001`: agency, day of receipt, running number of that day (Circular 01/2018/TT-VPCP, article 19). */
export function dossierCode(agencyId: string, day: string, running: number): string {
  const [year = '', month, date] = day.split('-');
  return `${agencyId}-${year.slice(2)}${month}${date}-${String(running).padStart(4, '0')}`;
}

const shape = /^[0-9A-Z]+(\.[0-9A-Z]+)*-\d{6}-\d{4,}$/;

/** What somebody typed or a portal sent, as the code it can be; null where it can be none. */
export function parseDossierCode(typed: string): string | null {
  const plain = typed.trim().toUpperCase();
  return plain.length <= 60 && shape.test(plain) ? plain : null;
}
