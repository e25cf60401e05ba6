/** One capture as a PDF: sound, readable, found again by its words, its picture untouched. */
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/domain/errors';
import { pngCrc, readPngChunks } from '@/lib/domain/png';
import { capturePdf } from '@/lib/pdf/capture';
import { calmest, cutting, SCALE } from '@/lib/pdf/strips';
import {
  AT,
  type Bytes,
  bytesOf,
  holds,
  inFolder,
  OPTIONS,
  pagePng,
  picturesIn,
  sha256,
  sheetOf,
} from './pack-support';
import { bare, checkClean, infoOf, textOf } from './support';

const SCREEN = pagePng(1366, 900);
const TITLES = 'علی‌رضا احمد · Дмитрий · 王小明 · ანა · தமிழ் · বাংলা · አማርኛ';

const chunk = (name: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(pngCrc(body), body.length + 4);
  return out;
};

/** A PNG whose chunks are sound, whatever its pixels are. */
async function pngAround(width: number, height: number, rows: Uint8Array<ArrayBuffer>, cut = 0): Promise<Bytes> {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const stream = new Blob([rows]).stream().pipeThrough(new CompressionStream('deflate'));
  const data = new Uint8Array(await new Response(stream).arrayBuffer());
  const signature = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [
    chunk('IHDR', head),
    chunk('IDAT', data.subarray(0, data.length - cut)),
    chunk('IEND', new Uint8Array()),
  ];
  return new Uint8Array(Buffer.concat([signature, ...parts]));
}

describe('a capture', () => {
  it('is sound, says what its caption and its page say in every script, and has no link', async () => {
    const caption = [
      { label: 'Adresse', value: 'https://exemple.invalid/#/connexion' },
      { label: 'Titre', value: TITLES },
    ];
    const pdf = await capturePdf(sheetOf(12, SCREEN, { caption }), OPTIONS);
    const bytes = await bytesOf(pdf);
    checkClean(bytes);
    const text = textOf(bytes);
    expect(text).toContain('https://exemple.invalid/#/connexion');
    expect(text).toContain('Merci de réessayer ultérieurement.');
    for (const name of TITLES.split(' · ')) expect(bare(text)).toContain(bare(name));
    expect(pdf.flags).toEqual([]);
    expect(pdf.shows).toEqual([{ seq: 12, sha256: sha256(SCREEN), as: 'image' }]);
    expect(holds(bytes, '/Link')).toBe(false);
    const info = infoOf(bytes);
    expect(info).toMatch(/Title:\s+Pièce n° 7/);
    expect(info).not.toMatch(/carnet|pdfkit/i);
    expect(info).toMatch(new RegExp(`Pages:\\s+${pdf.pages}\\n`));
    expect(infoOf(bytes, '-struct')).toContain('Figure');
  });

  it('holds the data of its PNG byte for byte, found by its number and its hash', async () => {
    const bytes = await bytesOf(await capturePdf(sheetOf(12, SCREEN), OPTIONS));
    expect(holds(bytes, Buffer.concat([...(readPngChunks(SCREEN)?.data ?? [])]))).toBe(true);
    expect(holds(bytes, `/CDDA_Seq 12\n/CDDA_Source <${sha256(SCREEN)}>`)).toBe(true);
    expect(picturesIn(bytes)[0]?.data.equals(PNG.sync.read(Buffer.from(SCREEN)).data)).toBe(true);
  });

  it('carries the original inside, the same bytes', async () => {
    const original = { bytes: SCREEN, name: '0012-original.png', type: 'image/png', description: 'Image originale' };
    const bytes = await bytesOf(await capturePdf(sheetOf(12, SCREEN, { original }), OPTIONS));
    checkClean(bytes);
    expect(inFolder(bytes, 'pdfdetach', ['-list', 'a.pdf']).said).toContain('0012-original.png');
    expect(inFolder(bytes, 'pdfdetach', ['-saveall', 'a.pdf']).made.map(sha256)).toEqual([sha256(SCREEN)]);
    expect(holds(bytes, '/AFRelationship /Source')).toBe(true);
  });

  it('is the same bytes for the same capture at the same instant, and others at another', async () => {
    const [one, two, later] = await Promise.all(
      [AT, AT, new Date('2026-11-23T09:00:00Z')].map(async (at) =>
        sha256(await bytesOf(await capturePdf(sheetOf(12, SCREEN), { ...OPTIONS, at }))),
      ),
    );
    expect(one).toBe(two);
    expect(one).not.toBe(later);
  });

  it('cuts a long page between its lines, in one picture object, and says so', async () => {
    const long = pagePng(1366, 3000);
    const pdf = await capturePdf(sheetOf(12, long), OPTIONS);
    const bytes = await bytesOf(pdf);
    checkClean(bytes);
    expect(pdf.pages).toBeGreaterThan(4);
    const listed = inFolder(bytes, 'pdfimages', ['-list', 'a.pdf']).said.trim().split('\n').slice(2);
    expect(new Set(listed.map((line) => line.trim().split(/\s+/)[10])).size).toBe(1);
    expect(bytes.length).toBeLessThan(long.length + 60_000);
    expect(textOf(bytes)).toContain('suite page suivante');
    expect(textOf(bytes)).toContain('suite de la page précédente');
  });

  it('stops when it was asked to', async () => {
    await expect(capturePdf(sheetOf(1, SCREEN), { ...OPTIONS, signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });

  it('prints a caption that is longer than a page, and a text that is longer than the paper', async () => {
    const caption = [{ label: 'Adresse', value: `https://exemple.invalid/${'a'.repeat(20_000)}` }];
    const pdf = await capturePdf(sheetOf(3, SCREEN, { caption, text: ['x '.repeat(150_000)] }), OPTIONS);
    checkClean(await bytesOf(pdf));
    expect(pdf.flags).toContainEqual({ code: 'text-cut', seq: 3 });
  }, 60_000);
});

describe('the pixels of a capture', () => {
  it.each([0, 1, 2, 3, 4, -1])('lose nothing but alpha, whatever filter wrote them (%i)', async (filter) => {
    const rgba = pagePng(301, 77, 3, { colorType: 6, filter });
    const pdf = await capturePdf(sheetOf(1, rgba), OPTIONS);
    const [drawn] = picturesIn(await bytesOf(pdf));
    expect(drawn?.data.equals(PNG.sync.read(Buffer.from(rgba)).data)).toBe(true);
    expect(pdf.flags).toEqual([]);
  });

  it.each([0, 4] as const)('are grey where they were (%i)', async (colorType) => {
    const grey = pagePng(200, 100, 3, { colorType });
    const [drawn] = picturesIn(await bytesOf(await capturePdf(sheetOf(1, grey), OPTIONS)));
    expect(drawn?.data.equals(PNG.sync.read(Buffer.from(grey)).data)).toBe(true);
  });

  it('lie on white where they could be seen through, and it is said', async () => {
    const pdf = await capturePdf(sheetOf(9, pagePng(100, 60, 3, { colorType: 6, alpha: 0 })), OPTIONS);
    expect(pdf.flags).toEqual([{ code: 'decoded', seq: 9 }]);
    expect(new Set(picturesIn(await bytesOf(pdf))[0]?.data)).toEqual(new Set([255]));
  });
});

describe('what is no picture', () => {
  const rows = (count: number, filter = 0): Bytes => {
    const all = new Uint8Array(31 * count).fill(200);
    for (let y = 0; y < count; y += 1) all[31 * y] = filter;
    return all;
  };
  const hostile: Readonly<Record<string, () => Promise<Bytes>>> = {
    'cut short': async () => SCREEN.slice(0, 30_000),
    'a wrong CRC': async () => SCREEN.map((byte, i) => (i === 500 ? byte ^ 1 : byte)),
    'no pixels': async () => SCREEN.slice(0, 33),
    'a zlib stream cut short': () => pngAround(10, 10, rows(10), 6),
    'fewer rows than it says': () => pngAround(10, 20, rows(10)),
    'more rows than it says': () => pngAround(10, 5, rows(4000)),
    'an unknown filter': () => pngAround(10, 10, rows(10, 7)),
    'a size of a billion pixels': () => pngAround(40_000, 40_000, rows(10)),
    'a text': async () => new TextEncoder().encode('<svg onload=alert(1)>'),
    nothing: async () => new Uint8Array(),
  };
  it.each(Object.keys(hostile))('is refused: %s', async (name) => {
    const bytes = (await hostile[name]?.()) ?? new Uint8Array();
    const made = capturePdf(sheetOf(1, bytes), OPTIONS);
    await expect(made).rejects.toThrow(AppError);
    await expect(made).rejects.toMatchObject({ code: 'picture-unreadable' });
  });
});

describe('the cuts', () => {
  const paper = { width: 785, first: 420, next: 500 };

  it('leave a screen whole, at a size that can be read', () => {
    for (const width of [360, 800, 1280, 1366, 1536, 1920]) {
      const cut = cutting({ width, height: Math.round(0.53 * width), cssWidth: width }, paper, null);
      expect(cut.strips).toHaveLength(1);
      expect(cut.scale).toBeGreaterThanOrEqual(SCALE.least);
    }
  });

  it('show every row, again at each join, between two lines, and never beyond the page', () => {
    for (const height of [2000, 2999, 6000, 20_000]) {
      const changes = Uint8Array.from({ length: height }, (_, y) => (y % 20 < 13 ? 200 : 0));
      const { strips, scale } = cutting({ width: 1366, height, cssWidth: 1366 }, paper, changes);
      let shown = 0;
      strips.forEach((strip, i) => {
        expect(strip.y + strip.againTop).toBe(shown);
        if (i > 0) expect(strip.againTop * scale).toBeGreaterThan(8);
        expect(strip.height * scale).toBeLessThanOrEqual(i === 0 ? paper.first : paper.next);
        shown = strip.y + strip.height;
        if (!strip.last) expect(changes[shown]).toBe(0);
      });
      expect(shown).toBe(height);
      expect(strips.filter(({ last }) => last)).toHaveLength(1);
    }
  });

  it('go on where nothing is calm, and where one row is higher than the page', () => {
    expect(calmest(10, 20, new Uint8Array(100).fill(255))).toBe(20);
    const noisy = cutting({ width: 1366, height: 5000, cssWidth: 1366 }, paper, new Uint8Array(5000).fill(255));
    expect(noisy.strips.at(-1)?.last).toBe(true);
  });

  it('make columns of what is too wide to be read', () => {
    const { strips, columns, scale } = cutting({ width: 3840, height: 1500, cssWidth: 3840 }, paper, null);
    expect(columns).toBeGreaterThan(1);
    expect(scale).toBeGreaterThanOrEqual(SCALE.least);
    const row = strips.slice(0, columns);
    expect(row.at(-1)).toMatchObject({ width: 3840 - (row.at(-1)?.x ?? 0) });
    for (const { width } of strips) expect(width * scale).toBeLessThanOrEqual(paper.width + 0.001);
  });
});
