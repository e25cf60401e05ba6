import { execFileSync } from 'node:child_process'; import { writeFileSync } from 'node:fs'; import { PNG } from 'pngjs'; import { openChromium } from './chromium';
const go = async () => { const grip = await openChromium(1);
const urls = ['https://administration-etrangers-en-france.interieur.gouv.fr/particuliers/#/espace-personnel/mes-demandes','https://administration-etrangers-en-france.interieur.gouv.fr/#/creation-compte/refus','https://www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/4418/creneau/'];
for (const [ls, uw] of [[0.03, 0], [0.03, 400], [0.06, 0], [0.06, 400], [0.1, 0], [0.1,400]]) { await grip.eval(`globalThis.LS=${ls};globalThis.UW=${uw}`); const bad: Record<string, number> = { host: 0, route: 0, minute: 0, sha: 0, n: 0 };
 for (const [w, r] of [[1280,1],[1366,1],[1600,1.25],[1920,1],[2560,2],[412,1]]) { const png = new PNG({ width: w!, height: 200 }); png.data.fill(235); const b = PNG.sync.write(png).toString('base64');
  for (const url of urls) { const s = await grip.call('stamp', b, { instant: Date.parse('2026-03-19T16:08:41Z'), url, sha256: undefined as never }, r!) as any; const st = s.error ? await grip.call('stamp', b, { instant: Date.parse('2026-03-19T16:08:41Z'), url }, r!) as any : s;
   writeFileSync('/tmp/d/o.png', Buffer.from(st.base64,'base64')); const t = execFileSync('tesseract',['/tmp/d/o.png','-','-l','fra'],{encoding:'utf8',stdio:['ignore','pipe','ignore']}).replace(/\s/g,'');
   bad.n!++; if (!t.includes(new URL(url).host)) bad.host!++; if (!t.includes(url.includes('#') ? url.slice(url.indexOf('#')) : new URL(url).pathname)) bad.route!++; if (!t.includes('19/03/202617:08')) bad.minute!++; if (!t.includes(st.sha256)) bad.sha!++; } }
 console.log('spacing', ls, 'url weight', uw || 700, JSON.stringify(bad)); }
await grip.close(); }; void go();
