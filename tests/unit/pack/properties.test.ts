/** The plan on any journal and any choices: nothing lost, nothing twice, numbers continuous, names valid, cited numbers kept. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAPTURE_METHODS, CHANNELS } from '@/lib/domain/entry';
import { IMPORT_SHOWS } from '@/lib/domain/imported';
import {
  MAX_PIECE_BYTES,
  PACK,
  PACK_GROUPS,
  PACK_PROFILES,
  type PackChoices,
  type PackPlan,
  packChoicesSchema,
} from '@/lib/domain/pack-types';
import { packDocuments, packListBytes } from '@/lib/pack/documents';
import type { MadeFile, PackDocument } from '@/lib/pack/documents/document';
import { packList } from '@/lib/pack/list';
import { SITES } from '@/lib/pages';
import { BARE, NEVER } from '../support/never-say';
import { at, Dossier, sha } from './support';

const NAMES = ['Élodie Fictive', 'نادية مثال', 'Надя Пример', '王小明', 'ნინო', 'அருள்', 'রহিম', 'ሰላም'];
/** Typed words and file names with a mark that must never reach a label or a path of ours. */
const MARK = 'Zzyxnom';
const person = fc.constantFrom(...NAMES).map((name) => `${name} ${MARK}`);
const rows = SITES.flatMap((site) => site.rows);
const page = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...rows.slice(0, 6)) },
  { weight: 2, arbitrary: fc.constantFrom(...rows) },
);
const minute = fc
  .integer({ min: 0, max: 500_000 })
  .map((n) => new Date(Date.parse('2026-01-01T00:00:00.000Z') + n * 60_000).toISOString());
const bytes = fc.oneof(fc.integer({ min: 1, max: 400_000 }), fc.integer({ min: 5_000_000, max: 20_000_000 }));

type Step = (dossier: Dossier) => unknown;
const type = fc.constantFrom(
  'image/png',
  'application/pdf',
  'message/rfc822',
  'text/plain',
  'application/zip',
  'image/heic',
);
const files = (dossier: Dossier, kinds: readonly string[], name: string) =>
  kinds.map((kind, index) => dossier.file(`${name} ${dossier.entries.length} ${index}`, kind));
const any = (dossier: Dossier, n: number): number =>
  dossier.entries.length === 0 ? 1 : (n % dossier.entries.length) + 1;

const capture = fc.tuple(page, minute, bytes, fc.constantFrom(...CAPTURE_METHODS), fc.boolean(), fc.boolean()).map(
  ([row, when, size, method, known, stamped]): Step =>
    (dossier) => {
      const [site = '', name = ''] = row.id.split('/');
      return dossier.capture(
        known ? { site, page: name, outcome: row.outcome } : null,
        when,
        { method, url: `https://exemple.gouv.fr/${site}`, ...(stamped ? {} : { stamped: null }) },
        size,
      );
    },
);
const exchange = fc.tuple(fc.constantFrom(...CHANNELS), minute, fc.array(type, { maxLength: 3 }), person).map(
  ([channel, when, kinds, name]): Step =>
    (dossier) =>
      dossier.exchange(channel, when, { files: files(dossier, kinds, name), words: name }),
);
const imported = fc.tuple(type, minute, fc.constantFrom(...IMPORT_SHOWS), person, fc.nat()).map(
  ([kind, when, shows, name, about]): Step =>
    (dossier) => {
      const [file] = files(dossier, [kind], name);
      return file && dossier.imported(file, when, { shows, words: name, about: any(dossier, about) });
    },
);
const letter = fc.tuple(fc.uniqueArray(fc.nat({ max: 60 }), { maxLength: 6 }), minute, fc.boolean()).map(
  ([cited, when, sent]): Step =>
    (dossier) =>
      dossier.letter([...new Set(cited.map((n) => any(dossier, n)))], when, sent),
);
const complement = fc
  .tuple(fc.constantFrom('r1', 'r2'), fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }))
  .map(
    ([request, names]): Step =>
      (dossier) =>
        dossier.add(
          'complement',
          {
            request,
            items: [],
            files: [...new Set(names)].map((name) => dossier.file(`${request} ${name}`, 'application/pdf')),
            captures: [],
          },
          at('2026-11-01T08:00:00.000Z'),
        ),
  );
const removal = fc.nat().map(
  (n): Step =>
    (dossier) =>
      dossier.remove(any(dossier, n)),
);
const step = fc.oneof(
  { weight: 12, arbitrary: capture },
  { weight: 3, arbitrary: exchange },
  { weight: 3, arbitrary: imported },
  { weight: 1, arbitrary: letter },
  { weight: 1, arbitrary: complement },
  { weight: 1, arbitrary: removal },
);
const dossiers = fc.array(step, { maxLength: 45 }).map((steps) => {
  const dossier = new Dossier();
  for (const one of steps) one(dossier);
  return dossier;
});

const id = fc.oneof(
  fc.nat({ max: 45 }).map((n) => `e${n}`),
  fc.nat({ max: 45 }).map((n) => `e${n}-2`),
  fc.constantFrom(...rows.slice(0, 6)).map((row) => `s:${row.id}`),
  fc.constantFrom('toString', '__proto__', 'constructor'),
);
const choices: fc.Arbitrary<PackChoices> = fc.record({
  profile: fc.constantFrom(...PACK_PROFILES.filter((one) => one !== 'captures')),
  startAt: fc.integer({ min: 1, max: 9_000 }),
  order: fc.uniqueArray(id, { maxLength: 20 }),
  left: fc.uniqueArray(id, { maxLength: 8 }),
  labels: fc.dictionary(id, fc.constantFrom('Un libellé choisi', '  ', 'Autre'), { maxKeys: 5 }),
  groups: fc.dictionary(id, fc.constantFrom(...PACK_GROUPS), { maxKeys: 8 }),
  apart: fc.uniqueArray(id, { maxLength: 4 }),
  together: fc.array(fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 6 }), { maxLength: 3 }),
  withMetadata: fc.boolean(),
});

const RUNS = { numRuns: 120 };
const made = (plan: PackPlan): MadeFile[] =>
  plan.pieces.flatMap(({ volumes }) =>
    volumes.map(({ path, estimate, sources }, index) => ({
      path,
      sha256: sha(path),
      bytes: estimate,
      pages: index % 2 === 0 ? 3 : null,
      shows: sources.map(({ seq, sha256 }) => ({ seq, sha256, as: 'named' as const })),
    })),
  );
const each = (check: (dossier: Dossier, chosen: PackChoices, plan: PackPlan) => void): void =>
  fc.assert(
    fc.property(dossiers, choices, (dossier, drawn) => {
      const chosen = packChoicesSchema.parse(drawn);
      check(dossier, chosen, dossier.plan(chosen));
    }),
    RUNS,
  );

describe('any plan', () => {
  it('has every file that can be a pièce exactly once, in a pièce or left out', () => {
    each((dossier, _chosen, plan) => {
      const sent = new Set(
        dossier.entries.flatMap(({ entry }) => (entry?.kind === 'letter-sent' ? [entry.data.letter] : [])),
      );
      const drafts = new Set(
        dossier.entries
          .filter(({ entry, seq }) => entry?.kind === 'letter-generated' && !sent.has(seq))
          .map(({ seq }) => seq),
      );
      const complements = new Set(
        dossier.entries.filter(({ entry }) => entry?.kind === 'complement').map(({ seq }) => seq),
      );
      // A complement's file is known by its bytes: the request is told whole each time.
      const key = ({ seq, path, sha256 }: { seq: number; path: string; sha256: string }) =>
        complements.has(seq) ? sha256 : path;
      const expected = dossier
        .files()
        .present.filter(({ seq }) => !drafts.has(seq))
        .map(key);
      const found = [...plan.pieces, ...plan.left].flatMap(({ sources }) => sources.map(key));
      expect(found.toSorted()).toEqual([...new Set(expected)].toSorted());
    });
  });

  it('numbers without a gap from where it starts, but for the numbers that a sent letter cites', () => {
    each((_dossier, chosen, plan) => {
      const all = [...plan.pieces, ...plan.gaps].map(({ number }) => number).toSorted((one, other) => one - other);
      const first = plan.frozenBy.length > 0 ? 1 : chosen.startAt;
      expect(all).toEqual(all.map((_, index) => first + index));
      if (plan.frozenBy.length === 0) expect(plan.gaps).toEqual([]);
      expect(plan.pieces.map(({ number }) => number)).toEqual(
        plan.pieces.map(({ number }) => number).toSorted((one, other) => one - other),
      );
    });
  });

  it('keeps the first letter’s numbers under any choices', () => {
    each((dossier, _chosen, plan) => {
      const first = dossier.entries.find(({ entry }) => entry?.kind === 'letter-sent')?.entry;
      const written = dossier.entries.find(
        ({ entry, seq }) =>
          entry?.kind === 'letter-generated' && first?.kind === 'letter-sent' && seq === first.data.letter,
      )?.entry;
      if (written?.kind !== 'letter-generated') return;
      for (const { number, seq } of written.data.pieces) {
        const holder = plan.pieces.find((piece) => piece.number === number);
        if (holder) expect(holder).toMatchObject({ seqs: [seq], frozen: true });
        else expect(plan.gaps).toContainEqual(expect.objectContaining({ number, seq }));
      }
    });
  });

  it('names files as a court takes them, each once, with no word of a person', () => {
    each((_dossier, _chosen, plan) => {
      const paths = plan.pieces.flatMap(({ volumes }) => volumes.map(({ path }) => path));
      expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
      for (const { number, volumes } of plan.pieces) {
        for (const { path, part } of volumes) {
          const stem = path.slice(PACK.folder.length, -'.pdf'.length);
          expect(path).toBe(`${PACK.folder}${stem}.pdf`);
          expect(stem).toMatch(/^\d{2,4}_[a-z0-9-]+_\d{4}-\d\d-\d\d(?:_\d+sur\d+)?$/);
          expect(stem.length).toBeLessThanOrEqual(80);
          expect(Number.parseInt(stem, 10)).toBe(number);
          expect(part === null).toBe(volumes.length === 1);
        }
      }
      expect(JSON.stringify([plan.pieces, plan.left])).not.toContain(MARK);
    });
  });

  it('cuts series under the limit, but for a picture that passes it alone', () => {
    each((_dossier, _chosen, plan) => {
      for (const { kind, volumes, seqs } of plan.pieces) {
        for (const { estimate, seqs: held } of volumes)
          if (held.length > 1) expect(estimate).toBeLessThanOrEqual(MAX_PIECE_BYTES);
        if (kind === 'series') expect(volumes.flatMap((one) => one.seqs)).toEqual(seqs);
      }
    });
  });

  it('is the same twice; a label, a heading or an order never changes which files there are', () => {
    each((dossier, chosen, plan) => {
      expect(dossier.plan(chosen)).toEqual(plan);
      const bare = dossier.plan({ ...chosen, labels: {}, groups: {}, order: [] });
      expect(plan.pieces.map((piece) => piece.id).toSorted()).toEqual(bare.pieces.map((piece) => piece.id).toSorted());
      expect(plan.left.map((piece) => piece.id).toSorted()).toEqual(bare.left.map((piece) => piece.id).toSorted());
    });
  });
});

const textOf = (document: PackDocument): string =>
  [document.title, document.footer ?? '', ...linesIn(document)].join('\n').replaceAll('\u00a0', ' ');
function linesIn({ blocks }: PackDocument): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.kind === 'frame') return [block.title, ...block.rows];
    if (block.kind === 'table') return [block.caption, ...block.head, ...block.rows.flat().map(join)];
    if (block.kind === 'list') return block.items.map(join);
    if (block.kind === 'form') return block.rows.map(({ label, value }) => `${label} ${join(value)}`);
    return [join(block.line)];
  });
}
const join = (line: readonly { readonly text: string }[]): string => line.map(({ text }) => text).join('');

describe('any documents', () => {
  const documents = (dossier: Dossier, plan: PackPlan): readonly PackDocument[] =>
    packDocuments({
      plan,
      entries: dossier.entries,
      absent: dossier.files().absent,
      kept: [],
      made: made(plan),
      now: at('2026-11-22T08:00:00.000Z'),
    });

  it('list each file once, in the order of the numbers', () => {
    each((dossier, _chosen, plan) => {
      const inventory = documents(dossier, plan).find((one) => one.id === 'inventory');
      const listed = (inventory?.blocks ?? []).flatMap((block) =>
        block.kind === 'table' && block.head.length === 5
          ? block.rows.map((row) => [join(row[0] ?? []), join(row[4] ?? [])])
          : [],
      );
      const expected = plan.pieces.flatMap(({ number, volumes }) =>
        volumes.map(({ path, part }) => [
          part ? `${number} (${part.index} sur ${part.of})` : `${number}`,
          path.slice(PACK.folder.length),
        ]),
      );
      expect(listed).toEqual(expected);
      expect(packList(plan, made(plan)).pieces.flatMap((piece) => piece.files.map(({ path }) => path))).toEqual(
        plan.pieces.flatMap(({ volumes }) => volumes.map(({ path }) => path)),
      );
    });
  });

  it('say nothing of what the tool must never say', () => {
    each((dossier, _chosen, plan) => {
      for (const document of documents(dossier, plan)) {
        const text = textOf(document);
        for (const [pattern] of NEVER.fr) expect(text).not.toMatch(pattern);
        expect(text).not.toMatch(BARE);
        expect(text).not.toMatch(/\bconstats?\b|carnet de démarches/i);
      }
    });
  });

  it('print the words that a person typed for who helps, never in what is filed alone', () => {
    each((dossier, chosen, plan) => {
      const typed = documents(dossier, plan).some((document) => textOf(document).includes(MARK));
      if (chosen.profile === 'citizen') expect(typed).toBe(false);
    });
  });
});

it('the list refuses a pack that is not whole', () => {
  const dossier = new Dossier();
  dossier.capture(null, '2026-11-01T08:00:00.000Z');
  const plan = dossier.plan();
  expect(() => packList(plan, [])).toThrow(RangeError);
  expect(() => packList(plan, [...made(plan), { path: 'x', sha256: sha('x'), bytes: 1, pages: 1, shows: [] }])).toThrow(
    RangeError,
  );
  expect(new TextDecoder().decode(packListBytes({ plan, made: made(plan) }))).toMatch(/^\{"pieces":.*"v":1\}\n$/);
});
