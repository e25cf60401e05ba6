/** `npm start`: the extension in a browser on the stand-in sites; without a screen, the whole journey walked alone. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from '../e2e/drivers/chromium';
import { walkJourney } from '../e2e/support/journey';
import { ACCOUNT } from '../portal/accounts';
import { type Portal, startPortal } from '../portal/portal';
import { INDEX_HOST } from '../portal/sites';
import { prepareOut } from './out-folder';
import { ensureSystemPackages } from './system-packages';

const ROOT = new URL('../..', import.meta.url).pathname;
const EXTENSION = join(ROOT, '.output/chrome-mv3');

function build(): void {
  console.log('Construction de l’extension…');
  const run = spawnSync(join(ROOT, 'node_modules/.bin/wxt'), ['build'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (run.status !== 0)
    throw new Error(
      `La construction a échoué. / The build failed.\n${run.stdout}${run.stderr}${run.error?.message ?? ''}`,
    );
}

/** Walks the journey without a window and leaves its ZIP and its pictures in `out`. */
async function walk(portal: Portal, out: string): Promise<void> {
  prepareOut(out);
  const session = await launchChromium({ extensionDir: EXTENSION, portal, lang: 'fr', timeZone: 'Europe/Paris' });
  try {
    let count = 0;
    const result = await walkJourney(session, portal, {
      out,
      onStep: (sentence) => {
        count += 1;
        console.log(`${String(count).padStart(2)}. ${sentence}`);
      },
    });
    for (const one of await session.errors()) console.error(`Erreur de l’extension : ${one}`);
    console.log(
      `\nLe parcours est fait. / The journey is done.\nZIP : ${result.zip}\nImages (${result.pictures.length}) : ${out}`,
    );
  } finally {
    await session.close();
  }
}

/** Opens a window on the list of the stand-in pages and waits until the person closes it. */
async function show(portal: Portal): Promise<void> {
  const session = await launchChromium({
    extensionDir: EXTENSION,
    portal,
    lang: 'fr',
    headless: false,
    ownDisplay: true,
  });
  const stop = (): void => void session.close().catch((error: unknown) => console.error(error));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  await session.newTab(`https://${INDEX_HOST}/`);
  console.log(`Chromium est ouvert avec l’extension, sur des pages de démonstration : https://${INDEX_HOST}/
Compte d’essai : ${ACCOUNT.identifier}, mot de passe ${ACCOUNT.password}. Fermez la fenêtre pour finir.
Chromium is open with the extension on stand-in pages. Close the window to stop.`);
  await session.waitForClose();
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { headless: { type: 'boolean' }, out: { type: 'string' } } });
  const screen = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'];
  ensureSystemPackages(['chromium']);
  build();
  const portal = await startPortal({ spaDelayMs: 150 });
  try {
    if (values.headless || values.out !== undefined || !screen)
      await walk(portal, resolve(values.out ?? join(ROOT, 'out')));
    else await show(portal);
  } finally {
    await portal.close();
  }
}

main().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
});
