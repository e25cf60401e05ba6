/** Masking a name on captures, by mouse and by keyboard, in both browsers: what leaves in the ZIP holds it nowhere. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntryOf } from '@/lib/domain/entry';
import { isBarePng } from '@/lib/domain/png-rows';
import type { Box } from '@/lib/domain/redacted';
import { plainJpeg } from '../unit/imports/pictures';
import type { Tab } from './drivers';
import { overflow, setScheme, violations } from './support/look';
import { crop, read } from './support/pictures';
import { BROWSERS, captureByHand, openProduct, type Product, pageRead } from './support/product';
import { verifyFile } from './support/zip-file';

/** The header of this page says « Nadia EXEMPLE », once. */
const PAGE = 'anef/account-blocked.old';
const NAME = /nadia|exemple/i;
const SCALE = 2;
const FORM = '[data-redact="form"]';

/** Pictures of the screens for a person to look at, when asked for. */
const LOOK = process.env['REDACT_LOOK'];

async function keep(name: string, tab: Tab): Promise<void> {
  if (LOOK) await writeFile(join(LOOK, `${name}.png`), await tab.fullScreenshot());
}

/** Where the name stands on the page, in pixels of the capture, with a margin. */
function nameBox(tab: Tab): Promise<Box> {
  return tab.evaluate((scale: number) => {
    const frame = document.querySelector('.user-name')?.getBoundingClientRect();
    if (!frame) throw new Error('no name on the page');
    const [x, y] = [Math.floor(frame.x) - 6, Math.max(0, Math.floor(frame.y) - 4)];
    const [width, height] = [Math.ceil(frame.width) + 14, Math.ceil(frame.height) + 8];
    return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
  }, SCALE);
}

/** The four numbers of a box, as the list says them. */
function numbers(tab: Tab, box: number): Promise<Box> {
  return tab.evaluate((wanted: number) => {
    const value = (side: string): number =>
      Number(document.querySelector<HTMLInputElement>(`[data-box-fields="${wanted}"] [data-side="${side}"]`)?.value);
    return { x: value('x'), y: value('y'), width: value('width'), height: value('height') };
  }, box);
}

/** Keys that bring one number to another: ten pixels a press, then one. */
async function walk(tab: Tab, by: number, more: string, less: string, shift: string): Promise<void> {
  const key = by > 0 ? more : less;
  const [tens, ones] = [Math.floor(Math.abs(by) / 10), Math.abs(by) % 10];
  await tab.press(...Array.from({ length: tens }, () => `${shift}${key}`));
  await tab.press(...Array.from({ length: ones }, () => `Control+${shift}${key}`));
}

/** Every file of a ZIP, by its path. */
async function unpacked(zip: string, into: string): Promise<Map<string, Buffer>> {
  await rm(into, { recursive: true, force: true });
  execFileSync('unzip', ['-q', '-o', zip, '-d', into]);
  const names = await readdir(into, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file)] as const)));
}

/** What a stranger reads in a file: letters of texts and PDFs, and what an optical reader sees of each picture. */
async function readable(file: string, bytes: Buffer, folder: string): Promise<string> {
  const ending = extname(file);
  if (ending === '.png') return read(bytes);
  if (ending !== '.pdf') return bytes.toString('utf8');
  const pictures = await mkdtemp(join(folder, 'pdf-'));
  execFileSync('pdfimages', ['-png', file, join(pictures, 'p')]);
  const seen = await Promise.all((await readdir(pictures)).map((name) => readFile(join(pictures, name))));
  return [execFileSync('pdftotext', [file, '-']).toString('utf8'), ...seen.filter(isLarge).map(read)].join('\n');
}

const isLarge = (picture: Buffer): boolean => PNG.sync.read(picture).width > 200;

describe.each(BROWSERS)('masking in %s', (browser) => {
  let product: Product;
  let folder: string;
  let box: Box;
  let captures: EntryOf<'capture'>[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'carnet-redact-'));
    await writeFile(join(folder, 'photo.jpg'), plainJpeg());
    product = await openProduct(browser, { timeZone: 'Europe/Paris', deviceScaleFactor: SCALE });
    const { session, portal, journal } = product;
    const desk = await session.openPage('journal.html#/dossiers');
    await desk.fill('[data-form="new-dossier"] input:not([type])', 'Mésange');
    await desk.click('[data-action="create-dossier"]');
    await desk.waitForGone('[data-form="new-dossier"]');
    await desk.close();
    const tab = await session.newTab(portal.show(PAGE));
    await tab.waitFor('.user-name');
    await pageRead();
    box = await nameBox(tab);
    await captureByHand(session, tab);
    await captureByHand(session, tab);
    captures = await journal.waitFor('capture', 2);
    await tab.close();
  });
  afterAll(async () => {
    await product.close();
    await rm(folder, { recursive: true, force: true });
  });

  const at = (index: number): EntryOf<'capture'> => {
    const capture = captures[index];
    if (!capture) throw new Error(`no capture ${index}`);
    return capture;
  };
  const bottom = (): number => box.y + box.height + 60;

  it('starts from pictures on which the name is read', async () => {
    const stamped = await product.journal.blob(at(0).data.stamped?.sha256 ?? '');
    expect(read(crop(stamped, 0, bottom()))).toMatch(NAME);
  });

  it('masks by mouse', async () => {
    const { session, journal } = product;
    const { seq, data } = at(0);
    const tab = await session.openPage(`journal.html#/piece/${seq}`);
    await tab.click('[data-action="redact"]');
    await tab.waitFor(`${FORM} .redact-stage img`);
    expect(await tab.count('[data-banner="siblings"]')).toBe(1);
    const { width, height } = data.stamped ?? data.original;
    await tab.drag(
      '[data-redact="stage"]',
      { x: box.x / width, y: box.y / height },
      { x: (box.x + box.width) / width, y: (box.y + box.height) / height },
    );
    await tab.waitFor('[data-box="1"]');
    const drawn = await numbers(tab, 1);
    for (const side of ['x', 'y', 'width', 'height'] as const)
      expect(Math.abs(drawn[side] - box[side])).toBeLessThan(9);
    await keep(`mouse-${browser}`, tab);
    await tab.click('[data-action="save"]');
    const [entry] = await journal.waitFor('redacted', 1);
    expect(entry?.data).toMatchObject({ target: seq, boxes: [drawn], originalInPack: false });
    await tab.waitFor(`[data-masked="${entry?.seq}"] img`);
    expect(await tab.text()).toContain('Partie masquée');
    expect(await tab.count('#entry-pictures')).toBe(0);
    await keep(`entry-${browser}`, tab);
    await tab.close();
  });

  it('masks by keyboard alone, at 320 pixels, in the dark, without a fault for axe', async () => {
    const { session, journal } = product;
    const { seq } = at(1);
    const tab = await session.openPage(`journal.html#/piece/${seq}/masquer`);
    await tab.resizeTo(320, 640);
    await tab.waitFor(`${FORM} .redact-stage img`);
    await setScheme(tab, 'dark');
    await tab.evaluate(() => document.querySelector<HTMLElement>('[data-action="add-box"]')?.focus());
    await tab.press('Enter');
    await tab.waitFor('[data-box="1"]:focus');
    const first = await numbers(tab, 1);
    await walk(tab, box.x - first.x, 'ArrowRight', 'ArrowLeft', '');
    await walk(tab, box.y - first.y, 'ArrowDown', 'ArrowUp', '');
    await walk(tab, box.width - first.width, 'ArrowRight', 'ArrowLeft', 'Shift+');
    await walk(tab, box.height - first.height, 'ArrowDown', 'ArrowUp', 'Shift+');
    await tab.waitForText(`Cadre 1 : ${box.width} × ${box.height} pixels`);
    expect(await numbers(tab, 1)).toEqual(box);
    // Removed and taken back: nothing is lost by a wrong key.
    await tab.press('Delete');
    await tab.waitForGone('[data-box="1"]');
    await tab.click('[data-action="undo"]');
    await tab.waitFor('[data-box="1"]');
    expect(await overflow(tab)).toEqual([]);
    expect(await violations(tab)).toEqual([]);
    await keep(`keyboard-dark-320-${browser}`, tab);
    await tab.evaluate(() => document.querySelector<HTMLElement>('[data-action="save"]')?.focus());
    await tab.press('Enter');
    const entries = await journal.waitFor('redacted', 2);
    expect(entries[1]?.data).toMatchObject({ target: seq, boxes: [box] });
    await tab.close();
  });

  it('makes copies whose boxes are one colour, without alpha or metadata, the rest as it was; nobody reads the name', async () => {
    const { journal } = product;
    for (const { data } of await journal.ofKind('redacted')) {
      const copy = await journal.blob(data.copy.sha256);
      const source = PNG.sync.read(await journal.blob(data.source.sha256));
      expect(isBarePng(new Uint8Array(copy))).toBe(true);
      expect(copy[25]).toBe(2);
      const seen = PNG.sync.read(copy);
      const [area] = data.boxes;
      if (!area) throw new Error('no box');
      for (let y = area.y; y < area.y + area.height; y += 1) {
        const from = 4 * (y * source.width + area.x);
        for (let i = from; i < from + 4 * area.width; i += 1) {
          source.data[i] = i % 4 === 3 ? 255 : 0;
        }
      }
      expect(seen.data.equals(source.data)).toBe(true);
      expect(read(crop(copy, 0, bottom()))).not.toMatch(NAME);
    }
  });

  it('masks an added photo by numbers', async () => {
    const { session, journal } = product;
    const tab = await session.openPage('journal.html#/ajouter');
    await tab.waitFor('[data-field="files"]');
    await tab.setFiles('[data-field="files"]', [join(folder, 'photo.jpg')]);
    await tab.waitFor('[data-import="ready"]', { timeout: 60_000 });
    await tab.click('li:nth-child(1) input[type="checkbox"]');
    await tab.click('li:nth-child(1) [data-action="save-import"]');
    const [photo] = await journal.waitFor('imported', 1);
    await tab.evaluate((hash: string) => {
      location.hash = hash;
    }, `#/piece/${photo?.seq}/masquer`);
    await tab.waitFor(`${FORM} .redact-stage img`);
    await tab.click('[data-action="add-box"]');
    for (const [side, value] of Object.entries({ width: 5, height: 4, x: 3, y: 2 })) {
      await tab.fill(`[data-box-fields="1"] [data-side="${side}"]`, String(value));
      await tab.press('Tab');
    }
    await tab.click('[data-action="save"]');
    const entry = (await journal.waitFor('redacted', 3)).at(-1);
    expect(entry?.data).toMatchObject({
      source: { role: 'imported', width: 24, height: 16 },
      boxes: [{ x: 3, y: 2, width: 5, height: 4 }],
    });
    const copy = PNG.sync.read(await journal.blob(entry?.data.copy.sha256 ?? ''));
    const colours = new Set<number>();
    for (let y = 0; y < 16; y += 1)
      for (let x = 0; x < 24; x += 1) {
        const colour = copy.data.readUInt32BE(4 * (y * 24 + x));
        if (x >= 3 && x < 8 && y >= 2 && y < 6) expect(colour).toBe(0x000000ff);
        else colours.add(colour);
      }
    expect(colours.size).toBeGreaterThan(0);
    expect(colours.has(0x000000ff)).toBe(false);
    await tab.close();
  });

  async function exported(): Promise<{ zip: string; files: Map<string, Buffer> }> {
    const tab = await product.session.openPage('journal.html#/export');
    await tab.click('[data-action="export"]');
    const zip = await product.session.waitForDownload(/\.zip$/, { timeout: 120_000 });
    await tab.close();
    return { zip, files: await unpacked(zip, join(folder, 'bag')) };
  }

  it('exports a ZIP in which no picture, PDF or text holds the name, intact, and which says it', async () => {
    const { zip, files } = await exported();
    const paths = [...files.keys()];
    const ours = (index: number): string => `${String(at(index).seq).padStart(4, '0')}-`;
    expect(paths.filter((path) => path.includes('-caviardee.png'))).toHaveLength(3);
    expect(paths.some((path) => path.includes(`${ours(0)}original`) || path.includes(`${ours(0)}estampillee`))).toBe(
      false,
    );
    expect(paths.some((path) => path.includes('/lectures/'))).toBe(false);
    for (const [path, bytes] of files) expect(await readable(path, bytes, folder), path).not.toMatch(/nadia/i);
    const readme = paths.find((path) => path.endsWith('LISEZ-MOI.html')) ?? '';
    expect(files.get(readme)?.toString('utf8')).toContain('Partie masquée par la personne : l’original (SHA-256 ');
    const { verdict, lines } = await verifyFile(zip);
    expect({ verdict, problems: lines.filter(({ level }) => level === 'problem') }).toEqual({
      verdict: 'intact',
      problems: [],
    });
    expect(lines.find(({ code }) => code === 'redactions-ok')?.values).toEqual({ count: 3 });
    expect(lines.filter(({ code }) => code === 'redaction-left')).toHaveLength(3);
    await rm(zip);
  });

  it('removes a masked capture with its copy, and the next ZIP says so', async () => {
    const { session, journal } = product;
    const { seq, data } = at(1);
    const [, masking] = await journal.ofKind('redacted');
    const tab = await session.openPage(`journal.html#/piece/${seq}`);
    await tab.click('[data-action="remove-files"]');
    await tab.waitForText('Les copies masquées de cette image seront effacées aussi');
    await tab.fill('dialog input', 'mauvaise personne');
    await tab.click('[data-action="remove-confirm"]');
    const [tombstone] = await journal.waitFor('removed', 1);
    expect(tombstone?.data.blobs).toEqual(expect.arrayContaining([data.original.sha256, masking?.data.copy.sha256]));
    await expect(journal.blob(masking?.data.copy.sha256 ?? '')).rejects.toThrow('no blob');
    await tab.waitForGone('[data-masked]');
    await tab.close();
    const { zip } = await exported();
    const { verdict, lines } = await verifyFile(zip);
    expect(verdict).toBe('intact');
    expect(lines.filter(({ code }) => code === 'reference-removed').length).toBeGreaterThanOrEqual(3);
    expect(lines.find(({ code }) => code === 'redactions-ok')?.values).toEqual({ count: 2 });
    await rm(zip);
  });

  it('says nothing in the console', async () => {
    expect(await product.session.errors()).toEqual([]);
  });
});
