/** The stand-in of the ANEF single-page app: one document, hash routes, states fetched from the portal and drawn in place. */
(() => {
  const old = location.pathname === '/particuliers/';
  const SSO = 'https://sso.anef.dgef.interieur.gouv.fr/auth/realms/anef-usagers/protocol/openid-connect/auth';
  let turn = 0;

  function skeleton() {
    const main = document.querySelector('main');
    const place = main ?? document.body;
    place.replaceChildren(
      Object.assign(document.createElement('div'), { className: 'skeleton', textContent: 'Chargement…' }),
    );
  }

  function draw(source) {
    const next = new DOMParser().parseFromString(source, 'text/html');
    const title = document.querySelector('title');
    if (title) title.textContent = next.querySelector('title')?.textContent ?? '';
    for (const [node, from] of [
      [document.documentElement, next.documentElement],
      [document.body, next.body],
    ]) {
      for (const { name } of [...node.attributes]) node.removeAttribute(name);
      for (const { name, value } of from.attributes) node.setAttribute(name, value);
    }
    document.body.replaceChildren(...next.body.childNodes);
    scrollTo(0, 0);
  }

  /** A state that never came: the app stays, as the real one does, and says so. */
  function run(work) {
    work.catch((error) => {
      console.error('stand-in app:', error);
      document.querySelector('.skeleton')?.replaceChildren('Le contenu n’a pas pu être chargé.');
    });
  }

  async function load(query) {
    turn += 1;
    const mine = turn;
    skeleton();
    const response = await fetch(`/__portail/state?${new URLSearchParams({ path: location.pathname, ...query })}`);
    const source = await response.text();
    if (mine === turn) draw(source);
  }

  /** What the real portal asks of its server once somebody is logged in; a dead session falls back to the logged-out page. */
  async function callServer() {
    if (!document.querySelector('[data-portal-logout]')) return;
    const mine = turn;
    const calls = ['/api/usager/moi?is_by_nature_titre=true', '/api/notifications/non-lu?per_page=3&page=1'];
    // A call that fails shows nothing to the person, as on the real portal; the extension sees it in the network.
    const [me] = await Promise.all(calls.map((path) => fetch(path).catch(() => null)));
    const dead = me !== null && (me.status === 401 || me.status === 403);
    if (!dead || mine !== turn) return;
    history.replaceState(null, '', `${location.pathname}#/`);
    await load({ at: '#/', session: 'out' });
  }

  async function route() {
    const callback = new URLSearchParams(location.hash.replace(/^#/, ''));
    if (callback.has('code') && callback.has('session_state')) {
      skeleton();
      await fetch(`/api/usager/session?${new URLSearchParams({ code: callback.get('code') })}`, { method: 'POST' });
      history.replaceState(null, '', `${location.pathname}#/`);
    }
    await load({ at: location.hash || '#/' });
    await callServer();
  }

  function go(target) {
    if (!target) return;
    if (!target.startsWith('#')) run(load({ id: target }));
    else if (location.hash === target) run(route());
    else location.hash = target;
  }

  function step(wizard, by) {
    const all = [...wizard.querySelectorAll(':scope > .wizard-step')];
    const now = all.findIndex((one) => one.style.display !== 'none');
    const next = Math.min(Math.max(now + by, 0), all.length - 1);
    for (const [i, one] of all.entries()) one.style.display = i === next ? '' : 'none';
    for (const [i, one] of document.querySelectorAll('app-wizard-header .step').entries()) {
      one.className = i === next ? 'step active' : i < next ? 'step post-active' : 'step';
    }
    document.querySelector('title').textContent = `Étrangers en France | \n   Étape ${next + 1}`;
    scrollTo(0, 0);
  }

  function signIn() {
    const back = `${location.origin}/${old ? 'particuliers' : 'usagers'}/#`;
    const query = {
      client_id: 'anef-usagers',
      theme: 'portail-anef',
      redirect_uri: back,
      response_mode: 'fragment',
      response_type: 'code',
      scope: 'openid',
    };
    location.href = `${SSO}?${new URLSearchParams(query)}`;
  }

  async function signOut() {
    await fetch('/api/usager/deconnexion', { method: 'POST' });
    go('#/');
  }

  document.addEventListener('click', (event) => {
    const node = event.target instanceof Element ? event.target.closest('a, button, span[data-portal-target]') : null;
    if (!node) return;
    const has = (name) => node.hasAttribute(`data-portal-${name}`);
    if (has('login')) signIn();
    else if (has('logout')) {
      event.preventDefault();
      run(signOut());
    } else if (has('step')) step(node.closest('[data-portal-wizard]'), node.dataset.portalStep === 'prev' ? -1 : 1);
    else if (has('dismiss')) document.querySelector(node.dataset.portalDismiss)?.remove();
    else if (has('submit'))
      go(node.dataset.portalTarget ?? node.closest('form')?.querySelector('input:checked')?.dataset.portalTarget);
    else if (has('reload')) {
      event.preventDefault();
      go(node.getAttribute('href'));
    } else if (has('top')) {
      event.preventDefault();
      scrollTo(0, 0);
    }
  });

  document.addEventListener('submit', (event) => {
    event.preventDefault();
    go(event.target.dataset.portalGo);
  });
  addEventListener('hashchange', () => run(route()));
  run(route());
})();
