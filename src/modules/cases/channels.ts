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

/** Whether a case is a dossier of the one-stop: filed at an administration centre, or at a public-service portal of the State. */
export const isDossier = ({ channel }: { channel: string }): boolean =>
  channel === 'administration_centre' || channel === 'portal';
