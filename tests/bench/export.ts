/** Bench of the export: 228 and 1,000 captures, in time and peak memory, beside `zip -0` on the same files in the same run. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { nextUnsealed, type Sealed, sealEntry } from '@/lib/domain/chain';
import type { EntryOf } from '@/lib/domain/entry';
import type { PlanEntry } from '@/lib/domain/export-plan';
import { momentAt } from '@/lib/domain/moment';
import { streamDossier } from '@/lib/export/bag';
import type { ExportSource } from '@/lib/export/types';
import { verifyExport } from '@/lib/export/verify';
import { captureData, DOSSIER, NOW, WORDS } from '@/tests/unit/export/sample';
import { realVerifier } from '@/tests/unit/export/verifier-script';

/** The size of a 1366×768 capture of such pages (evidence.md § C.4). */
const PICTURE_BYTES = 120_000;
const VOLUMES = [228, 1_000];

/** Files on the disk, as IndexedDB keeps them: reading is part of what is measured. */
async function makeSource(folder: string, captures: number): Promise<ExportSource> {
  const lines: PlanEntry[] = [];
  let last: EntryOf<'capture'> | null = null;
  await mkdir(join(folder, 'blobs'));
  const picture = async (
    seed: number,
    height: number,
  ): Promise<{ sha256: string; bytes: number; type: string; width: number; height: number }> => {
    // AES-like noise from a hash chain: as incompressible as a PNG.
    const bytes = Buffer.alloc(PICTURE_BYTES);
    for (let at = 0; at < bytes.length; at += 32) createHash('sha256').update(`${seed}.${at}`).digest().copy(bytes, at);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await writeFile(join(folder, 'blobs', sha256), bytes);
    return { sha256, bytes: bytes.length, type: 'image/png', width: 1366, height };
  };
  for (let index = 0; index < captures; index += 1) {
    const at = momentAt(Date.parse('2026-06-01T08:00:00Z') + index * 5_400_000);
    const data = captureData(await picture(index * 2, 768), await picture(index * 2 + 1, 900), { takenAt: at });
    const sealed: Sealed<'capture'> = await sealEntry(
      nextUnsealed(last, { dossier: DOSSIER, kind: 'capture', at, data }),
    );
    last = sealed.entry;
    lines.push({ dossier: DOSSIER, seq: sealed.entry.seq, line: sealed.line, entry: sealed.entry, problem: null });
  }
  return {
    dossier: DOSSIER,
    count: async () => lines.length,
    entries: async function* () {
      yield* lines;
    },
    blob: async (sha256) => ({ bytes: new Uint8Array(await readFile(join(folder, 'blobs', sha256))) }),
  };
}

/** Runs some work and gives its seconds and the highest resident memory of the whole process meanwhile, in MB. */
async function measured<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number; peak: number }> {
  let peak = process.memoryUsage().rss;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const began = performance.now();
  const result = await work();
  clearInterval(watch);
  return {
    result,
    seconds: (performance.now() - began) / 1_000,
    peak: Math.max(peak, process.memoryUsage().rss) / 1e6,
  };
}

async function benchOne(captures: number): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'carnet-bench-'));
  try {
    const source = await makeSource(folder, captures);
    const path = join(folder, 'export.zip');
    const verifier = await realVerifier();
    const write = await measured(async () => {
      const { stream, inspection } = await streamDossier({
        source,
        words: WORDS,
        now: NOW,
        version: '0.0.0',
        verifier,
      });
      await stream.pipeTo(Writable.toWeb(createWriteStream(path)));
      return inspection().present.length;
    });
    const file = await open(path);
    const { size } = await stat(path);
    const verify = await measured(() =>
      verifyExport({
        size,
        read: async (offset, length) => (await file.read(new Uint8Array(length), 0, length, offset)).buffer,
      }),
    );
    await file.close();
    if (verify.result.verdict !== 'intact') throw new Error(`the export is ${verify.result.verdict}`);
    await mkdir(join(folder, 'bag'));
    execFileSync('unzip', ['-q', path, '-d', join(folder, 'bag')]);
    const began = performance.now();
    execFileSync('zip', ['-0', '-q', '-r', join(folder, 'plain.zip'), '.'], { cwd: join(folder, 'bag') });
    const zip = (performance.now() - began) / 1_000;
    const readme = (await stat(join(folder, 'bag', 'LISEZ-MOI.html'))).size;
    return [
      String(captures),
      (size / 1e6).toFixed(1),
      write.seconds.toFixed(2),
      write.peak.toFixed(0),
      zip.toFixed(2),
      `${(write.seconds / zip).toFixed(1)}×`,
      verify.seconds.toFixed(2),
      verify.peak.toFixed(0),
      (readme / 1e3).toFixed(0),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

const HEAD = [
  'captures',
  'ZIP (MB)',
  'export (s)',
  'peak RSS (MB)',
  '`zip -0` (s)',
  'ratio',
  'verify (s)',
  'peak RSS (MB)',
  'LISEZ-MOI (kB)',
];

/** The table, in Markdown. Each figure stands beside its yardstick, of the same run. */
export async function benchExport(): Promise<string> {
  const rows = [HEAD, HEAD.map(() => '---')];
  for (const captures of VOLUMES) rows.push(await benchOne(captures));
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

if (process.argv[1]?.endsWith('export.ts')) console.log(await benchExport());
