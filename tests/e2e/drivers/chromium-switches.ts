/** How Chromium is started for the tests: its switches and its environment. */
import type { LaunchOptions } from './types';

/** Switches of toolchain.md § 5; nothing of the browser's own goes on the network. */
export function switches(options: LaunchOptions, extension: string): string[] {
  const { width, height } = options.viewport ?? { width: 1280, height: 800 };
  return [
    ...(options.headless === false ? [] : ['--headless=new']),
    '--no-sandbox',
    '--disable-gpu',
    // As drivers do without a window: their full-page picture grows the view, where a scroll bar would go and move the page.
    ...(options.headless === false ? [] : ['--hide-scrollbars']),
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    `--lang=${options.lang === 'en' ? 'en-US' : 'fr'}`,
    '--window-position=0,0',
    `--window-size=${width},${height + 100}`,
    `--force-device-scale-factor=${options.deviceScaleFactor ?? 1}`,
    // 0 is dark and 1 is light (blink::mojom::PreferredColorScheme); it also holds in our popup.
    `--blink-settings=preferredColorScheme=${options.colorScheme === 'dark' ? 0 : 1}`,
    ...options.portal.chromiumArgs(),
  ];
}

export function environment(options: LaunchOptions, display: string | undefined): Record<string, string> {
  const own = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return {
    ...Object.fromEntries(own),
    LANGUAGE: options.lang === 'en' ? 'en' : 'fr',
    ...(options.timeZone ? { TZ: options.timeZone } : {}),
    ...(display ? { DISPLAY: display } : {}),
  };
}
