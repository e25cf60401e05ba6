/** Runs inside pages: finds what a person could point at, by selector or by accessible name. Self-contained by need. */
import type { Query } from './types';

/** A query as it crosses into the page. */
export interface WireQuery {
  readonly css: string | null;
  readonly role: string | null;
  readonly name: { readonly source: string; readonly flags: string } | null;
  readonly text: string | null;
  readonly exact: boolean;
}

/** Where the element is, in CSS pixels of the viewport, and what it is. */
export interface Located {
  readonly count: number;
  readonly x: number;
  readonly y: number;
  readonly disabled: boolean;
  /** What would receive the click instead, when something covers the element. */
  readonly coveredBy: string | null;
  readonly tag: string;
  readonly type: string;
}

export function toWire(query: Query): WireQuery {
  const empty = { css: null, role: null, name: null, text: null, exact: false };
  if (typeof query === 'string') return { ...empty, css: query };
  if ('testId' in query) return { ...empty, css: `[data-testid="${query.testId}"]` };
  const named =
    query.name instanceof RegExp
      ? { name: { source: query.name.source, flags: query.name.flags } }
      : { text: query.name };
  return { ...empty, ...named, role: query.role ?? null, exact: query.exact ?? false };
}

export function describeQuery(query: Query): string {
  if (typeof query === 'string') return query;
  if ('testId' in query) return `[data-testid="${query.testId}"]`;
  return `${query.role ?? 'element'} « ${query.name} »`;
}

/** Finds the elements of a query; `act` scrolls to the first one, or focuses it. Serialised into the page. */
export function locate(input: { query: WireQuery; act: 'look' | 'scroll' | 'focus' }): Located {
  const { query } = input;
  const roles: Record<string, string> = {
    button: 'button,summary,input[type=button],input[type=submit],[role=button]',
    link: 'a[href],[role=link]',
    heading: 'h1,h2,h3,h4,h5,h6,[role=heading]',
    textbox:
      'input:not([type]),input[type=text],input[type=email],input[type=tel],input[type=search],input[type=url],input[type=password],input[type=number],input[type=date],input[type=time],input[type=datetime-local],textarea,[role=textbox]',
    checkbox: 'input[type=checkbox],[role=checkbox],[role=switch]',
    radio: 'input[type=radio],[role=radio]',
    combobox: 'select,[role=combobox]',
    option: 'option,[role=option]',
    listitem: 'li,[role=listitem]',
    tab: '[role=tab]',
    dialog: 'dialog[open],[role=dialog],[role=alertdialog]',
    img: 'img,svg[role=img],[role=img]',
  };
  const squeeze = (text: string): string => text.normalize('NFC').replace(/’/g, "'").replace(/\s+/g, ' ').trim();
  const visible = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    return (
      box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true, opacityProperty: false })
    );
  };
  const nameOf = (element: Element): string => {
    const label = element.getAttribute('aria-label');
    if (label) return squeeze(label);
    const by = element.getAttribute('aria-labelledby');
    if (by) {
      return squeeze(
        by
          .split(/\s+/)
          .map((id) => document.getElementById(id)?.textContent ?? '')
          .join(' '),
      );
    }
    if (
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement
    ) {
      const labels = [...(element.labels ?? [])].map((one) => one.innerText).join(' ');
      const button = element instanceof HTMLInputElement && /^(button|submit)$/.test(element.type) ? element.value : '';
      return squeeze(labels || button || element.getAttribute('placeholder') || element.title);
    }
    const own = element instanceof HTMLElement ? element.innerText : element.textContent;
    return squeeze(own || element.getAttribute('alt') || element.getAttribute('title') || '');
  };
  const any = Object.values(roles).join(',');
  const selector = query.css ?? (query.role ? (roles[query.role] ?? `[role=${query.role}]`) : any);
  const pattern = query.name ? new RegExp(query.name.source, query.name.flags.replace('g', '')) : null;
  const wanted = query.text === null ? null : squeeze(query.text).toLowerCase();
  const candidates = [...document.querySelectorAll(selector)].filter(
    (element) =>
      visible(element) || (element instanceof HTMLInputElement && /^(checkbox|radio|file)$/.test(element.type)),
  );
  const named = candidates.filter((element) => {
    if (pattern) return pattern.test(nameOf(element));
    if (wanted === null) return true;
    const name = nameOf(element).toLowerCase();
    return query.exact ? name === wanted : name.includes(wanted);
  });
  // An equal name wins over a longer one; an inner element over its container.
  const equal = wanted === null ? undefined : named.find((element) => nameOf(element).toLowerCase() === wanted);
  const first = equal ?? named.find((element) => !named.some((other) => other !== element && element.contains(other)));
  if (!first) return { count: named.length, x: 0, y: 0, disabled: false, coveredBy: null, tag: '', type: '' };
  // A checkbox hidden behind its drawn label is clicked on the label, as a person does.
  const box = first instanceof HTMLInputElement && !visible(first) ? (first.labels?.[0] ?? first) : first;
  if (input.act !== 'look') {
    const before = box.getBoundingClientRect();
    const inside = before.top >= 0 && before.left >= 0 && before.bottom <= innerHeight && before.right <= innerWidth;
    if (!inside) box.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  }
  if (input.act === 'focus' && first instanceof HTMLElement) first.focus();
  if (input.act === 'scroll') {
    // Tells afterwards whether the click came to the element, or to where it stood a moment ago. Pressing on it is not
    // enough: what moves away under a pressed button is not clicked.
    const hit = Symbol.for('driver-click');
    Reflect.set(window, hit, false);
    const heard = (event: Event): void => {
      const at = event.target;
      if (!(at instanceof Element)) return;
      const same = box.contains(at) || (at.contains(box) && at === pressed) || at.closest('label')?.control === first;
      Reflect.set(window, hit, same);
    };
    let pressed: EventTarget | null = null;
    const press = (event: Event): void => {
      pressed = event.target;
    };
    addEventListener('mousedown', press, { once: true, capture: true });
    addEventListener('click', heard, { once: true, capture: true });
  }
  const rectangles = [...box.getClientRects()];
  const rectangle = rectangles.find((one) => one.width > 0 && one.height > 0) ?? box.getBoundingClientRect();
  const x = rectangle.left + rectangle.width / 2;
  const y = rectangle.top + rectangle.height / 2;
  const hit = document.elementFromPoint(x, y);
  const reached =
    !hit || box.contains(hit) || hit.contains(box) || (hit instanceof HTMLLabelElement && hit.control === first);
  return {
    count: named.length,
    x,
    y,
    disabled: first.matches(':disabled') || first.getAttribute('aria-disabled') === 'true',
    coveredBy: reached || !hit ? null : hit.outerHTML.slice(0, 120),
    tag: first.tagName.toLowerCase(),
    type: first.getAttribute('type') ?? '',
  };
}

/** Which option of the focused `<select>` is meant and which is chosen: indexes, −1 when none. */
export function optionIndexes(input: { query: WireQuery; option: string }): { wanted: number; chosen: number } {
  const squeeze = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
  const select = document.activeElement;
  if (!(select instanceof HTMLSelectElement)) return { wanted: -1, chosen: -1 };
  const options = [...select.options];
  const byValue = options.findIndex((option) => option.value === input.option);
  const byText = options.findIndex((option) => squeeze(option.text).includes(squeeze(input.option)));
  return { wanted: byValue >= 0 ? byValue : byText, chosen: select.selectedIndex };
}

/** Sets the value of the focused field as the browser's own picker does, with its events (date and time fields). */
export function setFocusedValue(value: string): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement)) throw new Error('no field has the focus');
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  setter?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Empties the focused field's selection for typing over it. */
export function selectFocused(): void {
  const field = document.activeElement;
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
}

/** Whether the last click came to its element; true in a new document: the click led there. */
export function clickArrived(): boolean {
  return Reflect.get(window, Symbol.for('driver-click')) !== false;
}
