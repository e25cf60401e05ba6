/** What hides a text and what does not, as boxes that hold others: random trees of them, and the words that must show. */
import fc from 'fast-check';

interface Means {
  /** Tag of the box; `div` when absent. */
  readonly tag?: string;
  readonly style?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** How the content goes in, when not simply as children. */
  readonly into?: 'shadow' | 'slot' | 'no-slot' | 'frame' | 'template' | 'after-summary';
  /** It hides by a property of text that a frame's document does not inherit. */
  readonly textOnly?: true;
}

/**
 * Nothing inside can be seen. Not here, on purpose: transparent text (a gradient clipped to the letters has a transparent
 * fill and shows), masks, and text under another layer or of the colour of its background: no style alone tells them.
 */
export const HIDING = {
  'display none': { style: 'display:none' },
  'an inactive wizard step': { tag: 'app-confirmation-step', style: 'display: none;' },
  'visibility hidden': { style: 'visibility:hidden' },
  'visibility collapse': { style: 'visibility:collapse' },
  'opacity 0': { style: 'opacity:0' },
  'filter opacity 0': { style: 'filter:opacity(0)' },
  hidden: { attributes: { hidden: '' } },
  'hidden until found': { attributes: { hidden: 'until-found' } },
  'zero height': { style: 'height:0;min-height:0;overflow:hidden;flex:none' },
  'zero width': { style: 'width:0;min-width:0;overflow:hidden;flex:none' },
  'one pixel': {
    style: 'position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap',
  },
  'clip-path inset': { style: 'clip-path:inset(50%)' },
  'clip-path circle': { style: 'clip-path:circle(0)' },
  'off the left': { style: 'position:absolute;left:-9999px;width:300px' },
  'off the top': { style: 'position:absolute;top:-9999px;height:100px' },
  'scale 0': { style: 'transform:scale(0)' },
  'moved away': { style: 'transform:translateX(-9999px)' },
  'edge on': { style: 'transform:rotateY(90deg)' },
  'a fixed panel above the window': { style: 'position:fixed;top:-500px;left:0' },
  'a fixed panel out of the window': { style: 'position:fixed;top:0;right:-420px;width:400px;height:300px' },
  'overflow clip': { style: 'height:0;min-height:0;overflow:clip;flex:none' },
  'no maximum height': { style: 'max-height:0;overflow:hidden' },
  'nearly no opacity': { style: 'opacity:0.01' },
  'clip-path polygon': { style: 'clip-path:polygon(0 0,0 0,0 0,0 0)' },
  'clip-path inset whole': { style: 'clip-path:inset(100%)' },
  'clip-path one side': { style: 'clip-path:inset(0 100% 0 0)' },
  'font size 0': { style: 'font-size:0', textOnly: true },
  'closed details': { tag: 'details', into: 'after-summary' },
  'a closed dialog': { tag: 'dialog' },
  'a closed popover': { attributes: { popover: '' } },
  'content-visibility hidden': { style: 'content-visibility:hidden' },
  inert: { attributes: { inert: '' } },
  'a template': { tag: 'template', into: 'template' },
  'a host without a slot': { into: 'no-slot' },
} as const satisfies Record<string, Means>;

/** What is inside is seen as if the box were not there. */
export const SHOWING = {
  'a box': {},
  'an inline box': { tag: 'span' },
  'aria-hidden alone': { attributes: { 'aria-hidden': 'true' } },
  'half opaque': { style: 'opacity:.5' },
  'a flex row': { style: 'display:flex;gap:8px' },
  'a grid': { style: 'display:grid' },
  'display contents': { style: 'display:contents' },
  'a cut box large enough': { style: 'overflow:hidden;min-height:30px' },
  'a scroller': { style: 'overflow:auto;height:60px;width:400px' },
  'moved a little': { style: 'transform:translate(4px,4px)' },
  sticky: { style: 'position:sticky;top:0' },
  'positioned relatively': { style: 'position:relative' },
  'upper-cased': { style: 'text-transform:uppercase' },
  'an open shadow root': { into: 'shadow' },
  'a slot': { into: 'slot' },
  'a same-origin frame': { tag: 'iframe', into: 'frame' },
  'open details': { tag: 'details', attributes: { open: '' }, into: 'after-summary' },
  'content-visibility visible': { style: 'content-visibility:visible' },
  'a list item': { tag: 'li' },
  'a fieldset': { tag: 'fieldset' },
} as const satisfies Record<string, Means>;

export type BoxName = keyof typeof HIDING | keyof typeof SHOWING;

/** A box and what it holds; a word is a paragraph on its own. */
export interface Tree {
  readonly box: BoxName;
  readonly holds: readonly (Tree | string)[];
}

export function meansOf(name: BoxName): Means {
  return { ...HIDING, ...SHOWING }[name];
}

interface State {
  readonly hidden: boolean;
  /** Hidden by a property of text, which ends at a frame. */
  readonly noText: boolean;
}

function inside(name: BoxName, state: State): State {
  const means = meansOf(name);
  if (means.into === 'frame') return { ...state, noText: false };
  if (!(name in HIDING)) return state;
  return means.textOnly ? { ...state, noText: true } : { ...state, hidden: true };
}

/** The words that a person sees, in any order. */
export function wordsShown(tree: Tree, outer: State = { hidden: false, noText: false }): string[] {
  const state = inside(tree.box, outer);
  return tree.holds.flatMap((held) => {
    if (typeof held !== 'string') return wordsShown(held, state);
    return state.hidden || state.noText ? [] : [held];
  });
}

function numbered(tree: Tree, next: { value: number }): Tree {
  const holds = tree.holds.map((held) => {
    if (typeof held !== 'string') return numbered(held, next);
    next.value += 1;
    return `mot${next.value}`;
  });
  return { ...tree, holds };
}

const hidingName = fc.constantFrom(...(Object.keys(HIDING) as BoxName[]));
const showingName = fc.constantFrom(...(Object.keys(SHOWING) as BoxName[]));

/** Trees of at most six levels in which most boxes show: hiding ones stand at any depth. Each word is said once. */
export const trees: fc.Arbitrary<Tree> = fc
  .letrec<{ tree: Tree; word: string }>((tie) => ({
    word: fc.constant('mot'),
    tree: fc.record({
      box: fc.oneof({ weight: 4, arbitrary: showingName }, { weight: 1, arbitrary: hidingName }),
      holds: fc.array(fc.oneof({ maxDepth: 5, depthSize: 'small', withCrossShrink: true }, tie('word'), tie('tree')), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  }))
  .tree.map((tree) => numbered(tree, { value: 0 }));
