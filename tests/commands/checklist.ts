/** `npm run checklist -- journal.jsonl --track T1 --now ISO [--json | --ics]`: the checklist of an exported journal, computed by the shipped code. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type ChainReport, checkChain } from '@/lib/domain/chain';
import { computeChecklist } from '@/lib/domain/checklist';
import type { ChecklistView, StepView, Track } from '@/lib/domain/checklist-types';
import { instantOfLocal } from '@/lib/domain/days';
import { displayNumber, type Entry } from '@/lib/domain/entry';
import { localFields, momentAt } from '@/lib/domain/moment';
import { readEntry } from '@/lib/domain/upcast';
import { type TextKey, translator } from '@/lib/locales';
import { TRACKS, TRACKS_BY_NAME, trackOf } from '@/lib/protocols';
import { stepKey, trackKey } from '@/lib/protocols/keys';
import { type Asked, type Context, calendarText, contextOf, openingText, sectionsText } from './checklist-sections';

const USAGE =
  'Usage : npm run checklist -- journal.jsonl --track T1 --now 2026-11-21T10:00:00Z [--urgent] [--json | --ics]';
const t = translator('fr');

/** Something that the person who typed the command can put right. */
class UsageError extends Error {}

interface Request {
  readonly file: string;
  readonly track: Track;
  readonly now: number;
  /** Undefined: what the dossier says of itself. */
  readonly urgent: boolean | undefined;
  readonly json: boolean;
  readonly ics: boolean;
}

function readRequest(args: string[]): Request {
  const { values, positionals } = parseArguments(args);
  const [file, ...rest] = positionals;
  if (!file || rest.length > 0) throw new UsageError(`Indiquez un fichier journal.jsonl, un seul.\n${USAGE}`);
  const track = trackOf(values.track ?? '');
  if (!track) {
    const known = TRACKS.map((one) => `${one.id} (${nameOf(one)})`).join(', ');
    throw new UsageError(`Parcours inconnu : « ${values.track ?? ''} ». Parcours connus : ${known}.\n${USAGE}`);
  }
  const now = values.now === undefined ? Date.now() : instantOf(values.now);
  if (now === null) {
    throw new UsageError(
      `Date illisible : « ${values.now} ». Écrivez par exemple --now 2026-11-21T10:00:00Z.\n${USAGE}`,
    );
  }
  return { file, track, now, urgent: values.urgent, json: values.json ?? false, ics: values.ics ?? false };
}

/** An ISO 8601 instant. Without an offset it is Paris time, never the zone of the machine: two machines, one answer. */
function instantOf(text: string): number | null {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::00(?:\.0+)?)?)?$/.exec(text) ?? [];
  if (date) return instantOfLocal(date, time ?? '00:00');
  const instant = /^\d{4}-\d\d-\d\dT[\d:.,]+(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isFinite(instant) ? instant : null;
}

function parseArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        track: { type: 'string' },
        now: { type: 'string' },
        urgent: { type: 'boolean' },
        json: { type: 'boolean' },
        ics: { type: 'boolean' },
      },
    });
  } catch (cause) {
    throw new UsageError(
      `Commande mal comprise (${cause instanceof Error ? cause.message : String(cause)}).\n${USAGE}`,
    );
  }
}

function nameOf(track: Track): string {
  return Object.entries(TRACKS_BY_NAME).find(([, one]) => one === track)?.[0] ?? track.id;
}

async function readLines(file: string): Promise<string[]> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'erreur inconnue';
    const why = code === 'ENOENT' ? 'il n’existe pas' : code === 'EISDIR' ? 'c’est un dossier' : code;
    throw new UsageError(`Le fichier « ${file} » ne peut pas être lu : ${why}.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).split('\n');
  } catch {
    throw new UsageError(`Le fichier « ${file} » n’est pas un texte en UTF-8 : ce n’est pas un journal.jsonl.`);
  }
}

/** The readable entries of the dossier; complains on stderr, but answers, when the chain does not hold. */
async function readJournal(file: string): Promise<Entry[]> {
  const lines = await readLines(file);
  const report = await checkChain(lines);
  const entries = lines.filter((line) => line !== '').map((line) => readEntry(line).entry);
  const readable = entries.filter((entry) => entry !== null);
  if (readable.length === 0 && report.newer.length === 0) {
    throw new UsageError(`Le fichier « ${file} » ne contient aucune entrée de journal.`);
  }
  warn(report);
  return readable.filter((entry) => entry.dossier === report.dossier);
}

const PROBLEMS: Record<ChainReport['problems'][number]['problem'], string> = {
  'not-json': 'ligne illisible',
  'not-canonical': 'ligne réécrite',
  'entry-invalid': 'entrée mal formée',
  'hash-mismatch': 'contenu modifié (empreinte différente)',
  'broken-link': 'lien rompu avec la ligne précédente',
  'wrong-seq': 'numéro inattendu',
  'foreign-dossier': 'entrée d’un autre dossier (laissée de côté)',
};

function warn(report: ChainReport): void {
  const [first] = report.problems;
  if (first) {
    console.error(
      `Attention : la chaîne du journal ne se vérifie pas. Premier problème, ligne ${first.line} : ${PROBLEMS[first.problem]}. La liste ci-dessous est donnée sous cette réserve.`,
    );
  }
  const newer = report.newer.length;
  if (newer > 0) console.error(`Attention : ${newer} entrée(s) d’une version plus récente, non prises en compte.`);
}

const day = (utc: string): string => {
  const [year, month, date] = localFields(momentAt(Date.parse(utc))).date.split('-');
  return `${date}/${month}/${year}`;
};
const numbers = (seqs: readonly number[]): string => seqs.map(displayNumber).join(', ');

function printTable(view: ChecklistView, asked: Asked, context: Context): string {
  const { track, now, entries } = asked;
  const { date, time, offset } = localFields(momentAt(now));
  const labelOf = (id: string): string => t(stepKey(track.id, id) as TextKey);
  const rows = view.steps.flatMap((step) => [
    [`${step.id}  ${labelOf(step.id)} (${t(weightOf(step))})`, stateText(step), proofText(step)],
    ...step.parts.map((part) => [
      `    ${part.id}  ${labelOf(part.id)}`,
      part.doneAt ? t('checklist.text.done', { date: day(part.doneAt) }) : t('checklist.text.todo'),
      proofText(part),
    ]),
  ]);
  const footer = t('checklist.text.footer', { date: day(`${track.contentDate}T12:00:00Z`) });
  return [
    t('checklist.text.title', { track: t(trackKey(track.id) as TextKey) }),
    t('checklist.text.now', {
      date: date.split('-').reverse().join('/'),
      time: time.slice(0, 5),
      offset,
      entries: entries.length,
    }),
    ...openingText(context, t),
    '',
    ...columns([[t('checklist.text.step'), t('checklist.text.state'), t('checklist.text.proof')], ...rows]),
    '',
    nextText(view, labelOf),
    ...(track.substitution
      ? [
          t('checklist.text.key-prefecture', { number: keyText(view.substitution.invitedByPrefecture) }),
          t('checklist.text.key-ccc', { number: keyText(view.substitution.attestedByCcc) }),
        ]
      : []),
    '',
    ...sectionsText(context, asked, t),
    footer,
  ].join('\n');
}

function weightOf(step: StepView): TextKey {
  if (step.received) return 'checklist.text.received';
  return step.mandatory ? 'checklist.text.mandatory' : 'checklist.text.optional';
}

function stateText(step: StepView): string {
  if (step.state === 'skipped') return t('checklist.text.skipped');
  if (!step.doneAt) return t(step.received ? 'checklist.text.none-yet' : 'checklist.text.todo');
  const state = t(`checklist.text.${step.state}`, { date: day(step.doneAt) });
  const wait = step.waitUntil
    ? [t(step.waitLegal ? 'checklist.text.wait-legal' : 'checklist.text.wait', { date: day(step.waitUntil) })]
    : [];
  const weak = step.declarativeOnly ? [t('checklist.text.declarative')] : [];
  return [state, ...wait, ...weak].join(' ; ');
}

function proofText(of: { readonly proof: readonly number[]; readonly declared: readonly number[] }): string {
  const declared = of.declared.length > 0 ? [t('checklist.text.declared', { numbers: numbers(of.declared) })] : [];
  return [...(of.proof.length > 0 ? [numbers(of.proof)] : []), ...declared].join(' ; ') || t('checklist.text.none');
}

function nextText(view: ChecklistView, labelOf: (id: string) => string): string {
  if (view.next) return t('checklist.text.next', { step: `${view.next} ${labelOf(view.next)}` });
  if (view.missing.length === 0) return t('checklist.text.next-nothing');
  if (view.steps.some((step) => step.state === 'waiting')) return t('checklist.text.next-waits');
  return t(
    view.steps.some((step) => step.state === 'answered')
      ? 'checklist.text.next-answered'
      : 'checklist.text.next-skipped',
  );
}

const keyText = (seq: number | null): string => (seq === null ? t('checklist.text.key-none') : displayNumber(seq));

function columns(rows: readonly (readonly string[])[]): string[] {
  const width = (index: number): number => Math.max(...rows.map((row) => (row[index] ?? '').length));
  const [first, second] = [width(0), width(1)];
  return rows.map(([step = '', state = '', proof = '']) =>
    `${step.padEnd(first)}  ${state.padEnd(second)}  ${proof}`.trimEnd(),
  );
}

async function main(): Promise<void> {
  const request = readRequest(process.argv.slice(2));
  const entries = await readJournal(request.file);
  const { track, now, urgent } = request;
  const asked: Asked = urgent === undefined ? { track, entries, now } : { track, entries, now, urgent };
  const view = computeChecklist(track, entries, urgent === undefined ? { now } : { now, urgent });
  const context = contextOf(asked);
  if (request.ics) process.stdout.write(calendarText(context, asked, t));
  else console.log(request.json ? JSON.stringify({ ...view, ...context }) : printTable(view, asked, context));
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
