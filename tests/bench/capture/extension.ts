/** Builds the throwaway extension of the capture bench into a folder, for one browser. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const ROOT = new URL('../../..', import.meta.url).pathname;
export const GECKO_ID = 'bench-capture@exemple.invalid';

export interface BuildOptions {
  readonly browser: 'chromium' | 'firefox';
  /** Another package to re-render with, for comparison. */
  readonly renderer?: string;
}

/** Bundles one file; an unlisted script of WXT is called by hand. */
async function bundle(entry: string, out: string, unlisted: boolean, renderer?: string): Promise<void> {
  const from = JSON.stringify(join(ROOT, entry));
  await build({
    stdin: {
      contents: unlisted ? `import script from ${from}; script.main();` : `import ${from};`,
      resolveDir: ROOT,
      loader: 'ts',
    },
    bundle: true,
    outfile: out,
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    alias: { '@': ROOT.replace(/\/$/, ''), ...(renderer ? { html2canvas: renderer } : {}) },
    logLevel: 'error',
  });
}

/** @param out folder to fill */
export async function buildExtension(out: string, options: BuildOptions): Promise<void> {
  mkdirSync(join(out, 'fonts'), { recursive: true });
  await bundle('tests/bench/capture/worker.ts', join(out, 'worker.js'), false);
  await bundle('entrypoints/full-page.ts', join(out, 'full-page.js'), true);
  await bundle('entrypoints/rerender.ts', join(out, 'rerender.js'), true, options.renderer);
  cpSync(join(ROOT, 'assets/public/fonts'), join(out, 'fonts'), { recursive: true });
  writeFileSync(join(out, 'page.html'), '<!doctype html><meta charset="utf-8"><title>bench</title>');
  const manifest = {
    manifest_version: 3,
    name: 'bench capture',
    version: '1',
    permissions: ['activeTab', 'scripting', 'storage'],
    action: {},
    content_security_policy: {
      extension_pages:
        "default-src 'self'; connect-src 'none'; img-src 'self' blob: data:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'",
    },
    background: options.browser === 'firefox' ? { scripts: ['worker.js'] } : { service_worker: 'worker.js' },
    ...(options.browser === 'firefox'
      ? { browser_specific_settings: { gecko: { id: GECKO_ID, strict_min_version: '142.0' } } }
      : {}),
  };
  writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest));
}
