/** Markup of a printed letter: what comes from people, pages and files is escaped, and only parts built here are kept. */

import { escapeHtml } from '@/lib/domain/escape';

/** Markup built from escaped parts only. */
export interface Markup {
  readonly markup: string;
}

type Piece = Markup | string | number | null | readonly Markup[];

/** Text parts are escaped, markup is kept, null is nothing. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Piece[]): Markup {
  const shown = strings.map((string, index) => (index === 0 ? '' : piece(parts[index - 1] ?? null)) + string);
  return { markup: shown.join('') };
}

function piece(part: Piece): string {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(part);
  if ('markup' in part) return part.markup;
  return part.map((one) => one.markup).join('');
}
