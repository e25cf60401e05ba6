/** Files added through the built journal page, in both browsers: a phone's photo, an automatic reply, hostile files; then the export. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import exifr from 'exifr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUTO_REPLY, eml, onePage, pdf, stream } from '../unit/imports/documents';
import { latin, phoneJpeg, plainJpeg, together } from '../unit/imports/pictures';
import type { Tab } from './drivers';
import { BROWSERS, openProduct, type Product } from './support/product';
import { verifyFile } from './support/zip-file';

const FILES = '[data-field="files"]';
const HOSTILE = eml(
  [
    'From: "<script>window.pwned=1</script>" <a@exemple.invalid>',
    'Subject: <img src=x onerror="window.pwned=1">',
    'Date: Tue, 3 Nov 2026 14:05:09 +0100',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
  ],
  '--b\r\nContent-Type: text/html; charset=nimporte\r\n\r\n<script>window.pwned=1</script><img src="http://traceur.invalid/p.gif" onerror="window.pwned=1"><p>Bonjour</p>\r\n' +
    '--b\r\nContent-Type: application/zip; name="../../<b>.zip"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n',
);

/** A small PDF whose one page unfolds to 60 MB: read in half a minute or more (lib/imports/limits.ts). */
function slowPdf(): Uint8Array {
  const line = 'BT /F1 12 Tf (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj ET\n';
  const folded = deflateSync(Buffer.from(line.repeat(1_000_000)), { level: 9 }).toString('latin1');
  return pdf([
    '<</Type /Catalog /Pages 2 0 R>>',
    '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    '<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R>>',
    stream(folded, '/Filter /FlateDecode'),
  ]);
}

/** Opens a dossier as a person does, then the page that takes files. */
async function openDossier(product: Product): Promise<Tab> {
  const tab = await product.session.openPage('journal.html#/dossiers');
  await tab.fill('[data-form="new-dossier"] input:not([type])', 'Mésange');
  await tab.click('[data-action="create-dossier"]');
  await tab.waitForGone('[data-form="new-dossier"]');
  await tab.evaluate(() => {
    location.hash = '#/ajouter';
  });
  await tab.waitFor(FILES);
  return tab;
}

/** Every file of an unpacked export, by its path. */
async function unpacked(zip: string, into: string): Promise<Map<string, Buffer>> {
  execFileSync('unzip', ['-q', '-o', zip, '-d', into]);
  const names = await readdir(into, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file)] as const)));
}

describe.each(BROWSERS)('adding files in %s', (browser) => {
  let product: Product;
  let tab: Tab;
  let folder: string;
  let zip: string;
  const path = (name: string): string => join(folder, name);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'carnet-imports-'));
    await writeFile(path('IMG_20261103.jpg'), phoneJpeg());
    await writeFile(path('IMG_joint.jpg'), phoneJpeg({ date: '2026:11:04 09:30:00', gps: true }));
    await writeFile(path('lent.pdf'), slowPdf());
    await writeFile(path('accuse.eml'), AUTO_REPLY);
    await writeFile(path('<img src=x onerror=pwned=1>.eml'), HOSTILE);
    await writeFile(path('abime.jpg'), plainJpeg().slice(0, 60));
    await writeFile(path('lettre.pdf'), onePage('Fait le 2 novembre 2026'));
    await writeFile(path('capture.jpg'), plainJpeg());
    await writeFile(path('enorme.eml'), together(latin('From: a@b.c\nTo: d\n\n'), new Uint8Array(20_000_001)));
    product = await openProduct(browser, { timeZone: 'Europe/Paris' });
    tab = await openDossier(product);
  });
  afterAll(async () => {
    await product.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('reads six files, refuses two by a sentence, loses none of the others, writes nothing yet', async () => {
    const before = (await product.journal.entries()).length;
    await tab.setFiles(
      FILES,
      [
        'IMG_20261103.jpg',
        'abime.jpg',
        'enorme.eml',
        'accuse.eml',
        '<img src=x onerror=pwned=1>.eml',
        'lettre.pdf',
      ].map(path),
    );
    await tab.waitFor('li:nth-child(6)[data-import="ready"]', { timeout: 60_000 });
    expect(await tab.count('[data-import="refused"]')).toBe(2);
    expect(await tab.count('[data-import="ready"]')).toBe(4);
    const text = (await tab.text()).replaceAll('\u00a0', ' ');
    expect(text).toContain('3 novembre 2026, 14:05 (heure locale de l’appareil, sans fuseau)');
    expect(text).toContain('lieu (GPS)');
    expect(text).toContain('Ce courriel ressemble à une réponse automatique');
    expect(text).toContain('Ce fichier est trop grand');
    expect(text).toContain('Cette image est abîmée');
    expect(text).toContain('<img src=x onerror="window.pwned=1">');
    expect(await tab.evaluate(() => (globalThis as { pwned?: number }).pwned ?? null)).toBeNull();
    expect(
      await tab.evaluate(
        () => document.querySelectorAll('[data-imports] script, [data-imports] img[src^="http"]').length,
      ),
    ).toBe(0);
    expect((await product.journal.entries()).length).toBe(before);
  });

  it('asks for the date, then writes the file, and the exchange that it proves', async () => {
    const photo = 'li:nth-child(1)';
    await tab.click(`${photo} [data-action="save-import"]`);
    await tab.waitForText('Indiquez le jour, ou cochez');
    await tab.click(`${photo} [data-action="take-date"]`);
    await tab.choose(`${photo} [data-field="shows"]`, 'call-log');
    await tab.choose(`${photo} [data-field="attach"]`, 'new');
    await tab.click(`${photo} [data-action="save-import"]`);
    await tab.waitFor(`${photo}[data-import="saved"]`);
    const [imported] = await product.journal.ofKind('imported');
    const [exchange] = await product.journal.ofKind('exchange');
    expect(imported?.data).toMatchObject({
      what: 'picture',
      shows: 'call-log',
      declared: { on: { utc: '2026-11-03T13:05:00.000Z' }, precision: 'minute' },
      fileDate: { from: 'exif', text: '2026:11:03 14:05:09' },
      size: { width: 24, height: 16 },
    });
    expect(exchange?.data).toMatchObject({
      channel: 'CCC_PHONE',
      outcome: 'NONE',
      captures: [imported?.seq],
      files: [],
    });
  });

  it('an automatic reply is proposed as such, on the exchange that it acknowledges', async () => {
    const mail = 'li:nth-child(4)';
    const [exchange] = await product.journal.ofKind('exchange');
    await tab.choose(`${mail} [data-field="attach"]`, String(exchange?.seq));
    await tab.click(`${mail} [data-action="take-date"]`);
    await tab.click(`${mail} [data-action="save-import"]`);
    await tab.waitFor(`${mail}[data-import="saved"]`);
    const imports = await product.journal.ofKind('imported');
    const [outcome] = await product.journal.ofKind('exchange-outcome');
    expect(imports.at(-1)?.data).toMatchObject({ what: 'mail', shows: 'auto-reply', about: exchange?.seq });
    expect(outcome?.data).toMatchObject({
      exchange: exchange?.seq,
      outcome: 'AUTO_REPLY',
      captures: [imports.at(-1)?.seq],
    });
  });

  it('a screenshot without a date asks for it; the same file twice is said', async () => {
    await tab.setFiles(FILES, [path('capture.jpg'), path('IMG_20261103.jpg')]);
    await tab.waitFor('li:nth-child(8)[data-import="ready"]', { timeout: 60_000 });
    expect(await tab.count('li:nth-child(7) [data-date-asked]')).toBe(1);
    expect(await tab.count('li:nth-child(8) [data-banner="duplicate"]')).toBe(1);
    await tab.click('li:nth-child(8) [data-action="remove-import"]');
    await tab.click('li:nth-child(7) input[type="checkbox"]');
    await tab.click('li:nth-child(7) [data-action="save-import"]');
    await tab.waitFor('li:nth-child(7)[data-import="saved"]');
  });

  it('the hostile e-mail is kept as text, in its entry too', async () => {
    await tab.click('li:nth-child(5) [data-action="take-date"]');
    await tab.click('li:nth-child(5) [data-action="save-import"]');
    await tab.waitFor('li:nth-child(5)[data-import="saved"]');
    const hostile = (await product.journal.ofKind('imported')).at(-1);
    const entry = await product.session.openPage(`journal.html#/piece/${hostile?.seq}`);
    await entry.waitForText('Bonjour');
    expect(await entry.text()).toContain('<img src=x onerror="window.pwned=1">');
    expect(await entry.evaluate(() => (globalThis as { pwned?: number }).pwned ?? null)).toBeNull();
    await entry.close();
  });

  it('exports the copies without what phones hide, leaves the originals, and the ZIP verifies', async () => {
    const page = await product.session.openPage('journal.html#/export');
    await page.click('[data-action="export"]');
    zip = await product.session.waitForDownload(/\.zip$/);
    await page.close();
    const files = await unpacked(zip, path('bag'));
    const photo = [...files].find(([name]) => /data\/originaux\/\d{4}-1_journal-appels\.jpg$/.test(name))?.[1];
    if (!photo) throw new Error(`no photo in ${[...files.keys()].join(', ')}`);
    expect(photo.equals(Buffer.from(plainJpeg()))).toBe(true);
    expect(await exifr.gps(photo).catch(() => undefined)).toBeUndefined();
    for (const [name, bytes] of files) expect(bytes.includes('WGS-84'), name).toBe(false);
    const readme = [...files].find(([name]) => name.endsWith('LISEZ-MOI.html'))?.[1].toString('utf8') ?? '';
    expect(readme).toContain('Original gardé sur l’appareil');
    expect(readme).not.toContain('<script>window.pwned');
    const { verdict, lines } = await verifyFile(zip);
    expect({ verdict, problems: lines.filter(({ level }) => level === 'problem') }).toEqual({
      verdict: 'intact',
      problems: [],
    });
    expect(lines.filter(({ code }) => code === 'reference-kept')).toHaveLength(1);
  });

  it('a photo joined in the exchange form leaves as a copy without its place; a damaged one is named, and saves nothing', async () => {
    const page = await product.session.openPage('journal.html#/journal');
    const form = '[data-form="exchange"]';
    const before = await product.journal.entries();
    await page.click('[data-action="add-exchange"]');
    await page.setFiles(`${form} input[type="file"]`, [path('IMG_joint.jpg'), path('abime.jpg')]);
    await page.click(`${form} [data-action="save"]`);
    await page.waitForText('« abime.jpg » n’a pas été ajouté');
    expect(await page.text()).toContain('Cette image est abîmée');
    expect(await product.journal.entries()).toHaveLength(before.length);
    await page.setFiles(`${form} input[type="file"]`, [path('IMG_joint.jpg')]);
    await page.click(`${form} [data-action="save"]`);
    await page.waitForGone('dialog');
    const added = (await product.journal.ofKind('imported')).at(-1);
    const exchange = (await product.journal.ofKind('exchange')).at(-1);
    expect(exchange?.data).toMatchObject({ channel: 'CCC_FORM', files: [], captures: [added?.seq] });
    expect(added?.data).toMatchObject({ what: 'picture', shows: 'message', file: { name: 'IMG_joint.jpg' } });
    expect(added?.data.stripped).toContain('gps');
    // The original is whole on the device, and the timeline shows the copy.
    expect((await product.journal.blob(added?.data.original?.sha256 ?? '')).includes('WGS-84')).toBe(true);
    await page.waitFor(`[data-seq="${added?.seq}"] [data-thumb] img`);
    await page.close();
    const exporting = await product.session.openPage('journal.html#/export');
    await rm(path('bag'), { recursive: true, force: true });
    await rm(zip);
    await exporting.click('[data-action="export"]');
    zip = await product.session.waitForDownload(/\.zip$/);
    await exporting.close();
    const files = await unpacked(zip, path('bag'));
    const names = [...files.keys()];
    expect(
      names.some((name) => name.includes(`${String(added?.seq).padStart(4, '0')}-1_message.jpg`)),
      names.join(),
    ).toBe(true);
    for (const [name, bytes] of files) expect(bytes.includes('WGS-84'), name).toBe(false);
    expect((await verifyFile(zip)).verdict).toBe('intact');
  });

  it.each(['paste', 'drop'] as const)('takes a file by %s on the journal', async (way) => {
    const page = await product.session.openPage('journal.html#/journal');
    await page.waitFor('[data-action="add-exchange"]');
    const bytes = Buffer.from(eml(['From: a@exemple.invalid', 'To: b@exemple.invalid', `Subject: ${way}`])).toString(
      'base64',
    );
    // No driver has a real clipboard of files or a file manager: the event is the one that the browser would give.
    await page.evaluate(
      ({ way: kind, bytes: text }: { way: string; bytes: string }) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(atob(text), (one) => one.charCodeAt(0))], `${kind}.eml`));
        const options = { bubbles: true, cancelable: true };
        // Firefox gives no files to a clipboard event that a script makes: they are put on it.
        const event =
          kind === 'paste'
            ? Object.defineProperty(new ClipboardEvent('paste', options), 'clipboardData', { value: data })
            : new DragEvent('drop', { ...options, dataTransfer: data });
        document.body.dispatchEvent(event);
        if (!event.defaultPrevented) throw new Error(`${kind} was left to the browser`);
      },
      { way, bytes },
    );
    await page.waitFor('[data-import="ready"]', { timeout: 60_000 });
    expect(await page.url()).toMatch(/#\/ajouter$/);
    expect(await page.text()).toContain(`${way}.eml`);
    await page.close();
  });

  it('stops the reading: what was read stays, the rest is not added, and can be given again', async () => {
    const page = await product.session.openPage('journal.html#/ajouter');
    const before = (await product.journal.entries()).length;
    await page.waitFor(FILES);
    await page.setFiles(FILES, [path('accuse.eml'), path('lent.pdf'), path('capture.jpg')]);
    await page.waitFor('li:nth-child(1)[data-import="ready"]', { timeout: 60_000 });
    await page.waitFor('li:nth-child(2)[data-import="reading"]', { timeout: 60_000 });
    await page.click('.progress [data-action="cancel"]');
    await page.waitFor('li:nth-child(2)[data-import="refused"]');
    expect(await page.count('li:nth-child(3)[data-import="refused"]')).toBe(1);
    expect(await page.count('li:nth-child(1)[data-import="ready"]')).toBe(1);
    expect(await page.text()).toContain('Lecture arrêtée');
    expect(await page.count('.progress')).toBe(0);
    await page.setFiles(FILES, [path('capture.jpg')]);
    await page.waitFor('li:nth-child(4)[data-import="ready"]', { timeout: 60_000 });
    expect(await product.journal.entries()).toHaveLength(before);
    await page.close();
  });

  it('says nothing in the console', async () => {
    expect(await product.session.errors()).toEqual([]);
  });
});
