/** Runs in a blank page: builds a tree of boxes in a frame, and reads it with the shipped reader. */
import { readPageFacts } from '@/lib/observe/read-page';
import { meansOf, type Tree } from './visibility';

declare global {
  var wordsRead: (trees: readonly Tree[]) => string[][];
}

/** Makes the box and returns the node that its content goes into; the box must be connected for a frame to have a document. */
function makeBox(document: Document, parent: Node, name: Tree['box']): { within: Node; document: Document } {
  const means = meansOf(name);
  const box = document.createElement(means.tag ?? 'div');
  if (means.tag === undefined || means.tag.includes('-')) box.style.display = 'block';
  if (means.style) box.style.cssText += `;${means.style}`;
  for (const [attribute, value] of Object.entries(means.attributes ?? {})) {
    if (attribute === 'hidden' || attribute === 'popover') box.style.removeProperty('display');
    box.setAttribute(attribute, value);
  }
  parent.appendChild(box);
  if (means.into === 'shadow') return { within: box.attachShadow({ mode: 'open' }), document };
  if (means.into === 'slot' || means.into === 'no-slot') {
    box.attachShadow({ mode: 'open' }).innerHTML = means.into === 'slot' ? '<section><slot></slot></section>' : '<hr>';
    return { within: box, document };
  }
  if (means.into === 'template') return { within: (box as HTMLTemplateElement).content, document };
  if (means.into === 'after-summary') {
    const summary = document.createElement('summary');
    summary.textContent = 'Plus';
    box.append(summary);
  }
  const framed = means.into === 'frame' ? (box as HTMLIFrameElement).contentDocument : null;
  // In a template's fragment a frame has no document: whatever it holds is on no screen either way.
  return framed ? { within: framed.body, document: framed } : { within: box, document };
}

function build(document: Document, parent: Node, tree: Tree): void {
  const made = makeBox(document, parent, tree.box);
  for (const held of tree.holds) {
    if (typeof held !== 'string') build(made.document, made.within, held);
    else {
      const paragraph = made.document.createElement('p');
      paragraph.textContent = held;
      made.within.appendChild(paragraph);
    }
  }
}

function readTree(tree: Tree): string[] {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position:absolute;left:0;top:0;border:0;width:1280px;height:800px';
  document.body.append(frame);
  try {
    const inside = frame.contentDocument;
    if (!inside) throw new Error('the frame has no document');
    inside.open();
    inside.write('<!DOCTYPE html><html lang="fr"><head><title>Essai</title></head><body></body></html>');
    inside.close();
    build(inside, inside.body, tree);
    const facts = readPageFacts(inside, { budgetMs: 600_000, url: 'https://exemple.invalid/' });
    return facts.texts.flatMap((text) => text.match(/\bmot\d+\b/g) ?? []);
  } finally {
    frame.remove();
  }
}

globalThis.wordsRead = (trees) => trees.map(readTree);
