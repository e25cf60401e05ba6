/** `npm run bench`: each bench in turn, each figure beside its yardstick of the same run; `-- export` runs one of them. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureSystemPackages } from './system-packages';

const ROOT = new URL('../..', import.meta.url).pathname;

const BENCHES = {
  observer: 'what watching costs a page, beside the same page without it',
  export: 'the ZIP, beside `zip -0` on the same files',
  'export-browser': 'the export of the real extension in both browsers, in time and memory, beside `zip -0`',
  capture: 'pictures, beside the driver’s own screenshots',
  letters: 'a letter’s PDF, beside the layout of its print view',
  'pack-pdf': 'the pack’s PDFs of 1, 228 and 1,000 captures, beside hashing and joining the same pictures',
  rerender: 'html2canvas and html2canvas-pro, beside the driver’s own screenshots',
  'capture-ocr': 'what an optical reader finds in stamps',
} as const;

const asked = process.argv.slice(2).filter((one) => !one.startsWith('-'));
const unknown = asked.filter((one) => !(one in BENCHES));
if (unknown.length > 0) {
  console.error(`Mesure inconnue : ${unknown.join(', ')}. Il y a : ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}
ensureSystemPackages(['chromium', 'firefox', 'display', 'ocr', 'certificates', 'zip']);
let failed = 0;
for (const [name, what] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n── ${name}: ${what}`);
  const run = spawnSync(join(ROOT, 'node_modules/.bin/tsx'), [join(ROOT, 'tests/bench', `${name}.ts`)], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (run.status !== 0) {
    console.error(`${name} : la mesure a échoué (${run.status ?? run.error?.message})`);
    failed += 1;
  }
}
process.exit(failed > 0 ? 1 : 0);
