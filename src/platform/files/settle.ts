import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Under its name only when whole and durable; the folder is synced too, or the name could be lost with the power. One that lies there already is replaced: it might be damaged. */
export async function settle(from: string, place: string): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  await rename(from, place);
  for (const folder of [dirname(place), dirname(dirname(place))]) {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  }
}
