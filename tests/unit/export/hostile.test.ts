/** Hostile ZIPs and journals: each refused or named by a clear sentence, in bounded memory and time, and nothing is written. */
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '@/lib/domain/canonical';
import { hashOf } from '@/lib/domain/chain';
import { BAG } from '@/lib/domain/export-plan';
import { exportDossier } from '@/lib/export/bag';
import { verifyExport } from '@/lib/export/verify';
import { verifyText } from '@/lib/export/verify-text';
import type { Verification } from '@/lib/export/verify-types';
import { bytesSource } from '@/lib/export/zip-reader';
import { LOCALES, translator } from '@/lib/locales';
import { type RawEntry, rawZip } from './raw-zip';
import { type Files, filesOf, problems, remanifest, text, utf8, verifyFiles } from './rebag';
import { sampleJournal } from './sample';

let files: Files;
beforeAll(async () => {
  files = await filesOf((await exportDossier((await sampleJournal()).options())).blob);
});

const raw = (more: readonly RawEntry[] = []): RawEntry[] => [
  ...[...files].map(([name, bytes]) => ({ name, bytes })),
  ...more,
];
const verifyRaw = (entries: readonly RawEntry[], count?: number): Promise<Verification> =>
  verifyExport(bytesSource(rawZip(entries, count === undefined ? {} : { count })));

/** Every line has a sentence in each language, without a hole, and without a control character. */
function expectSentences(result: Verification): void {
  for (const locale of LOCALES) {
    for (const line of result.lines) {
      expect(verifyText(line, translator(locale))).not.toMatch(/[{}]|undefined|null|\p{Cc}/u);
    }
  }
}

describe('a ZIP', () => {
  it('written by hand as an honest one is intact', async () => expect((await verifyRaw(raw())).verdict).toBe('intact'));

  it.each([
    ['a symbolic link', 0o120777],
    ['a device', 0o060666],
    ['a pipe', 0o010666],
  ])('with %s is refused, also where a file of ours should be', async (_what, mode) => {
    for (const entries of [
      raw([{ name: 'data/captures/lien', bytes: utf8.encode('/etc/passwd'), mode }]),
      raw().map((entry) => (entry.name === BAG.readme ? { ...entry, mode } : entry)),
    ]) {
      const result = await verifyRaw(entries);
      expect(result.verdict).toBe('altered');
      expect(problems(result)).toContain('entry-special');
      expectSentences(result);
    }
  });

  it.each([
    ['fewer files', -1],
    ['many fewer files', -9],
    ['more files', 1],
    ['none', -1_000],
    ['many more files', 5_000],
  ])('that announces %s than it holds is never intact', async (_what, more) => {
    const entries = raw();
    const result = await verifyRaw(entries, Math.max(0, entries.length + more));
    expect(result.verdict).not.toBe('intact');
    expectSentences(result);
  });

  it('of 200,000 files is refused at the bound, before any is read', async () => {
    const empty = new Uint8Array(0);
    const zip = rawZip(Array.from({ length: 200_000 }, (_, index) => ({ name: `data/${index}.png`, bytes: empty })));
    const result = await verifyExport(bytesSource(zip));
    expect([result.verdict, problems(result)]).toEqual(['not-ours', ['zip-too-many']]);
    expectSentences(result);
  }, 60_000);

  it('that would unpack to far more than it weighs is refused before inflating', async () => {
    const zeros = new Uint8Array(100 * 2 ** 20);
    const result = await verifyRaw(raw([{ name: 'data/journal2.jsonl', bytes: zeros, deflate: true }]));
    expect([result.verdict, problems(result)]).toEqual(['not-ours', ['zip-bomb']]);
    expectSentences(result);
  });

  it('that lies about its sizes stops at what was announced', async () => {
    const zeros = new Uint8Array(40 * 2 ** 20);
    const bomb = { name: 'data/captures/0099-original.png', bytes: zeros, deflate: true, announced: 1_000 };
    const result = await verifyRaw([...raw().filter(({ name }) => name !== BAG.readme), { ...bomb, name: BAG.readme }]);
    expect(result.verdict).toBe('altered');
    expect(problems(result)).toContain('entry-unreadable');
    expectSentences(result);
  });

  it('whose names are markup, escapes or the names of devices shows them as text', async () => {
    const names = [
      '<img src=x onerror=alert(1)>.png',
      'data/\u001b[2J.png',
      'CON',
      'data/captures/0003-ORIGINAL.png',
      'a'.repeat(60_000),
    ];
    for (const name of names) {
      const result = await verifyRaw(raw([{ name, bytes: utf8.encode('x') }]));
      expect(result.verdict, name.slice(0, 40)).toBe('altered');
    }
  });
});

/** The bag with another journal and every manifest written again. */
async function withJournal(journal: Uint8Array<ArrayBuffer>): Promise<Verification> {
  const copy: Files = new Map(files);
  copy.set(BAG.journal, journal);
  return verifyFiles(await remanifest(copy));
}

const lines = (): string[] => text(files.get(BAG.journal)).trimEnd().split('\n');

describe('a journal', () => {
  it('with a line of 100 million bytes is refused without being read', async () => {
    const journal = new Uint8Array(100_000_000).fill(0x78);
    const result = await withJournal(journal);
    expect(result.verdict).toBe('altered');
    expect(problems(result)).toEqual(['line-too-long']);
    expectSentences(result);
  }, 60_000);

  it('of a million empty lines is refused', async () => {
    const result = await withJournal(new Uint8Array(1_000_000).fill(0x0a));
    expect(problems(result)).toEqual(['lines-too-many']);
    expectSentences(result);
  });

  it('that nests deeper than the call stack is named, not a crash', async () => {
    const depth = 200_000;
    const deep = `{"data":{"a":${'['.repeat(depth)}${']'.repeat(depth)}},"dossier":"x","hash":"y","kind":"later","seq":11,"v":2}`;
    const result = await withJournal(utf8.encode(`${[...lines(), deep].join('\n')}\n`));
    expect(result.verdict).toBe('altered');
    expect(result.lines).toContainEqual(
      expect.objectContaining({ code: 'chain-problem', values: expect.objectContaining({ line: 11 }) }),
    );
  });

  it.each([
    ['of something else', '{"name":"autre","rows":[]}\n'],
    ['of no object', '[]\n"x"\n12\nnull\n'],
    ['with a poisoned prototype', '{"__proto__":{"v":1},"constructor":{"prototype":{"x":1}}}\n'],
    ['of nothing', ''],
  ])('%s is altered', async (_what, journal) => {
    const result = await withJournal(utf8.encode(journal));
    expect(result.verdict).toBe('altered');
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
    expectSentences(result);
  });

  it('continued by a later version stays intact, and says what was not read', async () => {
    const last = JSON.parse(lines().at(-1) ?? '') as Record<string, unknown>;
    const rest = {
      ...last,
      v: 2,
      kind: 'later',
      data: { anything: [1] },
      seq: 11,
      prev: last['hash'],
      hash: undefined,
    };
    const hash = await hashOf(rest);
    const copy: Files = new Map(files);
    copy.set(BAG.journal, utf8.encode(`${[...lines(), canonicalJson({ ...rest, hash })].join('\n')}\n`));
    copy.set(BAG.csv, utf8.encode(`${text(files.get(BAG.csv))}"11";"";""\r\n`));
    copy.set(
      BAG.info,
      utf8.encode(
        text(files.get(BAG.info))
          .replace(/Journal-Entries: .*/, 'Journal-Entries: 11')
          .replace(/Journal-Head: .*/, `Journal-Head: ${hash}`),
      ),
    );
    const result = await verifyFiles(await remanifest(copy));
    expect([result.verdict, problems(result)]).toEqual(['intact', []]);
    expect(result.lines).toContainEqual({ level: 'warning', code: 'entry-newer', values: { number: 'P-0011' } });
    expectSentences(result);
  });
});

describe('a list', () => {
  it('of millions of bad lines is named in bounded memory', async () => {
    const copy: Files = new Map(files);
    copy.set(BAG.manifest, new Uint8Array(3_000_000).fill(0x0a));
    const result = await verifyFiles(copy);
    expect(result.verdict).toBe('altered');
    expect(result.lines.length).toBeLessThan(10_100);
  });

  it('larger than any of ours is not read', async () => {
    const copy: Files = new Map(files);
    copy.set(BAG.info, new Uint8Array(33 * 2 ** 20).fill(0x61));
    const result = await verifyFiles(copy);
    expect(problems(result)).toContain('text-too-large');
    expectSentences(result);
  });

  it('cannot lead outside the bag', async () => {
    const copy: Files = new Map(files);
    copy.set(BAG.manifest, utf8.encode(`${'0'.repeat(64)}  ../../../../etc/passwd\n`));
    const result = await verifyFiles(copy);
    expect(result.lines).toContainEqual(
      expect.objectContaining({
        code: 'file-missing',
        values: expect.objectContaining({ path: '../../../../etc/passwd' }),
      }),
    );
  });
});
