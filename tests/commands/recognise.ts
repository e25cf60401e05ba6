/** `npm run recognise -- PAGE.html --url URL [--status N] [--why]`: which page is this? One JSON line on stdout. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { InPageResult } from './recognise-in-page';
import { ChromiumMissing, type PageItem, recogniseMany } from './recognise-pages';

const USAGE = 'Usage : npm run recognise -- PAGE.html --url URL [--status N] [--why]';

/** A mistake in how the command was called: said in French, exit code 2. */
class UsageError extends Error {}

function optionsOf(args: readonly string[]): { file: string; url: string; status: number; why: boolean } {
  const options = { url: { type: 'string' }, status: { type: 'string' }, why: { type: 'boolean' } } as const;
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    throw new UsageError(`Option inconnue ou incomplète. ${USAGE}`, { cause });
  }
  const [file, ...others] = parsed.positionals;
  if (!file || others.length > 0) throw new UsageError(`Il faut un seul fichier de page. ${USAGE}`);
  const { url, status = '200', why = false } = parsed.values;
  if (!url) throw new UsageError(`Il manque l’adresse de la page (--url). ${USAGE}`);
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new UsageError(`L’adresse « ${url} » n’est pas une adresse http(s) complète.`);
  }
  if (!/^[1-5]\d\d$/.test(status))
    throw new UsageError(`Le statut « ${status} » n’est pas un statut HTTP (100 à 599).`);
  return { file, url, status: Number(status), why };
}

async function itemOf(options: ReturnType<typeof optionsOf>): Promise<PageItem> {
  const html = await readFile(options.file, 'utf8').catch((cause: unknown) => {
    throw new UsageError(`Le fichier « ${options.file} » ne peut pas être lu.`, { cause });
  });
  if (html.trim() === '') throw new UsageError(`Le fichier « ${options.file} » est vide.`);
  return { html, url: options.url, status: options.status };
}

/** Why this answer, for a contributor: the sites of that host, and the rows that came closest. */
function whyLines({ explanation, facts }: InPageResult): string[] {
  if (explanation.sites.length === 0) return ['Aucun site connu à cette adresse (lib/pages/hosts.ts).'];
  const lines = [
    `Sites essayés : ${explanation.sites.join(', ')}.`,
    `Titre lu : « ${facts.title} » ; titres visibles : ${facts.headings.length} ; textes visibles : ${facts.texts.length}.`,
  ];
  if (facts.truncated) lines.push('La lecture s’est arrêtée à une limite : la page est trop grande ou trop lente.');
  for (const { id, held, missing } of explanation.closest) {
    lines.push(
      `${id} : ${missing.length === 0 ? 'tient' : 'ne tient pas'}`,
      ...held.map((one) => `  oui  ${one}`),
      ...missing.map((one) => `  non  ${one}`),
    );
  }
  return lines;
}

async function main(args: readonly string[]): Promise<void> {
  const options = optionsOf(args);
  const [result] = await recogniseMany([await itemOf(options)]);
  if (!result) throw new Error('no result');
  const { site = null, page = null, outcome = null } = result.recognition ?? {};
  if (options.why) process.stderr.write(`${whyLines(result).join('\n')}\n`);
  process.stdout.write(`${JSON.stringify({ site, page, outcome })}\n`);
}

main(process.argv.slice(2)).catch((cause: unknown) => {
  const message =
    cause instanceof UsageError
      ? cause.message
      : cause instanceof ChromiumMissing
        ? 'Chromium est introuvable : installez-le (apt-get install chromium) ou donnez son chemin dans la variable CHROMIUM.'
        : `La page n’a pas pu être ouverte : ${cause instanceof Error ? cause.message : String(cause)}`;
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
});
