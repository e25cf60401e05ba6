/**
 * The letters' screens: the preview says what the letter says and nothing else, the form asks what the letter prints.
 * @vitest-environment jsdom
 */
import fc from 'fast-check';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { routeOf } from '@/components/journal/JournalScreen';
import { groupFields } from '@/components/letters/LetterForm';
import { LetterPreview } from '@/components/letters/LetterPreview';
import { LetterSheet, MessageText } from '@/components/letters/LetterSheet';
import { SpeechProvider } from '@/components/text';
import { plainText } from '@/lib/domain/letter-plain';
import { tableOf } from '@/lib/domain/letter-tables';
import type { LetterDocument } from '@/lib/domain/letter-types';
import { momentAt } from '@/lib/domain/moment';
import { compose, LETTERS } from '@/lib/letters';
import { FIELD_IDS } from '@/lib/letters/fields';
import { defaultPieces, letterInput, letterSource, takesPieces } from '@/lib/letters/from-journal';
import { letterMarkup } from '@/lib/letters/render-html';
import { suggestions } from '@/lib/letters/select';
import { templateFor } from '@/lib/letters/used';
import { translator } from '@/lib/locales';
import { LABELS } from '../components/examples';
import { captureOf, complement, exchange, told } from '../domain/checklist-support';
import { ALL, EVERYTHING, input, JOURNAL, label, PERSON, write } from './support';

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(() => {
  void act(() => render(null, root));
  root.remove();
});
const draw = (children: preact.ComponentChildren): HTMLElement => {
  void act(() =>
    render(
      <SpeechProvider t={translator('fr')} locale="fr" labels={LABELS}>
        {children}
      </SpeechProvider>,
      root,
    ),
  );
  return root;
};

const nasty = fc.oneof(
  fc.constantFrom(
    '<script>x</script>',
    '"><img src=x onerror=alert(1)>',
    '&lt;b&gt;',
    '…………',
    'نص',
    '</div>',
    '{email}',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
);
const typed = fc.dictionary(fc.constantFrom(...FIELD_IDS), nasty, { noNullPrototype: true });
const squeezed = (text: string): string => text.replace(/\s+/g, '');
/** What the parser itself changes: it has no NUL, and no lone CR. */
const parsed = (markup: string): string => {
  const page = new DOMParser().parseFromString(`<body>${markup}</body>`, 'text/html');
  return page.body.textContent ?? '';
};
const documentOf = (id: (typeof ALL)[number]['id'], medium: LetterDocument['medium'], values: Record<string, string>) =>
  write(id, medium, { values: { ...PERSON, ...values } });

describe('the preview', () => {
  it('of a message is the very text that is copied, whatever was typed', () => {
    const messages = ALL.filter(({ medium }) => medium === 'form' || medium === 'mail');
    fc.assert(
      fc.property(fc.constantFrom(...messages), typed, ({ id, medium }, values) => {
        const letter = documentOf(id, medium, values);
        const shown = draw(<MessageText document={letter} />);
        expect(shown.textContent).toBe(plainText(letter));
        expect(shown.querySelectorAll('script, img, b, a')).toHaveLength(0);
      }),
      { numRuns: 150 },
    );
  });

  it('of a sheet says what the printed page says, whatever was typed, and nothing typed becomes markup', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL), typed, ({ id, medium }, values) => {
        const letter = documentOf(id, medium, values);
        const shown = draw(<LetterSheet document={letter} />);
        expect(squeezed(shown.textContent ?? '')).toBe(squeezed(parsed(letterMarkup(letter).markup)));
        expect(shown.querySelectorAll('script, img, b, a')).toHaveLength(0);
      }),
      { numRuns: 150 },
    );
  });

  it('shows nothing of a letter that is stopped, and the way to what lacks', () => {
    const composed = compose('substitution-lrar', input('substitution-lrar', 'lrar', {}, []));
    const shown = draw(<LetterPreview composed={composed} onField={() => undefined} onCopyObject={() => undefined} />);
    expect(shown.querySelector('[data-letter-text]')).toBeNull();
    expect(shown.querySelector('[data-banner="letter-blocked"] a[href="#/courriers/ccc-message"]')).not.toBeNull();
  });

  it('leads from each missing field to its place in the form', () => {
    const gone: string[] = [];
    const composed = compose('ccc-message', input('ccc-message', 'form', { values: {} }));
    const shown = draw(
      <LetterPreview composed={composed} onField={(id) => gone.push(id)} onCopyObject={() => undefined} />,
    );
    shown.querySelector<HTMLElement>('[data-go-field="lastName"]')?.click();
    expect(gone).toEqual(['lastName']);
    expect(shown.querySelector('[data-counter]')).not.toBeNull();
  });
});

describe('the form', () => {
  it.each(ALL)(
    '$id ($medium) asks for every field that the letter may show as dots, and for no field twice',
    ({ id, medium }) => {
      const template = templateFor(LETTERS[id], medium);
      const asked = [...template.required, ...template.optional];
      expect(new Set(asked).size).toBe(asked.length);
      for (const values of [{}, EVERYTHING, PERSON]) {
        const dotted = compose(id, input(id, medium, { values })).warnings.flatMap((one) =>
          one.code === 'missing-fields' ? (one.fields ?? []) : [],
        );
        expect(dotted.filter((name) => !name.startsWith('fact:') && !asked.includes(name))).toEqual([]);
      }
    },
  );

  it.each(ALL)('$id ($medium) says the same with the fields of this medium alone', ({ id, medium }) => {
    const template = templateFor(LETTERS[id], medium);
    const kept = new Set([...template.required, ...template.optional]);
    const fewer = Object.fromEntries(Object.entries(EVERYTHING).filter(([name]) => kept.has(name)));
    expect(plainText(write(id, medium, { values: fewer }))).toBe(plainText(write(id, medium, { values: EVERYTHING })));
  });

  it('asks a new applicant for little: a CCC message after a captured block', () => {
    const suggested = suggestions('ccc-message', JOURNAL);
    const template = templateFor(LETTERS['ccc-message'], 'form');
    const groups = groupFields(template, suggested, ['foreignerNumber']);
    expect(groups.taken).toEqual(['seenAt', 'page']);
    expect(groups.asked).toEqual([
      'firstName',
      'lastName',
      'email',
      'procedure',
      'message',
      'foreignerNumber',
      'noForeignerNumber',
    ]);
    expect(groupFields(template, suggested, []).asked).toHaveLength(5);
  });

  it('takes no postal address nor tracking number for a mail', () => {
    const mail = templateFor(LETTERS['attestation-prolongation'], 'mail');
    const all = [...mail.required, ...mail.optional];
    expect(all).toContain('prefectureEmail');
    for (const name of ['prefectureAddress', 'tracking', 'place', 'letterDate']) expect(all).not.toContain(name);
  });
});

describe('what the journal gives', () => {
  it('names the entry of each value', () => {
    const journal = [...JOURNAL, told(9, { title: 'carte de résident', dates: { titleExpiry: '2026-12-31' } })];
    expect(suggestions('ccc-message', journal)).toMatchObject({
      procedure: { value: 'carte de résident', from: 9 },
      titleExpiry: { value: '2026-12-31', from: 9 },
      seenAt: { from: 6 },
    });
  });

  it('joins the pièces of the lines told, and tells the line of one that is added', () => {
    const journal = [captureOf(1, 'anef/x', 'blocked'), captureOf(2, 'anef/y', 'step', 1), exchange(3, 'CCC_FORM', 2)];
    const source = letterSource(journal, label);
    const usual = defaultPieces('substitution-lrar', source);
    expect([...usual]).toEqual([1, 3]);
    const more = letterInput('substitution-lrar', 'lrar', source, { values: {}, chosen: new Set([...usual, 2]) });
    expect(more.lines.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(more.pieces.map(({ number, seq }) => [number, seq])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    const fewer = letterInput('substitution-lrar', 'lrar', source, { values: {}, chosen: new Set([3]) });
    expect([fewer.lines.length, fewer.pieces.length]).toEqual([2, 1]);
  });

  it('answers the complement request that is asked for, else the first to fall due without an answer', () => {
    const sent = { on: momentAt(0), precision: 'day' as const, files: [], captures: [] };
    const asks = (seq: number, request: string, notifiedOn: string, more: object = {}) => {
      const items = [{ id: 'item-1', label: `pièce de ${request}`, problem: 'missing' as const }];
      return complement(seq, request, { notifiedOn, items, ...more });
    };
    const journal = [asks(1, 'B', '2026-10-20'), asks(2, 'A', '2026-10-10'), asks(3, 'C', '2026-09-01', { sent })];
    const answered = (asked: string | null) => {
      const { request, items } = letterSource(journal, label, asked);
      return [request, items.map((item) => item.label)];
    };
    expect(answered(null)).toEqual(['A', ['pièce de A']]);
    expect(answered('B')).toEqual(['B', ['pièce de B']]);
    expect(answered('another dossier’s')).toEqual(['A', ['pièce de A']]);
    expect(letterSource(journal.slice(2), label).request).toBe('C');
    expect(letterSource([], label).request).toBeNull();
  });

  it('shows a column of files only where a file was named', () => {
    const file = { name: 'releves.pdf', bytes: 1, sha256: 'a'.repeat(64) };
    const item = { id: 'item-1', label: 'Relevés', problem: 'missing' as const };
    const heads = [item, { ...item, file }].map((one) => {
      const journal = [complement(1, 'A', { items: [one] })];
      const input = letterInput('complement-cover', 'sheet', letterSource(journal, label), {
        values: {},
        chosen: new Set(),
      });
      return tableOf({ kind: 'table', table: 'items', caption: '' }, input)?.head;
    });
    expect(heads).toEqual([
      ['Document demandé', 'Demande', 'Réponse'],
      ['Document demandé', 'Demande', 'Réponse', 'Fichier'],
    ]);
  });

  it('joins nothing to a form', () => {
    expect(takesPieces(LETTERS['ccc-message'], 'form')).toBe(false);
    const source = letterSource(JOURNAL, label);
    expect(letterInput('ccc-message', 'form', source, { values: {}, chosen: new Set([1]) }).pieces).toEqual([]);
  });
});

describe('the address', () => {
  it.each([
    ['#/courriers', { part: 'letters' }],
    ['#/courriers/ccc-message', { part: 'letter', template: 'ccc-message', medium: null }],
    [
      '#/courriers/attestation-prolongation/mail',
      { part: 'letter', template: 'attestation-prolongation', medium: 'mail' },
    ],
    ['#/courriers/ccc-message?de=S2', { part: 'letter', template: 'ccc-message', medium: null }],
    ['#/courriers/ccc-message/rien', { part: 'letter', template: 'ccc-message', medium: null }],
  ])('%s', (hash, route) => {
    expect(routeOf(hash)).toEqual(route);
  });
});
