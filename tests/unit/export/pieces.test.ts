/** The court pack in the verifier: what it says of each way in which a PDF or the list may lie, in one word each; hostile PDFs. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { PACK, type PackList } from '@/lib/domain/pack-types';
import { PdfFormError, scanPdf } from '@/lib/export/pdf-scan';
import { readPiece } from '@/lib/export/piece-pdf';
import { verifyExport } from '@/lib/export/verify';
import { verifyText } from '@/lib/export/verify-text';
import { bytesSource } from '@/lib/export/zip-reader';
import { LOCALES, translator } from '@/lib/locales';
import { capturePdf } from '@/lib/pdf/capture';
import { picturePdf } from '@/lib/pdf/papers';
import { listOf, relist } from './pack-mutations';
import { packedFiles, rgbPng } from './pack-sample';
import { type Files, problems, remanifest, utf8, verifyFiles } from './rebag';
import { noise } from './sample';

type Bytes = Uint8Array<ArrayBuffer>;
let files: Files;
beforeAll(async () => {
  files = await packedFiles();
}, 60_000);

const codesOf = async (zip: Bytes): Promise<string[]> => [...new Set(problems(await verifyExport(bytesSource(zip))))];
const listed = (list: PackList) => list.pieces.flatMap((piece) => piece.files);
const drawnFile = () => {
  const found = listed(listOf(files)).find(({ shows }) => shows.length === 1 && shows[0]?.as === 'image');
  const [shown] = found?.shows ?? [];
  if (!found || !shown) throw new Error('no picture alone');
  return { path: found.path, shown, pages: found.pages };
};
const changed = (...changes: readonly (readonly [string, Bytes])[]): Files => new Map([...files, ...changes]);
const bytesOf = (path: string): Bytes => files.get(path) ?? new Uint8Array(0);

/** A PDF as our own writer makes it, that draws `bytes` and says that it is another file. */
async function lying(bytes: Bytes, seq: number, sha256: string): Promise<Bytes> {
  const words = { heading: 'Photo', caption: [], alt: 'Photo' };
  const made = await picturePdf({ seq, ...words, picture: { bytes, type: 'image/png', sha256 } }, { title: 'Pièce' });
  return new Uint8Array(await made.blob.arrayBuffer());
}

describe('a bag with its pack', () => {
  it('is intact, and every picture of its PDFs was compared', async () => {
    const result = await verifyFiles(files);
    expect([result.verdict, problems(result), result.dated]).toEqual(['intact', [], []]);
    const shows = listed(listOf(files)).flatMap((file) => file.shows);
    const said = (code: string) => result.lines.find((line) => line.code === code)?.values;
    expect(said('piece-pictures-ok')).toEqual({ count: shows.filter(({ as }) => as === 'image').length });
    expect(said('pieces-whole-ok')).toEqual({ count: shows.filter(({ as }) => as === 'whole').length });
    expect(said('pieces-ok')).toEqual({ files: listed(listOf(files)).length });
  });

  it('whose list is of a later version is intact, and says that the PDFs were not looked into', async () => {
    const later = utf8.encode('{"pieces":"otherwise","v":2}');
    const result = await verifyFiles(await remanifest(changed([PACK.list, later])));
    expect(result.lines.map(({ code }) => code)).toContain('pieces-newer');
  });

  it('without any pack is intact: captures alone', async () => {
    const alone = new Map([...files].filter(([path]) => !path.startsWith(PACK.folder)));
    expect((await verifyFiles(await remanifest(alone))).verdict).toBe('intact');
  });
});

describe('every hash written again, and still', () => {
  it('another picture drawn under the same name is seen', async () => {
    const { path, shown } = drawnFile();
    const other = await lying(rgbPng(80, 50, 99), shown.seq, shown.sha256);
    expect(await codesOf(await relist(changed([path, other])))).toContain('piece-picture-other');
  });

  it('a picture that says another entry is seen', async () => {
    const { path, shown } = drawnFile();
    const other = await lying(rgbPng(80, 50, 99), shown.seq + 1, shown.sha256);
    expect(await codesOf(await relist(changed([path, other])))).toEqual(
      expect.arrayContaining(['piece-picture-absent', 'piece-picture-unlisted']),
    );
  });

  it('a picture that says nothing of itself is seen', async () => {
    const { path } = drawnFile();
    const bytes = Buffer.from(bytesOf(path)).toString('latin1').replace('/CDDA_Seq', '/CDDA_Saq');
    const codes = await codesOf(await relist(changed([path, Uint8Array.from(Buffer.from(bytes, 'latin1'))])));
    expect(codes).toContain('piece-picture-absent');
  });

  it('a picture of the list that no page draws is seen', async () => {
    const { path, shown } = drawnFile();
    const pdf = await readPiece(bytesOf(path));
    expect(pdf.drawn.size).toBeGreaterThan(0);
    // Same length: the page's resources name an object that is no picture of the list.
    const number = pdf.pictures.find(({ sha256 }) => sha256 === shown.sha256)?.object.number ?? 0;
    const text = Buffer.from(bytesOf(path)).toString('latin1');
    const other =
      [...pdf.scanned.objects.keys()].find((one) => one !== number && String(one).length === String(number).length) ??
      0;
    const bytes = Uint8Array.from(
      Buffer.from(text.replace(new RegExp(`(/XObject <<\\s*/\\S+) ${number} 0 R`), `$1 ${other} 0 R`), 'latin1'),
    );
    expect(await codesOf(await relist(changed([path, bytes])))).toContain('piece-picture-absent');
  });

  it('a file attached that is of no entry shown is seen', async () => {
    const { path, shown } = drawnFile();
    const source =
      [...files].find(([name]) => name.startsWith(`data/originaux/00${shown.seq}`))?.[1] ?? new Uint8Array(0);
    const type = source[0] === 0x89 ? 'image/png' : 'image/jpeg';
    const sheet = {
      seq: shown.seq,
      heading: 'Capture',
      caption: [],
      alt: '',
      text: [],
      picture: { bytes: source, type, sha256: shown.sha256 },
    };
    const original = { bytes: noise(8, 50), name: 'x.png', type: 'image/png', description: 'x' };
    const make = async (more: object) =>
      new Uint8Array(await (await capturePdf({ ...sheet, ...more }, { title: 'Pièce' })).blob.arrayBuffer());
    const edit = (list: PackList) =>
      Object.assign(listed(list).find((file) => file.path === path) ?? {}, { pages: null });
    expect(await codesOf(await relist(changed([path, await make({})]), edit))).toEqual([]);
    expect(await codesOf(await relist(changed([path, await make({ original })]), edit))).toEqual(['piece-attachment']);
  });

  it.each<[string, (list: PackList) => unknown, string]>([
    ['pages', (list) => Object.assign(listed(list)[0] ?? {}, { pages: 99 }), 'piece-pages'],
    [
      'a file that nobody named',
      (list) => Object.assign(listed(list)[0]?.shows[0] ?? {}, { sha256: 'a'.repeat(64) }),
      'piece-foreign',
    ],
    [
      'a PDF as another file, byte for byte',
      (list) => Object.assign(listed(list)[1]?.shows[0] ?? {}, { as: 'whole' }),
      'piece-not-whole',
    ],
    ['a pièce in disorder', (list) => list.pieces.reverse(), 'pieces-order'],
    ['a pièce under another number', (list) => Object.assign(list.pieces.at(-1) ?? {}, { number: 77 }), 'piece-name'],
    [
      'a pièce that is not there',
      (list) => Object.assign(listed(list).at(-1) ?? {}, { path: 'data/pieces/08_absente.pdf' }),
      'piece-missing',
    ],
    [
      'a path that leads out',
      (list) => Object.assign(listed(list).at(-1) ?? {}, { path: '../../08_x.pdf' }),
      'piece-name',
    ],
    ['another form', (list) => Object.assign(list, { more: 1 }), 'pieces-list'],
  ])('the list says %s', async (_what, edit, code) => {
    expect(await codesOf(await relist(files, edit))).toContain(code);
  });

  it('a list in other bytes is seen', async () => {
    const spaced = utf8.encode(JSON.stringify(listOf(files), null, 1));
    expect(problems(await verifyFiles(await remanifest(changed([PACK.list, spaced]))))).toContain('pieces-list');
  });

  it('a PDF that is in no list is seen, and PDFs without a list', async () => {
    const more = changed(['data/pieces/99_de-plus.pdf', bytesOf(PACK.inventory)]);
    expect(await codesOf(await relist(more))).toEqual(['piece-unlisted']);
    const without = new Map(files);
    without.delete(PACK.list);
    expect(problems(await verifyFiles(await remanifest(without)))).toContain('piece-unlisted');
  });

  it('only the manifests written again: the list knows its PDFs', async () => {
    const { path } = drawnFile();
    const result = await verifyFiles(await remanifest(changed([path, noise(5, 4_000)])));
    expect(problems(result)).toEqual(['piece-altered']);
    for (const locale of LOCALES) {
      for (const line of result.lines) expect(verifyText(line, translator(locale))).not.toMatch(/[{}]|undefined/);
    }
  });
});

describe('a PDF that is not in our form', () => {
  const read = async (bytes: Bytes): Promise<string> => {
    try {
      await readPiece(bytes);
      return 'read';
    } catch (error) {
      if (!(error instanceof PdfFormError)) throw error;
      return 'form';
    }
  };
  const edit = (from: string, to: string): Bytes =>
    Uint8Array.from(Buffer.from(Buffer.from(bytesOf(drawnFile().path)).toString('latin1').replace(from, to), 'latin1'));

  it('is refused: appended, cut, a table that lies, a length that lies, a comment, a second end', async () => {
    const bytes = bytesOf(drawnFile().path);
    expect(await read(bytes)).toBe('read');
    for (const other of [
      Uint8Array.from([
        ...bytes,
        ...utf8.encode('5 0 obj\n(x)\nendobj\nxref\n0 1\ntrailer\n<<>>\nstartxref\n9\n%%EOF'),
      ]),
      bytes.slice(0, -9),
      bytes.slice(4),
      edit('0000000015 00000 n', '0000000016 00000 n'),
      edit('/Type /Page\n', '/Type /Page\n% x\n'),
      edit('endobj\n', 'endobj\n(x)\n'),
      edit('startxref\n', 'startxref\n1'),
    ]) {
      if (Buffer.from(other).equals(Buffer.from(bytes))) continue;
      expect(await read(other)).toBe('form');
    }
  });

  it('any byte changed, or any bytes: read or refused, never another exception, and soon', async () => {
    const bytes = bytesOf(drawnFile().path);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }), async (at, value) => {
        const copy = Uint8Array.from(bytes);
        copy[at] = value;
        expect(['read', 'form']).toContain(await read(copy));
      }),
      { numRuns: 150 },
    );
    await fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        expect(() => scanPdf(utf8.encode(`%PDF-1.7\n%aaaa\n\n1 0 obj\n${text}`))).toThrow(PdfFormError);
      }),
    );
  }, 60_000);

  it('nested without end, a string without end, a million objects: refused', () => {
    const start = '%PDF-1.7\n%aaaa\n\n1 0 obj\n';
    for (const text of [
      '['.repeat(1_000_000),
      '<<'.repeat(500_000),
      `(${'('.repeat(100_000)}`,
      '<ab'.padEnd(100_000, 'a'),
      '/'.repeat(99_999),
    ]) {
      expect(() => scanPdf(utf8.encode(start + text))).toThrow(PdfFormError);
    }
  });
});
