/** Which re-rendering library is closer to the real pixels? Prints a table: difference, time, requests, traces left, size. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openChromium } from './capture/chromium';
import { compare } from './capture/compare';
import { buildExtension } from './capture/extension';
import { serveSite } from './capture/site';

const ROOT = new URL('../..', import.meta.url).pathname;
/** Package name → what it is. */
const RENDERERS = { html2canvas: 'html2canvas-pro 2.5.2', 'html2canvas-1': 'html2canvas 1.4.1' } as const;
/** Fixtures taken from each site: enough to see both designs, few enough to end. */
const PER_SITE = Number(process.env['PER_SITE'] ?? 2);

/** A page with every kind of outside reference: nothing of it may be asked for again. */
const REFERENCES = `<!doctype html><html><head><meta charset="utf-8"><title>Références</title><link rel="stylesheet" href="/outside.css"><link rel="icon" href="/icon.svg">
<style>@import url("/imported.css"); @font-face { font-family: Absente; src: url("/absent.woff2"); } .a { background: url("/image.svg"); width: 200px; height: 90px; font-family: Absente, sans-serif; }</style></head>
<body><h1>Références</h1><div class="a">Fond</div><img src="/image.svg" srcset="/image.svg 1x, /image2.svg 2x" width="200"><picture><source srcset="/image3.svg" media="(min-width: 1px)"><img src="/image.svg"></picture>
<svg width="50" height="50"><use href="/sprite.svg#x"/><image href="/image4.svg" width="20" height="20"/></svg><iframe src="/short" width="100" height="50"></iframe><video src="/film.mp4" poster="/image5.svg" width="80" height="40"></video>
<object data="/image6.svg" width="30" height="30"></object><input type="image" src="/image7.svg"><div style="background: url('#x'); height: 9px"></div><svg width="40" height="20"><defs><circle id="disc" r="9"/></defs><use href="#disc" x="10" y="10"/><image width="5" height="5"><animate attributeName="href" values="/image9.svg" begin="indefinite" dur="1s"/></image></svg>
<textarea>écrit</textarea><a href="/ailleurs" ping="/ping">lien</a><table background="/image8.svg"><tr><td>case</td></tr></table><p style="background-image: image-set('/image10.svg' 1x); height: 9px"></p><script>window.ran = (window.ran ?? 0) + 1</script><img src="/missing.png" onerror="window.failed = (window.failed ?? 0) + 1"></body></html>`;

function fixtures(): Record<string, { type: string; body: string }> {
  const files: Record<string, { type: string; body: string }> = {};
  const pages = join(ROOT, 'lib/pages');
  for (const site of readdirSync(pages).filter((name) => existsSync(join(pages, name, 'fixtures')))) {
    const folder = join(pages, site, 'fixtures');
    for (const file of readdirSync(folder)
      .filter((name) => name.endsWith('.html'))
      .slice(0, PER_SITE)) {
      files[`/${site}/${file}`] = { type: 'text/html', body: readFileSync(join(folder, file), 'utf8') };
    }
  }
  return files;
}

async function sizeOf(renderer: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-rerender-'));
  await buildExtension(folder, { browser: 'chromium', renderer });
  const bytes = readFileSync(join(folder, 'rerender.js'));
  rmSync(folder, { recursive: true, force: true });
  return `${Math.round(bytes.length / 1024)} KB min, ${Math.round(gzipSync(bytes).length / 1024)} KB gzip`;
}

async function measure(renderer: string): Promise<void> {
  const svg = {
    type: 'image/svg+xml',
    body: '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="90"><rect width="200" height="90" fill="tan"/></svg>',
  };
  const more = {
    '/references': { type: 'text/html', body: REFERENCES },
    '/outside.css': { type: 'text/css', body: 'h1 { color: darkgreen }' },
    '/imported.css': { type: 'text/css', body: 'h1 { font-size: 50px }' },
    '/image3.svg': svg,
    '/sprite.svg': svg,
  };
  const pages = fixtures();
  const strict = {
    ...more['/references'],
    headers: { 'content-security-policy': "default-src 'self'; frame-src 'none'" },
  };
  const site = await serveSite({ ...pages, ...more, '/strict': strict }, process.env['CACHE']);
  const grip = await openChromium(1, renderer);
  const seen: number[] = [];
  try {
    for (const path of [...Object.keys(pages), '/references', '/strict', '/long', '/inner']) {
      await grip.page.goto(site.origin + path);
      await grip.click();
      const tab = await grip.call('activeTab');
      const driver = await grip.page.screenshot({ fullPage: true });
      const state = (): Promise<string> =>
        grip.page.evaluate(
          'document.documentElement.outerHTML + scrollY + window.ran + window.failed + frames.length',
        ) as Promise<string>;
      const before = await state();
      const asked = site.requests.length;
      const result = await grip.call('rerender', tab);
      const requests = site.requests.slice(asked);
      const same = (await state()) === before;
      const difference = result.picture ? compare(Buffer.from(result.picture.base64, 'base64'), driver) : null;
      if (difference) seen.push(difference.seen);
      console.log(
        [
          path,
          `${Math.round(result.ms)} ms`,
          result.error ?? `${difference?.seen} % seen, ${difference?.exact} % exact (${difference?.sizes})`,
          `${requests.length} requests ${requests.join(' ')}`,
          same ? 'page untouched' : 'PAGE CHANGED',
        ].join(' | '),
      );
    }
  } finally {
    await grip.close();
    site.close();
  }
  const mean = seen.reduce((sum, value) => sum + value, 0) / Math.max(1, seen.length);
  console.log(`= ${renderer}: mean ${mean.toFixed(2)} % seen over ${seen.length} pages; ${await sizeOf(renderer)}`);
}

async function main(): Promise<void> {
  const only = process.argv[2];
  for (const [renderer, name] of Object.entries(RENDERERS)) {
    if (only && only !== renderer) continue;
    if (!existsSync(join(ROOT, 'node_modules', renderer))) {
      console.log(`\n== ${name}: not installed, nothing to compare with`);
      continue;
    }
    console.log(`\n== ${name}`);
    await measure(renderer);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
