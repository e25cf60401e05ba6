import { writeFileSync, mkdirSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';
import { exportDossier } from '@/lib/export/bag';
import { momentAt } from '@/lib/domain/moment';
import { captureData, sampleJournal, SampleJournal, noise } from '@/tests/unit/export/sample';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const shot = async (html: string, h: number) => { const p = await browser.newPage({ viewport: { width: 1280, height: h } }); await p.setContent(html); const b = await p.screenshot(); await p.close(); return new Uint8Array(b); };
const body = (msg: string, n: number) => `<body style="font:16px sans-serif;margin:0"><div style="padding:20px;border-bottom:1px solid #ccc;font-size:22px">Portail d'essai</div><main style="padding:40px;max-width:800px"><h1>Ma demande</h1><div style="border:1px solid #c33;padding:16px;background:#fee">${msg}</div><p>Étape ${n} sur 6</p></main>`;
const band = (u: string, d: string, n: string) => `<div style="position:absolute;top:800px;left:0;right:0;height:120px;background:#26221b;color:#fff;padding:14px 20px;box-sizing:border-box;font:18px monospace">${n} · ${d}<br>${u}<br>SHA-256 c4ff9fdf285eda2632c3762dc22dfd32…</div>`;
const j = process.argv[2] === 'small' ? await sampleJournal() : new SampleJournal();
if (process.argv[2] !== 'small') {
  await j.add('dossier-opened', { alias: 'Camélia', track: 'T1', departments: ['93'], product: '0.1.0' });
  let t = Date.parse('2026-06-02T07:05:00Z');
  const count = Number(process.argv[2] ?? 30);
  for (let i = 0; i < count; i++) {
    t += (Math.abs(Math.sin(i * 7.3)) * 40 + 2) * 3600_000;
    const at = momentAt(t); j.at(new Date(t).toISOString());
    const url = 'https://administration-etrangers-en-france.interieur.gouv.fr/particuliers/#/espace-personnel/demandes/nouvelle';
    await j.add('attempt', { url, masked: i % 3 === 0, page: { site: 'anef', page: 'compte-bloque', outcome: i % 5 ? 'blocked' : 'down' }, title: 'Mon espace', extracted: {}, source: 'page', tables: 'x', receipt: { status: i % 5 ? 200 : 503, fromCache: false, serverClockSeconds: i % 4, at } });
    if (i % 7 === 3) { await j.add('capture-failed', { url, masked: false, page: null, method: 'screen', trigger: 'automatic', reason: 'no-gesture', startedAt: at, intent: 'i' }); continue; }
    const o = await shot(body('Une erreur technique est survenue. Veuillez réessayer ultérieurement (' + i + ').', i % 6 + 1), 800);
    const s = await shot(body('Une erreur technique est survenue. Veuillez réessayer ultérieurement (' + i + ').', i % 6 + 1) + band(url, at.utc, 'P-' + i), 920);
    await j.add('capture', captureData(await j.picture(o), i % 9 === 4 ? null : await j.picture(s, 1280, 920), { takenAt: at, url, method: i % 8 === 5 ? 'rerendered' : i % 8 === 6 ? 'stitched' : 'screen', views: 4, receipt: { status: 503, fromCache: false, serverClockSeconds: 3, at }, uniform: i === 1 }));
    if (i % 10 === 5) await j.add('exchange', { channel: i % 20 === 5 ? 'CCC_FORM' : 'LRAR', on: at, precision: 'day', outcome: 'AUTO_REPLY', words: 'Bonjour, votre demande a bien été reçue. Elle sera traitée dans les meilleurs délais.\nCeci est une réponse automatique.', reference: '1A 123 456 7890 1', files: [await j.file('réponse du 3 juin.pdf', noise(i, 500), 'application/pdf')], captures: [j.lines.length] });
  }
  await j.add('note', { text: 'أتصل كل يوم ولا أحد يجيب' });
  j.blobs.delete([...j.blobs.keys()][4] ?? '');
}
const checklist = { contentDate: '2026-11-21', trackLabel: (l: string) => l === 'fr' ? 'Blocage technique sur l’ANEF' : 'ANEF technical block', stepLabel: (_: string, s: string) => s, view: { track: 'T1', next: null, missing: [], substitution: { invitedByPrefecture: null, attestedByCcc: null }, steps: [
 { id: 'Saisir le Centre de contact citoyen (CCC)', mandatory: true, state: 'answered', doneAt: '2026-06-09T07:00:00.000Z', proof: [3, 9], declarativeOnly: false, lastOutcome: null, waitUntil: null, parts: [] },
 { id: 'Point d’accès numérique (PAN)', mandatory: false, state: 'todo', doneAt: null, proof: [], declarativeOnly: false, lastOutcome: null, waitUntil: null, parts: [] } ] } } as const;
const e = await exportDossier(j.options({ checklist }));
mkdirSync('/tmp/E/look', { recursive: true });
writeFileSync('/tmp/E/look.zip', new Uint8Array(await e.blob.arrayBuffer()));
execFileSync('sh', ['-c', 'rm -rf /tmp/E/look && mkdir /tmp/E/look && cd /tmp/E/look && unzip -q ../look.zip']);
const view = async (name: string, o: object, full = true) => { const p = await browser.newPage(o); const errs: string[] = []; p.on('console', m => errs.push(m.text())); p.on('request', r => { if (!r.url().startsWith('file:')) errs.push('REQUEST ' + r.url()); });
 await p.goto('file:///tmp/E/look/LISEZ-MOI.html'); await p.evaluate(async () => { for (let y = 0; y < document.body.scrollHeight; y += 700) { scrollTo(0, y); await new Promise(r => setTimeout(r, 15)); } scrollTo(0, 0); }); await p.waitForTimeout(300);
 const over = await p.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
 console.log(name, over, errs.slice(0, 3));
 const wide = await p.evaluate(() => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll')).slice(0, 8).map(e => e.tagName + '.' + e.className + ' ' + Math.round(e.getBoundingClientRect().right) + ' ' + (e.textContent ?? '').slice(0, 50)));
 if (wide.length) console.log(wide);
 const w = o as { viewport: { width: number } };
 const tops = await p.evaluate(() => ['#fr', '#fr-timeline', '#fr-exchanges', '#fr-pictures', '#fr-verify', '#en'].map(s => { const e = document.querySelector(s); return e ? Math.round(e.getBoundingClientRect().top + scrollY) : 0; }));
 const height = w.viewport.width < 500 ? 2000 : 1500;
 for (const [i, y] of tops.entries()) await p.screenshot({ path: `/tmp/E/${name}-${i}.png`, fullPage: full, clip: { x: 0, y, width: w.viewport.width, height } });
 return p; };
const p = await view('light', { viewport: { width: 1280, height: 900 } });
await p.pdf({ path: '/tmp/E/print.pdf', preferCSSPageSize: true });
await view('dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' });
await view('mobile', { viewport: { width: 320, height: 700 } });
const { readFileSync } = await import('node:fs');
await p.evaluate(readFileSync('node_modules/axe-core/axe.min.js', 'utf8'));
const axe = await p.evaluate(async () => (await (window as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[] }> } }).axe.run()).violations.map(v => [v.id, v.impact, v.nodes.length, v.nodes[0]?.html.slice(0, 200), v.nodes[0]?.failureSummary]));
console.log('axe', JSON.stringify(axe, null, 1));
await browser.close();
