/** The toolbar button of a tab: computed from what is known of it, never stored. */
import { translator } from '@/lib/locales';
import { pageLabel } from '@/lib/locales/page-label';
import { showButton } from '@/lib/platform/badge';
import { readSettings } from '@/lib/platform/settings';
import { tabMemory } from './memory';
import { appJournal } from './open-journal';
import { currentOwner } from './owner';

const STOPPED = ['blocked', 'down', 'refused'];

/** Signs: « ? » a question waits, « ! » a blocked page is seen and not captured, « ✓ » it is captured, none otherwise. */
export async function refreshButton(tabId: number): Promise<void> {
  const [memory, owner, settings, journal] = await Promise.all([
    tabMemory(tabId),
    currentOwner(),
    readSettings(),
    appJournal(),
  ]);
  const text = translator(settings.language);
  const alias = owner.dossier?.alias ?? text('flow.dossier.default');
  if ((await journal.held()).length > 0) return showButton(tabId, { sign: '?', title: text('flow.button.question') });
  const recognition = memory.page?.recognition ?? null;
  const stopped = (recognition && STOPPED.includes(recognition.outcome)) || memory.networkAttempt !== null;
  if (stopped && memory.captured === null) {
    const label = recognition ? pageLabel(recognition, settings.language) : text('flow.page.unreachable');
    return showButton(tabId, { sign: '!', title: text('flow.button.blocked', { label, alias }) });
  }
  const sign = stopped ? '✓' : '';
  const title = owner.dossier ? text('flow.button.idle', { alias }) : text('flow.button.none');
  return showButton(tabId, { sign, title });
}
