/** One tab of Chromium: its address, its window, its pictures, beside what any document of it can do. */
import { setTimeout as sleep } from 'node:timers/promises';
import { LAUNCH, until } from './base-surface';
import { ChromiumSurface } from './chromium-surface';
import type { Attached, Targets } from './chromium-targets';
import type { Tab } from './types';

export class ChromiumTab extends ChromiumSurface implements Tab {
  readonly targetId: string;
  private readonly targets: Targets;

  constructor(targets: Targets, targetId: string, attached: Attached) {
    super(attached.send, async () => {
      await targets.close(targetId);
      await until('the tab did not close', async () =>
        (await targets.list('page')).some((one) => one.targetId === targetId) ? null : true,
      );
    });
    this.targets = targets;
    this.targetId = targetId;
  }

  async goto(url: string): Promise<{ failed: string | null }> {
    const { errorText } = await this.send('Page.navigate', { url });
    await this.loaded();
    return { failed: typeof errorText === 'string' ? errorText : null };
  }

  async reload(): Promise<{ failed: string | null }> {
    return this.goto(await this.url());
  }

  /** The address as the bar shows it (on an error page the document's own is another). */
  async url(): Promise<string> {
    const { entries, currentIndex } = (await this.send('Page.getNavigationHistory')) as {
      entries: { url: string }[];
      currentIndex: number;
    };
    return entries[currentIndex]?.url ?? '';
  }

  title(): Promise<string> {
    return this.evaluate(() => document.title);
  }

  async bringToFront(): Promise<void> {
    await this.targets.activate(this.targetId);
    await this.send('Page.bringToFront');
    await until('the tab did not come to the front', async () =>
      (await this.evaluate(() => document.visibilityState)) === 'visible' ? true : null,
    );
  }

  async resizeTo(width: number, height: number): Promise<void> {
    await this.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 0, mobile: false });
  }

  async fullScreenshot(): Promise<Buffer> {
    const { cssContentSize: size } = (await this.send('Page.getLayoutMetrics')) as {
      cssContentSize: { width: number; height: number };
    };
    const clip = { x: 0, y: 0, width: size.width, height: size.height, scale: 1 };
    const { data } = (await this.send('Page.captureScreenshot', {
      format: 'png',
      captureBeyondViewport: true,
      clip,
    })) as { data: string };
    return Buffer.from(data, 'base64');
  }

  /** Makes the page's own area that size, in CSS pixels, by sizing the window as a person does. */
  async sizeTo(width: number, height: number): Promise<void> {
    await until(
      `the page did not take ${width}×${height}`,
      async () => {
        // A tab behind another one (welcome opens by itself) does not hear of the window's size.
        await this.targets.activate(this.targetId);
        const inner = await this.evaluate(() => ({ width: window.innerWidth, height: window.innerHeight }));
        if (inner.width === width && inner.height === height) return true;
        const { windowId, bounds } = (await this.send('Browser.getWindowForTarget')) as {
          windowId: number;
          bounds: { width: number; height: number };
        };
        const outer = { width: bounds.width + width - inner.width, height: bounds.height + height - inner.height };
        await this.send('Browser.setWindowBounds', { windowId, bounds: outer });
        await sleep(250); // the window manager's answer comes later; measuring again too early would overshoot
        return null;
      },
      LAUNCH,
    );
  }
}

/** The tab as this driver made it. @throws Error when it is another browser's */
export function asOurs(tab: Tab): ChromiumTab {
  if (!(tab instanceof ChromiumTab)) throw new Error('not a tab of this browser');
  return tab;
}
