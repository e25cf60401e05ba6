/** What a person or a site could put in a field never breaks the file, never hides, and never draws outside the sheet. */
import { describe, expect, it } from 'vitest';
import { bare, checkClean, letterOf, make, paragraph, said, textOf, typed } from './support';

/** Places of all words, points: nothing outside the sheet. */
function boxes(bytes: Uint8Array): readonly { readonly right: number; readonly bottom: number }[] {
  return [
    ...textOf(bytes, '-bbox').matchAll(/<word xMin="[-\d.]+" yMin="[-\d.]+" xMax="([-\d.]+)" yMax="([-\d.]+)"/g),
  ].map(([, right, bottom]) => ({ right: Number(right), bottom: Number(bottom) }));
}

function expectInside(bytes: Uint8Array): void {
  for (const { right, bottom } of boxes(bytes)) {
    expect(right).toBeLessThan(595.28 - 40);
    expect(bottom).toBeLessThan(841.89);
  }
}

describe('hostile text', () => {
  it('cuts a word of 100 kB over the lines and says that the letter is too long', async () => {
    const word = 'abcdefghij'.repeat(10_000);
    const { bytes, flags, pages } = await make(letterOf([paragraph(typed(word))]));
    checkClean(bytes);
    expectInside(bytes);
    expect(flags).toEqual([{ code: 'too-long', pages }]);
    const found = bare(textOf(bytes)).replace(/\d+\/\d+/g, '');
    expect(found.length - found.replaceAll('abcdefghij', '').length).toBe(100_000);
  }, 60_000);

  it('keeps a word of 100 kB inside its cell, and its row on several pages', async () => {
    const rows = [[said('Message'), typed('x'.repeat(20_000)), said('fin')]];
    const { bytes } = await make(letterOf([{ kind: 'table', caption: 'T', head: ['A', 'B', 'C'], rows }]));
    checkClean(bytes);
    expectInside(bytes);
    expect((textOf(bytes).match(/x/g) ?? []).length).toBeGreaterThanOrEqual(20_000);
  }, 60_000);

  it('takes out what is a command and not a letter', async () => {
    const { bytes, flags } = await make(
      letterOf([paragraph(typed('un\u0000deux\u0007trois\u001b[31mquatre\u200ecinq\u2066six\ufeffsept\u00adhuit'))]),
    );
    checkClean(bytes);
    expect(flags).toEqual([]);
    expect(textOf(bytes)).toContain('undeuxtrois[31mquatrecinqsixsepthuit');
  });

  it('does not let an override turn a sentence around', async () => {
    const { bytes } = await make(letterOf([paragraph(said('Montant : '), typed('\u202e0001 €'), said(' payé.'))]));
    expect(textOf(bytes)).toContain('Montant : 0001 € payé.');
  });

  it('prints a lone surrogate as the replacement character', async () => {
    const { bytes, flags } = await make(letterOf([paragraph(typed('a\ud800b\udc00c'))]));
    checkClean(bytes);
    expect(flags).toEqual([]);
    expect(textOf(bytes)).toContain('a\ufffdb\ufffdc');
  });

  it('takes PDF syntax as text', async () => {
    const text = ') Tj ET Q endstream endobj << /JS (app.alert(1)) >> \\( %%EOF <0041> [ ]';
    const { bytes } = await make(letterOf([paragraph(typed(text))]));
    checkClean(bytes);
    expect(bare(textOf(bytes))).toContain(bare(text));
  });

  it('draws a letter with a hundred marks on it', async () => {
    const { bytes } = await make(letterOf([paragraph(typed(`Z${'\u0301'.repeat(100)}oé`))]));
    checkClean(bytes);
    expect(textOf(bytes)).toContain('oé');
  });

  it('holds empty texts, empty tables and empty lines', async () => {
    const table = { kind: 'table' as const, caption: '', head: [], rows: [[]] };
    const { bytes } = await make(
      letterOf([paragraph(typed('')), paragraph(typed('\n\n')), { kind: 'list', ordered: false, items: [] }, table], {
        sender: [],
        recipient: [],
        placeDate: null,
        object: null,
      }),
    );
    checkClean(bytes);
  });

  it('sets a sender higher than half a sheet one line under the other', async () => {
    const sender = Array.from({ length: 60 }, (_, i) => typed(`ligne ${i}`));
    const { bytes, pages } = await make(letterOf([], { sender }));
    expect(pages).toBe(2);
    for (const i of [0, 30, 59]) expect(textOf(bytes)).toContain(`ligne ${i}\n`);
  });
});
