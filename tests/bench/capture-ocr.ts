/** How well a machine reads the band: tesseract on stamped pictures of several widths and addresses. A court's scanner is no kinder. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { openChromium } from './capture/chromium';

const URLS = [
  'https://administration-etrangers-en-france.interieur.gouv.fr/particuliers/#/espace-personnel/mes-demandes',
  'https://administration-etrangers-en-france.interieur.gouv.fr/#/creation-compte/refus',
  'https://www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/4418/creneau/',
];
/** Width in pixels, device pixels per CSS pixel. */
const SIZES = [
  [1280, 1],
  [1366, 1],
  [1600, 1.25],
  [1920, 1],
  [2560, 2],
  [412, 1],
] as const;

function read(folder: string, base64: string): string {
  const file = join(folder, 'stamped.png');
  writeFileSync(file, Buffer.from(base64, 'base64'));
  return execFileSync('tesseract', [file, '-', '-l', 'fra'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).replace(/\s/g, '');
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-ocr-'));
  const grip = await openChromium(1);
  const missed: Record<string, string[]> = { host: [], route: [], minute: [], sha256: [] };
  let pictures = 0;
  try {
    for (const [width, ratio] of SIZES) {
      const blank = new PNG({ width, height: 200 });
      blank.data.fill(235);
      for (const url of URLS) {
        const stamp = await grip.call(
          'stamp',
          PNG.sync.write(blank).toString('base64'),
          { instant: Date.parse('2026-03-19T16:08:41Z'), url },
          ratio,
        );
        if (stamp.error) throw new Error(stamp.error);
        const text = read(folder, stamp.base64);
        const { host, pathname, hash } = new URL(url);
        pictures += 1;
        for (const [what, wanted] of Object.entries({
          host,
          route: hash || pathname,
          minute: '19/03/202617:08',
          sha256: stamp.sha256,
        })) {
          if (!text.includes(wanted)) missed[what]?.push(`${width}@${ratio} ${url.slice(-24)}`);
        }
      }
    }
  } finally {
    await grip.close();
    rmSync(folder, { recursive: true, force: true });
  }
  for (const [what, where] of Object.entries(missed))
    console.log(
      `${what} | read in ${pictures - where.length} of ${pictures}${where.length ? ` | missed: ${where.join(' ; ')}` : ''}`,
    );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
