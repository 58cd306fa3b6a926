import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '#platform/clock.ts';
import { openFileStore } from '#platform/files/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import { openListener } from '#platform/postgres/listener.ts';
import type { Settings } from '#platform/settings.ts';
import { keptSecret } from '#platform/var-folder.ts';
import { buildApp } from '../app.ts';
import type { Shutdown } from './shutdown.ts';

/** Opens the doors: the web server listens from here on. */
export async function openWeb(
  settings: Settings,
  url: string,
  db: Database,
  shutdown: Shutdown,
): Promise<void> {
  const folder = join(settings.varFolder, 'files');
  await mkdir(folder, { recursive: true });
  const changes = openListener(url, 'case_changed');
  shutdown.add(null, () => changes.close());
  const secret = settings.secret ?? (await keptSecret(settings.varFolder));
  const app = await buildApp({
    db,
    clock: systemClock,
    files: openFileStore(folder),
    changes,
    settings: { ...settings, secret },
    dist: join(process.cwd(), 'dist'),
  });
  await app.listen({ port: settings.port, host: settings.host });
  shutdown.add({ vi: 'Đóng trang web', en: 'closing the web server' }, () => app.close());
}
