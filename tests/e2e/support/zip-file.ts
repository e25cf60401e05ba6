/** A saved export, read as the verifier wants it, and taken apart with the system's own unzip. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { verifyExport } from '@/lib/export/verify';
import type { Verification } from '@/lib/export/verify-types';

/** What `npm run verify` says of the file. */
export function verifyFile(path: string): Promise<Verification> {
  const bytes = new Uint8Array(readFileSync(path));
  return verifyExport({ size: bytes.length, read: async (offset, length) => bytes.slice(offset, offset + length) });
}

/** One file of the ZIP. @throws Error when unzip does not find it */
export function fileIn(path: string, name: string): string {
  const run = spawnSync('unzip', ['-p', path, name], { encoding: 'utf8', maxBuffer: 100_000_000 });
  if (run.status !== 0) throw new Error(`unzip ${name}: ${run.stderr}`);
  return run.stdout;
}
