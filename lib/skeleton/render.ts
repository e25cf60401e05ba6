/** From what was read to the file that the person reads in full before saving it: an HTML fixture without anything of theirs. Pure. */
import { keptAddress } from './address';
import { keptText, type Place, personalWords } from './text';
import type { SourceNode, SourcePage } from './tree';

/** Longest skeleton, in characters: it is shown whole, and a person must be able to read it. */
export const MAX_SKELETON = 60_000;

const VALUES = new Set(
  'td dd input textarea select option datalist output time address data meter progress code pre kbd samp var'.split(
    ' ',
  ),
);
const VALUE_ROLES = new Set(
  'cell gridcell textbox searchbox combobox listbox option spinbutton slider log timer definition'.split(' '),
);
const MENUS = new Set(['header', 'nav']);
const MENU_ROLES = new Set('banner navigation menu menubar menuitem'.split(' '));
const LABELS = new Set('h1 h2 h3 h4 h5 h6 a button summary label legend th dt caption'.split(' '));
const LABEL_ROLES = new Set('heading button link tab'.split(' '));
const ALERT_ROLES = new Set('alert status alertdialog'.split(' '));
/** Tags written as they are; any other is a `div`, or a `span` when it flows with the text. */
const TAGS = new Set(
  `article aside body button dd details dialog div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr iframe
  input label legend li main nav ol p section select summary table tbody td textarea tfoot th thead tr ul a`.split(
    /\s+/,
  ),
);
const VOID = new Set(['input', 'hr']);
/** Worth a line even when nothing in them may be said. */
const CONTROLS = new Set('input textarea select button a iframe dialog form details'.split(' '));
const ROLES = new Set(
  [...VALUE_ROLES, ...MENU_ROLES, ...LABEL_ROLES, ...ALERT_ROLES].concat(
    'main form search region list listitem radio radiogroup checkbox switch dialog table row tablist tabpanel group contentinfo progressbar'.split(
      ' ',
    ),
  ),
);
const TYPES = new Set('text password email tel number date time search url radio checkbox file hidden'.split(' '));

const roleOf = (node: SourceNode): string => (ROLES.has(node.role) ? node.role : '');

/** The most careful place of a node and of what holds it. */
function placeOf(node: SourceNode, around: Place): Place {
  const role = roleOf(node);
  if (around === 'value' || node.editable || VALUES.has(node.tag) || VALUE_ROLES.has(role)) return 'value';
  if (around === 'menu' || MENUS.has(node.tag) || MENU_ROLES.has(role)) return 'menu';
  if (around === 'alert' || ALERT_ROLES.has(role)) return 'alert';
  return around === 'label' || LABELS.has(node.tag) || LABEL_ROLES.has(role) ? 'label' : 'block';
}

/** The words of values and menus: masked wherever else they stand. */
function gather(node: SourceNode, around: Place, into: Set<string>): void {
  const place = placeOf(node, around);
  for (const child of node.children) {
    if (typeof child !== 'string') gather(child, place, into);
    else if (place === 'value' || place === 'menu') for (const word of personalWords(child)) into.add(word);
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Texts that flow together are one text: « Bonjour <b>Nadia</b> » is read as a person reads it. */
function merged(children: readonly (SourceNode | string)[]): (SourceNode | string)[] {
  const out: (SourceNode | string)[] = [];
  const add = (child: SourceNode | string): void => {
    if (typeof child !== 'string' && child.inline && !child.hidden && roleOf(child) === '' && !child.editable) {
      for (const one of child.children) add(one);
      return;
    }
    const last = out.at(-1);
    if (typeof child === 'string' && typeof last === 'string') out[out.length - 1] = last + child;
    else out.push(child);
  };
  for (const child of children) add(child);
  return out;
}

/** What is written of an element: its tag with its attributes, and what is left of its content. */
interface Kept {
  readonly name: string;
  readonly attributes: readonly string[];
  readonly children: readonly (Kept | string)[];
}

function nameOf(node: SourceNode): string {
  if (TAGS.has(node.tag)) return node.tag;
  return node.inline ? 'span' : 'div';
}

function attributesOf(node: SourceNode): string[] {
  const name = nameOf(node);
  const role = roleOf(node);
  return [
    ...(name === 'a' ? ['href="#"'] : []),
    ...(name === 'button' ? ['type="button"'] : []),
    ...(name === 'input' ? [`type="${TYPES.has(node.type) ? node.type : 'text'}"`] : []),
    ...(role ? [`role="${role}"`] : []),
    ...((name === 'details' || name === 'dialog') && !node.hidden ? ['open'] : []),
    ...(node.disabled ? ['disabled'] : []),
    ...(node.hidden ? ['hidden'] : []),
  ];
}

const isHidden = (child: Kept | string | undefined): boolean =>
  typeof child === 'object' && child.attributes.includes('hidden');

/** What is left of an element; null when there is nothing to say of it. */
function keep(node: SourceNode, around: Place, personal: ReadonlySet<string>): Kept | null {
  const [name, attributes] = [nameOf(node), attributesOf(node)];
  if (node.hidden) return { name, attributes, children: [] };
  const place = placeOf(node, around);
  const children: (Kept | string)[] = [];
  for (const child of merged(node.children)) {
    const kept = typeof child === 'string' ? keptText(child, place, personal) : keep(child, place, personal);
    // Hidden things in a row say no more than one.
    if (kept !== null && kept !== '' && !(isHidden(kept) && isHidden(children.at(-1)))) children.push(kept);
  }
  if (children.length === 0 && !CONTROLS.has(name) && attributes.length === 0) return null;
  const [only] = children;
  // A box around one thing says nothing more than the thing.
  const bare = (name === 'div' || name === 'span') && attributes.length === 0;
  return bare && children.length === 1 && typeof only === 'object' ? only : { name, attributes, children };
}

function* linesOf({ name, attributes, children }: Kept, depth: number): Generator<string> {
  const pad = '  '.repeat(Math.min(depth, 20));
  const open = `${pad}<${[name, ...attributes].join(' ')}>`;
  const close = VOID.has(name) ? '' : `</${name}>`;
  if (children.every((child) => typeof child === 'string')) {
    yield `${open}${children.map(escaped).join(' ')}${close}`;
    return;
  }
  yield open;
  for (const child of children) {
    if (typeof child === 'string') yield `${pad}  ${escaped(child)}`;
    else yield* linesOf(child, depth + 1);
  }
  yield `${pad}${close}`;
}

/** The lines up to the bound. */
function print(body: Kept): { text: string; cut: boolean } {
  let text = '';
  for (const line of linesOf(body, 0)) {
    if (text.length + line.length > MAX_SKELETON) return { text: `${text}</body>\n`, cut: true };
    text += `${line}\n`;
  }
  return { text, cut: false };
}

function langOf(lang: string): string {
  return /^[a-z]{2}(?:-[A-Z]{2})?$/.test(lang) ? lang : 'fr';
}

/**
 * The skeleton of a page, in the format of a fixture of lib/pages (first comment: url, status, expect, note).
 * Nothing in it is the person's: no value, name, number, date, e-mail, identifier or parameter.
 */
export function renderSkeleton(page: SourcePage): string {
  const personal = new Set<string>();
  gather(page.body, 'block', personal);
  const body = keep(page.body, 'block', personal);
  const { text, cut } = print(body ?? { name: 'body', attributes: [], children: [] });
  const status = Number.isInteger(page.status) && page.status >= 100 && page.status <= 599 ? page.status : 200;
  const rest = cut || page.truncated ? ' Suite coupée : la page est très longue.' : '';
  return `<!--
url: ${keptAddress(page.url, personal) || 'https://exemple.invalid/'}
status: ${status}
expect: none
note: Squelette d'une page non reconnue. *** = texte retiré, # = nombre retiré. À compléter à la main avec des valeurs inventées.${rest}
-->
<!DOCTYPE html>
<html lang="${langOf(page.lang)}">
<head>
  <meta charset="utf-8">
  <title>${escaped(keptText(page.title, 'label', personal))}</title>
</head>
${text}</html>
`;
}
