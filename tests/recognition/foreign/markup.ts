/** The same foreign page as four kinds of sites write it: plain HTML, nameless boxes, a State-like design, a component library. */
import type { Block, BlockKind, ForeignPage } from './parse';

type Writers = Readonly<Record<BlockKind, (text: string, index: number) => string>>;

const PLAIN: Writers = {
  heading: (text) => `<h1>${text}</h1>`,
  subheading: (text) => `<h2>${text}</h2>`,
  item: (text) => `<ul><li>${text}</li></ul>`,
  quote: (text) => `<blockquote><p>${text}</p></blockquote>`,
  alert: (text) => `<p role="alert">${text}</p>`,
  button: (text) => `<button type="button">${text}</button>`,
  field: (text, index) => `<p><label for="c${index}">${text}</label> <input id="c${index}" name="champ${index}"></p>`,
  choice: (text, index) =>
    `<p><input type="radio" name="choix" id="r${index}"><label for="r${index}">${text}</label></p>`,
  text: (text) => `<p>${text}</p>`,
};

const BOXES: Writers = {
  ...PLAIN,
  heading: (text) => `<div class="t1">${text}</div>`,
  subheading: (text) => `<div class="t2">${text}</div>`,
  item: (text) => `<div class="l"><span>•</span> <span>${text}</span></div>`,
  quote: (text) => `<div class="q"><span>${text}</span></div>`,
  alert: (text) => `<div class="m">${text}</div>`,
  button: (text) => `<a class="b" href="#">${text}</a>`,
  text: (text) => `<div>${text}</div>`,
};

const STATE_LIKE: Writers = {
  ...PLAIN,
  heading: (text) => `<h1 class="fr-h1">${text}</h1>`,
  item: (text) => `<div class="fr-card"><h3 class="fr-card__title"><a href="#">${text}</a></h3></div>`,
  quote: (text) => `<figure class="fr-quote"><blockquote>${text}</blockquote></figure>`,
  alert: (text) => `<div class="fr-alert fr-alert--error"><h3 class="fr-alert__title">${text}</h3></div>`,
  button: (text) => `<button class="fr-btn" type="button">${text}</button>`,
  text: (text) => `<p class="fr-text">${text}</p>`,
};

const COMPONENTS: Writers = {
  ...PLAIN,
  heading: (text) => `<h2 class="ui-title">${text}</h2>`,
  item: (text) => `<table><tbody><tr><td>${text}</td></tr></tbody></table>`,
  alert: (text) =>
    `<p-message><div class="ui-message ui-message-error"><span class="ui-message-text">${text}</span></div></p-message>`,
  button: (text) =>
    `<p-button><button class="ui-button" type="button"><span class="ui-button-text">${text}</span></button></p-button>`,
};

export const MARKUPS = { plain: PLAIN, boxes: BOXES, 'state-like': STATE_LIKE, components: COMPONENTS } as const;
export type MarkupName = keyof typeof MARKUPS;
export const MARKUP_NAMES = Object.keys(MARKUPS) as MarkupName[];

const SURROUNDINGS: Readonly<Record<MarkupName, (body: string) => string>> = {
  plain: (body) =>
    `<header><a href="/">Accueil</a> <nav><ul><li><a href="/actualites">Actualités</a></li><li><a href="/contact">Contact</a></li></ul></nav></header><main>${body}</main><footer><a href="/mentions">Mentions légales</a></footer>`,
  boxes: (body) =>
    `<div class="page"><div class="haut"><a href="/">Accueil</a> | <a href="/plan">Plan du site</a></div><div class="corps">${body}</div><div class="bas">© 2026</div></div>`,
  'state-like': (body) =>
    `<header class="fr-header"><p class="fr-header__service-title">Un service en ligne</p></header><nav class="fr-breadcrumb"><ol><li><a href="/">Accueil</a></li><li>Cette page</li></ol></nav><main class="fr-container">${body}</main><footer class="fr-footer"><ul><li><a href="/a11y">Accessibilité : non conforme</a></li></ul></footer>`,
  components: (body) =>
    `<app-root><app-header><a href="#/">Accueil</a></app-header><main>${body}</main><app-footer><a href="#/aide">Aide</a></app-footer></app-root>`,
};

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A whole document. Pages without any block stay empty, without surroundings. */
export function htmlOf(page: ForeignPage, markup: MarkupName): string {
  const writers = MARKUPS[markup];
  const blocks = page.blocks.map((block: Block, index) => writers[block.kind](escaped(block.text), index)).join('\n');
  const body = page.blocks.length === 0 ? '' : SURROUNDINGS[markup](blocks);
  return `<!DOCTYPE html><html lang="${page.lang}"><head><meta charset="utf-8"><title>${escaped(page.title)}</title></head><body>${body}</body></html>`;
}
