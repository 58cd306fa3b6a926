import { migrateCommand } from './commands/migrate.ts';
import { explain } from './commands/say.ts';
import { serveAll } from './commands/serve-all.ts';

type Command = { help: string; run: (args: string[]) => Promise<number> };

const commands: Record<string, Command> = {
  'serve-all': { help: 'database, web and jobs in one process (npm start)', run: serveAll },
  migrate: { help: "bring the database to today's shape", run: migrateCommand },
};

async function main([name = 'help', ...args]: string[]): Promise<number> {
  const command = commands[name];
  if (command) return command.run(args);
  const lines = Object.entries(commands).map(([known, { help }]) => `  ${known.padEnd(12)} ${help}`);
  process.stdout.write(`npm run -s motcua -- <command>\n\n${lines.join('\n')}\n`);
  return name === 'help' || name === '--help' ? 0 : 2;
}

process.exit(await main(process.argv.slice(2)).catch(explain));
