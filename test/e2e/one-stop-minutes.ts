import { expect } from 'vitest';
import type { Database } from '#platform/postgres/database.ts';

/** By the office calendar: 29/4 to 1/5/2019 were days off, Saturday 4/5 was worked in exchange. */
const dayOff = (at: Date): boolean => {
  const day = at.toISOString().slice(0, 10);
  if (day === '2019-05-04') return false;
  const weekend = at.getUTCDay() === 0 || at.getUTCDay() === 6;
  return weekend || ['2019-04-29', '2019-04-30', '2019-05-01'].includes(day);
};
/** Minute by minute, with nothing of what the system counts by. */
function officeMinutes(from: string, to: string): number {
  let minutes = 0;
  for (let now = Date.parse(`2019-${from}Z`); now < Date.parse(`2019-${to}Z`); now += 60_000) {
    const [moment, clock] = [new Date(now), new Date(now).toISOString().slice(11, 16)];
    const works = (clock >= '07:30' && clock < '11:30') || (clock >= '13:00' && clock < '17:00');
    if (works && !dayOff(moment)) minutes += 1;
  }
  return minutes;
}

/** By the moves of the journey's clock: who had it from when to when, and how many had it together. */
const turns = [
  { party: 'unit', step: '', from: '04-22T08:00', to: '04-22T09:15' },
  { party: 'unit', step: 'survey', from: '04-22T09:15', to: '04-23T10:00' },
  { party: 'company', step: 'connection-agreement-company', from: '04-23T10:00', to: '04-24T14:20' },
  ...['planning', 'position-overhead', 'permit-overhead'].map((step) => ({
    ...{ party: 'agency', step, from: '04-24T14:20', to: '04-25T09:00', among: 3 },
  })),
  ...['planning', 'permit-overhead'].map((step) => ({
    ...{ party: 'agency', step, from: '04-25T09:00', to: '04-25T15:00', among: 2 },
  })),
  { party: 'agency', step: 'permit-overhead', from: '04-25T15:00', to: '04-26T10:30' },
  { party: 'customer', step: 'position-overhead', from: '04-26T10:30', to: '05-02T08:30' },
  { party: 'agency', step: 'position-overhead', from: '05-02T08:30', to: '05-04T09:00' },
  { party: 'contractor', step: 'build', from: '05-04T09:00', to: '05-14T09:45' },
  { party: 'unit', step: 'energise', from: '05-14T09:45', to: '05-16T15:30' },
].map((turn) => ({ among: 1, ...turn }));
const minutesOf = (...parties: string[]) =>
  turns
    .filter(({ party }) => parties.includes(party))
    .reduce((sum, { from, to, among }) => sum + officeMinutes(from, to) / among, 0);
export const utility = () => minutesOf('unit', 'company');
export const state = () => minutesOf('agency');
export const others = () => minutesOf('customer', 'contractor');

/** What is kept of each party and step is what the moves of the clock say, and nothing else; the sum is the time of the case. */
export async function partyTimesAreRight(owner: Database): Promise<void> {
  const rows = await owner.selectFrom('case_party_times').selectAll().execute();
  const kept = (party: string, step: string) =>
    rows.filter((row) => row.party === party && row.step_code === step);
  for (const { party, step } of turns) {
    const own = turns.filter((turn) => turn.party === party && turn.step === step);
    const minutes = own.reduce((sum, { from, to, among }) => sum + officeMinutes(from, to) / among, 0);
    const [row, ...more] = kept(party, step);
    expect([party, step, more.length, Number(row?.working_minutes).toFixed(3)]).toEqual([
      ...[party, step, 0, minutes.toFixed(3)],
    ]);
  }
  expect(rows).toHaveLength(new Set(turns.map(({ party, step }) => `${party} ${step}`)).size);
  const elapsed = rows.reduce((sum, { elapsed_ms }) => sum + Number(elapsed_ms), 0);
  expect(elapsed).toBe(Date.parse('2019-05-16T15:30:00+07:00') - Date.parse('2019-04-22T08:00:00+07:00'));
  expect([utility(), state(), others()]).toEqual([2465, 1810, 3765]);
}
