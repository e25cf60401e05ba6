/** Values read out of pages: each kind takes what it is, refuses what only looks like it, and has one form. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readValue, VALUE_KINDS, type ValueKind } from '@/lib/domain/extracted';

const TAKEN: readonly (readonly [ValueKind, string, string])[] = [
  ['text', ' Première demande ', 'Première demande'],
  ['date', '13/02/2026', '2026-02-13'],
  ['date', 'le 1er mars 2026', '2026-03-01'],
  ['date', 'vendredi 13 février 2026', '2026-02-13'],
  ['date', '13 March 2026', '2026-03-13'],
  ['date', '2026-02-13', '2026-02-13'],
  ['date', '29/02/2028', '2028-02-29'],
  ['date-time', '13/02/2026 à 09:05', '2026-02-13T09:05'],
  ['date-time', 'lundi 2 novembre 2026 à 9h', '2026-11-02T09:00'],
  ['date-time', 'le 2/11/2026 à 14 h 30', '2026-11-02T14:30'],
  ['delay', 'dans un délai de 30 jours', 'P30D'],
  ['delay', 'trente (30) jours après', 'P30D'],
  ['delay', 'deux mois', 'P2M'],
  ['delay', 'within 2 weeks', 'P2W'],
  ['anef-number', '9403202504090442747', '9403202504090442747'],
  ['anef-number', '9403 20250409 0442747', '9403202504090442747'],
  ['foreigner-number', '9999 999 999', '9999999999'],
  ['dn-number', '6 953 902', '6953902'],
  ['fc-code', 'y500015', 'Y500015'],
  ['email', 'pref-exemple@exemple.gouv.fr', 'pref-exemple@exemple.gouv.fr'],
  ['phone', '0 806 001 620', '0806001620'],
  ['phone', '+33 1 23 45 67 89', '0123456789'],
  ['phone', '3939', '3939'],
  ['integer', '4', '4'],
];

const REFUSED: readonly (readonly [ValueKind, string])[] = [
  ['text', '  '],
  ['date', '30/02/2026'],
  ['date', '29/02/2027'],
  ['date', '13 brumaire 2026'],
  ['date', 'bientôt'],
  ['date-time', '13/02/2026'],
  ['date-time', '13/02/2026 à 25:00'],
  ['date-time', '09:05'],
  ['delay', '0 jours'],
  ['delay', 'rapidement'],
  ['anef-number', '9403202513090442747'],
  ['anef-number', '940320250409044274'],
  ['foreigner-number', '12345678'],
  ['dn-number', '1234'],
  ['fc-code', 'Y50001'],
  ['email', 'pas une adresse@'],
  ['phone', '22 34'],
  ['integer', '4 sur 6'],
];

describe('readValue', () => {
  it.each(TAKEN)('takes %s « %s » as %s', (kind, raw, form) => {
    expect(readValue(kind, raw)).toBe(form);
  });

  it.each(REFUSED)('refuses %s « %s »', (kind, raw) => {
    expect(readValue(kind, raw)).toBeNull();
  });

  it('never throws, and a form is read again as itself', () => {
    fc.assert(
      fc.property(fc.constantFrom(...VALUE_KINDS), fc.string({ unit: 'binary' }), (kind, raw) => {
        const form = readValue(kind, raw);
        if (form !== null && kind !== 'delay') expect(readValue(kind, form)).toBe(form);
      }),
    );
  });

  it('reads every day of four years in both ways that French pages write it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_460 }), (days) => {
        const date = new Date(Date.UTC(2024, 0, 1) + days * 86_400_000);
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-');
        expect(readValue('date', `${day}/${month}/${year}`)).toBe(iso);
        const long = new Intl.DateTimeFormat('fr', { dateStyle: 'full', timeZone: 'UTC' }).format(date);
        expect(readValue('date', long)).toBe(iso);
      }),
    );
  });
});
