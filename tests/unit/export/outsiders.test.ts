/** The bag in the hands of others: their unpackers, their checksums, RFC 8493's rules read again here, the scripts that go with it. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PACK, type PackList } from '@/lib/domain/pack-types';
import { exportDossier } from '@/lib/export/bag';
import { powershellScript, shellScript } from '@/lib/export/scripts';
import { verifyExport } from '@/lib/export/verify';
import { bytesSource } from '@/lib/export/zip-reader';
import { translator } from '@/lib/locales';
import { packedJournal, packedOptions } from './pack-sample';
import { problems } from './rebag';

let folder = '';
let bag = '';
let zip = '';

interface Run {
  readonly status: number | null;
  readonly out: string;
}

function run(program: string, args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): Run {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', ...options });
  if (error) throw error;
  return { status, out: `${stdout}${stderr}` };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carnet-outsiders-'));
  const { blob, name } = await exportDossier(await packedOptions(await packedJournal()));
  zip = join(folder, name);
  await writeFile(zip, new Uint8Array(await blob.arrayBuffer()));
  bag = join(folder, 'bag');
  expect(run('unzip', ['-q', zip, '-d', bag]).status).toBe(0);
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

/** Paths of the files under a folder, `/` as separator, sorted. */
async function pathsUnder(root: string): Promise<string[]> {
  const found = await readdir(root, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

describe('other tools', () => {
  it('unzip and 7z find the ZIP whole', () => {
    expect(run('unzip', ['-tq', zip])).toMatchObject({ status: 0, out: expect.stringContaining('No errors detected') });
    expect(run('7z', ['t', zip])).toMatchObject({ status: 0, out: expect.stringContaining('Everything is Ok') });
  });

  it.each([
    ['sha256sum', ['-c', '--quiet']],
    ['sha256sum', ['--check', '--strict', '--quiet']],
  ])('%s %j finds every file as announced', (program, args) => {
    expect(run(program, [...args, 'manifest-sha256.txt', 'tagmanifest-sha256.txt'], { cwd: bag })).toEqual({
      status: 0,
      out: '',
    });
  });

  it('pngcheck finds the pictures whole', async () => {
    const pictures = (await pathsUnder(bag)).filter((path) => /captures\/001[1-5]-/.test(path));
    expect(pictures).toHaveLength(10);
    const { status, out } = run('pngcheck', ['-q', ...pictures], { cwd: bag });
    expect([status, out]).toEqual([0, '']);
  });

  it('qpdf and pdfinfo find every PDF of ours whole, with the pages that the list says', async () => {
    const list = JSON.parse(await readFile(join(bag, PACK.list), 'utf8')) as PackList;
    const listed = list.pieces.flatMap(({ files }) => files).filter(({ shows }) => shows[0]?.as !== 'whole');
    expect(listed.length).toBeGreaterThan(5);
    for (const { path, pages } of listed) {
      expect(run('qpdf', ['--check', path], { cwd: bag })).toMatchObject({
        status: 0,
        out: expect.stringContaining('No syntax'),
      });
      expect(run('pdfinfo', [path], { cwd: bag })).toMatchObject({
        status: 0,
        out: expect.stringMatching(new RegExp(`^Pages: +${pages}$`, 'm')),
      });
    }
    for (const path of [PACK.inventory, PACK.chronology, PACK.note, PACK.objections]) {
      expect(run('qpdf', ['--check', path], { cwd: bag }).status, path).toBe(0);
    }
  });

  it('poppler takes the same pixels out of a PDF as lie in the bag', async () => {
    const pdf = (await pathsUnder(bag)).find((path) => /pieces\/\d+_captures/.test(path)) ?? '';
    const out = join(folder, 'pictures');
    await mkdir(out);
    expect(run('pdfimages', ['-png', pdf, join(out, 'p')], { cwd: bag }).status).toBe(0);
    const taken = await Promise.all(
      (await readdir(out)).sort().map(async (name) => PNG.sync.read(await readFile(join(out, name)))),
    );
    const kept = await Promise.all(
      [11, 12, 13, 14, 15].map(async (seq) =>
        PNG.sync.read(await readFile(join(bag, `data/captures/00${seq}-estampillee.png`))),
      ),
    );
    for (const picture of kept) expect(taken.some(({ data }) => data.equals(picture.data))).toBe(true);
  });

  it('names are safe on Windows, and in no need of an encoding', async () => {
    for (const path of await pathsUnder(bag)) {
      for (const name of path.split('/')) {
        expect(name).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,79}$/);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        expect(name).not.toMatch(/[. ]$/);
      }
      // With a folder of a person's desk before it, Windows stops at 260.
      expect(path.length).toBeLessThan(120);
    }
    const lower = (await pathsUnder(bag)).map((path) => path.toLowerCase());
    expect(new Set(lower).size).toBe(lower.length);
  });

  it.each([
    ['7z, a ZIP', ['a', '-tzip', '-mx=9']],
    ['7z, a ZIP without compression', ['a', '-tzip', '-mx=0']],
  ])('packed again by %s it is intact', async (_what, args) => {
    const again = join(folder, 'again.zip');
    expect(run('7z', [...args, again, '.'], { cwd: bag }).status).toBe(0);
    const result = await verifyExport(bytesSource(new Uint8Array(await readFile(again))));
    await rm(again);
    expect([result.verdict, problems(result)]).toEqual(['intact', []]);
  });
});

describe('RFC 8493, read again without our code', () => {
  const lines = async (name: string): Promise<string[]> =>
    (await readFile(join(bag, name), 'utf8')).split('\n').filter((line) => line !== '');

  it('2.1.1: bagit.txt has its two lines, and no byte order mark', async () =>
    expect((await readFile(join(bag, 'bagit.txt'))).toString('latin1')).toBe(
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    ));

  it('2.1.3 and 3: every payload file is in the manifest once, with its hash, and no other', async () => {
    const listed = (await lines('manifest-sha256.txt')).map((line) => /^([0-9a-f]{64}) [ *](data\/\S.*)$/.exec(line));
    expect(listed).not.toContain(null);
    const payload = (await pathsUnder(bag)).filter((path) => path.startsWith('data/'));
    expect(listed.map((match) => match?.[2]).sort()).toEqual(payload);
    for (const match of listed) {
      const bytes = await readFile(join(bag, match?.[2] ?? ''));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(match?.[1]);
    }
  });

  it('2.2.1: the tag manifest lists every tag file but itself', async () => {
    const listed = (await lines('tagmanifest-sha256.txt')).map((line) => line.slice(66)).sort();
    const tags = (await pathsUnder(bag)).filter((path) => !path.startsWith('data/'));
    expect(listed).toEqual(tags.filter((path) => path !== 'tagmanifest-sha256.txt'));
  });

  it('2.2.2: bag-info has « label: value » lines, and Payload-Oxum counts octets and files', async () => {
    for (const line of await lines('bag-info.txt')) expect(line).toMatch(/^[A-Za-z-]+: \S/);
    const payload = (await pathsUnder(bag)).filter((path) => path.startsWith('data/'));
    let octets = 0;
    for (const path of payload) octets += (await readFile(join(bag, path))).byteLength;
    expect(await lines('bag-info.txt')).toContain(`Payload-Oxum: ${octets}.${payload.length}`);
  });
});

describe('verifier.sh', () => {
  let copy = '';
  beforeEach(async () => {
    copy = join(folder, 'copy of it');
    await rm(copy, { recursive: true, force: true });
    await cp(bag, copy, { recursive: true });
  });
  const check = (shell = 'sh', env?: NodeJS.ProcessEnv): Run => {
    // From elsewhere: the script finds its own folder.
    const { status, out } = run(shell, [join(copy, 'verifier.sh')], { cwd: '/', ...(env ? { env } : {}) });
    return { status, out: out.replaceAll('\u00a0', ' ') };
  };

  it.each(['sh', 'bash'])(
    '%s: 0 for the bag as it is, also with what desktops leave, and it writes nothing',
    async (shell) => {
      await writeFile(join(copy, '.DS_Store'), 'x');
      await writeFile(join(copy, 'data', 'Thumbs.db'), 'x');
      const before = await pathsUnder(copy);
      const { status, out } = check(shell);
      expect([status, out]).toEqual([0, expect.stringContaining(`${before.length - 3} fichiers identiques`)]);
      expect(await pathsUnder(copy)).toEqual(before);
    },
  );

  it('does as well with shasum alone (macOS)', async () => {
    const tools = join(folder, 'tools');
    await mkdir(tools);
    for (const name of ['find', 'sed', 'awk', 'grep', 'dirname', 'sh']) {
      await symlink(run('sh', ['-c', `command -v ${name}`]).out.trim(), join(tools, name));
    }
    const sum = run('sh', ['-c', 'command -v sha256sum']).out.trim();
    await writeFile(join(tools, 'shasum'), `#!/bin/sh\n[ "$1 $2" = "-a 256" ] || exit 9\nexec ${sum}\n`, {
      mode: 0o755,
    });
    const env: NodeJS.ProcessEnv = { ...process.env, PATH: tools };
    expect(check('/bin/sh', env).status).toBe(0);
    await rm(join(tools, 'shasum'));
    expect(check('/bin/sh', env)).toEqual({ status: 2, out: expect.stringContaining('sha256sum') });
  });

  it.each<[string, (root: string) => Promise<unknown>, RegExp]>([
    [
      'a byte more',
      (root) => writeFile(join(root, 'data/journal.csv'), 'x', { flag: 'a' }),
      /DIFFÉRENT : data\/journal\.csv/,
    ],
    [
      'a file less',
      (root) => rm(join(root, 'data/captures/0003-original.png')),
      /ABSENT : data\/captures\/0003-original\.png/,
    ],
    ['a file more', (root) => writeFile(join(root, 'data/note.txt'), 'x'), /AJOUTÉ : data\/note\.txt/],
    ['a hidden file more', (root) => writeFile(join(root, '.caché'), 'x'), /AJOUTÉ : /],
    ['a link more', (root) => symlink('/etc/passwd', join(root, 'data/lien')), /AJOUTÉ : data\/lien/],
    [
      'a link in place of a file',
      async (root) => {
        await cp(join(root, 'LISEZ-MOI.html'), join(folder, 'elsewhere.html'));
        await rm(join(root, 'LISEZ-MOI.html'));
        await symlink(join(folder, 'elsewhere.html'), join(root, 'LISEZ-MOI.html'));
      },
      /ABSENT : LISEZ-MOI\.html/,
    ],
    [
      'a list that leads elsewhere',
      (root) => writeFile(join(root, 'manifest-sha256.txt'), `${'0'.repeat(64)}  ../../etc/passwd\n`),
      /LIGNE ILLISIBLE dans la liste : manifest/,
    ],
    [
      'a list that would run',
      (root) => writeFile(join(root, 'manifest-sha256.txt'), `${'0'.repeat(64)}  data/$(touch ran)\n`),
      /LIGNE ILLISIBLE dans la liste : manifest/,
    ],
  ])('1 for %s, named', async (_what, change, words) => {
    await change(copy);
    const { status, out } = check();
    expect([status, out]).toEqual([1, expect.stringMatching(words)]);
    expect(out).toContain('MODIFIÉ : ');
    expect(await pathsUnder(copy)).not.toContain('ran');
  });

  it('2 for a folder that is no export', async () => {
    await rm(join(copy, 'manifest-sha256.txt'));
    expect(check()).toEqual({ status: 2, out: expect.stringContaining('manifest-sha256.txt') });
  });
});

describe('the scripts’ texts', () => {
  it('verifier.ps1 is what Windows PowerShell 5.1 reads: a byte order mark, CRLF, quotes doubled', () => {
    const script = powershellScript(translator('fr'));
    expect(script.startsWith('\ufeff# ')).toBe(true);
    expect(script.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    // Each literal closed on its line: PowerShell takes typographic quotes for quotes.
    for (const line of script.split('\r\n').filter((one) => !one.startsWith('#') && !one.startsWith('\ufeff'))) {
      expect([...line.matchAll(/['\u2018\u2019\u201a\u201b]/g)].length % 2, line).toBe(0);
    }
    for (const [open, close] of [
      ['{', '}'],
      ['(', ')'],
    ] as const) {
      expect(script.split(open).length).toBe(script.split(close).length);
    }
  });

  it('hold in each language', () => {
    for (const locale of ['fr', 'en'] as const) {
      const script = shellScript(translator(locale));
      expect(run('sh', ['-n', '-c', script])).toEqual({ status: 0, out: '' });
    }
  });
});
