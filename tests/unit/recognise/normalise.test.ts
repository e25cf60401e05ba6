/** Normalisation: one form, reached in one step. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, MAX_BLOCK, normaliseText, stripAccents } from '@/lib/domain/normalise';

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(' ', '’', 'ʼ', '\u00a0', '\u202f', '\u0301', 'e', '\u00ad', '\u200b', '\n') }),
);

describe('normaliseText', () => {
  it('gives one form to what reads the same', () => {
    expect(normaliseText(' Étrangers en France | \n   Étape\u00a03 ')).toBe('Étrangers en France | Étape 3');
    expect(normaliseText('l’e\u0301tat')).toBe("l'état");
    expect(normaliseText('indis\u00adponible')).toBe('indisponible');
  });

  it('is idempotent', () =>
    fc.assert(
      fc.property(text, (value) => {
        const once = normaliseText(value);
        expect(normaliseText(once)).toBe(once);
      }),
      { numRuns: 1_000 },
    ));

  it('leaves no other space than single ones inside', () =>
    fc.assert(fc.property(text, (value) => void expect(normaliseText(value)).not.toMatch(/^\s|\s$|\s\s|[^\S ]/))));
});

describe('foldText', () => {
  it('drops accents and ligatures, keeps case, bounds the length', () => {
    expect(foldText('PRÉFET d’un cœur')).toBe("PREFET d'un coeur");
    expect(foldText('x'.repeat(MAX_BLOCK * 2))).toHaveLength(MAX_BLOCK);
  });

  it('is idempotent', () =>
    fc.assert(fc.property(text, (value) => void expect(foldText(foldText(value))).toBe(foldText(value)))));

  it('leaves the syntax of a pattern as it is', () => {
    expect(stripAccents(/^(?:é|\d{2,3}\S)[^à]\b/.source)).toBe('^(?:e|\\d{2,3}\\S)[^a]\\b');
  });
});
