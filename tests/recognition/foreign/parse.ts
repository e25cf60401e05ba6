/** Foreign pages in their compact form → pages. One block a line; the first character says what it is. */

/** `#` heading, `##` smaller one, `-` item of a list, `>` quotation, `!` alert, `[` button, `?` field, `(` choice, else a paragraph. */
export type BlockKind = 'heading' | 'subheading' | 'item' | 'quote' | 'alert' | 'button' | 'field' | 'choice' | 'text';

export interface Block {
  readonly kind: BlockKind;
  readonly text: string;
}

export interface ForeignPage {
  readonly id: string;
  readonly theme: string;
  readonly title: string;
  readonly lang: string;
  readonly blocks: readonly Block[];
}

const MARKS: readonly (readonly [mark: string, kind: BlockKind])[] = [
  ['## ', 'subheading'],
  ['# ', 'heading'],
  ['- ', 'item'],
  ['> ', 'quote'],
  ['! ', 'alert'],
  ['[ ', 'button'],
  ['? ', 'field'],
  ['( ', 'choice'],
];

function blockOf(line: string): Block {
  const found = MARKS.find(([mark]) => line.startsWith(mark));
  return found ? { kind: found[1], text: line.slice(found[0].length) } : { kind: 'text', text: line };
}

/**
 * The pages of a theme. `@ id | title` opens a page, `= xx` gives its language (French when absent).
 * @throws Error on a line before the first page, or a page without an id
 */
export function parsePages(theme: string, source: string): ForeignPage[] {
  const pages: { id: string; theme: string; title: string; lang: string; blocks: Block[] }[] = [];
  for (const line of source.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const opened = /^@ ([a-z0-9-]+) \|(.*)$/.exec(line);
    const page = pages.at(-1);
    if (opened?.[1]) pages.push({ id: opened[1], theme, title: opened[2]?.trim() ?? '', lang: 'fr', blocks: [] });
    else if (!page) throw new Error(`${theme}: « ${line} » comes before the first page`);
    else if (/^= [a-z]{2}$/.test(line)) page.lang = line.slice(2);
    else page.blocks.push(blockOf(line));
  }
  return pages;
}
