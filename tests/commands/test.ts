/** `npm test`: everything, in order, stopping at nothing; the last line is the count. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FLAKES_FILE } from './flakes';
import { ensureSystemPackages } from './system-packages';
import { add, lintProblems, ofCheck, ofVitest, type Tally } from './tally';

const ROOT = new URL('../..', import.meta.url).pathname;
/** Nothing waits for ever: a tool that hangs is ended, and what is left is for the last line. The whole takes about 20 minutes on two cores. */
const DEADLINE = Date.now() + 60 * 60_000;

interface Ran {
  readonly code: number | null;
  readonly output: string;
}

/** The tool at work: it lives in a group of its own, so it must be ended with us. */
let working: ChildProcess | null = null;

function endWorking(): void {
  if (working?.pid && working.exitCode === null) process.kill(-working.pid, 'SIGKILL');
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    endWorking();
    process.exit(1);
  });
}

/** Runs a tool of node_modules/.bin, its output shown as it comes (or kept, for a report to read). */
function run(tool: string, parameters: readonly string[], keep = false): Promise<Ran> {
  return new Promise((resolve) => {
    const child: ChildProcess = spawn(join(ROOT, 'node_modules/.bin', tool), parameters, {
      cwd: ROOT,
      stdio: ['ignore', keep ? 'pipe' : 'inherit', 'inherit'],
      detached: true, // a group of its own: browsers started by a suite end with it
      env: { ...process.env, CI: '1', NO_COLOR: '1' },
    });
    working = child;
    let output = '';
    child.stdout?.on('data', (data: Buffer) => {
      output += data.toString();
    });
    const late = setTimeout(
      () => {
        console.error(`${tool} : une heure est écoulée`);
        endWorking();
      },
      Math.max(1_000, DEADLINE - Date.now()),
    );
    const done = (code: number | null): void => {
      clearTimeout(late);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      console.error(`${tool} : ${error.message}`);
      done(null);
    });
    child.on('close', done);
  });
}

async function check(tool: string, parameters: readonly string[]): Promise<Tally> {
  const { code } = await run(tool, parameters);
  return ofCheck(code === 0);
}

async function suite(project: string): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'carnet-essais-'));
  try {
    const report = join(folder, 'report.json');
    const again = join(folder, 'flakes.txt');
    process.env[FLAKES_FILE] = again;
    const ours = ['--reporter=json', `--outputFile.json=${report}`, '--reporter=./tests/commands/flakes.ts'];
    const { code } = await run('vitest', ['run', '--project', project, '--reporter=default', ...ours]);
    if (existsSync(again)) flakes.push(...readFileSync(again, 'utf8').split('\n').filter(Boolean));
    return ofVitest(existsSync(report) ? readFileSync(report, 'utf8') : null, code);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function lint(): Promise<Tally> {
  const parameters = [
    'lint',
    '--source-dir',
    '.output/firefox-mv3',
    '--output',
    'json',
    '--no-input',
    '--no-config-discovery',
  ];
  const { output } = await run('web-ext', parameters, true);
  const start = output.indexOf('{');
  if (start < 0) {
    console.error(output);
    return ofCheck(false);
  }
  const problems = lintProblems(output.slice(start));
  for (const one of problems) console.error(one);
  return ofCheck(problems.length === 0);
}

async function packages(): Promise<Tally> {
  ensureSystemPackages(['chromium', 'firefox', 'display', 'ocr', 'certificates', 'zip', 'pdf', 'outsiders']);
  return ofCheck(true);
}

const STEPS: readonly (readonly [string, () => Promise<Tally>])[] = [
  ['programmes du système', packages],
  ['format et règles (biome)', () => check('biome', ['ci', '.'])],
  ['types (tsc)', () => check('tsc', ['--noEmit', '-p', '.'])],
  ['essais unitaires et tables', () => suite('unit')],
  ['construction pour Chromium', () => check('wxt', ['build'])],
  ['construction pour Firefox', () => check('wxt', ['build', '-b', 'firefox', '--mv3'])],
  ['vérification du magasin (web-ext lint)', lint],
  ['essais de bout en bout, Chromium et Firefox', () => suite('e2e')],
];

/** Passed at the second try only: counted as passed, and named before the last line. */
const flakes: string[] = [];
let total: Tally = { passed: 0, failed: 0 };
const summary: string[] = [];
for (const [name, work] of STEPS) {
  console.log(`\n── ${name}`);
  const start = Date.now();
  const tally = await work().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return ofCheck(false);
  });
  const seconds = Math.round((Date.now() - start) / 1000);
  summary.push(
    `${tally.failed === 0 ? '✓' : '✗'} ${name} : ${tally.passed} / ${tally.passed + tally.failed} (${seconds} s)`,
  );
  total = add(total, tally);
}
for (const one of flakes) summary.push(`⟳ passé à la seconde tentative seulement : ${one}`);
console.log(`\n${summary.join('\n')}\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
