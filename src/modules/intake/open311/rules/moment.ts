// A plus sign that a client forgot to escape arrives as a space.
const w3 = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+ -]\d\d:\d\d)$/;

/** A W3C date and time with its zone, as the standard asks; null where it is none, or no day of the calendar. */
export function readMoment(typed: string): Date | null {
  const [, day = '', time, zone] = w3.exec(typed) ?? [];
  const midnight = new Date(`${day}T00:00:00Z`);
  const moment = new Date(`${day}${time}${zone?.replace(' ', '+')}`);
  if (Number.isNaN(midnight.getTime()) || Number.isNaN(moment.getTime())) return null;
  // 31 February would silently be 3 March.
  return midnight.toISOString().startsWith(day) ? moment : null;
}
