import { writeFileSync } from 'node:fs';
import { openChromium } from '/work/main/tests/bench/capture/chromium';
import { serveSite } from '/work/main/tests/bench/capture/site';
import { compare } from '/work/main/tests/bench/capture/compare';
const site = await serveSite();
const scale = Number(process.argv[2] ?? 1);
const grip = await openChromium(scale);
const snap = () => grip.page.evaluate(() => ({ y: scrollY, focus: document.activeElement?.id, html: document.documentElement.outerHTML, inner: [...document.querySelectorAll('*')].filter(e=>e.scrollTop).map(e=>e.className+e.scrollTop), sel: String(getSelection()) }));
try {
  for (const path of (process.argv[3]??'/long').split(',')) {
    await grip.page.goto(site.origin + path);
    await grip.click();
    const tab = await grip.call('activeTab');
    if (path === '/long') await grip.page.evaluate(() => { scrollTo({top: 777, behavior:'instant'}); (document.querySelector('#search') as HTMLElement).focus({preventScroll:true}); getSelection()?.selectAllChildren(document.querySelectorAll('h2')[7]!); (window as any).ev=[]; for (const t of ['blur','focus','focusin','transitionend','transitionstart']) addEventListener(t, e=>(window as any).ev.push(e.type), true); });
    if (path === '/inner') await grip.page.evaluate(() => document.querySelector('.pane')!.scrollTo({top:333, behavior:'instant'}));
    if (path === '/short') {
      const v = await grip.call('visible', tab);
      const d = await grip.page.screenshot();
      console.log('visible', scale, Math.round(v.ms), v.error ?? '', v.picture && compare(Buffer.from(v.picture.base64,'base64'), d), v.picture && {...v.picture, base64: ''});
      const t0 = Date.now(); const r = await grip.call('rapid', tab, 10);
      console.log('rapid', r.map(x=>x.error ?? 'ok').join(' '), Date.now()-t0);
    }
    const before = await snap();
    const f = await grip.call('fullPage', tab);
    const after = await snap();
    await grip.page.evaluate(() => scrollTo({top:0,behavior:'instant'})); await grip.page.waitForTimeout(300); const d = await grip.page.screenshot({ fullPage: true });
    console.log(path, Math.round(f.ms), f.error ?? '', f.progress.at(-1), f.picture && compare(Buffer.from(f.picture.base64,'base64'), d), f.picture && {...f.picture, base64: ''}, 'restored', JSON.stringify(before)===JSON.stringify(after));
    if (JSON.stringify(before)!==JSON.stringify(after)) for (const k of Object.keys(before)) if (JSON.stringify((before as any)[k])!==JSON.stringify((after as any)[k])) console.log(k, String((before as any)[k]).slice(0,300), '=>', String((after as any)[k]).slice(0,300));
    if (path==='/long') console.log('events', await grip.page.evaluate(()=> (window as any).ev.join()));
    if (f.picture) { writeFileSync(`/tmp/d/out${path.replace('/','-')}-${scale}.png`, Buffer.from(f.picture.base64,'base64')); writeFileSync(`/tmp/d/out${path.replace('/','-')}-${scale}-driver.png`, d); }
  }
} finally { await grip.close(); site.close(); }
