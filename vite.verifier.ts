/** Builds lib/export/page/main.ts into one classic script, and gives it to the extension as `virtual:verifier-script`. */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'vite';
import type { InlineScript } from './lib/export/types';

const ROOT = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const NAME = 'virtual:verifier-script';
/** Rollup's sign for a module that is no file. */
const RESOLVED = `\0${NAME}`;

/** The bag is given to others: the authors of what the script holds go with it. */
const NOTICE = `/* Carnet de demarches, AGPL-3.0-or-later. Holds zip.js (c) Gildas Lormeau, BSD-3-Clause; zod (c) Colin McDonnell, MIT; intl-messageformat (c) FormatJS, BSD-3-Clause; canonicalize (c) Samuel Erdtman, Apache-2.0; PKI.js (c) GlobalSign, Peculiar Ventures, Yury Strozhevsky, ASN1.js (c) GMO GlobalSign, Peculiar Ventures, bytestream.js (c) GMO GlobalSign, Peculiar Ventures, BSD-3-Clause; @peculiar/utils (c) Peculiar Ventures, noble-hashes (c) Paul Miller, MIT. */`;

/**
 * The script: same sources, same bytes. Classic, because a page of the disk may not load modules.
 * @throws Error when the code holds what would end its element early
 */
export async function buildVerifier(): Promise<InlineScript> {
  const { outputFiles } = await build({
    entryPoints: [`${ROOT}/lib/export/page/main.ts`],
    absWorkingDir: ROOT,
    alias: { '@': ROOT },
    bundle: true,
    format: 'iife',
    minify: true,
    // Escapes: the page may be opened with any guess of its encoding, the hash holds.
    charset: 'ascii',
    legalComments: 'none',
    banner: { js: NOTICE },
    target: ['chrome113', 'firefox115', 'safari16.4'],
    write: false,
    logLevel: 'silent',
  });
  const code = outputFiles[0]?.text ?? '';
  // HTML turns CR into LF before it hashes; `<!--` and `</script` change how the rest is read.
  if (code === '' || /\r|<!--|<\/?script/i.test(code)) throw new Error('the verifier cannot stand inside a page');
  return { code, sha256: createHash('sha256').update(code).digest('base64') };
}

export function verifierScript(): Plugin {
  return {
    name: 'verifier-script',
    resolveId: (id) => (id === NAME ? RESOLVED : null),
    async load(id) {
      if (id !== RESOLVED) return null;
      return `export default ${JSON.stringify(await buildVerifier())};`;
    },
  };
}
