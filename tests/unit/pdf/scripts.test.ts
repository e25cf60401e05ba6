/** Names in every script that we ship a font for come back from poppler; what nothing can draw is named and flagged. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Picture } from '@/lib/pdf/picture';
import { bare, checkClean, counted, letterOf, make, paragraph, said, textByPdfJs, textOf, typed } from './support';

const NAMES: Readonly<Record<string, string>> = {
  Arabic: 'محمد عبد الله الأمين',
  'Arabic with vowels': 'مُحَمَّد',
  'Persian with ZWNJ': 'علی‌رضا می‌خواهم کتاب‌ها',
  Cyrillic: 'Олександр Приклад-Зразковий',
  Greek: 'Ελένη Παράδειγμα',
  Vietnamese: 'Nguyễn Thị Đặng',
  'Turkish and Romanian': 'Iğdır Şahin, Țăran Ștefan',
  Chinese: '王小明 李娜',
  Georgian: 'ნინო მაგალითი',
  Armenian: 'Արմեն Օրինակ',
  Amharic: 'ሰላም ተስፋዬ',
  Tamil: 'கொங்கு ராஜேந்திரன் ஸ்ரீ',
  Bengali: 'রফিকুল ইসলাম ক্ষিতি',
  Devanagari: 'राजेन्द्र क्षितिज शर्मा',
};

describe('names in any script', () => {
  it.each(Object.entries(NAMES))('%s comes back from pdftotext', async (_script, name) => {
    const { bytes, flags } = await make(letterOf([paragraph(typed(name))]));
    checkClean(bytes);
    expect(flags).toEqual([]);
    expect(textOf(bytes)).toContain(`\n${name.normalize('NFC')}\n`);
  });

  it.each(Object.entries(NAMES))(
    '%s stands inside a French sentence, in a table and in bold',
    async (_script, name) => {
      const sentence = paragraph(said('Je soussigné '), typed(name), said(' déclare habiter à Nantes.'));
      const rows = [[typed(name), said('présent')]];
      const { bytes } = await make(
        letterOf([sentence, { kind: 'table', caption: 'Noms', head: ['Nom', 'État'], rows }], { object: typed(name) }),
      );
      checkClean(bytes);
      const text = textOf(bytes).replace(/\s+/g, ' ');
      expect(text.split(name)).toHaveLength(4);
      // poppler puts the space that follows an Arabic name before it: words and their order are right, that space is not.
      expect(bare(text)).toContain(bare(`Je soussigné ${name} déclare habiter à Nantes.`));
    },
  );

  it('keeps a sentence in its order when a wrapped line begins with an Arabic name', async () => {
    const name = NAMES['Arabic'] ?? '';
    const words = 'mot '.repeat(24);
    const { bytes } = await make(letterOf([paragraph(said(words), typed(name), said(' et la suite.'))]));
    expect(bare(textOf(bytes))).toContain(bare(`${words}${name} et la suite.`));
  });

  it('composes letters typed in two parts', async () => {
    const { bytes, flags } = await make(letterOf([paragraph(typed('Zoe\u0308 Le\u0301a g\u0303'))]));
    expect(flags).toEqual([]);
    expect(textOf(bytes)).toContain('Zoë Léa g̃');
  });

  /**
   * Measured with pdf.js 5.6 (Firefox's viewer): it ignores ActualText, so that a syllable of several glyphs comes with its
   * letters right but a gap after it in Tamil, Bengali and Devanagari, and it leaves the ZWNJ out.
   */
  it.each(Object.entries(NAMES))('pdf.js finds the letters of %s', async (_script, name) => {
    const { bytes } = await make(letterOf([paragraph(typed(name))]));
    expect(bare(await textByPdfJs(bytes)).replaceAll('\u200c', '')).toContain(bare(name).replaceAll('\u200c', ''));
  });
});

describe('letters that no font of ours has', () => {
  const STRANGE = { Hebrew: 'משה כהן', Khmer: 'សុភា', Burmese: 'မောင်', emoji: '👩‍👩‍👧', rare: '𠮷田' };
  const drawing: Picture = {
    width: 2000,
    ascent: 800,
    descent: 200,
    pixels: { width: 4, height: 2, ink: new Uint8Array([0, 255, 0, 255, 255, 0, 255, 0]) },
  };

  it.each(Object.entries(STRANGE))('%s is drawn, read back and flagged', async (_script, name) => {
    const { bytes, flags } = await make(letterOf([paragraph(said('Nom : '), typed(name))]), {
      draw: () => ({ ...drawing }),
    });
    checkClean(bytes);
    expect(flags.map((flag) => flag.code)).toEqual(['drawn']);
    expect(bare(textOf(bytes))).toContain(bare(`Nom : ${name}`));
  });

  it.each(Object.entries(STRANGE))(
    '%s is named by its code points and flagged where there is no canvas',
    async (_script, name) => {
      const { bytes, flags } = await make(letterOf([paragraph(typed(name))]), { draw: () => null });
      checkClean(bytes);
      expect(flags.map((flag) => flag.code)).toEqual(['unprintable']);
      const first = (name.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      expect(textOf(bytes)).toContain(`[U+${first}]`);
    },
  );

  it('asks for no picture without end', async () => {
    let asked = 0;
    const many = Array.from({ length: 3000 }, (_, i) => String.fromCodePoint(0x12000 + (i % 900))).join(' ');
    const { flags } = await make(letterOf([paragraph(typed(many))]), {
      draw: () => {
        asked += 1;
        return { ...drawing };
      },
    });
    expect(asked).toBeLessThanOrEqual(400);
    expect(flags.map((flag) => flag.code)).toEqual(expect.arrayContaining(['drawn', 'unprintable']));
  });
});

describe('random text', () => {
  const SCRIPTS = ['abcdéèçœÆß', 'абвгґїя', 'αβγώ', 'აბგდ', 'աբգդ', 'ሀሁሂ', '王小明李', '0123456789', '«»(),.-/’'];
  const word = fc
    .constantFrom(...SCRIPTS)
    .chain((letters) => fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 14 }))
    .map((letters) => letters.join(''));

  it('gives every character back once, whatever is mixed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 60 }), async (words) => {
        const text = words.join(' ');
        const empty = await make(letterOf([paragraph(said('.'))]));
        const { bytes } = await make(letterOf([paragraph(said('.'), typed(text))]));
        const before = counted(textOf(empty.bytes));
        const after = counted(textOf(bytes));
        const own = counted(text);
        for (const one of Object.keys({ ...own, ...after })) {
          expect([one, after[one] ?? 0]).toEqual([one, (before[one] ?? 0) + (own[one] ?? 0)]);
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  // Not one letter alone: poppler does not see that two of them are two words.
  const arabic = fc
    .array(fc.constantFrom(...'ابتثجحخدذرزسشصضطظعغفقكلمنهويلا'), { minLength: 2, maxLength: 9 })
    .map((all) => all.join(''));

  it('gives Arabic words back in their order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arabic, { minLength: 1, maxLength: 6 }), async (words) => {
        const text = words.join(' ');
        const { bytes } = await make(letterOf([paragraph(typed(text))]));
        expect(textOf(bytes)).toContain(`\n${text}\n`);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
