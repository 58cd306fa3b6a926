import { readSettings, type Settings } from '#platform/settings.ts';
import { CommandRefused } from './say.ts';

/** The settings, or a refusal that names every variable at fault. */
export function settingsOrRefuse(): Settings {
  const read = readSettings(process.env);
  if (read.ok) return read.settings;
  const sentences = read.problems.map(({ variable, vi, en }) => ({
    vi: `${variable} ${vi}.`,
    en: `${variable} ${en}.`,
  }));
  throw new CommandRefused(sentences, 2);
}
