/** `npm run verify`: the contract of its exit codes (design.md § 8), in the real command. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TIME_STAMP_TYPE } from '@/lib/domain/time-stamp';
import { exportDossier } from '@/lib/export/bag';
import { AUTHORITY_NAME, Authority } from './authority';
import { filesOf, zipOf } from './rebag';
import { noise, sampleJournal } from './sample';

/** The sample dossier, its last line stamped. */
async function datedZip(): Promise<Uint8Array<ArrayBuffer>> {
  const authority = new Authority();
  try {
    const journal = await sampleJournal();
    const { seq: target = 0, entry } = journal.lines.at(-1) ?? {};
    const hash = entry?.hash ?? '';
    const token = { ...(await journal.blob(authority.answer(hash), TIME_STAMP_TYPE)), type: TIME_STAMP_TYPE } as const;
    const url = 'https://horodatage.exemple.invalid/';
    await journal.add('stamped', { target, hash, token, url, authority: 'Autorité inventée' });
    return new Uint8Array(await (await exportDossier(journal.options())).blob.arrayBuffer());
  } finally {
    authority.close();
  }
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carnet-command-'));
  const { blob } = await exportDossier((await sampleJournal()).options());
  await writeFile(join(folder, 'whole.zip'), new Uint8Array(await blob.arrayBuffer()));
  const files = await filesOf(blob);
  files.set('data/captures/0003-original.png', noise(4, 900));
  await writeFile(join(folder, 'changed.zip'), await zipOf(files));
  // Stored as it is: one bit of it is turned in the ZIP.
  const bytes = Buffer.from(await blob.arrayBuffer());
  const at = bytes.indexOf('"kind":"note"');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(join(folder, 'damaged.zip'), bytes);
  await writeFile(join(folder, 'dated.zip'), await datedZip());
  await writeFile(join(folder, 'other.zip'), await zipOf([['lettre\u001b[2J.txt', noise(1, 9)]]));
});
afterAll(() => rm(folder, { recursive: true }));

function verify(...args: string[]): { status: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync('node_modules/.bin/tsx', ['tests/commands/verify.ts', ...args], {
    encoding: 'utf8',
  });
  return { status, out: (stdout + stderr).replaceAll('\u00a0', ' ') };
}

describe('npm run verify', () => {
  it('answers 0 for an untouched export', () => {
    const { status, out } = verify(join(folder, 'whole.zip'));
    expect([status, out]).toEqual([0, expect.stringContaining('INTÈGRE : les fichiers et le journal')]);
    expect(out).toContain('OK : 10 entrées, la chaîne se suit');
    expect(out).toContain('Ce que cela ne prouve pas :\n  - « Intègre » veut dire : inchangé depuis l’export.');
  });

  it('answers 1 for an altered one, and names the file and the entry', () => {
    const { status, out } = verify(join(folder, 'changed.zip'));
    expect([status, out]).toEqual([1, expect.stringContaining('MODIFIÉ, voici où')]);
    expect(out).toMatch(/PROBLÈME : data\/captures\/0003-original\.png : .*\(entrée P-0003\)/);
  });

  it('says who dated it, and not that they are recognised', () => {
    const { status, out } = verify(join(folder, 'dated.zip'));
    expect([status, out]).toEqual([0, expect.stringContaining(`INTÈGRE ET DATÉ PAR UN TIERS, « ${AUTHORITY_NAME} (`)]);
    expect(out).toContain('ne sait pas si cette autorité est reconnue');
  });

  it('says in French what is wrong with a file of the ZIP', () => {
    const { status, out } = verify(join(folder, 'damaged.zip'));
    expect([status, out]).toEqual([1, expect.stringContaining('ses octets ne sont pas ceux que le ZIP annonce')]);
    expect(out).not.toContain('CRC32');
  });

  it.each([
    ['another ZIP', 'other.zip', 'NON VÉRIFIABLE'],
    ['no such file', 'absent.zip', 'ne peut pas être ouvert'],
    ['a folder', '.', 'ne peut pas être ouvert'],
  ])('answers 2 for %s', (_name, file, words) => {
    const { status, out } = verify(join(folder, file));
    expect([status, out]).toEqual([2, expect.stringContaining(words)]);
    expect(out).not.toContain('\u001b');
  });

  it('answers 2 and says how to use it without a file', () =>
    expect(verify()).toEqual({ status: 2, out: expect.stringContaining('npm run verify -- FICHIER.zip') }));
}, 120_000);
