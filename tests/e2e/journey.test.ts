/** The main job, walked by a person's gestures from the install to the ZIP; then an outsider checks what came out. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/domain/entry';
import type { SeenRequest } from '../portal/portal';
import { type JourneyResult, walkJourney } from './support/journey';
import { BROWSERS, openProduct, type Product } from './support/product';

const ROOT = new URL('../..', import.meta.url).pathname;

/** What the two browsers ask of their makers by themselves (accounts, settings, dictionaries, lists of bad sites). None has our origin. */
const BROWSERS_OWN =
  /(^|\.)(google\.com|googleapis\.com|gstatic\.com|gvt1\.com|mozilla\.com|mozilla\.org|mozilla\.net|firefox\.com)$/;

/** `npm run verify` as an outsider runs it. */
function verify(zip: string): { code: number | null; text: string } {
  const run = spawnSync(join(ROOT, 'node_modules/.bin/tsx'), [join(ROOT, 'tests/commands/verify.ts'), zip], {
    encoding: 'utf8',
    cwd: ROOT,
  });
  return { code: run.status, text: `${run.stdout}${run.stderr}` };
}

describe.each(BROWSERS)('the journey in %s', (browser) => {
  let product: Product;
  let out: string;
  let result: JourneyResult;
  let requests: readonly SeenRequest[];
  let entries: Entry[];

  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'carnet-parcours-'));
    product = await openProduct(browser);
    result = await walkJourney(product.session, product.portal, { out });
    requests = [...product.portal.requests];
    execFileSync('unzip', ['-q', '-o', result.zip, '-d', join(out, 'bag')]);
    entries = readFileSync(join(out, 'bag', 'data', 'journal.jsonl'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Entry);
  }, 300_000);
  afterAll(async () => {
    await product.close();
    rmSync(out, { recursive: true });
  });

  it('leaves one ZIP, that an outsider’s own tools check', () => {
    expect(readdirSync(out).filter((name) => name.endsWith('.zip'))).toHaveLength(1);
    execFileSync('unzip', ['-t', result.zip]);
    execFileSync('sha256sum', ['--quiet', '-c', 'manifest-sha256.txt'], { cwd: join(out, 'bag') });
    execFileSync('sha256sum', ['--quiet', '-c', 'tagmanifest-sha256.txt'], { cwd: join(out, 'bag') });
    const { code, text } = verify(result.zip);
    expect(code, text).toBe(0);
  });

  it('leaves a page that verifies it, from the disk', async () => {
    const tab = await product.session.newTab(pathToFileURL(join(out, 'bag', 'LISEZ-MOI.html')).href);
    await tab.waitFor('[data-verifier="fr"] [data-check="give"]');
    await tab.setFiles('[data-verifier="fr"] [data-give="zip"]', [result.zip]);
    await tab.waitFor('[data-verifier="fr"] [data-verdict="intact"]');
    expect(spawnSync('sh', [join(out, 'bag', 'verifier.sh')]).status).toBe(0);
    await tab.close();
  });

  it('wrote what happened, in order, once', () => {
    const story = entries.map((entry) => {
      if (entry.kind === 'attempt') return `attempt ${entry.data.page?.page}`;
      // While a gesture is still in force the extension also takes a picture by itself.
      if (entry.kind === 'capture') return `capture ${entry.data.page?.page} by ${entry.data.trigger}`;
      return entry.kind === 'exchange' ? `exchange ${entry.data.channel}` : entry.kind;
    });
    expect(story[0]).toBe('dossier-opened');
    for (const [event, times] of Object.entries({
      'attempt login-failed': 1,
      'capture login-failed by popup': 1,
      'attempt titre-non-remis': 1,
      'capture titre-non-remis by popup': 1,
      'attempt unreachable': 1,
      'attempt contact-sent': 1,
      'capture contact-sent by popup': 1,
      'exchange CCC_FORM': 1,
      'exchange CCC_PHONE': 1,
      'capture pan by popup': 1,
      'exchange LRAR': 1,
    })) {
      expect(
        story.filter((one) => one === event),
        `${event} in ${JSON.stringify(story)}`,
      ).toHaveLength(times);
    }
    const whole = entries.find((entry) => entry.kind === 'capture' && entry.data.page?.page === 'titre-non-remis');
    expect(whole?.kind === 'capture' && whole.data.method).toMatch(/stitched|full-page|screen/);
  });

  it('kept no secret of the login', () => {
    const everything = readFileSync(join(out, 'bag', 'data', 'journal.jsonl'), 'utf8');
    expect(everything).not.toMatch(/session_code=|execution=|tab_id=|[?&#]code=|session_state=/);
    expect(everything).not.toContain('faux-mot-de-passe');
  });

  it('made no request of ours', () => {
    expect(requests.length).toBeGreaterThan(10);
    const hosts = new Set(product.portal.fixtures.map((fixture) => fixture.url.host));
    for (const request of requests) {
      const headers = JSON.stringify(request.headers);
      expect(headers, `${request.method} ${request.host}${request.path}`).not.toMatch(/(chrome|moz)-extension:/);
      if (BROWSERS_OWN.test(request.host)) continue;
      expect(hosts.has(request.host) || request.host === 'portail.test', `${request.host}${request.path}`).toBe(true);
      // Whatever is not a navigation comes from a page of the site itself.
      const site = String(request.headers['sec-fetch-site'] ?? '');
      const mode = String(request.headers['sec-fetch-mode'] ?? '');
      if (request.method !== 'CONNECT' && mode !== 'navigate') {
        expect(site, `${mode} ${request.host}${request.path}`).toMatch(/^same-(origin|site)$/);
      }
    }
  });

  it('showed no error in any context of ours', async () => {
    expect(await product.session.errors()).toEqual([]);
  });

  it('is found out when one byte of any kind of file is flipped, or a line goes', () => {
    const altered = join(out, 'altered.zip');
    const bag = join(out, 'bag');
    const files = readdirSync(bag, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name));
    // Of each folder one file of each ending, originals and stamped copies apart; at the top every file.
    const sort = (file: string): string => {
      const path = file.slice(bag.length + 1);
      return path.includes('/') ? `${dirname(path)} ${/-[a-z]+\.png$/.exec(path)?.[0] ?? extname(path)}` : path;
    };
    const oneOfEach = new Map(files.map((file) => [sort(file), file]));
    for (const file of oneOfEach.values()) {
      const good = readFileSync(file);
      const bad = Buffer.from(good);
      const at = Math.floor(bad.length / 2);
      bad[at] = (bad[at] ?? 0) ^ 1;
      writeFileSync(file, bad);
      rmSync(altered, { force: true });
      execFileSync('zip', ['-q', '-r', altered, '.'], { cwd: bag });
      const { code, text } = verify(altered);
      writeFileSync(file, good);
      expect(code, `${file}: ${text}`).toBe(1);
      expect(text).toContain(
        file
          .slice(bag.length + 1)
          .split('/')
          .at(-1),
      );
    }
  }, 240_000);
});
