/**
 * Makes the golden bag of a release, once: `npx tsx tests/unit/export/make-golden.ts 0.1.0`. It refuses to write over
 * one that exists: a bag that people hold cannot be made again, so neither can its stand-in here.
 */
import { writeFileSync } from 'node:fs';
import { momentAt } from '@/lib/domain/moment';
import { exportDossier } from '@/lib/export/bag';
import { smallPng } from './pictures';
import { captureData, NOW, type SampleJournal, sampleJournal } from './sample';
import { realVerifier } from './verifier-script';

/** The sample dossier, with real pictures and the entries that it lacks: invented, like everything in it. */
export async function goldenJournal(): Promise<SampleJournal> {
  const journal = await sampleJournal();
  const pictures: number[] = [];
  for (const [seed, method] of (['screen', 'stitched'] as const).entries()) {
    const original = await journal.picture(smallPng(64, 40, seed), 64, 40);
    const stamped = await journal.picture(smallPng(64, 40, seed, 16), 64, 56);
    const takenAt = momentAt(Date.parse(`2026-10-0${seed + 1}T08:00:00.000Z`));
    const data = captureData(original, stamped, { takenAt, method, intent: `intent-${seed + 10}`, views: 2 });
    pictures.push(await journal.add('capture', data));
  }
  await journal.add('dossier-track', { track: 'T1', blockages: ['A1'], department: '93', regime: 'R431_2' });
  await journal.add('answer', { question: 'other-browser', choice: 'tried', files: [], captures: pictures });
  await journal.add('complement', {
    request: 'c1',
    notifiedOn: '2026-10-05',
    items: [{ id: 'i1', label: 'Justificatif de domicile', problem: 'missing', answer: 'provide' }],
    files: [],
    captures: [],
  });
  const head = journal.lines.at(-1);
  await journal.add('exported', {
    entries: head?.seq ?? 0,
    head: head?.entry?.hash ?? '',
    files: 20,
    bag: '0'.repeat(64),
    bytes: 100_000,
    profile: 'whole-dossier',
  });
  return journal;
}

async function main(version: string | undefined): Promise<void> {
  if (!version) throw new Error('which version?');
  const options = (await goldenJournal()).options({ verifier: await realVerifier(), version, now: NOW });
  const { blob } = await exportDossier(options);
  const path = new URL(`golden/v${version}.zip`, import.meta.url).pathname;
  writeFileSync(path, new Uint8Array(await blob.arrayBuffer()), { flag: 'wx' });
  console.log(path);
}

if (process.argv[1]?.endsWith('make-golden.ts')) await main(process.argv[2]);
