/** The pure parts of setting text: cleaning, places to break, order of runs, pages, subsets of fonts. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFace, subsetOf } from '@/lib/pdf/sfnt';
import { paginate, type Slab } from '@/lib/pdf/sheet';
import { breaksIn, cleanText, paragraphsOf, visualOrder } from '@/lib/pdf/text';

const cut = (text: string): string => {
  let from = 0;
  return breaksIn(text)
    .map((to) => {
      const part = text.slice(from, to);
      from = to;
      return part;
    })
    .join('|');
};

describe('places to break', () => {
  it.each([
    ['un mot', 'un |mot'],
    ['Ville-Inventée', 'Ville-|Inventée'],
    ['R. 431-2', 'R. |431-2'],
    ['le 02/11/2026', 'le |02/11/2026'],
    ['0 806 001 620', '0 806 001 620'],
    ['« mot » : fin !', '« mot » : |fin !'],
    ['n°\u00a01 et 3', 'n°\u00a01 |et |3'],
    ['https://exemple.fr/particuliers/#/page?a=b', 'https://|exemple.fr/|particuliers/|#/|page?|a=|b'],
    ['王小明。李', '王|小|明。|李'],
    ['', ''],
  ])('%s', (text, expected) => expect(cut(text)).toBe(expected));

  it('always ends at the end and only goes forward', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const breaks = breaksIn(text);
        expect(breaks.at(-1)).toBe(text.length);
        for (let i = 1; i < breaks.length; i++) expect(breaks[i]).toBeGreaterThan(breaks[i - 1] ?? 0);
      }),
    );
  });
});

describe('order', () => {
  it('turns runs by their levels (UAX #9, rule L2)', () => {
    expect(visualOrder([0, 0])).toEqual([0, 1]);
    expect(visualOrder([0, 1, 1, 0])).toEqual([0, 2, 1, 3]);
    expect(visualOrder([0, 1, 2, 1, 0])).toEqual([0, 3, 2, 1, 4]);
    expect(visualOrder([])).toEqual([]);
  });

  it('isolates what somebody typed from right to left', () => {
    const [paragraph] = paragraphsOf([{ text: 'de ' }, { text: 'علی', apart: true }, { text: ' (12)' }]);
    const levels = paragraph?.parts.map(({ start }) => paragraph.levels[start]);
    expect(levels).toEqual([0, 1, 0]);
    expect(paragraph?.levels.at(-2)).toBe(0);
  });

  it('keeps each paragraph of a text on its own', () => {
    expect(paragraphsOf([{ text: 'a\r\nb' }, { text: 'c\u2028d' }]).map((one) => one.text)).toEqual(['a', 'bc', 'd']);
  });
});

describe('cleaning', () => {
  it('is done once: a clean text stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(clean.isWellFormed()).toBe(true);
      }),
    );
  });

  it('keeps what shapes a word', () => {
    expect(cleanText('علی\u200cرضا ক্\u200dষ')).toBe('علی\u200cرضا ক্\u200dষ'.normalize('NFC'));
  });
});

describe('pages', () => {
  const slab = (height: number, more: Partial<Slab> = {}): Slab => ({
    height,
    before: 0,
    marks: [{ kind: 'rule', x: 0, y: 0, toX: 1, toY: 0 }],
    ...more,
  });
  const heights = (slabs: readonly Slab[]): readonly (readonly number[])[] =>
    paginate(slabs, 0, 100).map(({ marks }) => marks.map((mark) => mark.y));

  it('starts a page when the next slab has no room', () => {
    expect(heights([slab(60), slab(50)])).toEqual([[0], [0]]);
  });

  it('keeps a heading with what follows', () => {
    expect(heights([slab(60), slab(20, { keepsNext: true }), slab(30)])).toEqual([[0], [0, 20]]);
  });

  it('leaves out the space above at the top of a page', () => {
    expect(heights([slab(90, { before: 30 }), slab(20, { before: 30 })])).toEqual([[0], [0]]);
  });

  it('repeats the head of a table where a page begins', () => {
    const head = { height: 10, marks: slab(10).marks };
    expect(heights([slab(95), slab(20, { head }), slab(20, { head })])).toEqual([[0], [0, 10, 30]]);
  });
});

describe('a font', () => {
  const face = readFace(
    'NotoSans',
    new Uint8Array(readFileSync(new URL('../../../assets/fonts/NotoSans-Regular.ttf', import.meta.url))),
  );

  it('keeps the outlines and the advances of the glyphs asked for, and their parts', () => {
    const wanted = Array.from('AéÇœ…€Ж', (one) => face.glyphOf(one.codePointAt(0) ?? 0));
    const { bytes, numberOf } = subsetOf(face, wanted);
    expect(bytes.length).toBeLessThan(12_000);
    // The parts of the composed é and Ç are there too.
    expect(numberOf.size).toBeGreaterThan(wanted.length);
    const view = new DataView(bytes.buffer);
    const tags = Array.from({ length: view.getUint16(4) }, (_, i) =>
      String.fromCharCode(...bytes.subarray(12 + 16 * i, 16 + 16 * i)),
    );
    expect(tags).toEqual([...tags].sort());
    const hmtx = view.getUint32(12 + 16 * tags.indexOf('hmtx') + 8);
    for (const glyph of wanted) {
      expect((view.getUint16(hmtx + 4 * (numberOf.get(glyph) ?? 0)) * 1000) / face.unitsPerEm).toBe(
        face.advance(glyph),
      );
    }
    let sum = 0;
    for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });

  it('has no glyph for what it does not hold', () => {
    expect(face.glyphOf(0x1780)).toBe(0);
    expect(() => readFace('x', new Uint8Array(64))).toThrow('no head table');
  });
});
