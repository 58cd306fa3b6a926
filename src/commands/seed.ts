import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { loadProfile, ProfileMistakes } from '#modules/catalogue/index.ts';
import { keySealerFrom } from '#modules/papers/index.ts';
import { systemClock } from '#platform/clock.ts';
import { openFileStore } from '#platform/files/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import type { Settings } from '#platform/settings.ts';
import { keptSecret } from '#platform/var-folder.ts';
import { fillDemonstration } from '../demonstration/fill.ts';
import { CommandRefused, say } from './say.ts';
import { withDatabase } from './with-database.ts';

export async function seedCommand(): Promise<number> {
  await withDatabase(seed);
  return 0;
}

/** The profile, and the demonstration where it is wanted. What is there already is left as it is. */
export async function seed(db: Database, settings: Settings): Promise<void> {
  const loaded = await loadProfile(db, settings.profileFolder, systemClock).catch(refuseMistakes);
  if (loaded.status === 'loaded') {
    const { services, calendars, standards, regulations } = loaded;
    say({
      vi: `Đã nạp hồ sơ ngành điện: ${services} dịch vụ, ${calendars} lịch, ${standards} tiêu chuẩn, ${regulations} quy chế`,
      en: `profile loaded: ${services} services, ${calendars} calendars, ${standards} standards, ${regulations} regulations`,
    });
  }
  if (!settings.demo) return;
  const secret = settings.secret ?? (await keptSecret(settings.varFolder));
  const { cases } = await fillDemonstration(
    {
      ...{ db, clock: systemClock, secret, url: settings.url, sealer: keySealerFrom(secret) },
      files: openFileStore(await folderOfFiles(settings)),
    },
    settings.profileFolder,
  );
  if (cases === 0) return;
  say({ vi: `Đã dựng ${cases} hồ sơ minh họa`, en: `${cases} demonstration cases made up` });
}

async function folderOfFiles({ varFolder }: Settings): Promise<string> {
  const folder = join(varFolder, 'files');
  await mkdir(folder, { recursive: true });
  return folder;
}

function refuseMistakes(error: unknown): never {
  if (!(error instanceof ProfileMistakes)) throw error;
  const lines = error.mistakes.map(({ file, line, reason }) => `${file}:${line}: ${reason}`);
  throw new CommandRefused([
    {
      vi: 'Hồ sơ ngành điện có chỗ sai, chưa nạp gì cả:',
      en: 'The profile has mistakes; nothing was loaded:',
    },
    ...lines.map((line) => ({ vi: line, en: '' })),
  ]);
}
