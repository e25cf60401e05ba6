/** The band under a stamped picture: says everything, cuts nothing, stays in its width. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  layoutStamp,
  type MeasureText,
  type StampFacts,
  type StampLayout,
  stampFontSize,
} from '@/lib/capture/stamp-layout';
import { visibleText, wrapAnywhere, wrapWords } from '@/lib/capture/wrap';
import { momentAt } from '@/lib/domain/moment';
import { translator } from '@/lib/locales';

const t = translator('fr');
/** IBM Plex Mono: every sign is 0.6 em wide, plus the spacing of stamp.ts. */
const measure: MeasureText = (text, _weight, size) => Array.from(text).length * size * 0.63;

function facts(over: Partial<StampFacts> = {}): StampFacts {
  return {
    number: 'P-0007',
    url: 'https://administration-etrangers-en-france.interieur.gouv.fr/particuliers/#/espace-personnel',
    masked: false,
    takenAt: momentAt(Date.parse('2026-10-25T01:30:00.000Z')),
    sha256: 'a'.repeat(64),
    method: 'screen',
    views: 1,
    ...over,
  };
}
const texts = (layout: StampLayout): string[] => layout.lines.map((line) => line.text);
const all = (over: Partial<StampFacts> = {}, width = 1280): string =>
  texts(layoutStamp(facts(over), { width, devicePixelRatio: 1 }, measure, t)).join(' ');

describe('layoutStamp', () => {
  it('says what the design asks for', () => {
    const said = all({ masked: true, serverClockSeconds: -3 });
    for (const wanted of [
      'P-0007',
      'https://administration-etrangers',
      '#/espace-personnel',
      'paramètres masqués',
      '25/10/2026 02:30:00 (heure de Paris, UTC+1)',
      '2026-10-25T01:30:00.000Z (UTC)',
      "l'horloge de cet appareil",
      'en retard de 3 s',
      "Pixels de l'écran",
      Array.from({ length: 8 }, () => 'aaaaaaaa').join(' '),
      'Outil indépendant'.toLowerCase(),
    ]) {
      expect(said).toContain(wanted);
    }
  });

  it('tells the two 02:30 of the night when the hour changes, and New Year’s Eve', () => {
    expect(all({ takenAt: momentAt(Date.parse('2026-10-25T00:30:00.000Z')) })).toContain(
      '25/10/2026 02:30:00 (heure de Paris, UTC+2)',
    );
    expect(all({ takenAt: momentAt(Date.parse('2026-10-25T01:30:00.000Z')) })).toContain(
      '25/10/2026 02:30:00 (heure de Paris, UTC+1)',
    );
    expect(all({ takenAt: momentAt(Date.parse('2026-12-31T23:30:00.000Z')) })).toContain(
      '01/01/2027 00:30:00 (heure de Paris, UTC+1)',
    );
  });

  it('adds the hour of the place overseas', () => {
    const said = all({ takenAt: momentAt(Date.parse('2026-12-31T23:30:00.000Z'), 'America/Cayenne') });
    expect(said).toContain('01/01/2027 00:30:00 (heure de Paris, UTC+1)');
    expect(said).toContain('31/12/2026 20:30:00 (heure du lieu, America/Cayenne, UTC−3)');
  });

  it.each([
    ['screen', 1, "Pixels de l'écran, une vue."],
    ['full-page', 1, 'Page entière en une prise.'],
    ['stitched', 12, 'Page entière assemblée de 12 vues.'],
    ['rerendered', 1, 'RENDU RECONSTITUÉ'],
  ] as const)('names how it was taken: %s', (method, views, wanted) => {
    expect(all({ method, views })).toContain(wanted);
  });

  it('puts a re-rendering in evidence', () => {
    const layout = layoutStamp(facts({ method: 'rerendered' }), { width: 1280, devicePixelRatio: 1 }, measure, t);
    expect(layout.lines.find((line) => line.text.includes('RECONSTITUÉ'))).toMatchObject({
      weight: 'bold',
      ink: 'alert',
    });
  });

  it('says the clock of the server only when it is known', () => {
    expect(all()).not.toContain('serveur');
    expect(all({ serverClockSeconds: 0 })).toContain('même seconde');
    expect(all({ serverClockSeconds: 1_234 })).toContain('en avance de 1234 s');
  });

  it('keeps the whole URL and the whole hash, in its width and without overlap, for any URL, width and ratio', () => {
    const urls = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc
        .string({ minLength: 1, maxLength: 3_000 })
        .map((path) => `https://exemple.invalid/${encodeURIComponent(path.toWellFormed())}`),
    );
    fc.assert(
      fc.property(
        urls,
        fc.integer({ min: 320, max: 4_000 }),
        fc.constantFrom(1, 1.25, 2),
        (url, width, devicePixelRatio) => {
          const layout = layoutStamp(facts({ url }), { width, devicePixelRatio }, measure, t);
          expect(texts(layout).join('')).toContain(url);
          expect(texts(layout).join('').replaceAll(' ', '')).toContain('a'.repeat(64));
          for (const line of layout.lines) {
            expect(line.x + measure(line.text, line.weight, line.size)).toBeLessThanOrEqual(width);
            expect(line.y).toBeLessThan(layout.height);
            expect(line.y - line.size).toBeGreaterThan(0);
          }
          const left = layout.lines.filter((line) => line.x === layout.lines[0]?.x).map((line) => line.y);
          expect(left).toEqual([...left].sort((a, b) => a - b));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is legible: 15 CSS pixels at least, 7 points once printed 190 mm wide, twice as large on a double screen', () => {
    for (const width of [320, 640, 1280, 1920, 4000]) {
      const size = stampFontSize(width, 1);
      expect(size).toBeGreaterThanOrEqual(15);
      expect((size / width) * 190).toBeGreaterThanOrEqual((7 / 72) * 25.4);
    }
    expect(stampFontSize(2560, 2)).toBe(2 * stampFontSize(1280, 1));
  });
});

describe('wrapping', () => {
  it('gives the text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 50 }), (text, most) => {
        expect(wrapAnywhere(text, (line) => Array.from(line).length <= most).join('')).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 50 }), (text, most) => {
        expect(
          wrapWords(text, (line) => line.length <= most)
            .join('')
            .replaceAll(' ', ''),
        ).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  it('breaks a URL after a sign where it can', () => {
    expect(wrapAnywhere('https://exemple.invalid/dossier/renouvellement', (line) => line.length <= 26)).toEqual([
      'https://exemple.invalid/',
      'dossier/renouvellement',
    ]);
  });

  it('shows the signs that would hide or turn the text', () => {
    expect(visibleText('a\u202Eb\u0000c\u200B')).toBe('a\\u202eb\\u0000c\\u200b');
  });
});
