import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Load, Measure } from '../load.ts';

/** Sends a load from a process of its own, so that the one who measures does not wait for the one who is measured. */
export async function send(load: Load): Promise<Measure> {
  const child = spawn(process.execPath, [join('dist', 'bench-load.js'), JSON.stringify(load)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let words = '';
  child.stdout.on('data', (chunk) => {
    words += chunk;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`the load ended with ${code}`);
  return JSON.parse(words);
}
