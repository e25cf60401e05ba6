/** The one interface through which journeys drive the built extension, the same in Chromium and in Firefox. */

export type BrowserName = 'chromium' | 'firefox';

/**
 * What a person points at: a CSS selector (a plain string), a test id, or an accessible name with, if need be, a role.
 * Only what is visible is found. A string name must be equal to or contained in the element's name, case aside.
 */
export type Query =
  | string
  | { readonly testId: string }
  | { readonly role?: Role; readonly name: string | RegExp; readonly exact?: boolean };

export type Role =
  | 'button'
  | 'link'
  | 'heading'
  | 'textbox'
  | 'checkbox'
  | 'radio'
  | 'combobox'
  | 'option'
  | 'listitem'
  | 'tab'
  | 'dialog'
  | 'img';

/** What `tests/portal` gives: only what a driver needs of it. */
export interface PortalPorts {
  /** TLS port of the stand-in sites. */
  readonly port: number;
  /** CONNECT proxy that leads every host there (Firefox). */
  readonly proxyPort: number;
  /** Switches that lead every host there (Chromium). */
  chromiumArgs(): readonly string[];
  /** Preferences that lead every host there and keep the browser quiet (Firefox). */
  firefoxPrefs(): Readonly<Record<string, string | number | boolean>>;
}

export interface LaunchOptions {
  /** Built extension, unpacked. */
  readonly extensionDir: string;
  readonly portal: PortalPorts;
  readonly lang?: 'fr' | 'en';
  /** False opens a window: on `display` if given, on a virtual one of our own (Xvfb) otherwise, or on the person's. */
  readonly headless?: boolean;
  /** Use the display of the environment (the person's own screen) instead of a virtual one. */
  readonly ownDisplay?: boolean;
  /** Keeps the profile there; a temporary one, removed on close, when absent. */
  readonly profileDir?: string;
  /** Size of the page's own area, in CSS pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly deviceScaleFactor?: number;
  readonly colorScheme?: 'light' | 'dark';
  /** Where the browser saves; a temporary folder when absent. */
  readonly downloadDir?: string;
  /** Time zone of the browser process (IANA), e.g. Europe/Paris. */
  readonly timeZone?: string;
}

export interface WaitOptions {
  /** Milliseconds; 30,000 unless told. */
  readonly timeout?: number;
}

/** `{ x: 0.5, y: 0 }`: the middle of the upper edge. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Anything with a document that a person can see and use: a tab, our popup. Input is real (trusted) input. */
export interface Surface {
  /** Runs a self-contained function in the page with one JSON argument; its result comes back as JSON. */
  evaluate<T>(work: () => T | Promise<T>): Promise<T>;
  evaluate<A, T>(work: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
  click(query: Query, options?: WaitOptions): Promise<void>;
  /** Presses on one point of an element, moves, lets go on another; points are shares of its width and height. */
  drag(selector: string, from: Point, to: Point): Promise<void>;
  /** Replaces the content of a field by typing. Date and time fields get their value set, with its events. */
  fill(query: Query, value: string, options?: WaitOptions): Promise<void>;
  /** Chooses in a `<select>` by keyboard, by the option's text (contained) or value (equal). */
  choose(query: Query, option: string, options?: WaitOptions): Promise<void>;
  /** Presses keys one after the other: `Tab`, `Enter`, `a`, `Shift+Tab`, `Control+a`. */
  press(...keys: string[]): Promise<void>;
  setFiles(selector: string, paths: readonly string[]): Promise<void>;
  /** Visible text of the whole document. */
  text(): Promise<string>;
  count(query: Query): Promise<number>;
  waitFor(query: Query, options?: WaitOptions): Promise<void>;
  waitForGone(query: Query, options?: WaitOptions): Promise<void>;
  waitForText(text: string | RegExp, options?: WaitOptions): Promise<void>;
  /** PNG of what is in view, at the device's scale. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

export interface Tab extends Surface {
  /** Navigates and waits for the load. `failed` is the browser's word for it when no page came (its own error page shows). */
  goto(url: string): Promise<{ failed: string | null }>;
  /** Loads again and waits; `failed` as for `goto`. */
  reload(): Promise<{ failed: string | null }>;
  url(): Promise<string>;
  title(): Promise<string>;
  bringToFront(): Promise<void>;
  /** Gives the page another area, in CSS pixels: the window stays, the page's own measures and media queries change. */
  resizeTo(width: number, height: number): Promise<void>;
  /** PNG of the whole page. */
  fullScreenshot(): Promise<Buffer>;
}

export type Popup = Surface;

export interface Session {
  readonly browser: BrowserName;
  readonly headless: boolean;
  readonly extensionId: string;
  /** `chrome-extension://…/` or `moz-extension://…/`. */
  readonly baseUrl: string;
  readonly downloadDir: string;
  /** Errors of the extension's own contexts so far: uncaught exceptions and `console.error`. Tests assert that there is none. */
  errors(): Promise<readonly string[]>;
  newTab(url?: string): Promise<Tab>;
  /** Opens another window with one tab. */
  newWindow(url?: string): Promise<Tab>;
  /** A tab of ours, opened now. @param path e.g. `journal.html` */
  openPage(path: string): Promise<Tab>;
  /** A tab of ours that the extension opens by itself. */
  waitForPage(path: string, options?: WaitOptions): Promise<Tab>;
  /** A real click on the toolbar button while `tab` is in front: gives `activeTab`, opens the real popup. */
  clickToolbar(tab: Tab): Promise<Popup>;
  /** The real keyboard shortcut of a command of the manifest. Chromium: with a window only. */
  pressShortcut(tab: Tab, command: string): Promise<void>;
  /** Right click in the page, then our item. Chromium: with a window only. @param label text of the item */
  contextMenu(tab: Tab, label: string): Promise<void>;
  /**
   * Does `click`, which asks the browser for hosts, and answers yes in the browser's own prompt.
   * Chromium without a window cannot show it: the answer is then given beforehand in the browser's settings.
   */
  acceptHosts(origins: readonly string[], click: () => Promise<void>): Promise<void>;
  /** Does `click` and answers no in the browser's prompt. Chromium: with a window only. */
  refuseHosts(click: () => Promise<void>): Promise<void>;
  grantHosts(origins: readonly string[]): Promise<void>;
  /** Takes hosts away as the browser's own settings do. */
  revokeHosts(origins: readonly string[]): Promise<void>;
  hasHosts(origins: readonly string[]): Promise<boolean>;
  /** Stops the background as the browser does when it needs room; the next event wakes it. */
  killWorker(): Promise<void>;
  /** Runs in the background worker (Chromium) or in a blank document of the extension (Firefox). */
  evaluateInExtension<T>(work: () => T | Promise<T>): Promise<T>;
  /** Runs `work` with the global object of the background: in the worker (Chromium), or from a blank document of ours (Firefox). */
  evaluateInBackground<T>(work: (world: typeof globalThis) => T | Promise<T>): Promise<T>;
  /** Waits for a saved file, whole; gives its path. */
  waitForDownload(name: RegExp, options?: WaitOptions): Promise<string>;
  /** Resolves when the person closes the browser. */
  waitForClose(): Promise<void>;
  close(): Promise<void>;
}
