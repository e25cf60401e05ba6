/** Reading again what changed gives what reading from scratch gives: random pages and random changes in a real Chromium. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Recogniser, startRecogniser } from '../commands/recognise-pages';

const URL_OF_PAGE = 'https://administration-etrangers-en-france.interieur.gouv.fr/usagers/#/sejour';
const CLASSES = [
  'off',
  'ghost',
  'clear',
  'clip',
  'shelf',
  'away',
  'fixed',
  'row',
  'next',
  'scroll',
  'tiny',
  'fr-alert',
  'wide',
];
const STYLE = `.off{display:none}.ghost{visibility:hidden}.clear{opacity:0}.clip{overflow:hidden;height:30px}
  .shelf{position:absolute;top:-40px}.away{position:absolute;left:-9999px}.fixed{position:fixed;top:4px}.row{display:flex}
  .off + .next{opacity:0}.ghost ~ .next{display:none}.fr-alert .tiny{font-size:0}.scroll{overflow:auto;height:40px}
  .wide{margin-top:60px}.clip .next{visibility:visible}`;
const TAGS = [
  'div',
  'p',
  'section',
  'ul',
  'li',
  'span',
  'b',
  'h2',
  'button',
  'a',
  'label',
  'details',
  'article',
  'x-host',
  'input',
];

/** Plain data: built and changed inside the page. */
const change = fc.record({
  what: fc.constantFrom('text', 'class', 'insert', 'remove', 'move', 'hidden', 'open', 'many', 'style', 'inert'),
  where: fc.nat({ max: 9_999 }),
  to: fc.nat({ max: 9_999 }),
  name: fc.constantFrom(...CLASSES),
  tag: fc.constantFrom(...TAGS),
});
const scenario = fc.record({
  seed: fc.nat({ max: 1_000_000 }),
  size: fc.constantFrom(40, 400, 1_500),
  rounds: fc.array(fc.array(change, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
});

/** In the page: builds it, reads it, changes it, and compares after each round. Gives the first difference. */
const RUN = `async ({ seed, size, rounds, classes, tags }) => {
  let state = seed + 1;
  const random = (below) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor((state / 4294967296) * below); };
  const open = { budgetMs: 1e9, maxNodes: 1e9, maxCharacters: 1e9, onRoot: (root) => { follow(root); return true; } };
  const fresh = { budgetMs: 1e9, maxNodes: 1e9, maxCharacters: 1e9 };
  const reader = makeReader(document, open, { setTimer: (run, ms) => setTimeout(run, ms), clearTimer: clearTimeout });
  const observer = new MutationObserver((records) => reader.heard(records));
  const what = { subtree: true, childList: true, attributes: true, characterData: true };
  const followed = new Set();
  function follow(root) { if (followed.has(root)) return; followed.add(root); observer.observe(root, what); }
  const make = (tag, text) => {
    const node = document.createElement(tag);
    if (tag === 'a') node.setAttribute('href', '#x');
    if (tag === 'input') node.type = random(2) ? 'checkbox' : 'text';
    if (random(8) === 0) node.className = classes[random(classes.length)];
    if (tag !== 'input') node.append(text);
    if (tag === 'x-host') { const root = node.attachShadow({ mode: 'open' }); root.innerHTML = '<p>Ombre ' + text + '</p>' + (random(2) ? '<slot></slot>' : ''); }
    return node;
  };
  document.body.textContent = '';
  const nodes = [document.body];
  for (let i = 0; i < size; i += 1) {
    const parent = random(3) === 0 ? nodes[random(nodes.length)] : nodes[Math.max(0, nodes.length - 1 - random(4))];
    const node = make(tags[random(tags.length)], 'Texte ' + i);
    if (parent.localName === 'input') document.body.append(node); else parent.append(node);
    nodes.push(node);
  }
  observer.observe(document, what);
  reader.readNow();
  const alive = () => nodes.filter((node) => node.isConnected);
  const apply = ({ what, where, to, name, tag }) => {
    const list = alive(); const node = list[where % list.length]; const other = list[to % list.length];
    const into = other.localName === 'input' ? document.body : other;
    if (what === 'text') { if (node.localName !== 'input' && node !== document.body) (node.firstChild ?? node).textContent = 'Changé ' + to; }
    else if (what === 'class') node.classList.toggle(name);
    else if (what === 'style') node.style.setProperty('padding-top', (to % 50) + 'px');
    else if (what === 'insert') { const made = make(tag, 'Ajout ' + to); nodes.push(made); into.insertBefore(made, into.childNodes[where % (into.childNodes.length + 1)] ?? null); }
    else if (what === 'many') for (let i = 0; i < 60; i += 1) { const made = make(tag, 'Lot ' + i); nodes.push(made); into.append(made); }
    else if (what === 'remove') { if (node !== document.body) node.remove(); }
    else if (what === 'move') { if (node !== document.body && !node.contains(into)) into.append(node); }
    else if (what === 'hidden') node.toggleAttribute('hidden');
    else if (what === 'inert') node.toggleAttribute('inert');
    else if (what === 'open') node.toggleAttribute('open');
  };
  for (const [index, round] of rounds.entries()) {
    for (const one of round) apply(one);
    reader.heard(observer.takeRecords());
    const sliced = await new Promise((done) => reader.read(done));
    const whole = readFacts(document, fresh);
    for (const key of Object.keys(whole)) {
      const [one, other] = [JSON.stringify(sliced[key]), JSON.stringify(whole[key])];
      if (one !== other) return { index, key, sliced: sliced[key], whole: whole[key] };
    }
  }
  return null;
}`;

let recogniser: Recogniser;
beforeAll(async () => {
  recogniser = await startRecogniser();
});
afterAll(async () => {
  await recogniser.close();
});

it('an incremental reading equals a reading from scratch', async () => {
  const html = `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title><style>${STYLE}</style></head><body></body></html>`;
  const cases = fc.sample(scenario, { numRuns: 60, seed: 20_261_122 });
  const expression = `(async () => {
    const run = ${RUN};
    const failures = [];
    for (const one of ${JSON.stringify(cases)}) {
      const difference = await run({ ...one, classes: ${JSON.stringify(CLASSES)}, tags: ${JSON.stringify(TAGS)} });
      if (difference) failures.push({ seed: one.seed, size: one.size, rounds: one.rounds.slice(0, difference.index + 1), ...difference });
    }
    return failures.slice(0, 3);
  })()`;
  const failures = await recogniser.inspect<unknown[]>({ html, url: URL_OF_PAGE }, expression);
  expect(failures).toEqual([]);
}, 300_000);
