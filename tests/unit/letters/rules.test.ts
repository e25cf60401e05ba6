/** The rules of domain.md § 5: what stops a letter, what it may claim, what it cites, what it leaves out. */
import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/domain/entry';
import type { LetterInput, LetterValues, ProblemCode } from '@/lib/domain/letter-types';
import { compose, type LetterId } from '@/lib/letters';
import { capture, captureOf, exchange, note, outcome, removed } from '../domain/checklist-support';
import { EVERYTHING, input, JOURNAL, PERSON, raw, said, write } from './support';

const BLOCK = captureOf(1, 'anef/title-not-collected', 'blocked', 0);
const FORM = exchange(2, 'CCC_FORM', 1);
const codes = (problems: readonly { readonly code: ProblemCode }[]): readonly ProblemCode[] =>
  problems.map(({ code }) => code);
const stopped = (journal: readonly Entry[], change: Partial<LetterInput> = {}): readonly ProblemCode[] =>
  codes(compose('substitution-lrar', input('substitution-lrar', 'lrar', change, journal)).blocking);
const ARTICLES = /[RL]\.\s?\d{3}|arrêté du/;
const withValues = (values: LetterValues): Partial<LetterInput> => ({ values: { ...PERSON, ...values } });

describe('the registered letter is not made without its proof (domain.md § 3.7)', () => {
  it('is made with a capture of the block and one contact with the CCC', () => {
    expect(stopped([BLOCK, FORM])).toEqual([]);
  });

  it.each<[string, readonly Entry[], readonly ProblemCode[]]>([
    ['nothing', [], ['no-capture', 'no-ccc-contact']],
    ['no contact', [BLOCK], ['no-ccc-contact']],
    ['no capture', [FORM], ['no-capture']],
    ['a capture whose files were removed', [BLOCK, FORM, removed(3, 1)], ['no-capture']],
    ['a page drawn again', [capture(1, 'blocked', 0, { method: 'rerendered' }), FORM], ['no-capture']],
    ['a capture without its stamped copy', [capture(1, 'blocked', 0, { stamped: null }), FORM], ['no-capture']],
    ['a page that only orients', [capture(1, 'info'), FORM], ['no-capture']],
    ['a message that the CCC sent', [BLOCK, exchange(2, 'CCC_MAIL', 1, { direction: 'received' })], ['no-ccc-contact']],
    ['a mail with nothing behind it', [BLOCK, exchange(2, 'CCC_MAIL', 1, { files: [] })], ['no-ccc-contact']],
    ['a contact with the préfecture only', [BLOCK, exchange(2, 'PREF_MAIL', 1)], ['no-ccc-contact']],
  ])('%s', (_name, journal, expected) => {
    expect(stopped(journal)).toEqual(expected);
    expect(stopped(journal, withValues({ urgency: 'Mon contrat est suspendu demain.' })), 'even in urgency').toEqual(
      expected,
    );
    expect(compose('substitution-lrar', input('substitution-lrar', 'lrar', {}, journal)).document).toBeNull();
    expect(codes(compose('prefecture-mail', input('prefecture-mail', 'mail', {}, journal)).blocking)).toEqual(expected);
  });

  it.each<[string, readonly Entry[]]>([
    ['a dated call without capture', [BLOCK, exchange(2, 'CCC_PHONE', 1, { files: [] })]],
    ['the page « message sent »', [BLOCK, captureOf(2, 'anef/contact-sent', 'confirmation', 1)]],
    ['a page that the person explained', [capture(1, 'info'), FORM, note(3, 'la liste ne contient pas mon motif', 1)]],
    ['a service that is down', [capture(1, 'down'), FORM]],
  ])('%s is enough', (_name, journal) => {
    expect(stopped(journal)).toEqual([]);
  });

  it('a line that the person took out of the letter proves nothing in it', () => {
    const full = input('substitution-lrar', 'lrar');
    expect(stopped(JOURNAL, { lines: full.lines.filter(({ kind }) => kind !== 'capture') })).toEqual(['no-capture']);
    expect(stopped(JOURNAL, { pieces: [] })).toEqual(['no-capture']);
  });
});

describe('what the CCC said', () => {
  it.each(['NONE', 'AUTO_REPLY', 'STEREOTYPED', 'REDIRECTED', 'RESOLVED'] as const)(
    '%s is never told as a finding',
    (word) => {
      const text = said(write('substitution-lrar', 'lrar', {}, [BLOCK, FORM, outcome(3, 2, word, 2)]));
      expect(text).toContain('Je n’ai pas d’attestation du centre de contact citoyens');
      expect(text).not.toContain('a constaté');
    },
  );

  it('an attestation is told with its day and its pièce', () => {
    const journal = [
      BLOCK,
      FORM,
      outcome(3, 2, 'IMPOSSIBILITY_ATTESTED', 5, {
        files: [{ sha256: 'b'.repeat(64), bytes: 1, type: 'application/pdf', name: 'r.pdf' }],
      }),
    ];
    const text = said(write('substitution-lrar', 'lrar', {}, journal));
    expect(text).toContain('a constaté l’impossibilité par écrit le 07/11/2026 (pièces n° 2 et 3)');
    expect(text).not.toContain('Je n’ai pas d’attestation');
  });

  it('a problem that was solved is warned about', () => {
    const journal = [BLOCK, FORM, outcome(3, 2, 'RESOLVED', 2)];
    expect(codes(compose('substitution-lrar', input('substitution-lrar', 'lrar', {}, journal)).warnings)).toContain(
      'ccc-solved',
    );
  });

  it('an automatic reply is no answer: the mail does not say that one is joined', () => {
    expect(said(write('prefecture-mail', 'mail'))).not.toContain('La réponse du centre de contact citoyens est jointe');
    const answered = [BLOCK, FORM, outcome(3, 2, 'STEREOTYPED', 2)];
    expect(said(write('prefecture-mail', 'mail', {}, answered))).toContain(
      'La réponse du centre de contact citoyens est jointe (pièce n° 2)',
    );
  });
});

describe('citations', () => {
  const values = { ...EVERYTHING, ...PERSON };

  it.each<LetterId>([
    'ccc-message',
    'pan-letter',
    'substitution-lrar',
    'prefecture-mail',
    'attestation-prolongation',
    'appointment-request',
    'complement-cover',
  ])('%s cites nothing while the procedure is unknown, and says so', (id) => {
    const medium =
      id === 'ccc-message' || id === 'prefecture-mail'
        ? 'mail'
        : id === 'pan-letter' || id === 'complement-cover'
          ? 'post'
          : 'lrar';
    const composed = compose(id, input(id, medium, { regime: 'UNKNOWN', values }));
    expect(said(write(id, medium, { regime: 'UNKNOWN', values }))).not.toMatch(ARTICLES);
    expect(codes(composed.warnings)).toContain('regime-unknown');
  });

  it('a letter for one procedure never cites it under the other', () => {
    expect(said(write('substitution-lrar', 'lrar', { regime: 'R431_3', values }))).not.toMatch(/R\.\s431-[23]/);
    expect(said(write('appointment-request', 'lrar', { regime: 'R431_2', values }))).not.toMatch(/R\.\s431-[23]/);
    expect(
      codes(compose('appointment-request', input('appointment-request', 'lrar', { regime: 'R431_2' })).warnings),
    ).toContain('regime-other');
    expect(said(write('appointment-request', 'lrar', { values }))).toMatch(/R\.\s431-3/);
    expect(said(write('appointment-request', 'lrar', { values }))).not.toMatch(/R\.\s431-2/);
    expect(said(write('substitution-lrar', 'lrar', { values }))).not.toMatch(/R\.\s431-3/);
  });

  const attestation = (change: LetterValues, regime: LetterInput['regime'] = 'R431_2'): string =>
    said(
      write('attestation-prolongation', 'lrar', { regime, values: { ...PERSON, filedOn: '2026-05-05', ...change } }),
    );

  it('the attestation letter names the article of its case only', () => {
    expect(attestation({ attestationAsk: 'renew' })).toMatch(/R\.\s431-15-1/);
    expect(attestation({ attestationAsk: 'renew' })).not.toMatch(/R\.\s431-15-[234]|R\.\s431-1[23]\b/);
    expect(attestation({ attestationAsk: 'renew', attestationCase: 'case-3' })).toMatch(/R\.\s431-15-3/);
    expect(attestation({ attestationAsk: 'renew', attestationCase: 'case-3' })).not.toMatch(/R\.\s431-15-1/);
    expect(attestation({ attestationAsk: 'issue', attestationCase: 'case-4' })).toMatch(/R\.\s431-15-4/);
  });

  it('the article on work is printed only when a lawyer or an association checked it', () => {
    expect(attestation({ attestationAsk: 'work' })).not.toMatch(/R\.\s431-15-2/);
    expect(attestation({ attestationAsk: 'work', workVerified: 'yes' })).toMatch(/R\.\s431-15-2/);
    expect(attestation({ attestationAsk: 'issue', workVerified: 'yes' })).not.toMatch(/R\.\s431-15-2/);
  });

  it('outside the ANEF the récépissé has its own articles', () => {
    const text = attestation({ attestationAsk: 'receipt' }, 'R431_3');
    expect(text).toMatch(/R\.\s431-12.*R\.\s431-13/);
    expect(text).not.toMatch(/R\.\s431-15-1|téléservice ANEF|Attestation de prolongation/);
  });

  it('the articles about a complement are off until asked for', () => {
    expect(said(write('complement-cover', 'post', { values: { ...PERSON, complementOn: '2026-11-01' } }))).not.toMatch(
      ARTICLES,
    );
    expect(said(write('complement-cover', 'post', { values: { ...PERSON, citeComplement: 'yes' } }))).toMatch(
      /L\.\s114-5-1/,
    );
  });
});

describe('what is printed', () => {
  it('prints dots for what is missing, and names it', () => {
    const composed = compose('substitution-lrar', input('substitution-lrar', 'lrar', { values: {} }));
    expect(composed.warnings.find(({ code }) => code === 'missing-fields')?.fields).toEqual(
      expect.arrayContaining([
        'firstName',
        'lastName',
        'address',
        'email',
        'birthDate',
        'foreignerNumber',
        'prefectureAddress',
        'message',
      ]),
    );
    expect(said(write('substitution-lrar', 'lrar', { values: {} }))).toContain(
      'Date et lieu de naissance : …………, …………',
    );
    expect(codes(compose('substitution-lrar', input('substitution-lrar', 'lrar')).warnings)).toEqual([]);
  });

  it('never prints dots for what is optional, nor what cannot be read', () => {
    const text = said(write('substitution-lrar', 'lrar', withValues({ titleExpiry: '2026-02-30', heldTitle: '' })));
    expect(text).not.toContain('…………');
    expect(text).not.toMatch(/Document de séjour que je détiens|Ce document indique/);
    const composed = compose(
      'substitution-lrar',
      input('substitution-lrar', 'lrar', withValues({ titleExpiry: '2026-02-30' })),
    );
    expect(composed.warnings).toEqual([{ code: 'field-unreadable', fields: ['titleExpiry'] }]);
  });

  it('« aucun numéro attribué » takes the place of the number', () => {
    const text = said(
      write('substitution-lrar', 'lrar', withValues({ noForeignerNumber: 'yes', foreignerNumber: '' })),
    );
    expect(text).toContain('Numéro étranger : aucun numéro attribué');
    expect(text).not.toContain('…………');
  });

  it('groups the nineteen digits, whatever was typed between them', () => {
    for (const typed of ['9402202610301434894', '9402 2026 1030 1434894', '9402-20261030-1434894'])
      expect(raw(write('substitution-lrar', 'lrar', withValues({ requestNumber: typed })))).toContain(
        '9402\u00a020261030\u00a01434894',
      );
    expect(raw(write('substitution-lrar', 'lrar', withValues({ requestNumber: 'X-1234' })))).toContain('X-1234');
    expect(raw(write('substitution-lrar', 'lrar', withValues({ tracking: '1a12345678901' })))).toContain(
      'n°\u00a01A\u00a0123\u00a0456\u00a07890\u00a01',
    );
  });

  it('keeps names of every script, and addresses of three lines, as they were typed', () => {
    for (const name of [
      'نائلة المخترعة',
      'Наэль Выдуманная',
      '奈勒 虚构',
      'Nguyễn Thị Bịa',
      'ნაელი',
      'ናኤል',
      'אילנה',
      'O’Brien-Żółć',
    ])
      expect(said(write('substitution-lrar', 'lrar', withValues({ lastName: name })))).toContain(`Naëlle ${name}`);
    expect(said(write('pan-letter', 'post'))).toContain('Chez Mme Exemple\n12 rue Imaginaire\n00000 Nulleville\n');
  });

  it('tells an administration nothing of what was typed in the journal; a lawyer reads it', () => {
    expect(said(write('substitution-lrar', 'lrar'))).not.toContain('maladie');
    expect(said(write('appointment-request', 'mail'))).not.toContain('maladie');
    expect(said(write('transmission-note', 'sheet'))).toContain('« on m’a parlé de ma maladie »');
  });

  it('marks what nobody proves as « déclaratif »', () => {
    expect(said(write('substitution-lrar', 'lrar'))).toMatch(
      /Appel au centre de contact citoyens.*appel sans réponse \(12 min\) – déclaratif/,
    );
    expect(said(write('substitution-lrar', 'lrar'))).not.toMatch(/formulaire.*déclaratif/);
  });

  it('counts the characters of the form, and cuts nothing', () => {
    const short = compose('ccc-message', input('ccc-message', 'form'));
    expect(short.counter?.limit).toBe(1_000);
    expect(short.counter?.used).toBeLessThanOrEqual(1_000);
    const long = compose('ccc-message', input('ccc-message', 'form', withValues({ tried: 'x'.repeat(400) })));
    expect(long.counter?.used).toBe((short.counter?.used ?? 0) + 'J’ai déjà essayé : '.length + 400 + 2);
    expect(long.warnings).toEqual([{ code: 'message-too-long', count: (long.counter?.used ?? 0) - 1_000 }]);
    expect(said(write('ccc-message', 'form', withValues({ tried: 'x'.repeat(400) })))).toContain('x'.repeat(400));
    expect(compose('ccc-message', input('ccc-message', 'mail')).counter).toBeNull();
  });

  it('joins captures to the mail of the CCC, never to its form', () => {
    expect(write('ccc-message', 'mail').enclosures.length).toBeGreaterThan(0);
    expect(write('ccc-message', 'form').enclosures).toEqual([]);
  });

  it('puts a long table on its own sheet, and warns when the rest is more than two pages', () => {
    const many = [
      BLOCK,
      FORM,
      ...Array.from({ length: 12 }, (_, index) =>
        captureOf(index + 3, 'anef/title-not-collected', 'blocked', index + 2),
      ),
    ];
    const long = write('substitution-lrar', 'lrar', {}, many);
    expect(long.annex?.rows).toHaveLength(14);
    expect(said(long)).toContain('Le tableau « Démarches accomplies » (14 lignes) est joint à la fin.');
    expect(write('substitution-lrar', 'lrar').annex).toBeNull();
    const full = { ...EVERYTHING, ...PERSON, urgency: 'x'.repeat(900) };
    expect(codes(compose('substitution-lrar', input('substitution-lrar', 'lrar', { values: full })).warnings)).toEqual(
      [],
    );
    const wordy = { ...full, message: 'mot '.repeat(1_500) };
    expect(codes(compose('substitution-lrar', input('substitution-lrar', 'lrar', { values: wordy })).warnings)).toEqual(
      ['field-too-long', 'letter-too-long'],
    );
  });

  it('a complement without its documents is not made', () => {
    expect(codes(compose('complement-cover', input('complement-cover', 'post', { items: [] })).blocking)).toEqual([
      'no-items',
    ]);
  });

  it('refuses a medium that the letter does not have', () => {
    expect(() => compose('substitution-lrar', input('substitution-lrar', 'mail'))).toThrow(RangeError);
  });
});
