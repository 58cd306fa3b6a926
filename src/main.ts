import { generateCommand } from './commands/generate.ts';
import { importCommand } from './commands/import.ts';
import { migrateCommand } from './commands/migrate.ts';
import { openapiCommand } from './commands/openapi.ts';
import { explain } from './commands/say.ts';
import { seedCommand } from './commands/seed.ts';
import { serveAll, serveJobs, serveMail, serveWeb } from './commands/serve-all.ts';
import { tokenCommand } from './commands/token.ts';
import { verifyCommand } from './commands/verify.ts';

type Command = { help: string; run: (args: string[]) => Promise<number> };

const commands: Record<string, Command> = {
  'serve-all': { help: 'database, web and jobs in one process (npm start)', run: serveAll },
  web: { help: 'only the web server', run: serveWeb },
  worker: { help: 'only the jobs', run: serveJobs },
  mail: { help: 'only the doors by which letters come in; a worker reads them', run: serveMail },
  migrate: { help: "bring the database to today's shape", run: migrateCommand },
  seed: { help: 'load the profile, and the demonstration unless MOTCUA_DEMO=0', run: seedCommand },
  import: {
    help: 'customers, contracts or meter points from a CSV file: import customers FILE.csv [REFUSED.csv]',
    run: importCommand,
  },
  generate: {
    help: 'made-up ones, to try the import at any size: generate customers COUNT FILE.csv',
    run: generateCommand,
  },
  verify: {
    help: "prove every case's chain of events, or name the event that breaks it",
    run: verifyCommand,
  },
  openapi: { help: 'write the description of the API (OpenAPI 3.1)', run: openapiCommand },
  token: {
    help: 'a password for staff: token EMAIL [ROLE UNIT FULL NAME]; a key for a machine: token create',
    run: tokenCommand,
  },
};

async function main([name = 'help', ...args]: string[]): Promise<number> {
  const command = commands[name];
  if (command) return command.run(args);
  const lines = Object.entries(commands).map(([known, { help }]) => `  ${known.padEnd(12)} ${help}`);
  process.stdout.write(`npm run -s motcua -- <command>\n\n${lines.join('\n')}\n`);
  return name === 'help' || name === '--help' ? 0 : 2;
}

process.stdout.on('error', () => {}); // whoever read along may go; the server stays
process.exit(await main(process.argv.slice(2)).catch(explain));
