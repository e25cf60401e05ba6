/**
 * What is done in Firefox's own window, through the privileged scope that `--remote-allow-system-access` opens.
 * The sources run in browser.xhtml (Firefox ESR 153); they are text because none of its names exist here.
 */
import { type Bidi, evaluateIn } from './firefox-surface';

export class FirefoxWindow {
  private readonly bidi: Bidi;
  private readonly context: string;
  private readonly id: string;

  constructor(bidi: Bidi, context: string, id: string) {
    this.bidi = bidi;
    this.context = context;
    this.id = id;
  }

  /** @param body statements of an async function; `ext` is the extension, `window` the browser's window in front */
  private async run<T>(body: string, argument?: unknown): Promise<T> {
    const expression = `(async (argument) => {
      const window = Services.wm.getMostRecentWindow('navigator:browser'); const document = window.document;
      const ext = WebExtensionPolicy.getByID(${JSON.stringify(this.id)})?.extension;
      ${body}
    })(${argument === undefined ? '' : JSON.stringify(argument)})`;
    return (await evaluateIn(this.bidi, this.context, expression)) as T;
  }

  /** Puts the extension's button in the toolbar, as « Épingler à la barre d'outils » does. */
  async pinButton(): Promise<void> {
    await this.run(`${BUTTON} const { CustomizableUI } = ChromeUtils.importESModule('moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs');
      CustomizableUI.addWidgetToArea(widget, 'nav-bar');`);
  }

  /** A real (synthesised at the widget level, trusted) mouse click on the toolbar button. */
  async clickButton(): Promise<void> {
    await this.run(`${BUTTON} const { event } = ChromeUtils.importESModule('chrome://remote/content/shared/webdriver/Event.sys.mjs');
      const node = document.getElementById(widget); const button = node.querySelector('.unified-extensions-item-action-button') ?? node;
      const box = button.getBoundingClientRect();
      await event.synthesizeMouseAtPoint(box.x + box.width / 2, box.y + box.height / 2, {}, window);`);
  }

  /**
   * The BiDi context of the open popup, null when there is none. The remote agent knows tabs only: the popup's browser
   * element is given the key that it lacks, and the agent's look-up is taught to find it.
   */
  popupContext(): Promise<string | null> {
    return this.run(`const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
      const all = () => [...Services.wm.getEnumerator('navigator:browser')].flatMap((one) => [...one.document.querySelectorAll('browser.webextension-popup-browser')]);
      if (!NavigableManager.knowsPopups) {
        const original = NavigableManager.getBrowserById.bind(NavigableManager);
        NavigableManager.getBrowserById = (id) => original(id) ?? all().find((one) => one.permanentKey && NavigableManager.getIdForBrowser(one) === id) ?? null;
        NavigableManager.knowsPopups = true;
      }
      const popup = all().find((one) => one.currentURI?.spec.includes('/popup') && one.closest('panel')?.state === 'open');
      if (!popup) return null;
      popup.permanentKey ??= {};
      return NavigableManager.getIdForBrowser(popup);`);
  }

  async closePopup(): Promise<void> {
    await this.run(
      `for (const one of document.querySelectorAll('browser.webextension-popup-browser')) one.closest('panel')?.hidePopup();`,
    );
  }

  /** Presses the keys of a manifest shortcut (`Alt+Shift+S`) in the browser's window. */
  async pressKeys(combination: string): Promise<void> {
    await this.run(
      `window.focus();
      const tip = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      tip.beginInputTransactionForTests(window);
      const names = { Ctrl: 'Control', MacCtrl: 'Control', Command: 'Meta' };
      const parts = argument.split('+').map((part) => names[part] ?? part);
      const letter = parts.pop();
      const held = parts.map((key) => new window.KeyboardEvent('', { key, code: key + 'Left' }));
      for (const one of held) tip.keydown(one);
      const key = new window.KeyboardEvent('', { key: letter, code: 'Key' + letter, keyCode: letter.charCodeAt(0) });
      tip.keydown(key); tip.keyup(key);
      for (const one of held.reverse()) tip.keyup(one);`,
      combination,
    );
  }

  /** Chooses an item of the page's context menu, once open; false while it is not. */
  chooseMenuItem(label: string): Promise<boolean> {
    return this.run(
      `const menu = document.getElementById('contentAreaContextMenu');
      if (menu.state !== 'open') return false;
      const item = [...menu.querySelectorAll('menuitem')].find((one) => one.label === argument);
      if (!item) throw new Error('no item « ' + argument + ' »: ' + [...menu.querySelectorAll('menuitem[id*=menuitem-]')].map((one) => one.label));
      menu.activateItem(item);
      return true;`,
      label,
    );
  }

  /** Answers the permission prompt, once shown; false while it is not. */
  answerPrompt(accept: boolean): Promise<boolean> {
    return this.run(
      `const panel = window.PopupNotifications.panel;
      const prompt = panel.state === 'open' ? [...panel.children].find((one) => one.id === 'addon-webext-permissions-notification') : null;
      if (!prompt) return false;
      (argument ? prompt.button : prompt.secondaryButton).click();
      return true;`,
      accept,
    );
  }

  /** What the switches of about:addons call. */
  async changeHosts(change: 'add' | 'remove', origins: readonly string[]): Promise<void> {
    await this.run(
      `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      await ExtensionPermissions[argument.change](ext.id, { permissions: [], origins: argument.origins }, ext);`,
      { change, origins },
    );
  }

  hasHosts(origins: readonly string[]): Promise<boolean> {
    return this.run(
      `return argument.every((one) => ext.allowedOrigins.patterns.some((pattern) => pattern.pattern === one));`,
      origins,
    );
  }

  async stopBackground(): Promise<void> {
    // It may be woken again at once: only the one that was running must be gone. One that is starting is let start first.
    await this.run(`const life = () => [...(ext.views ?? [])].find((view) => view.viewType === 'background')?.contextId;
      const before = life();
      for (let turn = 0; turn < 50; turn += 1) {
        await ext.terminateBackground({ ignoreDevToolsAttached: true });
        if (before === undefined || life() !== before) return true;
        await new Promise((done) => setTimeout(done, 100));
      }
      throw new Error('the background is ' + ext.backgroundState);`);
  }

  /** Uncaught exceptions of the extension's own documents since the browser started. */
  scriptErrors(): Promise<string[]> {
    return this.run(`const found = [];
      for (const message of Services.console.getMessageArray()) {
        if (!(message instanceof Ci.nsIScriptError)) continue;
        // Firefox's own word for a popup closed while it waited for an answer: no error of ours.
        if (/Promise (resolved|rejected) after context unloaded/.test(message.errorMessage)) continue;
        // 1 is a warning (nsIScriptError.warningFlag).
        if (message.sourceName.startsWith('moz-extension://') && !(message.flags & 1)) found.push(message.sourceName + ':' + message.lineNumber + ' ' + message.errorMessage);
      }
      return [...new Set(found)];`);
  }

  /** Makes the page's own area that size, in CSS pixels, by sizing the window; true once it is. */
  sizeTo(width: number, height: number): Promise<boolean> {
    return this.run(
      `const box = window.gBrowser.selectedBrowser.getBoundingClientRect();
      if (Math.round(box.width) === argument.width && Math.round(box.height) === argument.height) return true;
      window.resizeBy(argument.width - Math.round(box.width), argument.height - Math.round(box.height));
      return false;`,
      { width, height },
    );
  }
}

const BUTTON = `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const widget = ExtensionParent.apiManager.global.browserActionFor(ext).widget.id;`;
