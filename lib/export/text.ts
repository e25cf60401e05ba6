/** Escaping: what comes from pages, files and people never becomes markup, a formula or a control character. */

import { CONTROLS, escapeHtml } from '@/lib/domain/escape';

/** HTML that was built here, from escaped parts only. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | null | readonly Html[];

/**
 * The only way to build HTML here: text parts are escaped, `Html` parts are kept, `null` is nothing.
 * @example html`<p>${title}</p>`
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let out = strings[0] ?? '';
  parts.forEach((part, index) => {
    out += render(part) + (strings[index + 1] ?? '');
  });
  return { html: out };
}

function render(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(part);
  if ('html' in part) return part.html;
  return part.map((one) => one.html).join('\n');
}

/** A spreadsheet runs a cell that begins so, even quoted (OWASP, CSV Injection); full-width forms count in some locales. */
const FORMULA = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** One CSV cell: always quoted (RFC 4180), and neutralised with an apostrophe when it would run as a formula. */
export function csvCell(value: string): string {
  const clean = value.replace(CONTROLS, '\ufffd');
  const safe = FORMULA.test(clean) ? `'${clean}` : clean;
  return `"${safe.replaceAll('"', '""')}"`;
}
