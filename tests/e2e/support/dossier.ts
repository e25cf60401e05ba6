/** A person's gestures on one dossier, the same for every track: open it, go to a step, note an exchange, add a file, prepare a letter, read the home, export. */
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import type { ChecklistView } from '@/lib/domain/checklist-types';
import type { Channel, EntryKind, EntryOf, ExchangeOutcome } from '@/lib/domain/entry';
import type { ImportShows } from '@/lib/domain/imported';
import type { LetterId } from '@/lib/letters';
import type { FieldId } from '@/lib/letters/fields';
import { translator } from '@/lib/locales';
import type { Popup, Surface, Tab } from '../drivers/types';
import type { Product } from './product';
import { fileIn } from './zip-file';

const ROOT = new URL('../../..', import.meta.url).pathname;
const t = translator('fr');

/** Text as it is compared: no kind of space is worth a failure. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ');

// --- Opening ----------------------------------------------------------------------------------------------------------

/** The one page after the install, with no department. */
export async function finishWelcome({ session }: Product, alias: string): Promise<void> {
  const welcome = await session.waitForPage('welcome.html');
  await welcome.bringToFront();
  await welcome.fill({ role: 'textbox', name: t('welcome.alias') }, alias);
  await welcome.click('[data-action="finish"]');
  await welcome.waitFor('[data-banner="welcome-finished"]');
  await welcome.close();
}

/** What blocks, in the three pictures and their lists; null: « je ne sais pas encore ». */
export interface Start {
  readonly family: 'site' | 'paper' | 'appointment';
  /** Code of the blockage, or `other-…`. */
  readonly choice: string;
}

async function fillNewDossier(surface: Surface, alias: string, start: Start | null): Promise<void> {
  const form = '[data-form="new-dossier"]';
  await surface.fill(`${form} input:not([type])`, alias);
  await surface.click(`${form} [data-family="${start?.family ?? 'unknown'}"]`);
  if (start) await surface.click(`${form} [data-start="${start.choice}"]`);
  await surface.click(`${form} [data-action="create-dossier"]`);
  await surface.waitForGone(form);
}

/** Another dossier in a popup already open; it becomes the one of the page. */
export async function dossierFromPopup(popup: Popup, alias: string, start: Start | null): Promise<void> {
  await popup.click('[data-action="new-dossier"]');
  await fillNewDossier(popup, alias, start);
  await vi.waitFor(async () => expect(await dossierOf(popup)).toBe(alias), { timeout: 15_000, interval: 100 });
}

/** Whose page the popup says it is: a list where there are several. */
function dossierOf(popup: Popup): Promise<string> {
  return popup.evaluate(() => {
    const whose = document.querySelector<HTMLSelectElement | HTMLOutputElement>('#whose');
    const chosen = whose && 'selectedOptions' in whose ? whose.selectedOptions[0] : whose;
    return chosen?.textContent ?? '';
  });
}

/** Another dossier from the journal's tab; ends on its home. */
export async function dossierFromJournal(journal: Tab, alias: string, start: Start | null): Promise<void> {
  await journal.click('nav a[href="#/dossiers"]');
  await journal.click('[data-action="new-dossier"]');
  await fillNewDossier(journal, alias, start);
  await journal.waitFor({ role: 'heading', name: alias });
  await goHome(journal);
}

/** Says that the page is this dossier's, if that is asked. */
export async function ownPage(popup: Popup): Promise<void> {
  const yes = '[data-action="owner-yes"]';
  await popup.waitFor(`[data-action="capture-view"]:not([disabled]), ${yes}`);
  if ((await popup.count(yes)) === 0) return;
  await popup.click(yes);
  await popup.waitForGone(yes);
}

/** From the popup to the dossier's home, in its own tab. */
export async function openHome({ session }: Product, popup: Popup): Promise<Tab> {
  await popup.click('[data-action="open-home"]');
  const journal = await session.waitForPage('journal.html');
  await journal.bringToFront();
  await journal.waitFor('[data-home="next"]');
  return journal;
}

/** The lines of one dossier, by its alias, in order: the reader gives those of every dossier. */
export async function ownEntries<K extends EntryKind>(
  { journal }: Product,
  alias: string,
  kind: K,
): Promise<EntryOf<K>[]> {
  const opened = (await journal.ofKind('dossier-opened')).find(({ data }) => data.alias === alias);
  return (await journal.ofKind(kind)).filter(({ dossier }) => dossier === opened?.dossier);
}

// --- Where one is -----------------------------------------------------------------------------------------------------

export interface HomeView {
  /** '' when nothing is proposed. */
  readonly next: string;
  readonly missing: readonly string[];
  /** « Il manque : le constat de la préfecture OU l’attestation du CCC. » */
  readonly keysMissing: boolean;
  /** State of each step, in the order shown. */
  readonly states: Readonly<Record<string, string>>;
}

export async function goHome(journal: Tab): Promise<void> {
  await journal.bringToFront();
  await journal.click('nav a[href="#/"]');
  await journal.waitFor('[data-part="home"] [data-home="next"]');
}

/** What the home says, as it is drawn. */
export async function readHome(journal: Tab): Promise<HomeView> {
  await goHome(journal);
  return journal.evaluate(() => {
    const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
    return {
      next: document.querySelector<HTMLElement>('[data-home="next"]')?.dataset['next'] ?? 'no card',
      missing: all('[data-missing]').map((one) => one.dataset['missing'] ?? ''),
      keysMissing: document.querySelector('[data-home="keys"]') !== null,
      states: Object.fromEntries(
        all('[data-checklist] [data-step]').map((one) => [one.dataset['step'] ?? '', one.dataset['state'] ?? '']),
      ),
    };
  });
}

/** Waits until the home says that much: another tab may have just written. */
export function homeSays(journal: Tab, wanted: Partial<HomeView>): Promise<void> {
  return vi.waitFor(async () => expect(await readHome(journal)).toMatchObject(wanted), {
    timeout: 15_000,
    interval: 300,
  });
}

/** From the home to the page of a step, by its title. */
export async function openStep(journal: Tab, step: string): Promise<void> {
  await goHome(journal);
  await journal.click(`[data-checklist] [data-step="${step}"] .step-title a`);
  await journal.waitFor(`[data-step-page="${step}"]`);
}

/** Waits until the step's page, already open, says that state. */
export async function stepIs(journal: Tab, step: string, state: string): Promise<void> {
  await journal.waitFor(`[data-step-page="${step}"][data-state="${state}"]`);
}

/** Sets a step or a part aside from the page that offers it. @param reason absent: the one that the dialog proposes */
export async function skip(journal: Tab, id: string, reason?: string): Promise<void> {
  await journal.click(`[data-action="skip-${id}"]`);
  if (reason) await journal.fill('dialog textarea', reason);
  await journal.click('dialog [data-action="save"]');
  await journal.waitForGone('dialog');
}

/** An entry of the journal, from its timeline. */
export async function openEntry(journal: Tab, seq: number): Promise<void> {
  await journal.bringToFront();
  await journal.click('nav a[href="#/journal"]');
  await journal.click(`[data-seq="${seq}"] .item-link`);
  await journal.waitFor(`[data-entry="${seq}"]`);
}

// --- Exchanges, questions, files --------------------------------------------------------------------------------------

/** What a person says in the form of an exchange; what is absent is left as it stands. */
export interface Said {
  /** `YYYY-MM-DD` */
  readonly day?: string;
  readonly outcome?: ExchangeOutcome;
  readonly reference?: string;
  readonly words?: string;
  readonly files?: readonly string[];
  /** The capture of this number is ticked: `P-0004`. */
  readonly capture?: string;
}

async function fillExchange(journal: Tab, said: Said): Promise<void> {
  const form = 'dialog form';
  await journal.waitFor(`${form} [data-action="save"]`);
  if (said.day) await journal.fill(`${form} input[type="date"]`, said.day);
  if (said.outcome) await journal.click({ role: 'radio', name: t(`outcome.${said.outcome}`), exact: true });
  if (said.reference !== undefined)
    await journal.fill({ role: 'textbox', name: t('exchange.reference') }, said.reference);
  if (said.words) await journal.fill(`${form} textarea`, said.words);
  if (said.files) await journal.setFiles(`${form} input[type="file"]`, said.files);
  if (said.capture) await journal.click({ role: 'checkbox', name: said.capture });
}

async function saveExchange(journal: Tab): Promise<void> {
  await journal.click('dialog form [data-action="save"]');
  await journal.waitForGone('dialog');
}

/** Notes an exchange from the page of its step, already open. */
export async function recordExchange(journal: Tab, channel: Channel, said: Said): Promise<void> {
  await journal.click(`[data-action="add-${channel}"]`);
  await fillExchange(journal, said);
  await saveExchange(journal);
}

/** Notes what came of an exchange, in the dialog already open (a letter's « ajouter la preuve », an entry's « noter la suite »). */
export async function recordOutcome(journal: Tab, said: Said, look?: () => Promise<void>): Promise<void> {
  await fillExchange(journal, said);
  await look?.();
  await saveExchange(journal);
}

/** Answers a question of the step whose page is open. @returns when the answer is shown */
export async function answer(
  journal: Tab,
  question: string,
  choice: 'yes' | 'no' | 'unknown' | 'have' | 'none',
  files: readonly string[] = [],
): Promise<void> {
  const form = `[data-form="answer-${question}"]`;
  await journal.click(`[data-action="answer-${question}"]`);
  await journal.waitFor(form);
  await journal.click({ role: 'radio', name: t(`choice.${choice}`), exact: true });
  if (files.length > 0) await journal.setFiles(`${form} input[type="file"]`, files);
  await journal.click(`${form} [data-action="save"]`);
  // Another question opened before the end of the saving would be closed by it.
  await journal.waitForGone(form);
  await journal.waitFor(`[data-question="${question}"] [data-answered="${choice}"]`);
}

/** What a person says of a file; what is absent is left as the page proposes it. */
export interface FileSaid {
  readonly shows?: ImportShows;
  /** `YYYY-MM-DD`; `from-file`: the date that the file gives. */
  readonly day: string;
  readonly attach?: number;
  readonly outcome?: ExchangeOutcome;
}

/** One file on the page « Ajouter des fichiers », already open: chosen, told, saved. */
export async function importFile(journal: Tab, path: string, said: FileSaid): Promise<void> {
  const ready = '[data-import="ready"]';
  await journal.waitFor('[data-field="files"]');
  await journal.setFiles('[data-field="files"]', [path]);
  await journal.waitFor(ready, { timeout: 60_000 });
  if (said.shows) await journal.choose(`${ready} [data-field="shows"]`, said.shows);
  if (said.attach) await journal.choose(`${ready} [data-field="attach"]`, String(said.attach));
  if (said.outcome) await journal.choose(`${ready} [data-field="outcome"]`, said.outcome);
  if (said.day === 'from-file') await journal.click(`${ready} [data-action="take-date"]`);
  else await journal.fill(`${ready} [data-field="day"]`, said.day);
  await journal.click(`${ready} [data-action="save-import"]`);
  await journal.waitFor('[data-imports] li:last-child[data-import="saved"]');
}

/** The page « Ajouter des fichiers » from the timeline, asked by nobody. */
export async function openImports(journal: Tab): Promise<void> {
  await journal.click('nav a[href="#/journal"]');
  await journal.click('[data-action="add-files"]');
  await journal.waitFor('[data-imports]');
}

// --- Letters ----------------------------------------------------------------------------------------------------------

/** From the page of a step, already open, to one of its letters. */
export async function openLetter(journal: Tab, letter: LetterId): Promise<void> {
  await journal.click(`[data-letter="${letter}"]`);
  await journal.waitFor(`[data-letter-screen="${letter}"]`);
}

/** Fills fields of the letter that is open; folded ones are unfolded first. */
export async function fillLetter(journal: Tab, values: Partial<Record<FieldId, string>>): Promise<void> {
  for (const fold of ['taken', 'more']) {
    const closed = `[data-fold="${fold}"]:not([open]) > summary`;
    if ((await journal.count(closed)) > 0) await journal.click(closed);
  }
  for (const [id, value] of Object.entries(values)) {
    const field = `[data-field="${id}"]`;
    if ((await journal.count(`${field} select`)) > 0) await journal.choose(`${field} select`, value);
    else if ((await journal.count(`${field} input[type="checkbox"]`)) > 0)
      await journal.click(`${field} input[type="checkbox"]`);
    else await journal.fill(`${field} :is(input, textarea)`, value);
  }
}

/** What is said under the letter's buttons once it went out. */
export async function letterSaid(journal: Tab): Promise<string> {
  await journal.waitFor('[data-banner="letter-said"]', { timeout: 90_000 });
  return journal.evaluate(() => document.querySelector('[data-banner="letter-said"]')?.textContent ?? '');
}

// --- Out --------------------------------------------------------------------------------------------------------------

/** The ZIP of the active dossier, and its journal written beside it. */
export async function exportDossier(
  { session }: Product,
  journal: Tab,
  folder: string,
): Promise<{ zip: string; lines: string }> {
  await journal.bringToFront();
  await journal.click('nav a[href="#/export"]');
  await journal.click('[data-action="export"]');
  await journal.waitFor('[data-banner="export-done"]', { timeout: 120_000 });
  const zip = await session.waitForDownload(/\.zip$/);
  const lines = join(folder, 'journal.jsonl');
  await writeFile(lines, fileIn(zip, 'data/journal.jsonl'));
  return { zip, lines };
}

/** Runs one of our commands as an outsider does. */
export function command(name: 'verify' | 'checklist', ...args: string[]): { code: number | null; text: string } {
  const run = spawnSync(join(ROOT, 'node_modules/.bin/tsx'), [join(ROOT, `tests/commands/${name}.ts`), ...args], {
    encoding: 'utf8',
    cwd: ROOT,
  });
  return { code: run.status, text: `${run.stdout}${run.stderr}` };
}

export type CommandView = ChecklistView & {
  readonly due: readonly { readonly id: string; readonly on: string; readonly over: boolean }[];
};

/** `npm run checklist -- journal.jsonl --track … --now … --json`, read. @throws Error when it does not answer */
export function checklistOf(lines: string, track: string, now: number): CommandView {
  const { code, text } = command('checklist', lines, '--track', track, '--now', new Date(now).toISOString(), '--json');
  if (code !== 0) throw new Error(`npm run checklist: ${code}: ${text}`);
  return JSON.parse(text) as CommandView;
}

/** The command's answer, in the shape of the home's. */
export function asHome(view: ChecklistView): Omit<HomeView, 'keysMissing'> {
  return {
    next: view.next ?? '',
    missing: [...view.missing],
    states: Object.fromEntries(view.steps.map(({ id, state }) => [id, state])),
  };
}
