/** A small extension API in memory: storage, tabs and permissions that behave; everything else is recorded. */

export interface FakeTab {
  id: number;
  windowId: number;
  active: boolean;
  url: string;
  title: string;
  width: number;
}

type Listener = (...args: never[]) => unknown;

function area(
  name: string,
  changed: Set<Listener>,
): { values: Map<string, unknown>; get: unknown; set: unknown; remove: unknown } {
  const values = new Map<string, unknown>();
  const tell = (changes: Record<string, unknown>): void => {
    for (const listener of changed) (listener as (changes: object, area: string) => void)(changes, name);
  };
  return {
    values,
    get: async (key: string) => (values.has(key) ? { [key]: structuredClone(values.get(key)) } : {}),
    set: async (items: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(items)) values.set(key, structuredClone(value));
      tell(items);
    },
    remove: async (key: string) => {
      values.delete(key);
      tell({ [key]: {} });
    },
  };
}

const heard = (): {
  addListener: (listener: Listener) => void;
  removeListener: (listener: Listener) => void;
  all: Set<Listener>;
} => {
  const all = new Set<Listener>();
  return { all, addListener: (listener) => all.add(listener), removeListener: (listener) => all.delete(listener) };
};

/** State of the fake, to be arranged by each test. */
export const fake = {
  tabs: [] as FakeTab[],
  granted: new Set<string>(),
  /** What a content script answers; null: there is none. */
  content: null as ((name: string, body: unknown) => unknown) | null,
  shoot: async (_windowId: number): Promise<string> => `data:image/png;base64,${'A'.repeat(200)}`,
  badges: new Map<number, string | null>(),
  titles: new Map<number, string>(),
  popupsOpened: 0,
};

const storageChanged = heard();

export const browser = {
  runtime: {
    id: 'carnet',
    getURL: (path: string) => `chrome-extension://carnet${path}`,
    getManifest: () => ({ version: '0.0.0-test' }),
    onMessage: heard(),
  },
  storage: {
    local: area('local', storageChanged.all),
    session: area('session', storageChanged.all),
    onChanged: storageChanged,
  },
  tabs: {
    query: async () => fake.tabs.map((tab) => ({ ...tab })),
    sendMessage: async (_tabId: number, message: { name: string; body: unknown }) => {
      if (!fake.content) throw new Error('Could not establish connection. Receiving end does not exist.');
      return fake.content(message.name, message.body);
    },
    captureVisibleTab: (windowId: number) => fake.shoot(windowId),
    onRemoved: heard(),
  },
  scripting: { executeScript: async () => [] },
  action: {
    // -1 stands for every tab without a sign of its own.
    setBadgeText: async ({ tabId = -1, text }: { tabId?: number; text: string | null }) =>
      void fake.badges.set(tabId, text),
    setBadgeBackgroundColor: async () => undefined,
    setBadgeTextColor: async () => undefined,
    setTitle: async ({ tabId = -1, title }: { tabId?: number; title: string }) => void fake.titles.set(tabId, title),
    openPopup: async () => void fake.popupsOpened++,
  },
  permissions: {
    contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => fake.granted.has(origin)),
    getAll: async () => ({ origins: [...fake.granted] }),
    onAdded: heard(),
    onRemoved: heard(),
  },
  commands: { getAll: async () => [{ name: 'capture-page', shortcut: 'Alt+Maj+C' }] },
};

/** Forgets everything: call before each test. */
export function resetFake(): void {
  fake.tabs = [];
  fake.granted.clear();
  fake.content = null;
  fake.shoot = async () => `data:image/png;base64,${'A'.repeat(200)}`;
  fake.badges.clear();
  fake.titles.clear();
  fake.popupsOpened = 0;
  for (const one of [browser.storage.local, browser.storage.session]) one.values.clear();
}
