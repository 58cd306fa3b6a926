const hour = 3_600_000;

/** The clock of a story runs as the story is told, and never past the present. */
export function storyClock(start: Date) {
  let now = start.getTime();
  const pass = (hours: number) => {
    now += hours * hour;
    return now < Date.now();
  };
  return {
    now: () => new Date(Math.min(now, Date.now())),
    pass,
    /** As above, and then on to the next moment at which offices are open. */
    work: (hours: number) => {
      pass(hours);
      while (!isOfficeHour(now)) now += hour / 2;
      return now < Date.now();
    },
  };
}

export type StoryClock = ReturnType<typeof storyClock>;

/** Holidays aside: a made-up story need not know them. */
function isOfficeHour(at: number): boolean {
  const local = new Date(at + 7 * hour);
  const [day, time] = [local.getUTCDay(), local.getUTCHours()];
  return day >= 1 && day <= 5 && time >= 8 && time < 16;
}
