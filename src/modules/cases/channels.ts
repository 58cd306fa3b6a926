/** The doors a case comes in by. The table's CHECK names the same ones. */
export const channels = [
  'web',
  'phone',
  'email',
  'app',
  'portal',
  'counter',
  'administration_centre',
  'api',
  'open311',
] as const;
export type Channel = (typeof channels)[number];
