/** One language's verifier in the page of an export: what it shows, built with text only, never with markup. */
import type { TextValues } from '@/lib/locales/format';
import type { verifying } from '@/lib/locales/fr/verify';
import { verifyText } from '../verify-text';
import type { Verification, VerifyLine } from '../verify-types';

export type PageText = (key: keyof typeof verifying, values?: TextValues) => string;

/** Lines of one level that are shown; a bag altered everywhere has thousands. */
const SHOWN = 100;
const LEVELS = ['problem', 'warning', 'ok'] as const;

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text: string | null,
  children: readonly Node[] = [],
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (text !== null) made.textContent = text;
  made.append(...children);
  return made;
}

export class Panel {
  readonly root: HTMLElement;
  private readonly t: PageText;
  /** « Ce que cela ne prouve pas »: read before anything is given, then part of every result. */
  private readonly notProved: HTMLElement;

  constructor(root: HTMLElement, t: PageText) {
    this.root = root;
    this.t = t;
    this.part('tool').hidden = false;
    this.part('noscript').hidden = true;
    this.notProved = this.part('not');
  }

  /** A part of the static markup. @throws Error when the markup has none */
  part(name: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(`[data-check="${name}"]`);
    if (!found) throw new Error(`no part ${name}`);
    return found;
  }

  inputs(): HTMLInputElement[] {
    return [...this.root.querySelectorAll('input')];
  }

  /** @param total 0 while the number of files is not known */
  progress(done: number, total: number): void {
    this.part('running').hidden = false;
    // Back under the tool while there is no result.
    this.root.append(this.notProved);
    this.part('result').replaceChildren();
    const bar = this.part('bar') as HTMLProgressElement;
    if (total > 0) {
      bar.max = total;
      bar.value = done;
    } else bar.removeAttribute('value');
    this.part('count').textContent = total > 0 ? this.t('check.progress', { done, total }) : this.t('check.reading');
  }

  /** One sentence instead of a result: cancelled, unreadable. */
  sentence(key: keyof typeof verifying, values?: TextValues): void {
    this.show('none', [element('p', this.t(key, values))]);
  }

  result(name: string, { verdict, dated, lines }: Verification): void {
    const last = dated.at(-1);
    const head = lines.find((line) => line.code === 'chain-ok')?.values['head'];
    const title = element('h3', this.t(last ? 'check.verdict.dated' : `check.verdict.${verdict}`));
    title.tabIndex = -1;
    const nodes: Node[] = [
      title,
      element('p', last ? this.t('check.sentence.dated', { ...last }) : this.t(`check.sentence.${verdict}`)),
      ...(verdict === 'not-ours' ? [] : [this.notProved]),
      element('p', null, [element('small', this.t('check.name', { name }))]),
    ];
    for (const level of LEVELS) nodes.push(...this.group(lines.filter((line) => line.level === level)));
    if (head !== undefined) nodes.push(element('p', this.t('check.head', { head })));
    this.show(verdict, nodes);
    title.focus();
  }

  private group(lines: readonly VerifyLine[]): Node[] {
    const [first] = lines;
    if (!first) return [];
    const items = lines.slice(0, SHOWN).map((line) => element('li', verifyText(line, this.t)));
    if (lines.length > SHOWN) items.push(element('li', this.t('check.more', { n: lines.length - SHOWN })));
    const list = element('ul', null, items);
    list.dataset['level'] = first.level;
    return [element('h4', this.t(`check.lines.${first.level}`)), list];
  }

  private show(verdict: Verification['verdict'] | 'none', nodes: readonly Node[]): void {
    this.part('running').hidden = true;
    const result = this.part('result');
    result.dataset['verdict'] = verdict;
    result.replaceChildren(...nodes);
  }
}
