/** Reading an entry: known, later, broken; never throwing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextUnsealed, sealEntry } from '@/lib/domain/chain';
import { momentAt } from '@/lib/domain/moment';
import { readEntry, readParsed } from '@/lib/domain/upcast';

const AT = momentAt(Date.parse('2026-11-21T09:00:00Z'));
const note = () =>
  sealEntry(
    nextUnsealed(null, { dossier: '3f0e6f4e-1111-4222-8333-444455556666', kind: 'note', at: AT, data: { text: 'x' } }),
  );

describe('readEntry', () => {
  it('gives back what was sealed', async () => {
    const { entry, line } = await note();
    expect(readEntry(line)).toEqual({ entry, problem: null, at: AT });
  });

  it.each([{ v: 2 }, { v: 7, extra: true, data: 'anything' }, { kind: 'of-a-later-version' }])(
    'keeps raw what a later version wrote: %o',
    async (change) => {
      const { entry } = await note();
      expect(readParsed({ ...entry, ...change })).toEqual({ entry: null, problem: 'entry-unknown-version', at: AT });
    },
  );

  it.each([
    { v: 0 },
    { v: 1.5 },
    { seq: 0 },
    { hash: 'x' },
    { prev: 'x' },
    { extra: 1 },
    { data: { text: 'x', more: 1 } },
    { data: { text: 1 } },
    { data: null },
    { kind: 'capture' },
    { dossier: 'x' },
    { at: { ...AT, utc: '2026-02-30T00:00:00.000Z' } },
  ])('refuses %o', async (change) => {
    const { entry } = await note();
    expect(readParsed({ ...entry, ...change })).toMatchObject({ entry: null, problem: 'entry-invalid' });
  });

  it('does not take the names of Object.prototype for kinds', async () => {
    const { entry } = await note();
    for (const kind of ['toString', 'constructor', '__proto__', 'hasOwnProperty']) {
      expect(readParsed({ ...entry, kind })).toMatchObject({ entry: null, problem: 'entry-unknown-version' });
    }
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
        (value) => {
          expect(readParsed(value).entry).toBeNull();
        },
      ),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (line) => {
        expect(readEntry(line)).toEqual({ entry: null, problem: 'entry-invalid', at: null });
      }),
    );
  });
});
