/** PDFs: pages, text, dates; locked, damaged and hostile ones end in a sentence and may be kept. */
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { pdfDate } from '@/lib/imports/pdf';
import { readImport } from '@/lib/imports/read';
import { proposedDays } from '@/lib/imports/text-dates';
import type { ReadFile } from '@/lib/imports/types';
import { onePage, pdf, stream } from './documents';
import { type Bytes, latin, together } from './pictures';

const read = async (bytes: Bytes): Promise<ReadFile> => {
  const result = await readImport({ name: 'x.pdf', bytes, lastModified: null });
  if (!result.ok) throw new Error(`${result.error} ${result.detail}`);
  return result.read;
};

afterEach(() => vi.unstubAllGlobals());

describe('a PDF', () => {
  it('gives its pages, its text with accents, its date, and the days that it says', async () => {
    const file = await read(onePage('Fait \\340 Bobigny, le 2 novembre 2026. Re\\347u le 03/11/2026.'));
    expect(file).toMatchObject({
      what: 'pdf',
      type: 'application/pdf',
      pages: 1,
      text: 'Fait à Bobigny, le 2 novembre 2026. Reçu le 03/11/2026.',
      date: { from: 'pdf-info', instant: Date.parse('2026-11-03T13:05:00Z') },
      proposed: [{ day: '2026-11-02' }, { day: '2026-11-03' }],
      problem: null,
    });
  });

  it('locked by a password: said, and kept as it is', async () => {
    const zeros = '00'.repeat(32);
    const locked = pdf(
      [
        '<</Type /Catalog /Pages 2 0 R>>',
        '<</Type /Pages /Kids [] /Count 0>>',
        `<</Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${zeros}> /U <${zeros}>>>`,
      ],
      `/Encrypt 3 0 R /ID [<${zeros}> <${zeros}>]`,
    );
    expect(await read(locked)).toMatchObject({ problem: 'import-pdf-locked', pages: null, copy: null });
  });

  it('damaged: said, and kept as it is', async () => {
    expect(await read(latin('%PDF-1.7\nrien du tout'))).toMatchObject({ problem: 'import-pdf-damaged' });
  });

  it('runs no script, follows no link, opens no embedded file, asks the network nothing', async () => {
    const asked: unknown[] = [];
    const spy = (...what: unknown[]): never => {
      asked.push(what);
      throw new Error('network');
    };
    vi.stubGlobal('fetch', spy);
    vi.stubGlobal('XMLHttpRequest', spy);
    const action = '<</S /JavaScript /JS (globalThis.pwned = true; app.alert\\(1\\);)>>';
    const file = await read(
      onePage('Texte', {
        catalog: `/OpenAction ${action} /AA <</WC ${action}>> /Names <</JavaScript <</Names [(a) ${action}]>> /EmbeddedFiles <</Names [(b) <</Type /Filespec /F (calc.exe) /EF <</F 6 0 R>>>>]>>>> /AcroForm <</XFA 6 0 R /Fields []>>`,
        page: `/AA <</O <</S /Launch /F (calc.exe)>>>> /Annots [<</Type /Annot /Subtype /Link /Rect [0 0 1 1] /A <</S /URI /URI (http://traceur.invalid/)>>>>]`,
        more: [stream('MZ', '/Type /EmbeddedFile')],
      }),
    );
    expect(file.text).toBe('Texte');
    expect((globalThis as { pwned?: boolean }).pwned).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('tables and trees that lead to themselves: a result, in time', async () => {
    const loops = [
      latin('%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1 /Root 1 0 R /Prev 9>>\nstartxref\n9\n%%EOF'),
      pdf(['<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000>>']),
      pdf([
        '<</Type /Catalog /Pages 2 0 R>>',
        '<</Type /Pages /Kids [3 0 R] /Count 1>>',
        '<</Type /Page /Parent 2 0 R /Contents 3 0 R /Resources 3 0 R>>',
      ]),
      pdf(['1 0 R', '2 0 R']),
    ];
    for (const bytes of loops) {
      const start = performance.now();
      expect((await read(bytes)).what).toBe('pdf');
      expect(performance.now() - start).toBeLessThan(8_000);
    }
  });

  it('a page whose stream unfolds to 3 MB: a bounded text', async () => {
    const line = 'BT /F1 12 Tf (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj ET\n';
    const bomb = deflateSync(Buffer.from(line.repeat(50_000)), { level: 9 }).toString('latin1');
    const bytes = pdf([
      '<</Type /Catalog /Pages 2 0 R>>',
      '<</Type /Pages /Kids [3 0 R] /Count 1>>',
      '<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R>>',
      stream(bomb, '/Filter /FlateDecode'),
    ]);
    const start = performance.now();
    const file = await read(bytes);
    expect(file.text.length).toBeLessThanOrEqual(200_000);
    expect(performance.now() - start).toBeLessThan(20_000);
  }, 40_000);

  it('cut or changed anywhere: always a result', async () => {
    const whole = onePage('Fait le 2 novembre 2026');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.uint8Array({ maxLength: 8 }), fc.boolean(), async (at, by, cut) => {
        const bytes = cut
          ? whole.slice(0, Math.max(at, 8))
          : together(whole.subarray(0, at), by, whole.subarray(at + by.length));
        expect((await readImport({ name: 'x.pdf', bytes, lastModified: null })).ok).toBe(true);
      }),
      { numRuns: 120 },
    );
  }, 60_000);
});

describe('dates', () => {
  it.each([
    ["D:20261103140509+01'00'", Date.parse('2026-11-03T13:05:00Z')],
    ['D:20261103140509Z', Date.parse('2026-11-03T14:05:00Z')],
    ['D:20261103140509', null],
    ['D:20261103', null],
  ] as const)('%s', (text, instant) => expect(pdfDate(text)).toMatchObject({ instant }));
  it.each(['D:20261303', 'D:20260230', 'hier', '', null, 7, 'D:00010101'])('%s is no date', (text) =>
    expect(pdfDate(text)).toBeNull(),
  );

  it.each([
    ['le 1er mars 2026', ['2026-03-01']],
    ['le 3 août 2026 et le 3 AOUT 2026', ['2026-08-03']],
    ['03/11/2026, 03.11.2026, 2026-11-03, 3-11-2026', ['2026-11-03']],
    ['31/02/2026, 31/04/2026, 0/0/2026, 12 brumaire 2026, 2026-13-01', []],
    ['n° 06/12/12/2026/45', []],
    ['', []],
  ])('« %s »', (text, days) => expect(proposedDays(text).map(({ day }) => day)).toEqual(days));

  it('proposed days exist, are few, and come in time from any text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-z/. -]{0,400}$/), (text) => {
        const days = proposedDays(text);
        expect(days.length).toBeLessThanOrEqual(6);
        for (const { day } of days) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
      }),
    );
    const start = performance.now();
    proposedDays('1 '.repeat(500_000));
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

it('random bytes of any kind give a result or a sentence', async () => {
  const starts = [
    '%PDF-1.4\n',
    '\u00ff\u00d8\u00ff',
    '\u0089PNG\r\n\u001a\n',
    'RIFF0000WEBP',
    '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
    'From: a\nTo: b\n',
    'PK\u0003\u0004',
    '',
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 600 }), async (start, rest) => {
      const result = await readImport({
        name: 'x',
        bytes: together(latin(start), rest),
        lastModified: 1_790_000_000_000,
      });
      expect(result.ok || result.error.startsWith('import-')).toBe(true);
    }),
    { numRuns: 300 },
  );
}, 60_000);
