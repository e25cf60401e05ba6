/** Numbers of letters: the published ones as golden, the keys by their properties, O/0 and I/1 proposed and never applied. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requestNumberHint } from '@/lib/domain/request-number';
import { bareTracking, checkTracking, mod3736Key, parcelKey, s10Key } from '@/lib/domain/tracking';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const letters = (length: number) => fc.stringMatching(new RegExp(`^[A-Z]{${length}}$`));
const s10 = fc
  .tuple(letters(2), digits(8), letters(2))
  .map(([service, serial, country]) => `${service}${serial}${s10Key(serial)}${country}`);
const parcel = digits(10).map((serial) => `8K${serial}${parcelKey(serial)}`);
const label = fc.stringMatching(/^[0-9A-Z]{14}$/).map((signs) => `${signs}${mod3736Key(signs)}`);

describe('known numbers (domain.md § 6.1)', () => {
  it.each([
    ['RB123456785GB', 's10', 'plausible'],
    ['RB123456786GB', 's10', 'doubtful'],
    ['LU680211095FR', 's10', 'plausible'],
    ['LZ712917377US', 's10', 'plausible'],
    ['CB662173705US', 's10', 'plausible'],
    ['RB658828494MQ', 's10', 'plausible'],
    ['8K00009775862', 'national-13', 'plausible'],
    ['8K00009775863', 'national-13', 'doubtful'],
    ['861011301731382', 'national-15', 'plausible'],
    ['861011301731383', 'national-15', 'doubtful'],
    ['1A 123 456 7890 0', 'national-13', 'unverified'],
    ['2C-123-456-7890-9', 'national-13', 'unverified'],
    ['ABCDEFGHIJK', 'other', 'unverified'],
    ['REF 42', null, 'unverified'],
    ['', null, 'unverified'],
  ] as const)('%s: %s, %s', (typed, format, key) => {
    expect(checkTracking(typed)).toMatchObject({ format, key });
  });
});

describe('O and 0, I and 1', () => {
  it.each([
    ['RBI2345678SGB', null], // S for 5 is not our hint
    ['RBI23456785GB', 'RB123456785GB'],
    ['LU68O211O95FR', 'LU680211095FR'],
    ['8KOOOO9775862', '8K00009775862'],
    ['86IOII30I73I382', '861011301731382'],
    ['RB123456785GB', null],
  ])('%s → %s', (typed, instead) => {
    expect(checkTracking(typed).instead).toBe(instead);
  });

  it('gives back any number in which they were exchanged', () => {
    fc.assert(
      fc.property(fc.oneof(s10, parcel), (number) => {
        const middle = number.slice(2, number.startsWith('8K') ? 13 : 11);
        const slip = middle.replaceAll('0', 'O').replaceAll('1', 'I');
        fc.pre(slip !== middle && !/[01]/.test(number.slice(0, 2)) && !/[OI]/.test(number.slice(0, 2)));
        const typed = number.replace(middle, slip);
        expect(checkTracking(typed)).toMatchObject({ number: typed, instead: number });
      }),
    );
  });

  it('never proposes another number for one that fits, nor one that does not fit', () => {
    fc.assert(
      fc.property(fc.oneof(s10, parcel, label, fc.string({ maxLength: 40 })), (typed) => {
        const { format, key, instead } = checkTracking(typed);
        if (format !== null && format !== 'other' && key === 'plausible') expect(instead).toBeNull();
        if (instead !== null) expect(checkTracking(instead).key).not.toBe('doubtful');
      }),
    );
  });
});

describe('the keys', () => {
  it('each right number is plausible, however it is spaced', () => {
    fc.assert(
      fc.property(fc.oneof(s10, parcel, label), fc.constantFrom(' ', '-', '\u00a0', '.'), (number, gap) => {
        const spaced = (number.match(/.{1,3}/g) ?? []).join(gap).toLowerCase();
        expect(bareTracking(spaced)).toBe(number);
        expect(checkTracking(spaced).key).toBe('plausible');
      }),
    );
  });

  it('one wrong digit of a parcel or of a 15-sign label shows', () => {
    fc.assert(
      fc.property(fc.oneof(parcel, label), fc.nat(), fc.integer({ min: 1, max: 9 }), (number, place, by) => {
        const at = 2 + (place % (number.length - 2));
        fc.pre(/\d/.test(number[at] ?? ''));
        const wrong = `${number.slice(0, at)}${(Number(number[at]) + by) % 10}${number.slice(at + 1)}`;
        expect(checkTracking(wrong).key).toBe('doubtful');
      }),
    );
  });
});

describe('the request number of the ANEF (domain.md § 6.3)', () => {
  it.each([
    ['9403202504090442747', { is: 'day', day: '2025-04-09' }],
    ['9402 2024 1030 1434894', { is: 'day', day: '2024-10-30' }],
    ['9402202413301434894', { is: 'no-day' }],
    ['9402202402301434894', { is: 'no-day' }],
    ['9402209901011434894', { is: 'no-day' }],
    ['940220241030143489', { is: 'length', digits: 18 }],
    ['8902165', null],
    ['RB123456785GB', null],
  ] as const)('%s', (typed, hint) => {
    expect(requestNumberHint(typed, '2026-11-22')).toEqual(hint);
  });

  it('never fails on what people type', () => {
    fc.assert(fc.property(fc.string(), (typed) => void requestNumberHint(typed, '2026-11-22')));
  });
});
