/** Which pièces, which numbers, which files: the rules of the plan on small dossiers. */
import { describe, expect, it } from 'vitest';
import { MAX_PIECE_BYTES } from '@/lib/domain/pack-types';
import { at, campaign, Dossier, s003 } from './support';

const page = { site: 'anef', page: 'maintenance', outcome: 'down' } as const;
const day = (n: number): string => `2026-11-${String(n).padStart(2, '0')}T09:00:00.000Z`;

function visits(count: number): Dossier {
  const dossier = new Dossier();
  for (let n = 1; n <= count; n += 1) dossier.capture(page, day(n));
  return dossier;
}
const ids = (plan: ReturnType<Dossier['plan']>) => plan.pieces.map(({ id }) => id);
const numbers = (plan: ReturnType<Dossier['plan']>) => plan.pieces.map(({ number, id }) => `${number}:${id}`);

describe('what is a pièce', () => {
  it('three captures stand alone, four are a series', () => {
    expect(ids(visits(3).plan())).toEqual(['e1', 'e2', 'e3']);
    const [series] = visits(4).plan().pieces;
    expect(series).toMatchObject({
      id: 's:anef/maintenance',
      kind: 'series',
      seqs: [1, 2, 3, 4],
      from: '2026-11-01',
      to: '2026-11-04',
    });
  });

  it('a series taken apart, and captures put together by hand', () => {
    expect(ids(visits(4).plan({ apart: ['s:anef/maintenance'] }))).toEqual(['e1', 'e2', 'e3', 'e4']);
    expect(ids(visits(3).plan({ together: [[3, 1, 99]] }))).toEqual(['m:1', 'e2']);
    // What is left of the series is still one.
    expect(ids(visits(6).plan({ together: [[1, 2]] }))).toEqual(['m:1', 's:anef/maintenance']);
  });

  it('a re-rendering is no picture of the screen: never in the same series', () => {
    const dossier = visits(4);
    for (let n = 5; n <= 8; n += 1) dossier.capture(page, day(n), { method: 'rerendered' });
    const plan = dossier.plan();
    expect(plan.pieces.map(({ seqs }) => seqs)).toEqual([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ]);
    expect(plan.pieces[1]?.label).toMatch(/^Rendus reconstitués \(4\) .*dessinés d’après la structure de la page/);
  });

  it('pages that no row knows are one series by address', () => {
    const dossier = new Dossier();
    for (let n = 1; n <= 4; n += 1) dossier.capture(null, day(n), { url: 'https://exemple.gouv.fr/a' });
    for (let n = 5; n <= 6; n += 1) dossier.capture(null, day(n), { url: 'https://exemple.gouv.fr/b' });
    expect(dossier.plan().pieces.map(({ seqs }) => seqs)).toEqual([[1, 2, 3, 4], [5], [6]]);
  });

  it('neither removed files, nor failures, nor drafts of letters', () => {
    const dossier = visits(2);
    dossier.letter([1], day(3), false);
    dossier.remove(2);
    expect(ids(dossier.plan())).toEqual(['e1']);
  });

  it('a letter that was sent, at the day of its sending, byte for byte', () => {
    const dossier = visits(1);
    dossier.letter([], day(2));
    const letter = dossier.plan().pieces[1];
    expect(letter).toMatchObject({ id: 'e2', kind: 'letter', from: '2026-11-02' });
    expect(letter?.volumes[0]?.estimate).toBe(40_000);
  });

  it('one pièce a file, unless a sent letter cites the entry: then one number for all of them', () => {
    const files = (dossier: Dossier) => [dossier.file('a.pdf', 'application/pdf'), dossier.file('b.png', 'image/png')];
    const free = new Dossier();
    free.exchange('PREF_MAIL', day(1), { files: files(free) });
    expect(free.plan().pieces.map(({ id, kind, label }) => [id, kind, /fichier \d sur 2/.exec(label)?.[0]])).toEqual([
      ['e1', 'pdf', 'fichier 1 sur 2'],
      ['e1-2', 'picture', 'fichier 2 sur 2'],
    ]);
    free.letter([1], day(2));
    const [piece] = free.plan().pieces;
    expect(piece).toMatchObject({ id: 'e1', number: 1, frozen: true });
    expect(piece?.volumes.map(({ kind, part }) => [kind, part?.index])).toEqual([
      ['pdf', 1],
      ['picture', 2],
    ]);
  });

  it('the files of a complement request told twice are pièces once', () => {
    const dossier = new Dossier();
    const told = (names: readonly string[]) =>
      dossier.add(
        'complement',
        { request: 'r', items: [], files: names.map((name) => dossier.file(name, 'application/pdf')), captures: [] },
        at(day(dossier.entries.length + 1)),
      );
    told(['a']);
    told(['a', 'b']);
    expect(dossier.plan().pieces.map(({ seqs, sources }) => [seqs, sources.length])).toEqual([
      [[1], 1],
      [[2], 1],
    ]);
  });

  it('shows the masked copy, without the picture nor the text that it hides', () => {
    const dossier = visits(1);
    const copy = { sha256: 'c'.repeat(64), bytes: 9, type: 'image/png' as const, width: 1280, height: 800 };
    const entry = dossier.entries[0]?.entry;
    const source = entry?.kind === 'capture' ? (entry.data.stamped?.sha256 ?? '') : '';
    dossier.add(
      'redacted',
      {
        target: 1,
        hash: 'a'.repeat(64),
        source: { role: 'stamped', sha256: source, width: 1280, height: 800 },
        copy,
        boxes: [{ x: 0, y: 0, width: 9, height: 9 }],
        originalInPack: true,
      },
      at(day(2)),
    );
    const [piece] = dossier.plan().pieces;
    expect(piece?.seqs).toEqual([1]);
    expect(piece?.sources.map(({ sha256, role }) => [sha256, role])).toEqual([[copy.sha256, 'redacted']]);
    expect(piece?.label).toContain('copie avec parties masquées');
  });

  it('makes none for « captures »', () => {
    expect(s003().plan({ profile: 'captures' })).toMatchObject({ pieces: [], left: [] });
  });
});

describe('numbers', () => {
  it('by heading, as asked inside a heading, then by date; from where it is asked', () => {
    const plan = visits(3).plan({
      groups: { e3: 'identity' },
      order: ['e2'],
      startAt: 4,
      labels: { e1: ' Un libellé ' },
    });
    expect(numbers(plan)).toEqual(['4:e3', '5:e2', '6:e1']);
    expect(plan.pieces[2]?.label).toBe('Un libellé');
  });

  it('those of a sent letter stay, whatever is chosen', () => {
    const dossier = visits(6);
    dossier.letter([2, 5], day(10));
    const plan = dossier.plan({
      startAt: 9,
      groups: { e5: 'identity', e7: 'identity' },
      together: [[2, 5, 6]],
      order: ['e5'],
    });
    expect(plan.pieces.filter(({ frozen }) => frozen).map(({ number, seqs }) => [number, seqs])).toEqual([
      [1, [2]],
      [2, [5]],
    ]);
    expect(plan.pieces.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(plan.frozenBy).toEqual([7]);
    expect(plan.pieces.find(({ id }) => id === 's:anef/maintenance')?.seqs).toEqual([1, 3, 4, 6]);
  });

  it('a cited pièce that was removed, lost or left out leaves its number empty', () => {
    const dossier = visits(4);
    dossier.letter([1, 2, 3], day(10));
    dossier.remove(2);
    const plan = dossier.plan({ left: ['e3'] });
    expect(numbers(plan)).toEqual(['1:e1', '4:e4', '5:e5']);
    expect(plan.gaps).toMatchObject([
      { number: 2, seq: 2, why: 'removed' },
      { number: 3, seq: 3, why: 'left' },
    ]);
    expect(plan.left).toMatchObject([{ id: 'e3', frozen: true }]);
  });

  it('the first letter sent wins, not the first written; a later one keeps what contradicts nothing', () => {
    const dossier = visits(3);
    const draft = dossier.letter([3, 2, 1], day(4), false);
    const first = dossier.letter([1, 2], day(5));
    const exchange = dossier.exchange('LRAR', day(6));
    dossier.add('letter-sent', { letter: draft, exchange }, at(day(6)));
    const plan = dossier.plan();
    expect(plan.pieces.slice(0, 3).map(({ number, seqs, frozen }) => [number, seqs[0], frozen])).toEqual([
      [1, 1, true],
      [2, 2, true],
      [3, 3, false],
    ]);
    expect(plan.frozenBy).toEqual([first, draft]);
  });
});

describe('files', () => {
  it('cuts 228 captures under the limit, each with its part', () => {
    const [series, mail] = campaign().plan().pieces;
    expect(series?.label.replaceAll('\u00a0', ' ')).toBe(
      'Captures d’écran (228) du module national de rendez-vous en préfecture – Aucun créneau disponible – du 2 juin au 6 octobre 2026 – prises par l’intéressé(e) ou pour son compte',
    );
    expect(series?.volumes.map(({ path, seqs }) => [path, seqs.length])).toEqual(
      [59, 59, 59, 51].map((length, index) => [
        `data/pieces/01_captures-rdv-prefecture-aucun-creneau-disponible_2026-06-02_${index + 1}sur4.pdf`,
        length,
      ]),
    );
    expect(Math.max(...(series?.volumes ?? []).map(({ estimate }) => estimate))).toBeLessThanOrEqual(MAX_PIECE_BYTES);
    expect(mail?.volumes[0]?.path).toBe('data/pieces/02_courriel-prefecture_2026-09-01.pdf');
  });

  it('attaches the original to a capture alone, if the file stays under the limit and the profile asks', () => {
    const roles = (bytes: number, profile: 'whole' | 'citizen') => {
      const dossier = new Dossier();
      dossier.capture(page, day(1), {}, bytes);
      return dossier.plan({ profile }).pieces[0]?.volumes[0]?.sources.map(({ role }) => role);
    };
    expect(roles(1_000, 'whole')).toEqual(['stamped', 'original', 'reading']);
    expect(roles(16_000_000, 'whole')).toEqual(['stamped', 'reading']);
    expect(roles(1_000, 'citizen')).toEqual(['stamped', 'reading']);
  });

  it('has as many digits everywhere as the last number needs', () => {
    const dossier = visits(12);
    const plan = dossier.plan({ apart: ['s:anef/maintenance'], startAt: 95 });
    expect(plan.pieces[0]?.volumes[0]?.path).toMatch(/\/095_/);
  });

  it('gives the eight pièces of S003 in the order of their dates', () => {
    expect(
      s003()
        .plan()
        .pieces.map(({ volumes }) => volumes[0]?.path.slice('data/pieces/'.length)),
    ).toEqual([
      '01_document_2024-01-15.pdf',
      '02_capture-prefecture-page-qui-indique-la-voie-a-suivre-ccc_2026-11-02.pdf',
      '03_capture-anef-creation-de-compte-refusee-informations-incorrectes_2026-11-02.pdf',
      '04_capture-anef-depot-impossible-titre-precedent-non-remis_2026-11-03.pdf',
      '05_capture-anef-message-envoye-par-nous-contacter_2026-11-04.pdf',
      '06_reponse-automatique_2026-11-04.pdf',
      '07_message_2026-11-05.pdf',
      '08_journal-appels_2026-11-05.pdf',
      '09_capture-demarche-numerique-dossier-classe-sans-suite_2026-11-09.pdf',
    ]);
  });
});
