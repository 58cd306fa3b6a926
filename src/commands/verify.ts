import { verifyChain } from '#modules/cases/index.ts';
import { say } from './say.ts';
import { withDatabase } from './with-database.ts';

/** Proves every case's chain of events, or names the event that breaks it; then the exit code is 1. */
export async function verifyCommand(): Promise<number> {
  const { cases, events, breaks } = await withDatabase((db) => verifyChain(db));
  for (const { code, seq, why } of breaks) process.stdout.write(`✗ ${code} #${seq}: ${why}\n`);
  say({
    vi: `${cases} hồ sơ, ${events} sự kiện, ${breaks.length} chỗ đứt`,
    en: `${cases} cases, ${events} events, ${breaks.length} breaks`,
  });
  return breaks.length === 0 ? 0 : 1;
}
