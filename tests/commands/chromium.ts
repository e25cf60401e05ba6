/** Finds and starts the machine's Chromium for commands and tests that look at single pages, with no network at all. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=fr',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of Chromium: the CHROMIUM variable, else the first known name in PATH; `null` when there is none. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const asked = environment['CHROMIUM'];
  if (asked) return isExecutable(asked) ? asked : null;
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable) ?? null;
}

/** Starts Chromium headless. The caller closes it. */
export async function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, headless: true, args: ARGS });
}
