/** The export itself: a bag that other tools check, honest about what lacks, and no ZIP at all when reading fails. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '@/lib/domain/chain';
import { AppError } from '@/lib/domain/errors';
import { exportDossier, streamDossier } from '@/lib/export/bag';
import type { ExportProgress, ExportSource } from '@/lib/export/types';
import { verifyExport } from '@/lib/export/verify';
import { blobSource } from '@/lib/export/zip-reader';
import { filesOf, text } from './rebag';
import { noise, SampleJournal, sampleJournal } from './sample';

const run = promisify(execFile);
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carnet-export-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Code of the AppError that a promise ends with. */
async function failure(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof AppError ? error.code : `not an AppError: ${String(error)}`),
  );
}

describe('exportDossier', () => {
  it('makes a bag that sha256sum and unzip accept, what says what it holds after what it holds', async () => {
    const { blob, name, summary } = await exportDossier((await sampleJournal()).options());
    const path = join(folder, name);
    await writeFile(path, new Uint8Array(await blob.arrayBuffer()));
    await run('unzip', ['-tq', path]);
    await run('unzip', ['-q', path, '-d', join(folder, 'x')]);
    const { stdout } = await run('sha256sum', ['-c', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'], {
      cwd: join(folder, 'x'),
    });
    expect(stdout.trim().split('\n')).toHaveLength(14);
    const files = await filesOf(blob);
    expect([...files.keys()].slice(0, 2)).toEqual(['bagit.txt', 'data/journal.jsonl']);
    expect([...files.keys()].slice(-7)).toEqual([
      'data/journal.csv',
      'LISEZ-MOI.html',
      'bag-info.txt',
      'verifier.sh',
      'verifier.ps1',
      'manifest-sha256.txt',
      'tagmanifest-sha256.txt',
    ]);
    expect(summary).toMatchObject({ entries: 10, files: 15, bytes: blob.size, absent: 1 });
    expect(text(files.get('tagmanifest-sha256.txt'))).toContain('  manifest-sha256.txt\n');
  });

  it('exports the stored lines byte for byte', async () => {
    const journal = await sampleJournal();
    const files = await filesOf((await exportDossier(journal.options())).blob);
    expect(text(files.get('data/journal.jsonl'))).toBe(journal.lines.map((stored) => `${stored.line}\n`).join(''));
  });

  it('is the same bytes for the same dossier and moment', async () => {
    const [one, two] = await Promise.all(
      [1, 2].map(async () => (await exportDossier((await sampleJournal()).options())).blob.arrayBuffer()),
    );
    expect(Buffer.from(one ?? new ArrayBuffer(0)).equals(Buffer.from(two ?? new ArrayBuffer(1)))).toBe(true);
  });

  it('names neither the person nor the alias outside the pages that show them', async () => {
    const { name, blob } = await exportDossier((await sampleJournal()).options());
    const files = await filesOf(blob);
    const outside = [
      name,
      ...files.keys(),
      text(files.get('bag-info.txt')),
      text(files.get('manifest-sha256.txt')),
    ].join('\n');
    expect(outside).not.toMatch(/Cam[ée]lia|Invente|etranger/i);
    expect(text(files.get('bag-info.txt'))).toContain('Bag-Software-Agent: Carnet de démarches 0.1.0');
    expect(text(files.get('bag-info.txt'))).toContain("Outil indépendant, sans lien avec l'administration");
  });

  it('tells its progress to the end', async () => {
    const seen: ExportProgress[] = [];
    await exportDossier((await sampleJournal()).options({ onProgress: (progress) => seen.push(progress) }));
    expect(seen.at(-1)).toMatchObject({
      phase: 'write',
      doneFiles: 6,
      totalFiles: 6,
      doneBytes: 2595,
      totalBytes: 2595,
    });
  });
});

/** Replaces or drops the bytes of the capture's original. */
function touch(journal: SampleJournal, bytes: Uint8Array<ArrayBuffer> | null): string {
  const capture = journal.lines[2]?.entry;
  if (capture?.kind !== 'capture') throw new Error('entry 3 is the capture');
  if (bytes) journal.blobs.set(capture.data.original.sha256, bytes);
  else journal.blobs.delete(capture.data.original.sha256);
  return capture.data.original.sha256;
}

describe('what the device no longer has whole', () => {
  it.each([
    ['missing', null, 'Missing-Files: 1\nMissing-File: data/captures/0003-original.png', 'fichier manquant'],
    ['altered', noise(77, 900), 'Altered-Files: 1\nAltered-File: data/captures/0003-original.png', 'fichier altéré'],
  ] as const)(
    'states a file that is %s, in bag-info, LISEZ-MOI and the CSV, and never exports it as good',
    async (_reason, bytes, info, words) => {
      const journal = await sampleJournal();
      touch(journal, bytes);
      const { blob, summary } = await exportDossier(journal.options());
      const files = await filesOf(blob);
      expect(files.has('data/captures/0003-original.png')).toBe(false);
      expect(text(files.get('bag-info.txt'))).toContain(info);
      expect(text(files.get('LISEZ-MOI.html'))).toContain(words);
      expect(text(files.get('data/journal.csv'))).toContain(words);
      expect(summary.absent).toBe(2);
      const result = await verifyExport(blobSource(blob));
      expect(result.verdict).toBe('intact');
      expect(result.lines).toContainEqual(expect.objectContaining({ level: 'warning', code: 'reference-declared' }));
    },
  );

  it('exports a broken chain as it is, and says so first', async () => {
    const journal = await sampleJournal();
    const stored = journal.lines[3];
    if (!stored) throw new Error('ten entries');
    journal.lines[3] = { ...stored, line: stored.line.replace('"automatic"', '"shortcut"') };
    const { blob } = await exportDossier(journal.options());
    const files = await filesOf(blob);
    expect(text(files.get('bag-info.txt'))).toContain('Journal-Chain: BROKEN (P-0004 hash-mismatch)');
    const page = text(files.get('LISEZ-MOI.html'));
    expect(page.indexOf('La chaîne du journal ne se suit pas')).toBeGreaterThan(0);
    expect(page.indexOf('La chaîne du journal ne se suit pas')).toBeLessThan(page.indexOf('class="figures"'));
    const result = await verifyExport(blobSource(blob));
    expect(result.verdict).toBe('altered');
    expect(result.lines.map((line) => line.code)).toContain('chain-declared');
  });
});

/** A source whose nth operation (count, each entry, each file) throws. */
function failing(
  source: ExportSource,
  at: number,
  error: () => Error,
): { source: ExportSource; operations: () => number } {
  let done = 0;
  const tick = (): void => {
    done += 1;
    if (done === at) throw error();
  };
  return {
    operations: () => done,
    source: {
      ...source,
      async count() {
        tick();
        return source.count();
      },
      async *entries() {
        for await (const entry of source.entries()) {
          tick();
          yield entry;
        }
      },
      async blob(sha256) {
        tick();
        return source.blob(sha256);
      },
    },
  };
}

describe('no ZIP at all', () => {
  it('when the source fails, wherever it does', async () => {
    const journal = await sampleJournal();
    const free = failing(journal.source(), 0, () => new Error('never'));
    await exportDossier(journal.options({ source: free.source }));
    const total = free.operations();
    expect(total).toBe(1 + 10 + 6);
    for (let at = 1; at <= total; at += 1) {
      const { source } = failing(journal.source(), at, () => new DOMException('the disk says no', 'NotReadableError'));
      expect(await failure(exportDossier(journal.options({ source }))), `operation ${at}`).toBe('export-source-failed');
    }
  });

  it('when fewer entries come than the journal counts', async () => {
    const journal = await sampleJournal();
    const source: ExportSource = { ...journal.source(), count: async () => 11 };
    expect(await failure(exportDossier(journal.options({ source })))).toBe('export-source-failed');
  });

  it('when there is no entry', async () => {
    expect(await failure(exportDossier(new SampleJournal().options()))).toBe('export-source-failed');
  });

  it('when the person cancels, before or while writing', async () => {
    const journal = await sampleJournal();
    expect(await failure(exportDossier(journal.options({ signal: AbortSignal.abort() })))).toBe('export-cancelled');
    for (const done of [1, 6]) {
      const stop = new AbortController();
      const onProgress = ({ doneFiles }: ExportProgress): void => {
        if (doneFiles === done) stop.abort();
      };
      const options = journal.options({ signal: stop.signal, onProgress });
      expect(await failure(exportDossier(options)), `${done}`).toBe('export-cancelled');
    }
  });

  it('reads each file once, and writes the bytes that it hashed', async () => {
    const journal = await sampleJournal();
    const inner = journal.source();
    const reads = new Map<string, number>();
    const source: ExportSource = {
      ...inner,
      blob: async (sha256) => {
        reads.set(sha256, (reads.get(sha256) ?? 0) + 1);
        return inner.blob(sha256);
      },
    };
    const { blob, inspection } = await exportDossier(journal.options({ source }));
    expect([...reads.values()]).toEqual([1, 1, 1, 1, 1, 1]);
    const files = await filesOf(blob);
    for (const { path, sha256 } of inspection.present) {
      expect(await sha256Hex(new Uint8Array(files.get(path) ?? [])), path).toBe(sha256);
    }
  });

  it('and no summary nor findings before the stream has ended', async () => {
    const { stream, summary, inspection } = await streamDossier((await sampleJournal()).options());
    expect(() => summary()).toThrow(AppError);
    expect(() => inspection()).toThrow(AppError);
    await stream.cancel();
    expect(() => summary()).toThrow(AppError);
    expect(() => inspection()).toThrow(AppError);
  });
});
