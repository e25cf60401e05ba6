/** The other design's markup: PrimeNG components become DSFR-like ones, and the reverse (field guide §§ 2.1, 2.2). */

function replaceWith(element: Element, tag: string, className: string): Element {
  const made = element.ownerDocument.createElement(tag);
  for (const { name, value } of element.attributes) made.setAttribute(name, value);
  made.setAttribute('class', className);
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}

function wrap(element: Element, ...outer: readonly (readonly [tag: string, className: string])[]): void {
  let current: Element = element;
  for (const [tag, className] of [...outer].reverse()) {
    const made = element.ownerDocument.createElement(tag);
    made.setAttribute('class', className);
    current.replaceWith(made);
    made.append(current);
    current = made;
  }
}

function isOld(document: Document): boolean {
  return document.querySelector('[class*="ui-"],[ng-version^="7."],p-button,p-message,.kc-feedback-text') !== null;
}

function toDsfr(document: Document): void {
  for (const old of document.querySelectorAll(
    'p-message,p-messages,.ui-message,.ui-messages,.kc-feedback-text,.alert',
  )) {
    if (old.closest('.fr-alert')) continue;
    const alert = replaceWith(old, 'div', 'fr-alert fr-alert--error fr-alert--sm');
    wrap(alert, ['dsfr-alert', '']);
  }
  for (const button of document.querySelectorAll('button')) {
    button.setAttribute('class', 'fr-btn');
    if (button.childElementCount === 1 && button.firstElementChild?.localName === 'span')
      button.textContent = button.textContent?.trim() ?? '';
    if (button.parentElement?.localName === 'p-button') replaceWith(button.parentElement, 'dsfr-button', '');
  }
  for (const crumb of document.querySelectorAll('app-breadcrumb')) {
    const made = replaceWith(crumb, 'dsfr-breadcrumb', '');
    for (const list of made.querySelectorAll('ul')) replaceWith(list, 'ol', 'fr-breadcrumb__list');
  }
  for (const input of document.querySelectorAll('input:not([type=hidden]),select')) input.classList.add('fr-input');
  for (const heading of document.querySelectorAll('h2,h3'))
    replaceWith(heading, heading.localName === 'h2' ? 'h1' : 'h2', 'fr-h3');
  for (const main of document.querySelectorAll('main'))
    wrapChildren(main, ['div', 'fr-container'], ['div', 'fr-grid-row'], ['div', 'fr-col-12']);
}

function wrapChildren(element: Element, ...outer: readonly (readonly [tag: string, className: string])[]): void {
  const holder = element.ownerDocument.createElement('div');
  holder.append(...element.childNodes);
  element.append(holder);
  wrap(holder, ...outer);
}

function toPrime(document: Document): void {
  for (const alert of document.querySelectorAll('.fr-alert,.fr-notice,.fr-error-text,.fr-message--error')) {
    const message = replaceWith(alert, 'span', 'ui-message-text');
    wrap(message, ['p-message', ''], ['div', 'ui-message ui-widget ui-corner-all ui-message-error']);
    // Inside a line of text a block cannot stand: headings of an alert become bold.
    for (const inner of message.querySelectorAll('h2,h3,h4,p')) replaceWith(inner, 'div', 'ui-message-detail');
  }
  for (const button of document.querySelectorAll('button')) {
    const text = document.createElement('span');
    text.className = 'ui-button-text ui-clickable';
    text.append(...button.childNodes);
    button.append(text);
    button.setAttribute('class', 'ui-button ui-widget ui-state-default ui-corner-all ui-button-text-only');
    wrap(button, ['p-button', 'fullWidthButton']);
  }
  for (const nav of document.querySelectorAll('.fr-breadcrumb')) {
    const made = replaceWith(nav, 'app-breadcrumb', '');
    for (const list of made.querySelectorAll('ol')) replaceWith(list, 'ul', '');
    const said = document.createElement('span');
    said.textContent = 'Vous êtes ici : ';
    made.prepend(said);
    for (const [index, item] of [...made.querySelectorAll('li')].entries()) {
      if (index > 0) item.insertAdjacentHTML('afterbegin', '<span aria-hidden="true"> &gt; </span>');
    }
  }
  for (const heading of document.querySelectorAll('h1,h2'))
    replaceWith(heading, heading.localName === 'h1' ? 'h2' : 'h3', 'ui-title');
  wrapChildren(document.body, ['app-root', ''], ['div', 'app-root'], ['app-portal', ''], ['app-theme-v2', '']);
}

export function otherDesign(document: Document): void {
  if (isOld(document)) toDsfr(document);
  else toPrime(document);
}
