/** The content script: registered at run time on the hosts that are granted, unregistered when one is taken back. */
import { browser } from './browser';
import { grantedMatches } from './permissions';

const ID = 'observe';
const FILE = 'observe.js';

/** Makes the registered script match what is granted now, and starts it in the tabs that are already open there. */
export async function syncRegistration(): Promise<void> {
  await navigator.locks.request('registration', async () => {
    const granted = await grantedMatches();
    const [before] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
    const known = new Set(before?.matches ?? []);
    if (granted.length === 0) {
      if (before) await browser.scripting.unregisterContentScripts({ ids: [ID] });
      return;
    }
    const script = {
      id: ID,
      js: [FILE],
      matches: granted,
      runAt: 'document_idle' as const,
      persistAcrossSessions: true,
    };
    if (!before) await browser.scripting.registerContentScripts([script]);
    else if (known.size !== granted.length || granted.some((match) => !known.has(match))) {
      await browser.scripting.updateContentScripts([script]);
    }
    const added = granted.filter((match) => !known.has(match));
    if (added.length > 0) await startInOpenTabs(added);
  });
}

async function startInOpenTabs(matches: string[]): Promise<void> {
  for (const tab of await browser.tabs.query({ url: matches })) {
    if (tab.id === undefined) continue;
    try {
      await browser.scripting.executeScript({ target: { tabId: tab.id }, files: [FILE] });
    } catch (cause) {
      // An error page or a tab that has just closed: the next navigation there starts the script by itself.
      console.debug('content script not started in an open tab', cause);
    }
  }
}
