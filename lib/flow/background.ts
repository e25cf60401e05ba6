/** Every event of the background, wired synchronously to what it does (MV3: a listener registered late is a listener lost). */
import { AppError } from '@/lib/domain/errors';
import { backgroundTranslator } from '@/lib/locales/background';
import { openPopup } from '@/lib/platform/badge';
import { hearGestures, hearLifecycle, showMenuItem } from '@/lib/platform/gestures';
import { type Handlers, hearMessages } from '@/lib/platform/messaging';
import { hearNetwork, narrowNetwork } from '@/lib/platform/network';
import { grantedMatches, onPermissionsChanged } from '@/lib/platform/permissions';
import { syncRegistration } from '@/lib/platform/registration';
import { onSettingsChanged, readSettings } from '@/lib/platform/settings';
import { onTabClosed, openExtensionPage } from '@/lib/platform/tabs';
import { stillGranted } from './access';
import { refreshButton, refreshDues } from './button';
import { cancelCapture, captureTab } from './captures';
import { failureOf, forgetTab } from './memory';
import { networkHeard } from './network';
import { appJournal } from './open-journal';
import { adoptOnlyDossier, answerOwner } from './owner';
import { pageSeen } from './page-seen';
import { forgetReceipts } from './receipts';
import { tabState } from './tab-state';

/** Runs a task of an event that nobody waits for. A failure is never silent: it reaches the console with its cause. */
function run(what: string, task: () => Promise<unknown>): void {
  task().catch((cause) => console.error(`background: ${what}`, cause));
}

/** An expected failure becomes an answer; anything else is a bug and is thrown. */
async function answered<T>(task: () => Promise<T>): Promise<T | { error: string; detail?: string }> {
  try {
    return await task();
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    return { error: cause.code, ...(cause.detail ? { detail: cause.detail.slice(0, 500) } : {}) };
  }
}

const handlers: Handlers = {
  'page-seen': async (body, sender) => ((await stillGranted(sender)) ? pageSeen(body, sender) : {}),
  'tab-state': async ({ tabId }) => {
    const state = await tabState(tabId);
    // The popup has just opened, or something was done in it; during a long capture it asks several times a second.
    if (state.progress === null) run('dues', refreshDues);
    return state;
  },
  capture: (body) => answered(() => captureTab({ ...body, trigger: 'popup' })),
  'capture-cancel': async () => {
    cancelCapture();
    return {};
  },
  'owner-answer': ({ dossier }) => answered(async () => ({ released: await answerOwner(dossier) })),
};

async function gesture(trigger: 'shortcut' | 'context-menu', tabId: number): Promise<void> {
  const answer = await answered(() => captureTab({ tabId, method: 'screen', trigger }));
  await refreshButton(tabId);
  // The popup is where a question can be asked and an error read.
  if ('error' in answer || answer.reason) await openPopup();
}

/** What reads the pages and the network follows what is granted, and nothing else. */
async function followPermissions(): Promise<void> {
  narrowNetwork(await grantedMatches());
  await syncRegistration();
}

async function wake(): Promise<void> {
  const journal = await appJournal();
  await journal.recover(failureOf);
  await adoptOnlyDossier();
  await followPermissions();
  const settings = await readSettings();
  await showMenuItem(backgroundTranslator(settings.language)('flow.menu.capture'));
  await refreshDues();
}

/** A line written by a page of ours may end a wait, or start one. */
async function followJournal(): Promise<void> {
  (await appJournal()).subscribe(() => run('dues', refreshDues));
}

export function startBackground(): void {
  hearMessages(handlers);
  hearGestures((trigger, tabId) => run(trigger, () => gesture(trigger, tabId)));
  hearNetwork((phase, details) => run('network', () => networkHeard(phase, details)));
  hearLifecycle({
    installed: () => run('installed', () => openExtensionPage('welcome')),
    // Being woken is enough: `wake` below runs at each start of the worker.
    started: () => undefined,
  });
  onPermissionsChanged(() => run('permissions', followPermissions));
  onSettingsChanged(() => run('settings', wake));
  onTabClosed((tabId) => run('tab closed', () => Promise.all([forgetTab(tabId), forgetReceipts(tabId)])));
  run('wake', wake);
  run('journal', followJournal);
}
