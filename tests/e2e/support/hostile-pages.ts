/** Pages that attack whoever reads them. Each one also shows a real blockage, which must be recognised once all the same. */

/** The sentence by which `anef/titre-non-remis` is recognised. */
export const BLOCKAGE =
  'Votre précédent titre de séjour n’a pas encore été remis. Vous ne pouvez pas déposer de demande de renouvellement.';

const ALERT = `<div role="alert" class="fr-alert fr-alert--error"><h3>Demande impossible</h3><p>${BLOCKAGE}</p></div>`;

function page(title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
}

/** What a form's fields, or `<img name>` on the document, may stand in front of. */
const FIELD_NAMES = [
  'children childNodes firstChild lastChild nextSibling parentNode parentElement nodeType nodeName nodeValue tagName',
  'localName namespaceURI textContent innerText innerHTML outerHTML attributes getAttribute setAttribute matches closest',
  'querySelector querySelectorAll style className classList hidden shadowRoot getRootNode getBoundingClientRect',
  'getClientRects remove append isConnected ownerDocument addEventListener scrollTop scrollHeight clientHeight id title',
].flatMap((line) => line.split(' '));
const DOCUMENT_NAMES = [
  // Not readyState, visibilityState, querySelector: the tests' own driver asks for them.
  'body head documentElement defaultView createElement createRange createTreeWalker querySelectorAll getElementById',
  'addEventListener removeEventListener activeElement scrollingElement getSelection styleSheets adoptedStyleSheets',
  'title forms images all cookie domain location compatMode baseURI fonts nodeType children childNodes firstChild',
].flatMap((line) => line.split(' '));

/** Names of its own stand in front of the DOM's, on forms and on the document itself. */
export function clobberingPage(): string {
  const fields = FIELD_NAMES.map((name) => `<input name="${name}" value="piège">`).join('');
  const images = DOCUMENT_NAMES.map((name) => `<img name="${name}" alt="">`).join('');
  return page(
    'Étrangers en France',
    `${ALERT}<form id="f">${fields}<p>Je suis dans le formulaire.</p></form>${images}`,
  );
}

/** Prototypes of the page's world are poisoned before anything else runs in it. */
export function pollutedPage(): string {
  const script = `<script>
    window.caught = [];
    const note = (name) => { window.caught.push(name); };
    for (const name of ['route', 'site', 'page', 'url', 'maxNodes', 'limits', 'read', 'visible', 'to', 'language'])
      Object.defineProperty(Object.prototype, name, { configurable: true, get() { note(name); return 'empoisonné'; }, set() {} });
    Array.prototype.filter = function () { note('filter'); return []; };
    Array.prototype.flatMap = function () { note('flatMap'); return ['empoisonné']; };
    String.prototype.normalize = function () { note('normalize'); return 'empoisonné'; };
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) { note('attachShadow'); return attach.call(this, { ...init, mode: 'open' }); };
    for (const [proto, name] of [[Node.prototype, 'textContent'], [Node.prototype, 'nodeType'], [Element.prototype, 'shadowRoot'], [Document.prototype, 'title']])
      Object.defineProperty(proto, name, { configurable: true, get() { note(name); throw new Error('piège ' + name); } });
    window.MutationObserver = function () { note('MutationObserver'); throw new Error('piège'); };
    crypto.randomUUID = () => { note('randomUUID'); return '00000000-0000-4000-8000-000000000000'; };
  </script>`;
  return page('Étrangers en France', ALERT, script);
}

/** Measures how long the page's main thread is held: `window.held()` gives the figures since the last call, milliseconds. */
const METER = `<script>
  (() => {
    const begin = performance.now();
    let since = begin, last = begin, longest = 0, held = 0;
    setInterval(() => {
      const now = performance.now(), gap = now - last;
      last = now;
      longest = Math.max(longest, gap);
      if (gap > 50) held += gap - 50;
    }, 10);
    window.held = () => {
      const told = { longest: Math.max(longest, performance.now() - last), held, span: performance.now() - since };
      since = last = performance.now(); longest = held = 0;
      return told;
    };
  })();
</script>`;

/** 200,000 nodes besides the blockage, made at once. */
export function hugePage(): string {
  const build = `<script>document.getElementById('tas').innerHTML = '<p>ligne <b>d’un tas</b></p>'.repeat(50_000);</script>`;
  return page('Étrangers en France', `${ALERT}<div id="tas"></div>${build}`, METER);
}

/** Never stands still: text, class and a new node at each frame, and between the frames. */
export function movingPage(): string {
  const move = `<script>
    const box = document.getElementById('remous');
    let turn = 0;
    const stir = () => {
      turn += 1;
      box.className = 'tour-' + turn;
      document.getElementById('tour').textContent = 'Tour ' + turn;
      const node = document.createElement('p');
      node.textContent = 'Encore ' + turn;
      box.append(node);
      if (box.childNodes.length > 300) box.firstChild.remove();
    };
    const frame = () => { stir(); requestAnimationFrame(frame); };
    frame();
    setInterval(stir, 20);
  </script>`;
  return page('Étrangers en France', `${ALERT}<p id="tour"></p><div id="remous"></div>${move}`, METER);
}

/** Text that would be an element, a script or a request wherever it is not shown as text. */
export const MARKUP = '<img src=/vole.png onerror=document.documentElement.dataset.vole=1><script>alert(1)</script>';

/** The title and the sentence that the recogniser reads out both hold markup, as text. */
export function markupPage(): string {
  const text = MARKUP.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const sentence = `${text} Votre titre n’a pas été remis.`;
  return page(text, `<div role="alert" class="fr-alert"><p>${sentence}</p></div>`);
}

/** Nothing but the blockage. */
export function plainPage(): string {
  return page('Étrangers en France', ALERT);
}
