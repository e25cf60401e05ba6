/** Draws the icons' PNG files from their SVG with a real Chromium: `node assets/brand/render-icons.mjs [path to chromium]`. */
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = here('../public/icon/');
await mkdir(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.argv[2] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  for (const size of [16, 32, 48, 96, 128]) {
    const svg = await readFile(here(size === 16 ? 'icon-16.svg' : 'icon.svg'), 'utf8');
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    await page.screenshot({ path: `${out}${size}.png`, omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
