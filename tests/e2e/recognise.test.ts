/** The recogniser on real pages in a real Chromium: every fixture, what is visible, pages that lie or never rest. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageFacts } from '@/lib/domain/page';
import { SITES } from '@/lib/pages';
import { type PageFixture, readPageFixtures } from '../commands/fixtures-of-pages';
import { type Recogniser, recogniseMany, startRecogniser } from '../commands/recognise-pages';
import type { SeenState } from '../commands/watch-states';

const CRENEAU = 'https://www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/4418/creneau/';
const ANEF = 'https://administration-etrangers-en-france.interieur.gouv.fr/usagers/#/sejour';
const NO_SLOT = '<h2>Choisissez votre créneau</h2><p>Aucun créneau disponible</p>';

let recogniser: Recogniser;
beforeAll(async () => {
  recogniser = await startRecogniser();
});
afterAll(async () => {
  await recogniser.close();
});

function pageOf(body: string, head = ''): string {
  return `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title>${head}</head><body>${body}</body></html>`;
}

async function factsOf(body: string, head = ''): Promise<PageFacts> {
  return recogniser.inspect<PageFacts>({ html: pageOf(body, head), url: ANEF }, 'readFacts(document)');
}

/**
 * Every fixture is read in recognition-matrix.test.ts. Here a page of each site and outcome, and one that must give
 * nothing, served at their addresses, go the whole way: loaded, settled, read, decided.
 */
function oneOfEachKind(): PageFixture[] {
  const outcomes = new Map(SITES.flatMap((site) => site.rows.map((row) => [row.id as string, row.outcome] as const)));
  const first = new Map<string, PageFixture>();
  for (const fixture of readPageFixtures()) {
    const name = fixture.expect && `${fixture.expect.split('/')[0]} ${outcomes.get(fixture.expect)}`;
    if (!first.has(name ?? 'nothing')) first.set(name ?? 'nothing', fixture);
  }
  return [...first.values()];
}

describe('the whole way, from an address to a recognised state', () => {
  it('recognises a page of each site and outcome as its row, and nothing in a page that must give nothing', async () => {
    const fixtures = oneOfEachKind();
    expect(fixtures.length).toBeGreaterThan(30);
    const results = await recogniseMany(fixtures, { stillMs: 150 });
    const wrong = fixtures.flatMap((fixture, index) => {
      const found = results[index]?.recognition;
      const id = found ? `${found.site}/${found.page}` : null;
      return id === fixture.expect ? [] : [`${fixture.file}: expected ${fixture.expect}, got ${id}`];
    });
    expect(wrong, 'npm run recognise -- FILE --url URL --why says which test failed.').toEqual([]);
  }, 600_000);
});

describe('what is visible', () => {
  const SECRET = 'Votre demande a bien été enregistrée';
  const hidden = {
    'display none': `<div style="display:none">${SECRET}</div>`,
    'the hidden attribute': `<div hidden>${SECRET}</div>`,
    'visibility hidden': `<div style="visibility:hidden"><p>${SECRET}</p></div>`,
    'opacity 0': `<div style="opacity:0"><p>${SECRET}</p></div>`,
    'zero height': `<div style="height:0;overflow:hidden"><p>${SECRET}</p></div>`,
    'screen-reader only': `<p style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)">${SECRET}</p>`,
    'clip-path': `<p style="clip-path:inset(50%)">${SECRET}</p>`,
    'off the left edge': `<p style="position:absolute;left:-9999px">${SECRET}</p>`,
    'negative indent': `<p style="text-indent:-9999px;white-space:nowrap">${SECRET}</p>`,
    'a fixed panel out of the window': `<aside style="position:fixed;right:-420px;width:400px;top:0">${SECRET}</aside>`,
    'a slide beyond its frame': `<div style="width:300px;overflow:hidden"><div style="width:600px;display:flex"><p style="width:300px">Un</p><p style="width:300px">${SECRET}</p></div></div>`,
    'scale 0': `<p style="transform:scale(0)">${SECRET}</p>`,
    'font size 0': `<p style="font-size:0">${SECRET}</p>`,
    'closed details': `<details><summary>Plus</summary><p>${SECRET}</p></details>`,
    'content-visibility': `<div style="content-visibility:hidden"><p>${SECRET}</p></div>`,
    inert: `<div inert><p>${SECRET}</p></div>`,
    'a template': `<template><p>${SECRET}</p></template>`,
    'a closed dialog': `<dialog><p>${SECRET}</p></dialog>`,
    'an unslotted child': `<div id="host"><p>${SECRET}</p></div><script>host.attachShadow({mode:'open'}).innerHTML='<p>Ombre</p>'</script>`,
    'a hidden frame': `<iframe style="display:none" srcdoc="<p>${SECRET}</p>"></iframe>`,
    'a script or a comment': `<script>var x = "${SECRET}"</script><!-- ${SECRET} --><noscript>${SECRET}</noscript>`,
  };

  it.each(Object.entries(hidden))('leaves out %s', async (_, html) => {
    const facts = await factsOf(`<p>Témoin visible</p>${html}`);
    expect(facts.texts).toContain('Témoin visible');
    expect(JSON.stringify(facts)).not.toContain(SECRET);
  });

  const shown = {
    'aria-hidden alone': `<p aria-hidden="true">${SECRET}</p>`,
    'visibility visible inside hidden': `<div style="visibility:hidden"><p style="visibility:visible">${SECRET}</p></div>`,
    'below the fold': `<div style="height:5000px"></div><p>${SECRET}</p>`,
    'scrolled out of a scroller': `<div id="box" style="height:100px;overflow:auto"><p>${SECRET}</p><div style="height:9000px"></div></div><script>box.scrollTop=8000</script>`,
    'an open shadow root': `<div id="host"></div><script>host.attachShadow({mode:'open'}).innerHTML='<p>${SECRET}</p>'</script>`,
    'a slotted child': `<div id="host"><p>${SECRET}</p></div><script>host.attachShadow({mode:'open'}).innerHTML='<section><slot></slot></section>'</script>`,
    'a same-origin frame': `<iframe srcdoc="<p>${SECRET}</p>"></iframe>`,
    'display contents': `<div style="display:contents"><p>${SECRET}</p></div>`,
    'an absolute child out of a clipping but static parent': `<div style="height:0;overflow:hidden"><p style="position:absolute;top:50px">${SECRET}</p></div>`,
    'open details': `<details open><summary>Plus</summary><p>${SECRET}</p></details>`,
    'a sentence cut by inline tags': '<p>Votre demande a <b>bien</b> été<br>enregistrée</p>',
    'content-visibility auto far below': `<div style="height:9000px"></div><div style="content-visibility:auto"><p>${SECRET}</p></div>`,
  };

  it.each(Object.entries(shown))('reads %s', async (_, html) => {
    const facts = await factsOf(html);
    expect(facts.texts).toContain(SECRET);
  });

  it('gives the text as written, not as CSS upper-cases it', async () => {
    const facts = await factsOf('<a href="#" style="text-transform:uppercase">Mot de passe oublié ?</a>');
    expect(facts.actions).toEqual(['Mot de passe oublié ?']);
  });

  it('never reads a value', async () => {
    const typed = 'SAISIE-9999999999';
    const facts = await factsOf(`
      <label for="a">Numéro étranger</label><input id="a" name="numero" value="${typed}">
      <textarea name="b">${typed}</textarea>
      <select name="c"><option selected>${typed}</option></select>
      <input type="hidden" name="d" value="${typed}"><input type="password" name="e" value="${typed}">
      <div contenteditable>${typed}</div><div role="textbox">${typed}</div>`);
    expect(JSON.stringify(facts)).not.toContain(typed);
    expect(facts.fields[0]).toEqual({ label: 'Numéro étranger', type: 'text', name: 'numero' });
  });

  it('reads a styled radio by its label, and which ones cannot be chosen', async () => {
    const facts = await factsOf(`
      <style>.ghost{opacity:0;position:absolute}</style>
      <div><input class="ghost" type="radio" id="un" name="m"><label for="un">En tant qu'étudiant</label></div>
      <fieldset disabled><div><input class="ghost" type="radio" id="deux" name="m"><label for="deux">En tant que visiteur</label></div></fieldset>
      <ul><li><input type="radio" name="trhId"> 11h45</li></ul>
      <div role="radio" aria-disabled="true" aria-checked="false">Salarié</div>
      <div style="display:none"><input type="radio" id="x"><label for="x">Caché</label></div>`);
    expect(facts.choices).toEqual([
      { label: "En tant qu'étudiant", enabled: true, checked: false },
      { label: 'En tant que visiteur', enabled: false, checked: false },
      { label: '11h45', enabled: true, checked: false },
      { label: 'Salarié', enabled: false, checked: false },
    ]);
    expect(facts.fields.map((field) => field.name)).toContain('trhId');
  });

  it('reads the status and the first address of the document', async () => {
    const item = {
      html: pageOf('<h1>Erreur inattendue</h1><script>history.replaceState(null, "", "/autre")</script>'),
      url: CRENEAU,
      status: 503,
    };
    const facts = await recogniser.inspect<PageFacts>(item, 'readFacts(document)');
    expect(facts.status).toBe(503);
    expect(facts.firstUrl).toBe(CRENEAU);
    expect(facts.url).toBe(new URL('/autre', CRENEAU).href);
  });
});

describe('pages that lie', () => {
  it('reads through a form that clobbers the DOM', async () => {
    const names = [
      'children',
      'childNodes',
      'firstChild',
      'nextSibling',
      'textContent',
      'nodeType',
      'parentNode',
      'querySelector',
      'getAttribute',
      'matches',
      'closest',
      'localName',
      'shadowRoot',
      'attributes',
      'getBoundingClientRect',
      'tagName',
      'nodeName',
      'ownerDocument',
      'namespaceURI',
      'hasAttribute',
      'style',
      'labels',
    ];
    const inputs = names.map((name) => `<input name="${name}" value="x">`).join('');
    const body = `<form name="documentElement"></form><img name="body"><img name="title"><form name="createRange"></form><form>${inputs}${NO_SLOT}</form>`;
    const { recognition } = await recogniser.run({ html: pageOf(body), url: CRENEAU });
    expect(recognition).toMatchObject({ site: 'rdv-prefecture', page: 'no-slot', outcome: 'blocked' });
  });

  it('is not fooled by what the page puts on prototypes', async () => {
    const script = `<script>Object.prototype.route = /x/; Object.prototype.status = [1, 2]; Array.prototype.flatMap = null; String.prototype.normalize = () => 'x';
      Element.prototype.matches = () => true; Node.prototype.appendChild = null; Object.defineProperty(Node.prototype, 'firstChild', { get: () => null }); window.getComputedStyle = () => ({ display: 'none' });</script>`;
    const { recognition } = await recogniser.run({ html: pageOf(NO_SLOT, script), url: CRENEAU });
    expect(recognition?.page).toBe('no-slot');
  });

  it('reads elements of other namespaces and very deep trees without failing', async () => {
    const script = `<script>for (const name of ['input','slot','iframe','label','details']) document.body.append(document.createElementNS('urn:x', name));
      let deep = document.body; for (let i = 0; i < 4000; i += 1) { const next = document.createElement('i'); deep.append(next); deep = next; }</script>`;
    const facts = await recogniser.inspect<PageFacts>(
      { html: pageOf(`${NO_SLOT}${script}`), url: CRENEAU },
      'readFacts(document)',
    );
    expect(facts.texts).toContain('Aucun créneau disponible');
    expect(facts.truncated).toBe(true);
  });

  it('looks at no more than its bound of a page of 200,000 nodes', async () => {
    const script =
      '<script>const all = document.createDocumentFragment(); for (let i = 0; i < 100000; i += 1) { const p = document.createElement("p"); p.textContent = "ligne " + i; all.append(p); } document.body.append(all);</script>';
    const expression = `(() => {
      document.documentElement.getBoundingClientRect();
      let clocks = 0;
      const started = performance.now();
      const facts = readFacts(document, { now: () => { clocks += 1; return performance.now(); } });
      const wide = readFacts(document, { budgetMs: 1e9 });
      return { milliseconds: performance.now() - started, clocks, truncated: facts.truncated, texts: facts.texts.slice(0, 3), read: wide.texts.length, wide: wide.truncated };
    })()`;
    const item = { html: pageOf(`${NO_SLOT}${script}`), url: CRENEAU };
    const seen = await recogniser.inspect<{
      milliseconds: number;
      clocks: number;
      truncated: boolean;
      texts: string[];
      read: number;
      wide: boolean;
    }>(item, expression);
    expect(seen.truncated).toBe(true);
    expect(seen.wide).toBe(true);
    expect(seen.texts).toEqual(['Choisissez votre créneau', 'Aucun créneau disponible', 'ligne 0']);
    // 60,000 nodes at most, each come to and left, the clock asked every 64 of these: work is counted, not timed, so that a busy machine cannot fail it.
    expect(seen.clocks).toBeLessThanOrEqual((60_000 * 2) / 64 + 2);
    expect(seen.read).toBeLessThanOrEqual(4_000);
  });
});

describe('states of a page', () => {
  const watch = (milliseconds: number): string => `new Promise((done) => {
    const states = [];
    const watcher = startWatching({ document, window, onState: (state) => states.push(state) });
    setTimeout(() => { watcher.stop(); done(states); }, ${milliseconds});
  })`;
  const statesOf = (body: string, url: string, milliseconds = 4_000): Promise<SeenState[]> =>
    recogniser.inspect<SeenState[]>({ html: pageOf(body), url }, watch(milliseconds));
  const HOME = 'https://administration-etrangers-en-france.interieur.gouv.fr/usagers/#/';

  it('follows hash routes, once each, in order', async () => {
    const body =
      '<main>Application</main><script>setTimeout(() => { location.hash = "#/espace-personnel/mes-notifications" }, 1200); setTimeout(() => { location.hash = "#/contact" }, 2400);</script>';
    const states = await statesOf(body, HOME, 5_000);
    expect(states.map((state) => [state.state, state.recognition?.page])).toEqual([
      [0, 'home'],
      [1, 'notifications'],
      [2, 'contact'],
    ]);
  });

  it('follows a re-rendering without a change of address, also inside a shadow root', async () => {
    const body = `<div id="host"></div><script>const root = host.attachShadow({ mode: 'open' }); root.innerHTML = '<p>Chargement</p>';
      setTimeout(() => { root.innerHTML = ${JSON.stringify(NO_SLOT)} }, 1200);</script>`;
    const states = await statesOf(body, CRENEAU);
    expect(states.map((state) => state.recognition?.page ?? null)).toEqual([null, 'no-slot']);
  });

  it('does not take a flash for a state', async () => {
    const body = `<div id="box">${NO_SLOT}<input type="radio" name="trhId" aria-label="11h45"></div><script>setTimeout(() => { box.innerHTML = ${JSON.stringify(NO_SLOT)}; setTimeout(() => { box.insertAdjacentHTML('beforeend', '<label><input type="radio" name="trhId"> 11h45</label>') }, 120); }, 1500);</script>`;
    const states = await statesOf(body, CRENEAU);
    expect(states.map((state) => state.recognition?.page)).toEqual(['slots']);
  });

  it('tells a page that never rests once, and stops reading it', async () => {
    const body = `${NO_SLOT}<p id="tick">0</p><script>let n = 0; setInterval(() => { tick.textContent = n++ }, 20);</script>`;
    const expression = `new Promise((done) => {
      const states = []; let reads = 0;
      const read = { now: () => { reads += 1; return performance.now(); } };
      const limits = { maxReads: 5, maxWaitMs: 400, maxIntervalMs: 400 };
      const watcher = startWatching({ document, window, onState: (state) => states.push(state), options: { limits, read } });
      setTimeout(() => { const before = reads; setTimeout(() => { watcher.stop(); done({ states, still: reads === before }); }, 1500); }, 6000);
    })`;
    const item = { html: pageOf(body), url: CRENEAU };
    const { states, still } = await recogniser.inspect<{ states: SeenState[]; still: boolean }>(item, expression);
    expect(still).toBe(true);
    expect(states.map((state) => [state.state, state.recognition?.page, state.exhausted])).toEqual([
      [0, 'no-slot', false],
      [0, 'no-slot', true],
    ]);
  });

  it('can be asked at any moment', async () => {
    const expression =
      '(() => { const watcher = startWatching({ document, window, onState: () => undefined }); const seen = watcher.look(); watcher.stop(); return seen; })()';
    const seen = await recogniser.inspect<SeenState>({ html: pageOf(NO_SLOT), url: CRENEAU }, expression);
    expect(seen).toMatchObject({ state: 0, recognition: { page: 'no-slot' }, problem: false, exhausted: false });
  });
});
