/** Markup of a printed letter: what comes from people, pages and files is escaped, and only parts built here are kept. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup built from escaped parts only. The tables may not import lib/export/text.ts, which has the same for the bag. */
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
  if (typeof part === 'string' || typeof part === 'number')
    return String(part).replace(/[&<>"']/g, (found) => ENTITIES[found] ?? found);
  if ('markup' in part) return part.markup;
  return part.map((one) => one.markup).join('');
}
