/** Whatever is typed or recorded, a letter keeps its shape: no « undefined », no markup, no header, nothing lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freezePieces, frozenPieces, frozenPiecesSchema, numberPieces } from '@/lib/domain/letter-pieces';
import { plainText } from '@/lib/domain/letter-plain';
import type { LetterInput, LetterLine } from '@/lib/domain/letter-types';
import { cleanLine, cleanText } from '@/lib/domain/letter-values';
import { compose, LETTERS } from '@/lib/letters';
import { FIELD_IDS } from '@/lib/letters/fields';
import { emlDraft } from '@/lib/letters/render-eml';
import { printPage } from '@/lib/letters/render-html';
import { ALL, EVERYTHING, input, PERSON, raw, write } from './support';

/** Text that wants to break out: markup, headers, our own language, controls, directions, halves of characters. */
const nasty = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</td></tr></table>',
    '&lt;b&gt;',
    'a\r\nBcc: autre@exemple.fr\r\n\r\n<html>',
    '--=_partie--\r\n',
    '{cite:R431-2} {firstName} [x]',
    '{fact:attestedOn}',
    '__proto__',
    'constructor',
    '\u202egpj.exe',
    '\ud800seul',
    '\u0000\u0007\u001b[31m',
    '=?UTF-8?B?aGE=?=',
    'yes',
    '2026-02-30',
    'From moi\n.\n',
    'نص عربي',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
);
const values = fc.dictionary(fc.constantFrom(...FIELD_IDS, '__proto__', 'toString'), nasty, { noNullPrototype: true });
const which = fc.constantFrom(...ALL);
const regime = fc.constantFrom('R431_2', 'R431_3', 'UNKNOWN');

/** The journal's own words are somebody's too. */
const spoiled = (lines: readonly LetterLine[], word: string): readonly LetterLine[] =>
  lines.map((line) => ({ ...line, event: word, result: word, verbatim: word }));

function any(
  id: (typeof ALL)[number]['id'],
  medium: LetterInput['medium'],
  typed: Record<string, string>,
  word: string,
  as: LetterInput['regime'],
) {
  const base = input(id, medium, { values: typed, regime: as });
  return {
    ...base,
    lines: spoiled(base.lines, word),
    pieces: base.pieces.map((piece) => ({ ...piece, label: word })),
    items: [{ label: word, problem: word, answer: word, file: word }],
  };
}

describe('any value', () => {
  it('never prints « undefined », never breaks a letter, never opens markup', () => {
    fc.assert(
      fc.property(which, values, nasty, regime, ({ id, medium }, typed, word, as) => {
        const { document, blocking } = compose(id, any(id, medium, typed, word, as));
        expect(blocking).toEqual([]);
        if (!document) return;
        const typedWords = JSON.stringify([typed, word]);
        const text = plainText(document, { object: true });
        for (const bad of ['undefined', '[object', 'NaN', 'null'])
          if (!typedWords.includes(bad)) expect(text).not.toContain(bad);
        expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/u);
        const page = printPage(document);
        // Every « < » of the page opens or closes one of our own elements.
        const left = page.replace(
          /<!doctype html>|<\/?(?:html|head|meta|title|style|body|main|header|div|p|span|br|h1|h2|ul|ol|li|table|caption|thead|tbody|tr|th|td|section|bdi)(?: (?:lang|dir|charset|http-equiv|content|name|class|scope)="[^"<>]*")*>/g,
          '',
        );
        expect(left.replace(/<style>[^<]*/g, '')).not.toMatch(/[<>]/);
      }),
      { numRuns: 300 },
    );
  });

  it('cites only when the procedure is known, whatever is typed', () => {
    fc.assert(
      fc.property(which, fc.constantFrom('yes', ''), ({ id, medium }, tick) => {
        const all = Object.fromEntries(
          Object.entries(EVERYTHING).map(([name, value]) => [name, value === 'yes' ? tick : value]),
        );
        expect(raw(write(id, medium, { regime: 'UNKNOWN', values: { ...all, ...PERSON } }))).not.toMatch(
          /[RL]\.\s?\d{3}|arrêté du/,
        );
      }),
    );
  });

  it('makes a draft with our headers only, seven bits, short lines', () => {
    fc.assert(
      fc.property(which, values, nasty, nasty, nasty, ({ id, medium }, typed, word, to, name) => {
        const { document } = compose(id, any(id, medium, typed, word, 'R431_2'));
        if (!document) return;
        const files = [{ name, type: word, bytes: Uint8Array.from([0, 255, 13, 10]) }];
        const draft = emlDraft(document, { from: { name: word, address: to }, to, at: 0, files });
        expect(draft).toMatch(/^[\r\n -~]*$/);
        expect(draft.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of draft.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
        const head = draft
          .slice(0, draft.indexOf('\r\n\r\n'))
          .replace(/\r\n[ \t]/g, ' ')
          .split('\r\n');
        for (const header of head)
          expect(header).toMatch(/^(X-Unsent|Date|From|To|Subject|Content-Language|MIME-Version|Content-Type): \S/);
        expect(new Set(head.map((one) => one.split(':')[0])).size).toBe(head.length);
        expect(draft.split('\r\n').filter((line) => line.startsWith('--=_partie'))).toEqual([
          '--=_partie',
          '--=_partie',
          '--=_partie--',
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it('cleans once: cleaning again changes nothing, and a name without controls is kept', () => {
    fc.assert(
      fc.property(nasty, (word) => {
        expect(cleanText(cleanText(word))).toBe(cleanText(word));
        expect(cleanLine(word)).not.toMatch(/[\n\r]/);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[\p{L}\p{M}’-]{1,60}$/u), (name) => {
        expect(cleanLine(name)).toBe(name);
        expect(raw(write('mandate', 'post', { values: { ...PERSON, lastName: name } }))).toContain(`Naëlle ${name}`);
      }),
    );
  });
});

describe('pièces', () => {
  const candidates = fc.array(
    fc.record({
      seq: fc.integer({ min: 1, max: 60 }),
      utc: fc.constantFrom('2026-11-02T09:00:00.000Z', '2026-11-03T09:00:00.000Z'),
      label: fc.string(),
    }),
  );

  it('are numbered 1, 2, 3… by date, each entry once', () => {
    fc.assert(
      fc.property(candidates, (some) => {
        const pieces = numberPieces(some);
        expect(pieces.map(({ number }) => number)).toEqual(pieces.map((_, index) => index + 1));
        expect(new Set(pieces.map(({ seq }) => seq))).toEqual(new Set(some.map(({ seq }) => seq)));
      }),
    );
  });

  it('of a sent letter are frozen: no removal, no new label, no new entry changes a number or a word', () => {
    fc.assert(
      fc.property(candidates, fc.array(fc.integer({ min: 1, max: 60 })), (some, standing) => {
        const sent = numberPieces(some);
        const kept = frozenPiecesSchema.parse(JSON.parse(JSON.stringify(freezePieces(sent))));
        const later = frozenPieces(kept, new Set(standing));
        expect(later.map(({ number, seq, label }) => ({ number, seq, label }))).toEqual(freezePieces(sent));
        expect(later.filter(({ gone }) => gone).map(({ seq }) => seq)).toEqual(
          sent.map(({ seq }) => seq).filter((seq) => !standing.includes(seq)),
        );
      }),
    );
  });

  it('that are gone are said so under the letter, with a warning', () => {
    const base = input('substitution-lrar', 'lrar');
    const pieces = frozenPieces(freezePieces(base.pieces), new Set([1, 6]));
    const composed = compose('substitution-lrar', { ...base, pieces });
    expect(composed.warnings).toEqual([{ code: 'pieces-gone', count: 1 }]);
    expect(composed.document && plainText(composed.document)).toContain('(fichier retiré)');
  });
});

it('every letter of the table was tried', () => {
  expect(new Set(ALL.map(({ id }) => id)).size).toBe(Object.keys(LETTERS).length);
});
