import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
  'chrome',
];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A Chromium that really opens a page; some machines have a file of that name which only says how to install one. */
export function findChromium(): string | null {
  return candidates().find((path) => existsSync(path) && opensPage(path)) ?? null;
}

function candidates(): string[] {
  const folders = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':');
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const chosen = process.env.MOTCUA_CHROMIUM ?? '';
  return [chosen, ...onPath, ...places, chromium.executablePath()].filter((path) => path !== '');
}

function opensPage(path: string): boolean {
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--dump-dom'];
  const tried = spawnSync(path, [...flags, 'data:text/html,<p>here</p>'], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  return tried.stdout?.includes('<p>here</p>') ?? false;
}

/** For journeys. The pages are our own, so the sandbox, which root and many containers cannot have, is left out. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = process.env.MOTCUA_CHROMIUM ?? findChromium();
  if (!executablePath)
    throw new Error('No Chromium here. `npm test` finds or installs one; MOTCUA_CHROMIUM names one.');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
