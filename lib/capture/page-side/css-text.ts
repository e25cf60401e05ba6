/** The text of a page's style sheets as the browser holds them, without a reference to anything outside. */
import type { CachedFiles } from './cached';

const URL_IN_CSS = /url\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^)'"\s]*))\s*\)/g;
const NOTHING = 'data:,';

/** The rules of one sheet, imports included in place; empty for a sheet that the browser does not let us read (another origin). */
export function sheetText(sheet: CSSStyleSheet, base: string): string {
  const from = sheet.href ?? base;
  try {
    const text = [...sheet.cssRules].map((rule) => ruleText(rule, from)).join('\n');
    const media = sheet.media.mediaText;
    return media ? `@media ${media} {\n${text}\n}` : text;
  } catch (error) {
    if (error instanceof DOMException) return '';
    throw error;
  }
}

function ruleText(rule: CSSRule, base: string): string {
  if (rule instanceof CSSImportRule) return rule.styleSheet ? sheetText(rule.styleSheet, base) : '';
  return absolute(rule.cssText, base);
}

/** Makes the URLs of a CSS text absolute, so that rules of several sheets can stand together. */
export function absolute(css: string, base: string): string {
  return css.replace(URL_IN_CSS, (whole, double?: string, single?: string, bare?: string) => {
    const url = double ?? single ?? bare ?? '';
    if (url === '' || url.startsWith('data:') || url.startsWith('#')) return whole;
    return URL.canParse(url, base) ? `url(${JSON.stringify(new URL(url, base).href)})` : `url("${NOTHING}")`;
  });
}

/**
 * Replaces each URL by the file's own bytes where the cache has them, and by nothing elsewhere; « #name » too, which as a
 * background would be a request for the page itself.
 */
export async function embedded(css: string, files: Pick<CachedFiles, 'read'>): Promise<string> {
  const found = new Map<string, string | null>();
  const urls = new Set([...css.matchAll(URL_IN_CSS)].map((match) => match[1] ?? match[2] ?? match[3] ?? ''));
  await Promise.all([...urls].map(async (url) => found.set(url, url.startsWith('#') ? null : await files.read(url))));
  return css.replace(URL_IN_CSS, (_whole, double?: string, single?: string, bare?: string) => {
    const url = double ?? single ?? bare ?? '';
    return `url(${JSON.stringify(found.get(url) ?? NOTHING)})`;
  });
}
