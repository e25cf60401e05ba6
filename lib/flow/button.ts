/** The toolbar button: computed from what is known of a tab and of the active dossier's days, never stored. */
import { backgroundTranslator } from '@/lib/locales/background';
import { pageLabel } from '@/lib/locales/page-label';
import { showButton, showButtonEverywhere } from '@/lib/platform/badge';
import { readSettings } from '@/lib/platform/settings';
import { activeTabs } from '@/lib/platform/tabs';
import { hasDueNow } from './dues';
import { capturedIn, tabMemory } from './memory';
import { appJournal } from './open-journal';
import { currentOwner } from './owner';

const STOPPED = ['blocked', 'down', 'refused'];
/** A day is here or past. It says nothing of what, or whose. */
const DUE = '•';

/**
 * Signs, the first that holds: « ? » a question waits, « ! » a blocked page is seen and not captured, « • » a day of the
 * dossier is here or past, « ✓ » the blocked page is captured, none otherwise. A tab without a sign of its own shows the
 * one of every tab, so that « • » needs no visit to each of them.
 */
export async function refreshButton(tabId: number): Promise<void> {
  const [memory, owner, settings, journal] = await Promise.all([
    tabMemory(tabId),
    currentOwner(),
    readSettings(),
    appJournal(),
  ]);
  const text = backgroundTranslator(settings.language);
  const alias = owner.dossier?.alias ?? text('flow.dossier.default');
  if ((await journal.held()).length > 0) return showButton(tabId, { sign: '?', title: text('flow.button.question') });
  const recognition = memory.page?.recognition ?? null;
  const stopped = (recognition && STOPPED.includes(recognition.outcome)) || memory.networkAttempt !== null;
  if (stopped && capturedIn(memory, owner.dossier?.id) === null) {
    const label = recognition ? pageLabel(recognition, settings.language) : text('flow.page.unreachable');
    return showButton(tabId, { sign: '!', title: text('flow.button.blocked', { label, alias }) });
  }
  if (await hasDueNow(owner.dossier, settings.waits))
    return showButton(tabId, { sign: null, title: text('flow.button.due', { alias }) });
  const title = owner.dossier ? text('flow.button.idle', { alias }) : text('flow.button.none');
  return showButton(tabId, { sign: stopped ? '✓' : null, title });
}

/**
 * The sign of every tab, and of those in front their own. At each start of the worker, when the popup opens, after each
 * change of the journal that the worker hears. No alarm: with nobody at the browser, a new day shows at the next event.
 */
export async function refreshDues(): Promise<void> {
  const [owner, settings] = await Promise.all([currentOwner(), readSettings()]);
  const text = backgroundTranslator(settings.language);
  const due = await hasDueNow(owner.dossier, settings.waits);
  await showButtonEverywhere({
    sign: due ? DUE : '',
    title: text(due ? 'flow.button.due-anywhere' : 'flow.button.none'),
  });
  for (const tabId of await activeTabs()) await refreshButton(tabId);
}
