/** `npm run drill [-- PART-OF-A-PATH] [--mutation NAME]`: every fixture under every mutation; the table on stdout, what changed on stderr. */
import { parseArgs } from 'node:util';
import { SITES } from '@/lib/pages';
import { drillTable, keptShare, runDrill, unknownCases, wrongCases } from '../recognition/drill';
import { figures } from '../recognition/figures';
import { MUTATION_NAMES, type MutationName } from '../recognition/mutations';
import { startReader } from '../recognition/reader';
import { readPageFixtures } from './fixtures-of-pages';
import { ChromiumMissing } from './recognise-pages';

const USAGE = 'Usage : npm run drill [-- PARTIE-DU-CHEMIN] [--mutation NOM]';
const KEPT_AT_LEAST = 95;

/** A mistake in how the command was called: said in French, exit code 2. */
class UsageError extends Error {}

function optionsOf(args: readonly string[]): { part: string; mutations: readonly MutationName[] } {
  let parsed: { values: { mutation?: string | undefined }; positionals: string[] };
  try {
    parsed = parseArgs({ args: [...args], options: { mutation: { type: 'string' } }, allowPositionals: true });
  } catch (cause) {
    throw new UsageError(`Option inconnue ou incomplète. ${USAGE}`, { cause });
  }
  const [part = '', ...others] = parsed.positionals;
  if (others.length > 0) throw new UsageError(USAGE);
  const { mutation } = parsed.values;
  const named = MUTATION_NAMES.filter((name) => name === mutation);
  if (mutation !== undefined && named.length === 0)
    throw new UsageError(`La mutation « ${mutation} » n’existe pas. Il y a : ${MUTATION_NAMES.join(', ')}.`);
  return { part, mutations: mutation === undefined ? MUTATION_NAMES : named };
}

async function main(args: readonly string[]): Promise<void> {
  const { part, mutations } = optionsOf(args);
  const fixtures = readPageFixtures().filter(({ file }) => file.includes(part));
  if (fixtures.length === 0) throw new UsageError(`Aucune page de lib/pages ne contient « ${part} » dans son chemin.`);
  const reader = await startReader();
  const started = performance.now();
  const result = await runDrill(reader, fixtures, SITES, mutations).finally(() => reader.close());
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  process.stderr.write(`${[...wrongCases(result), ...unknownCases(result)].map((one) => `${one}\n`).join('')}`);
  process.stdout.write(`${drillTable(result.lines)}\n${result.cases.length} lectures en ${seconds} s\n${figures()}\n`);
  const poor = result.lines.some((line) => line.wrong > 0 || keptShare(line) < KEPT_AT_LEAST);
  process.exitCode = poor || result.unlike.length > 0 ? 1 : 0;
}

main(process.argv.slice(2)).catch((cause: unknown) => {
  const message =
    cause instanceof UsageError
      ? cause.message
      : cause instanceof ChromiumMissing
        ? 'Chromium est introuvable : installez-le (apt-get install chromium) ou donnez son chemin dans la variable CHROMIUM.'
        : `Les pages n’ont pas pu être lues : ${cause instanceof Error ? cause.message : String(cause)}`;
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
});
