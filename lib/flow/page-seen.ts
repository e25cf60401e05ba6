/** A page state seen by a content script: remembered, logged once, captured where a gesture is still in force, and answered with a note. */
import { displayNumber } from '@/lib/domain/entry';
import { AppError } from '@/lib/domain/errors';
import { backgroundTranslator } from '@/lib/locales/background';
import { pageLabel } from '@/lib/locales/page-label';
import { direction } from '@/lib/locales/translate';
import type { NoteTexts, PageState, SightingMessage } from '@/lib/messages/contract';
import { currentShortcut, isFirefox } from '@/lib/platform/capabilities';
import type { Sender } from '@/lib/platform/messaging';
import { hostKind } from '@/lib/platform/permissions';
import { readSettings, type Settings } from '@/lib/platform/settings';
import { findTab, injectScript } from '@/lib/platform/tabs';
import { type Logged, logPage } from './attempts';
import { refreshButton } from './button';
import { captureTab } from './captures';
import { currentOwner, noteLogin } from './owner';
import { sighted } from './sightings';

const NOTED = ['blocked', 'down', 'refused'];

/** The state is that of the sender's own tab and host, or it is refused: a content script speaks for its page only. */
function tabOf({ facts: { url } }: SightingMessage, sender: Sender): number {
  const host = new URL(sender.url).host;
  if (sender.tabId === null || !hostKind(host) || !URL.canParse(url) || new URL(url).host !== host) {
    throw new AppError('message-refused', { detail: host });
  }
  return sender.tabId;
}

/**
 * One after the other for each tab: a state is logged before the next one is looked at.
 * @throws AppError message-refused
 */
export async function pageSeen(message: SightingMessage, sender: Sender): Promise<{ note?: NoteTexts }> {
  const tabId = tabOf(message, sender);
  return navigator.locks.request(`page-seen:${tabId}`, async () => {
    const seen = await sighted(tabId, message);
    if (seen?.stands !== 'state') return {};
    const { page: cleaned, facts, networkAttempt } = seen;
    const { masked: _masked, ...page } = cleaned;
    await noteLogin(page);
    const logged = await logPage(tabId, cleaned, facts, networkAttempt);
    const settings = await readSettings();
    const number = logged === 'written' ? await captureByItself(tabId, settings) : null;
    await refreshButton(tabId);
    const note = await noteFor(page, logged, number, settings);
    if (note) await drawNote(tabId);
    return { note };
  });
}

/** Puts the script that draws the note beside the observer: most pages have nothing to say, and do without it. */
async function drawNote(tabId: number): Promise<void> {
  try {
    await injectScript(tabId, '/note.js');
  } catch (cause) {
    // The page went away, or the host was just taken back: there is no place for a note, and the line is written.
    console.warn('no note in this page', cause);
  }
}

/** Pixels while a gesture is still in force; else, if the person allowed it, the page drawn again. Null when neither could be. */
async function captureByItself(tabId: number, settings: Settings): Promise<number | null> {
  if (!settings.automaticCapture) return null;
  // A page opened behind another: nobody is looking at it, and the screen shows something else. It is no failed capture.
  if (!(await findTab(tabId))?.active) return null;
  const screen = await attemptCapture(tabId, 'screen');
  if (screen !== 'no-gesture') return screen;
  if (!settings.rerender || isFirefox) return null;
  const rerendered = await attemptCapture(tabId, 'rerendered');
  return rerendered === 'no-gesture' ? null : rerendered;
}

async function attemptCapture(tabId: number, method: 'screen' | 'rerendered'): Promise<number | null | 'no-gesture'> {
  try {
    const { seq, reason } = await captureTab({ tabId, method, trigger: 'automatic' });
    return reason ? null : seq;
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'no-gesture') return 'no-gesture';
    if (cause instanceof AppError) {
      console.warn('automatic capture', cause);
      return null;
    }
    throw cause;
  }
}

async function noteFor(page: PageState, logged: Logged, number: number | null, settings: Settings): Promise<NoteTexts> {
  const { recognition } = page;
  if (!recognition || !NOTED.includes(recognition.outcome)) return null;
  const text = backgroundTranslator(settings.language);
  const { dossier } = await currentOwner();
  const alias = dossier?.alias ?? text('flow.dossier.default');
  const shortcut = await currentShortcut('capture-page');
  const body =
    logged === 'held'
      ? text('flow.note.held')
      : number !== null
        ? text('flow.note.captured', { number: displayNumber(number), alias })
        : logged === 'none'
          ? ''
          : text('flow.note.logged', { alias });
  return {
    title: text('flow.note.title', { label: pageLabel(recognition, settings.language) }),
    body,
    alias,
    hint: number !== null ? '' : shortcut ? text('flow.note.shortcut', { shortcut }) : text('flow.note.no-shortcut'),
    close: text('flow.note.close'),
    lang: settings.language,
    dir: direction(settings.language),
  };
}
