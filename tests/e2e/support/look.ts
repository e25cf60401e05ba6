/** What is checked of every screen: no axe violation, nothing wider than the page, in the scheme asked for. */
import axe from 'axe-core';
import type { Surface } from '../drivers';

export type Scheme = 'light' | 'dark';

/** WCAG 2.2 A and AA, and what is good practice besides. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** axe in the page itself: our CSP lets no script in, the driver's evaluation is no script of the page. */
function withAxe(): () => boolean {
  const work = (): boolean => true;
  return Object.assign(work, { toString: () => `() => { ${axe.source}; return typeof axe === 'object'; }` });
}

/** Each violation, with where it is. @throws Error when axe looked at nothing */
export async function violations(surface: Surface): Promise<string[]> {
  if (!(await surface.evaluate(withAxe()))) throw new Error('axe did not start');
  return surface.evaluate(async (rules: string[]) => {
    const runner = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations: found, passes } = await runner.run(document, { runOnly: rules });
    if (passes.length < 10) throw new Error(`axe looked at nothing: ${passes.length} rules passed`);
    return found.flatMap((one) =>
      one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`),
    );
  }, RULES);
}

/** The paper of each scheme (assets/styles/tokens.css): proof that the scheme asked for is the one looked at. */
export const PAPER: Record<Scheme, string> = { light: 'rgb(246, 241, 230)', dark: 'rgb(25, 27, 23)' };

/**
 * What the person's preference does: `color-scheme`, and the two switches that the build makes of `light-dark()`.
 * @throws Error when the scheme was not taken
 */
export async function setScheme(surface: Surface, scheme: Scheme): Promise<void> {
  const paper = await surface.evaluate((wanted: string) => {
    const { style } = document.documentElement;
    style.colorScheme = wanted;
    style.setProperty('--lightningcss-light', wanted === 'light' ? 'initial' : ' ');
    style.setProperty('--lightningcss-dark', wanted === 'dark' ? 'initial' : ' ');
    const { backgroundColor } = getComputedStyle(document.documentElement);
    // A button on its way from one colour to the other is neither.
    for (const one of document.getAnimations()) one.finish();
    return backgroundColor;
  }, scheme);
  if (paper !== PAPER[scheme]) throw new Error(`the scheme ${scheme} was not taken: ${paper}`);
}

/** What is wider than the page, named. A list that scrolls by itself is not. */
export function overflow(surface: Surface): Promise<string[]> {
  return surface.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > root.clientWidth + 0.5,
    );
    return [`${root.scrollWidth} > ${root.clientWidth}`, ...wide.slice(0, 5).map((one) => one.outerHTML.slice(0, 120))];
  });
}
