import { aPostgres, type Measured } from './lib/a-database.ts';
import { type Figure, print, write } from './lib/report.ts';
import { lists } from './lists.ts';
import { mails } from './mail.ts';
import { openCases } from './open-cases.ts';
import { overload } from './overload.ts';

const sections: Record<string, (postgres: Measured) => Promise<Figure[]>> = {
  'open-cases': openCases,
  mails,
  lists,
  overload,
};

const asked = process.argv.slice(2).filter((name) => name in sections);
const postgres = await aPostgres();
const done: Record<string, Figure[]> = {};
try {
  for (const name of asked.length > 0 ? asked : Object.keys(sections)) {
    const figures = await sections[name]?.(postgres);
    if (!figures) continue;
    done[name] = figures;
    print(name, figures);
  }
} finally {
  await postgres.stop();
}
await write('var/bench.json', done);
process.stdout.write('\nvar/bench.json\n');
process.exit(0);
