/** Builds the throwaway extension of the letters' bench: one page with lib/pdf in it, under the policy of our own pages. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = new URL('../../..', import.meta.url).pathname;
export const GECKO_ID = 'bench-letters@exemple.invalid';

/** That of wxt.config.ts, without `frame-ancestors`: the bench lays out the print view in a frame. */
const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'; img-src 'self' blob: data:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'none'";

/** @param folder empty; gets the extension in `out` */
export async function buildExtension(folder: string, browser: 'chromium' | 'firefox'): Promise<string> {
  const out = join(folder, 'out');
  mkdirSync(join(folder, 'page'), { recursive: true });
  writeFileSync(
    join(folder, 'page/page.html'),
    `<!doctype html><meta charset="utf-8"><title>bench</title><body><script type="module" src="${join(ROOT, 'tests/bench/letters/page.ts')}"></script>`,
  );
  await build({
    configFile: false,
    root: join(folder, 'page'),
    base: './',
    logLevel: 'error',
    resolve: { alias: { '@': ROOT.replace(/\/$/, '') } },
    build: {
      outDir: out,
      emptyOutDir: true,
      modulePreload: false,
      rolldownOptions: { input: join(folder, 'page/page.html') },
    },
  });
  writeFileSync(
    join(out, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'bench letters',
      version: '1',
      content_security_policy: { extension_pages: POLICY },
      ...(browser === 'firefox'
        ? { browser_specific_settings: { gecko: { id: GECKO_ID, strict_min_version: '142.0' } } }
        : { background: { service_worker: 'worker.js' } }),
    }),
  );
  writeFileSync(join(out, 'worker.js'), '');
  return out;
}
