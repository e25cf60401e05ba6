import { writeFileSync, cpSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { PNG } from 'pngjs';
import { openChromium } from './chromium';
import { serveSite } from './site';
import { compare, cut } from './compare';
for (const f of ['jetbrains-mono','ibm-plex-mono','source-code-pro','b612-mono','atkinson-hyperlegible-mono','dejavu-mono']) for (const w of [400,700]) cpSync(`/tmp/d/fonts/${f}-${w}.woff2`, `/work/main/assets/public/fonts/${f}-${w}.woff2`);
const site = await serveSite();
const facts = { instant: Date.parse('2026-10-25T01:30:00.000Z'), url: 'https://administration-etrangers-en-france.interieur.gouv.fr/particuliers/#/espace-personnel/mes-demandes/renouvellement', masked: true, serverClockSeconds: -3 } as const;
function lev(a: string, b: string) { const m = Array.from({length: b.length+1}, (_, i) => i); for (let i=1;i<=a.length;i++){ let p=m[0]!; m[0]=i; for(let j=1;j<=b.length;j++){ const t=m[j]!; m[j]=Math.min(m[j]!+1,m[j-1]!+1,p+(a[i-1]===b[j-1]?0:1)); p=t; } } return m[b.length]!; }
try {
 
  for (const font of ['jetbrains-mono','ibm-plex-mono','dejavu-mono','b612-mono']) {
 const grip = await openChromium(1);
 for (const width of [1280, 320, 640, 1920, 4000]) { const png = new PNG({ width, height: 300 }); png.data.fill(220);
    const s = await (async () => {  return grip.call('stamp', PNG.sync.write(png).toString('base64'), facts, 1, font); })() as any;
    if (s.error) { console.log(font, s); continue; }
    const file = `/tmp/d/stamp-${font}-${width}.png`; writeFileSync(file, Buffer.from(s.base64, 'base64'));
    const text = execFileSync('tesseract', [file, '-', '-l', 'fra', ...(process.env.PSM ? ['--psm', process.env.PSM] : [])], { encoding: 'utf8', stdio: ['ignore','pipe','ignore'] }).replace(/\s/g, '');
    const flat = text; const find = (needle: string) => { let best = 999; for (let i=0;i<=Math.max(0,flat.length-needle.length);i++) { const d = lev(flat.slice(i, i+needle.length), needle); if (d<best) best=d; } return best; };
    console.log(width, font, Math.round(s.ms)+'ms', 'url errors', find(facts.url), 'sha errors', find(s.sha256), 'date', find('25/10/202602:30:00(heuredeParis,UTC+1)'), 'utc', find('2026-10-25T01:30:00.000Z(UTC)'), s.width+'x'+s.height);
  } await grip.close(); }
} finally {  site.close(); for (const f of ['jetbrains-mono','ibm-plex-mono','source-code-pro','b612-mono','atkinson-hyperlegible-mono','dejavu-mono']) for (const w of [400,700]) (await import('node:fs')).rmSync(`/work/main/assets/public/fonts/${f}-${w}.woff2`); }
