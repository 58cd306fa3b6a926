import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** For tests: letters that nobody on this project wrote. They lie beside the project, not in it; null where they do not. */
export function mailSamples(): { name: string; raw: Buffer }[] | null {
  for (let folder = process.cwd(); folder !== dirname(folder); folder = dirname(folder)) {
    const samples = join(dirname(folder), 'shared/data/mail');
    if (!existsSync(samples)) continue;
    const names = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.eml'),
    );
    return names.sort().map((name) => ({ name, raw: readFileSync(join(samples, name)) }));
  }
  return null;
}
