/** Pages that are hard to photograph: pinned bars, smooth scrolling, snapping, an inner scroller, focus and selection. */

const CSS = `
  :root { scroll-behavior: smooth; --ink: oklch(30% 0.03 250); }
  * { box-sizing: border-box; } body { margin: 0; font: 16px/1.5 'DejaVu Sans', sans-serif; color: var(--ink); background: color-mix(in srgb, white 92%, tan); }
  header.fixed { position: fixed; top: 0; left: 0; right: 0; height: 56px; background: oklch(92% 0.04 150); border-bottom: 2px solid; padding: 12px; z-index: 5; transition: opacity .4s; }
  .sticky { position: sticky; top: 56px; background: oklch(95% 0.05 90); padding: 8px; border: 1px solid; }
  footer.fixed { position: fixed; bottom: 0; left: 0; right: 0; height: 40px; background: oklch(90% 0.05 30); padding: 8px; }
  main { padding: 72px 24px 56px; } section { border: 1px solid oklch(80% 0.02 90); border-radius: 8px; padding: 12px 16px; margin: 0 0 16px; background: white; }
  .grid { display: grid; grid-template-columns: 1fr 2fr; gap: 8px; }`;

function sections(count: number): string {
  const one = (index: number): string =>
    `<section><h2>Rubrique ${index}</h2>${index % 5 === 0 ? `<div class="sticky">Titre collant ${index}</div>` : ''}<div class="grid"><p>Ligne ${index} : votre demande n’a pas pu aboutir.</p><p>${'Texte de la rubrique, accents é à ç œ. '.repeat(3 + (index % 4))}</p></div><label>Champ ${index} <input value="valeur ${index}"></label></section>`;
  return Array.from({ length: count }, (_, index) => one(index + 1)).join('');
}

function page(title: string, body: string, css = ''): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${title}</title><style>${CSS}${css}</style></head><body>${body}</body></html>`;
}

const IMAGE = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="180"><rect width="400" height="180" fill="#dfe8d8"/><text x="20" y="100" font-size="40">Image</text></svg>`;

/** Path → what is served. */
export const PAGES: Readonly<Record<string, { type: string; body: string }>> = {
  '/short': {
    type: 'text/html',
    body: page('Courte', '<main><section><h1>Aucun créneau disponible</h1><p>Revenez plus tard.</p></section></main>'),
  },
  '/long': {
    type: 'text/html',
    body: page(
      'Longue',
      `<header class="fixed" style="opacity: 0.98"><input id="search" value="recherche"></header><main style="scroll-snap-type: none">${sections(24)}<img loading="lazy" src="/image.svg" width="400" height="180"></main>`,
    ),
  },
  '/pinned': {
    type: 'text/html',
    body: page(
      'Pied fixe',
      `<header class="fixed">En-tête fixe</header><main>${sections(8)}</main><footer class="fixed">Pied fixe</footer>`,
    ),
  },
  '/inner': {
    type: 'text/html',
    body: page(
      'Interne',
      `<div class="shell"><div class="bar">Barre du haut</div><div class="pane">${sections(18)}</div><div class="bar">Barre du bas</div></div>`,
      'html,body{height:100%;overflow:hidden}.shell{height:100vh;display:flex;flex-direction:column}.bar{flex:none;padding:12px;background:oklch(90% 0.05 150)}.pane{flex:1;overflow-y:auto;padding:16px;scroll-behavior:smooth;scroll-snap-type:y proximity}.pane section{scroll-snap-align:start}',
    ),
  },
  '/growing': {
    type: 'text/html',
    body: page(
      'Qui bouge',
      `<main>${sections(10)}</main><script>addEventListener('scroll',()=>{const s=document.createElement('section');s.textContent='encore';s.style.height='90px';document.querySelector('main').append(s)})</script>`,
    ),
  },
  '/huge': {
    type: 'text/html',
    body: page('Immense', '<main style="height: 90000px; background: linear-gradient(white, tan)">Immense</main>'),
  },
  '/tall': {
    type: 'text/html',
    body: page('Haute', '<main style="height: 40000px; background: linear-gradient(white, tan)">Haute</main>'),
  },
  '/image.svg': { type: 'image/svg+xml', body: IMAGE },
};
