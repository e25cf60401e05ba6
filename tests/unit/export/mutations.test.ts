/**
 * Never « intègre » on altered content, never anything else on intact content. `MUTATIONS=10000 npm run unit --
 * tests/unit/export/mutations.test.ts` tries ten thousand; CI tries fewer.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TIME_STAMP_TYPE } from '@/lib/domain/time-stamp';
import { exportDossier } from '@/lib/export/bag';
import { verifyExport } from '@/lib/export/verify';
import { bytesSource } from '@/lib/export/zip-reader';
import { Authority } from './authority';
import { careless, damaged, forged, type Mutation, repacked } from './mutations';
import { forgedPack, type PictureData, picturesIn } from './pack-mutations';
import { packedJournal, packedOptions } from './pack-sample';
import { type Files, filesOf, problems } from './rebag';

const RUNS = Number(process.env['MUTATIONS'] ?? 800);
const TIMEOUT = 60_000 + RUNS * 100;

let files: Files;
let pictures: readonly PictureData[];
let authority: Authority;
beforeAll(async () => {
  authority = new Authority();
  const journal = await packedJournal();
  const last = journal.lines.at(-1);
  const hash = last?.entry?.hash ?? '';
  const token = { ...(await journal.blob(authority.answer(hash), TIME_STAMP_TYPE)), type: TIME_STAMP_TYPE } as const;
  const target = last?.seq ?? 0;
  await journal.add('stamped', {
    target,
    hash,
    token,
    url: 'https://horodatage.exemple.invalid/',
    authority: 'Inventée',
  });
  files = await filesOf((await exportDossier(await packedOptions(journal))).blob);
  pictures = await picturesIn(files);
}, 60_000);
afterAll(() => authority.close());

/** The arbitraries need the files, which come before the tests. */
async function always(
  mutations: (files: Files) => fc.Arbitrary<Mutation>,
  share: number,
  check: (mutation: Mutation, zip: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<void> {
  const property = fc.asyncProperty(mutations(files), async (mutation) => check(mutation, await mutation.zip(files)));
  await fc.assert(property, { numRuns: Math.ceil(RUNS * share) });
}

async function neverGreen({ name }: Mutation, zip: Uint8Array<ArrayBuffer>): Promise<void> {
  const result = await verifyExport(bytesSource(zip));
  expect(result.verdict, name).not.toBe('intact');
  expect(problems(result).length, name).toBeGreaterThan(0);
}

/** Green if and only if each file still has its bytes. */
async function greenOnlyIfWhole({ name }: Mutation, zip: Uint8Array<ArrayBuffer>): Promise<void> {
  const { verdict } = await verifyExport(bytesSource(zip));
  if (verdict !== 'intact') return;
  const now = await filesOf(new Blob([zip]));
  expect([...now.keys()].sort(), name).toEqual([...files.keys()].sort());
  for (const [path, bytes] of now) {
    expect(Buffer.from(bytes).equals(Buffer.from(files.get(path) ?? [])), `${name}: ${path}`).toBe(true);
  }
}

async function green({ name }: Mutation, zip: Uint8Array<ArrayBuffer>): Promise<void> {
  const result = await verifyExport(bytesSource(zip));
  expect([result.verdict, problems(result), result.dated.length], name).toEqual(['intact', [], 1]);
}

describe(`random changes of a bag (${RUNS})`, () => {
  it(
    'a file changed, cut, removed, added, doubled, renamed: never green',
    () => always(careless, 0.3, neverGreen),
    TIMEOUT,
  );

  it('the same with every manifest written again: never green', () => always(forged, 0.25, neverGreen), TIMEOUT);

  it(
    'a PDF, its pictures or the list of pièces, with the list and every manifest written again: never green',
    () => always((bag) => forgedPack(bag, pictures), 0.2, neverGreen),
    TIMEOUT,
  );

  it('the ZIP damaged: green only if every file is whole', () => always(damaged, 0.125, greenOnlyIfWhole), TIMEOUT);

  it('packed again by other means: always green', () => always(repacked, 0.125, green), TIMEOUT);
});
