/** Lines, pièces, facts and first values: each comes from an entry, and says no more than it. */
import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/domain/entry';
import { citePieces, numberPieces } from '@/lib/domain/letter-pieces';
import { momentAt } from '@/lib/domain/moment';
import { chronologyOf, itemLines, pieceCandidates, printMoment } from '@/lib/letters/chronology';
import { factsOf } from '@/lib/letters/facts';
import { linesFor, suggestedValues } from '@/lib/letters/select';
import {
  capture,
  captureOf,
  entry,
  exchange,
  file,
  logged,
  note,
  outcome,
  removed,
  told,
} from '../domain/checklist-support';
import { JOURNAL, label } from './support';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('lines', () => {
  it('tell the journal in order, each from one entry', () => {
    const lines = chronologyOf([...JOURNAL].reverse(), label);
    expect(lines.map(({ seq }) => seq)).toEqual([1, 2, 3, 5, 6]);
    expect(lines.map(({ result }) => plain(result))).toEqual([
      'démarche bloquée',
      '',
      'réponse automatique (05/11/2026)',
      'appel sans réponse (12 min)',
      'démarche bloquée',
    ]);
    expect(lines.map(({ declared }) => declared)).toEqual([false, false, false, true, false]);
  });

  it('keep all that happened to a letter: its number, its receipt, its answer, each with its day', () => {
    const journal = [
      exchange(1, 'LRAR', 0, { reference: '1A 123 456 7890 1' }),
      outcome(2, 1, 'NONE', 3, { milestone: 'delivered', files: [file] }),
      outcome(3, 1, 'REFUSED', 20),
    ];
    const [line] = chronologyOf(journal, label);
    expect(line?.event).toBe('Lettre recommandée avec avis de réception à la préfecture, n° 1A 123 456 7890 1');
    expect(line?.result).toBe('accusé de réception (05/11/2026) ; réponse négative (22/11/2026)');
    expect(line?.proof).toEqual([1, 2]);
  });

  it('« pas de réponse à ce jour » only for what was sent and has no answer', () => {
    expect(chronologyOf([exchange(1, 'PREF_MAIL')], label)[0]?.result).toBe('pas de réponse à ce jour');
    expect(chronologyOf([exchange(1, 'PREF_MAIL', 0, { direction: 'received' })], label)[0]).toMatchObject({
      event: 'Courriel reçu de la préfecture',
      result: '',
    });
  });

  it('lose the pièce of a capture whose files were removed, not the fact', () => {
    const [line] = chronologyOf([captureOf(1, 'anef/x', 'blocked'), removed(2, 1)], label);
    expect(line?.proof).toEqual([]);
    expect(pieceCandidates([captureOf(1, 'anef/x', 'blocked'), removed(2, 1)], label)).toEqual([]);
  });

  it('print the hour of the place: the day does not move with the reader', () => {
    const late = Date.parse('2026-12-31T23:30:00Z');
    expect(plain(printMoment(momentAt(late)))).toBe('01/01/2027 à 00 h 30');
    expect(plain(printMoment(momentAt(late, 'America/Cayenne')))).toBe('31/12/2026 à 20 h 30');
  });

  it('say that a page was drawn again, and name a page that nobody knows by its host', () => {
    const [line] = chronologyOf([capture(1, null, 0, { method: 'rerendered' })], label);
    expect(line).toMatchObject({ event: 'Capture d’écran : exemple.fr', result: 'rendu reconstitué' });
  });
});

describe('what goes into a letter', () => {
  const journal = [...JOURNAL, note(7, 'ma vie privée'), logged(8, 'blocked', 10)];

  it('for an administration: the block and the exchanges; for a lawyer: everything', () => {
    const lines = chronologyOf(journal, label);
    expect(linesFor('substitution-lrar', lines).map(({ seq }) => seq)).toEqual([1, 3, 5, 6]);
    expect(linesFor('transmission-note', lines)).toEqual(lines);
    expect(linesFor('mandate', lines)).toEqual([]);
  });

  it('facts are counted, never judged', () => {
    const lines = chronologyOf(journal, label);
    const pieces = numberPieces(pieceCandidates(journal, label));
    expect(factsOf(lines, pieces)).toMatchObject({
      firstBlockOn: '02/11/2026',
      blockPieces: 'pièces n°\u00a01 et 4',
      cccDates: 'le 04/11/2026 et le 06/11/2026',
      cccReferences: 'REF-77',
      cccResult: 'réponse automatique',
      cccAnswered: null,
      attestedOn: null,
    });
    expect(Object.values(factsOf([], [])).every((fact) => fact === null)).toBe(true);
  });

  it('an automatic reply noted after an answer takes nothing back from the letter either', () => {
    const attested = [exchange(3, 'CCC_FORM', 2), outcome(4, 3, 'IMPOSSIBILITY_ATTESTED', 3)];
    const day = (entries: readonly Entry[]) => factsOf(chronologyOf(entries, label), [])['attestedOn'];
    expect(day([...attested, outcome(5, 3, 'AUTO_REPLY', 4)])).toBe('05/11/2026');
    expect(day([...attested, outcome(5, 3, 'NONE', 4)])).toBeNull();
  });

  it('the attempts on an appointment module are summed up with their days', () => {
    const slots = [0, 0, 3].map((day, index) => captureOf(index + 1, 'rdv-prefecture/no-slot', 'blocked', day));
    const lines = chronologyOf(slots, label);
    expect(factsOf(lines, numberPieces(pieceCandidates(slots, label)))).toMatchObject({
      slotSummary: '3 captures du 02/11/2026 au 05/11/2026, sur 2 jours',
      slotPieces: 'pièces n°\u00a01 à 3',
    });
  });

  it('numbers are said as people say them', () => {
    expect([[], [3], [1, 2], [4, 1, 2, 3, 7]].map(citePieces).map((text) => text && plain(text))).toEqual([
      null,
      'pièce n° 3',
      'pièces n° 1 et 2',
      'pièces n° 1 à 4 et 7',
    ]);
  });

  it('first values are those that the journal gives, and no other', () => {
    const values = suggestedValues('substitution-lrar', [
      captureOf(1, 'anef/x', 'blocked', 0),
      capture(2, 'blocked', 5, { extracted: { message: 'Titre non remis' }, url: 'https://exemple.fr/#/y' }),
      told(3, { title: 'renouvellement', department: '93', dates: { titleExpiry: '2026-12-31' } }),
    ]);
    expect(values).toEqual({
      procedure: 'renouvellement',
      titleExpiry: '2026-12-31',
      prefecture: 'Préfecture – Seine-Saint-Denis',
      page: 'https://exemple.fr/#/y',
      seenAt: '2026-11-07T10:00',
      message: 'Titre non remis',
    });
    expect(suggestedValues('substitution-lrar', [])).toEqual({});
    expect(suggestedValues('call-sheet', [])).toEqual({ calledNumber: '0 806 001 620' });
  });

  it('the documents of a complement come with the person’s own answers', () => {
    const data = entry(1, 'complement', {
      request: 'r1',
      items: [
        {
          id: 'a',
          label: 'Relevé de notes',
          problem: 'missing',
          observation: 'dernier semestre',
          answer: 'cannot',
          words: 'l’école n’en délivre pas',
        },
        {
          ...{ id: 'b', label: 'Passeport', problem: 'mismatch' },
          file: { name: 'passeport.pdf', bytes: 1, sha256: 'c'.repeat(64) },
        },
      ],
      files: [],
      captures: [],
    });
    expect(data.kind === 'complement' && itemLines(data.data.items)).toEqual([
      {
        label: 'Relevé de notes',
        problem: 'manquant – « dernier semestre »',
        answer: 'impossible à fournir – l’école n’en délivre pas',
        file: '',
      },
      { label: 'Passeport', problem: 'ne correspond pas', answer: '…………', file: 'passeport.pdf' },
    ]);
  });
});
