/** data/journal.csv: one record per entry for any parser, and no cell that a spreadsheet would run. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '@/lib/domain/escape';
import { momentAt } from '@/lib/domain/moment';
import { countCsvRows, journalCsv } from '@/lib/export/csv';
import { describeEntry } from '@/lib/export/describe';
import { csvCell, html } from '@/lib/export/text';
import { weeksOf } from '@/lib/export/weeks';
import { captureData, NOW, noise, SampleJournal, sampleJournal, WORDS } from './sample';

/** A parser of RFC 4180 with « ; », written apart from the product's counter. */
function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  const pattern = /"((?:[^"]|"")*)"(;|\r\n)/gy;
  let record: string[] = [];
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    record.push((match[1] ?? '').replaceAll('""', '"'));
    if (match[2] !== ';') {
      records.push(record);
      record = [];
    }
  }
  expect(record).toEqual([]);
  return records;
}

describe('journalCsv', () => {
  it('opens in a spreadsheet: BOM, French headings, one record per entry, all as wide', async () => {
    const { lines } = await sampleJournal();
    const text = journalCsv(lines, [], [], WORDS.fr);
    expect(text.startsWith('\ufeff"numéro";"date";"heure";')).toBe(true);
    const records = parseCsv(text.slice(1));
    expect(records).toHaveLength(11);
    expect(new Set(records.map((record) => record.length)).size).toBe(1);
    expect(records.slice(1).map((record) => record[0])).toEqual(lines.map((stored) => String(stored.seq)));
    expect(records[5]).toEqual(expect.arrayContaining(["'+33 000", '\'=SOMME(A1)\nBonjour,\r\nsuite ; "fin"']));
  });

  it('counts its records whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: fc.constantFrom('"', ';', '\n', '\r', '=', 'a', 'é', ' ') }), {
          minLength: 1,
          maxLength: 6,
        }),
        async (texts) => {
          const journal = new SampleJournal();
          for (const text of texts) await journal.add('note', { text });
          const csv = journalCsv(journal.lines, [], [], WORDS.fr);
          expect(countCsvRows(csv)).toBe(texts.length);
          expect(parseCsv(csv.slice(1))).toHaveLength(texts.length + 1);
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([
    ['', 0],
    ['a;b', 0],
    ['a\n1\n2', 2],
    ['a\r\n"x\r\ny"\r\n', 1],
    ['a\n"never closed\n', -1],
  ])('counts %j as %i', (text, rows) => expect(countCsvRows(text)).toBe(rows));
});

describe('csvCell', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['+33', `"'+33"`],
    ['-2', `"'-2"`],
    ['@x', `"'@x"`],
    ['\tx', `"'\tx"`],
    ['\rx', `"'\rx"`],
    ['  =x', `"'  =x"`],
    ['＝x', `"'＝x"`],
    ['a=b', '"a=b"'],
    ['dit "oui"', '"dit ""oui"""'],
    ['a;b', '"a;b"'],
    ['a\u0000b', '"a\ufffdb"'],
    ['', '""'],
  ])('%j → %s', (value, cell) => expect(csvCell(value)).toBe(cell));
});

describe('html', () => {
  it('keeps every text part out of the markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/);
        expect(html`<p title="${text}">${[html`${text}`]}</p>`.html).toBe(
          `<p title="${escapeHtml(text)}">${escapeHtml(text)}</p>`,
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('weeksOf', () => {
  it('counts by day in Paris, Monday first, with the empty weeks between', async () => {
    const journal = new SampleJournal();
    // 13 to 18 September 2019 straddle two ISO weeks (evidence.md § 0.1); 23:30 UTC is already the next day in Paris.
    for (const at of ['2019-09-13T08:00:00Z', '2019-09-13T09:00:00Z', '2019-09-15T23:30:00Z', '2019-09-30T08:00:00Z']) {
      await journal.add(
        'capture',
        captureData(await journal.picture(noise(1, 9)), null, { takenAt: momentAt(Date.parse(at)) }),
      );
    }
    await journal.add('exchange', {
      channel: 'LRAR',
      on: NOW,
      precision: 'day',
      outcome: 'NONE',
      files: [],
      captures: [],
    });
    const { weeks, activeDays, skipped } = weeksOf(journal.lines.map((stored) => describeEntry(stored, WORDS.fr)));
    expect(weeks.map((week) => [week.monday, ...week.days])).toEqual([
      ['2019-09-09', 0, 0, 0, 0, 2, 0, 0],
      ['2019-09-16', 1, 0, 0, 0, 0, 0, 0],
      ['2019-09-23', 0, 0, 0, 0, 0, 0, 0],
      ['2019-09-30', 1, 0, 0, 0, 0, 0, 0],
    ]);
    expect([activeDays, skipped]).toEqual([3, false]);
  });
});
