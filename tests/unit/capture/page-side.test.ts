/** The page's side: what is hidden, what is put back, and that nothing is left behind. */
// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { PageCopier } from '@/lib/capture/page-side/copy';
import { absolute, embedded } from '@/lib/capture/page-side/css-text';
import { keepPlace, StyleKeeper } from '@/lib/capture/page-side/keep';
import { Pinned, placeOf } from '@/lib/capture/page-side/pinned';

afterEach(() => {
  document.documentElement.innerHTML = '<head></head><body></body>';
});

function body(html: string): void {
  document.body.innerHTML = html;
}
const byId = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (!element) throw new Error(id);
  return element;
};

describe('StyleKeeper and Pinned', () => {
  it('hides what is fixed after the first view, lets sticky elements flow, and puts every attribute back as it was', () => {
    body(
      '<header id="a" style="position: fixed; top:0 ;color : red">x</header><div id="b" style="position:sticky">y</div><p id="c">z</p>',
    );
    const before = document.body.innerHTML;
    const keeper = new StyleKeeper();
    const pinned = new Pinned(keeper);
    pinned.releaseSticky(document);
    expect(byId('b').style.position).toBe('relative');
    pinned.show(document, true, false);
    expect(byId('a').style.opacity).toBe('');
    pinned.show(document, false, false);
    expect(byId('a').style.opacity).toBe('0');
    expect(byId('c').hasAttribute('style')).toBe(false);
    keeper.restore();
    expect(document.body.innerHTML).toBe(before);
  });

  it('leaves an absent attribute absent, and an empty one empty', () => {
    body('<p id="a">x</p><p id="b" style="">y</p>');
    const keeper = new StyleKeeper();
    keeper.set(byId('a'), { opacity: '0' });
    keeper.set(byId('b'), { opacity: '0' });
    keeper.restore();
    expect(byId('a').hasAttribute('style')).toBe(false);
    expect(byId('b').getAttribute('style')).toBe('');
  });

  it('shows everything on a page of one view', () => {
    body('<header id="a" style="position: fixed">x</header>');
    new Pinned(new StyleKeeper()).show(document, true, true);
    expect(byId('a').style.opacity).toBe('');
  });

  it('puts a low bar at the bottom, a panel and a high bar at the top', () => {
    expect(placeOf({ top: 680, bottom: 720, height: 40 }, 720)).toBe('bottom');
    expect(placeOf({ top: 0, bottom: 56, height: 56 }, 720)).toBe('top');
    expect(placeOf({ top: 0, bottom: 720, height: 720 }, 720)).toBe('top');
  });
});

describe('keepPlace', () => {
  it('puts back scroll positions and focus', () => {
    body(
      '<div id="pane" style="overflow:auto;height:50px"><div style="height:900px"></div></div><input id="field"><button id="other">x</button>',
    );
    byId('pane').scrollTop = 120;
    byId('field').focus();
    const putBack = keepPlace(document);
    byId('pane').scrollTop = 0;
    byId('other').focus();
    putBack();
    expect(byId('pane').scrollTop).toBe(120);
    expect(document.activeElement?.id).toBe('field');
  });
});

describe('PageCopier', () => {
  it('copies what is seen, and nothing that runs, loads or leads somewhere', () => {
    body(`<h1 class="t" onclick="go()">Titre</h1><script>window.x = 1</script><link rel="stylesheet" href="/a.css"><iframe src="/b"></iframe>
      <a href="https://exemple.invalid/c" ping="/d">lien</a><img src="/e.png" srcset="/f.png 2x"><input id="i" value="ancien" autofocus><form action="/g"></form><video src="/h" poster="/j"></video>`);
    (byId('i') as HTMLInputElement).value = 'écrit';
    const to = document.implementation.createHTMLDocument('copie');
    const copier = new PageCopier(to, 'https://exemple.invalid/');
    copier.copyChildren(document.body, to.body);
    const html = to.body.innerHTML;
    expect(html).toContain('Titre');
    expect(html).toContain('écrit');
    expect(html).not.toMatch(/script|onclick|srcset|<link|<iframe|<video|autofocus|\/[a-j]\b["' .]/);
    expect(to.querySelector('a')?.getAttribute('href')).toBe('#');
  });
});

describe('CSS text', () => {
  it('makes URLs absolute, then replaces them by bytes or by nothing', async () => {
    const css = absolute(
      `.a{background:url(../img/a.png)} .b{background:url("b(1).svg")} .c{mask:url('#m')} .d{src:url(data:font/woff2;base64,AA)}`,
      'https://exemple.invalid/css/site.css',
    );
    expect(css).toContain('url("https://exemple.invalid/img/a.png")');
    const files = {
      read: async (url: string) =>
        url.endsWith('a.png') || url.startsWith('data:') ? 'data:image/png;base64,QQ' : null,
    };
    const embed = await embedded(css, files);
    expect(embed).not.toContain('https:');
    expect(embed).not.toContain('#m');
    expect(embed).toContain('url("data:image/png;base64,QQ")');
    expect(embed).toContain('url("data:,")');
  });
});
