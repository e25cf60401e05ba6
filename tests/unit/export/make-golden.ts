/**
 * What the golden bag of a release holds, and how it is frozen, once: `GOLDEN=0.2.0 npx vitest run --project unit
 * tests/unit/export/golden.test.ts` (it needs openssl, for a time-stamp) writes it and prints what to add to the test. It
 * refuses to write over one that exists: a bag that people hold cannot be made again, so neither can its stand-in here.
 */
import { writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { sha256Hex } from '@/lib/domain/chain';
import type { EntryOf } from '@/lib/domain/entry';
import { momentAt } from '@/lib/domain/moment';
import { TIME_STAMP_TYPE } from '@/lib/domain/time-stamp';
import { exportDossier } from '@/lib/export/bag';
import { reportPdf } from '@/lib/pdf/papers';
import { Authority } from './authority';
import { packedJournal, packedOptions } from './pack-sample';
import { NOW, type SampleJournal } from './sample';
import { realVerifier } from './verifier-script';

/** The last capture of a journal. */
function lastCapture(journal: SampleJournal): EntryOf<'capture'> {
  const found = journal.lines.findLast(({ entry }) => entry?.kind === 'capture')?.entry;
  if (found?.kind !== 'capture') throw new Error('no capture');
  return found;
}

/** Part of a stamped picture hidden on a copy; its source stays out of the bag. */
async function redact(journal: SampleJournal): Promise<void> {
  const { seq, hash, data } = lastCapture(journal);
  const { stamped } = data;
  const bytes = stamped && journal.blobs.get(stamped.sha256);
  if (!stamped || !bytes) throw new Error('no stamped picture');
  const box = { x: 10, y: 8, width: 40, height: 12 };
  const png = PNG.sync.read(Buffer.from(bytes));
  for (let y = box.y; y < box.y + box.height; y += 1) {
    for (let x = box.x; x < box.x + box.width; x += 1) png.data.set([0, 0, 0, 255], (y * png.width + x) * 4);
  }
  const copy = await journal.blob(new Uint8Array(PNG.sync.write(png, { colorType: 2, deflateLevel: 9 })), 'image/png');
  const { width, height } = stamped;
  await journal.add('redacted', {
    target: seq,
    hash,
    source: { role: 'stamped', sha256: stamped.sha256, width, height },
    copy: { ...copy, type: 'image/png', width, height },
    boxes: [box],
    why: 'le nom d’une autre personne',
    originalInPack: false,
  });
}

/** A letter as it was sent, with the numbers of its pièces. */
async function send(journal: SampleJournal, pieces: readonly number[]): Promise<void> {
  const line = [{ text: 'Lettre recommandée, inventée.' }];
  const paper = await reportPdf([{ kind: 'paragraph', line }], {
    title: 'Courrier',
    heading: 'Courrier',
    at: new Date(NOW.utc),
  });
  const file = await journal.file('courrier.pdf', new Uint8Array(await paper.blob.arrayBuffer()), 'application/pdf');
  const letter = await journal.add('letter-generated', {
    template: 'L1',
    version: 1,
    contentDate: '2026-11-22',
    medium: 'lrar',
    object: 'Demande de rendez-vous',
    digest: '1'.repeat(64),
    pieces: pieces.map((seq, index) => ({ number: index + 1, seq, label: `Pièce de l’entrée ${seq}` })),
    warnings: [],
    files: [file],
  });
  const on = momentAt(Date.parse('2026-10-20T09:00:00.000Z'));
  const exchange = await journal.add('exchange', {
    channel: 'LRAR',
    on,
    precision: 'day',
    outcome: 'NONE',
    files: [],
    captures: [],
  });
  await journal.add('letter-sent', { letter, exchange });
}

const headOf = (journal: SampleJournal): { entries: number; head: string } => {
  const last = journal.lines.at(-1);
  return { entries: last?.seq ?? 0, head: last?.entry?.hash ?? '' };
};

/** What third parties and other computers add: a time-stamp, an arrival, an earlier export. */
async function travel(journal: SampleJournal, answer: (hash: string) => Uint8Array<ArrayBuffer>): Promise<void> {
  const { entries: target, head: hash } = headOf(journal);
  const token = { ...(await journal.blob(answer(hash), TIME_STAMP_TYPE)), type: TIME_STAMP_TYPE } as const;
  const url = 'https://horodatage.exemple.invalid/';
  await journal.add('stamped', { target, hash, token, url, authority: 'Autorité inventée' });
  const bag = '0'.repeat(64);
  await journal.add('exported', { ...headOf(journal), files: 60, bag, bytes: 300_000, profile: 'whole' });
  await journal.add('journal-imported', {
    mode: 'new',
    ...headOf(journal),
    bag,
    product: 'Carnet de démarches 0.2.0',
    exportedAt: '2026-10-21T10:00:00.000Z',
    receivedAt: '2026-10-22T10:00:00.000Z',
  });
}

/** The packed dossier with the entries that it lacks: invented, like everything in it. */
export async function goldenJournal(answer: (hash: string) => Uint8Array<ArrayBuffer>): Promise<SampleJournal> {
  const journal = await packedJournal();
  const captures = journal.lines.flatMap(({ entry, seq }) => (entry?.kind === 'capture' ? [seq] : [])).slice(-3);
  await redact(journal);
  await journal.add('dossier-track', { track: 'T1', blockages: ['A1'], department: '93', regime: 'R431_2' });
  await journal.add('answer', { question: 'other-browser', choice: 'tried', files: [], captures });
  await journal.add('complement', {
    request: 'c1',
    notifiedOn: '2026-10-05',
    items: [{ id: 'i1', label: 'Justificatif de domicile', problem: 'missing', answer: 'provide' }],
    files: [],
    captures: [],
  });
  await send(journal, captures.slice(0, 2));
  await travel(journal, answer);
  return journal;
}

/** Its export, with the verifier that a build makes. */
export async function goldenBag(
  version: string,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly entries: number }> {
  const authority = new Authority();
  try {
    const journal = await goldenJournal((hash) => authority.answer(hash));
    const options = { ...(await packedOptions(journal)), verifier: await realVerifier(), version };
    const { blob } = await exportDossier(options);
    return { bytes: new Uint8Array(await blob.arrayBuffer()), entries: journal.lines.length };
  } finally {
    authority.close();
  }
}

/** Writes the bag of a release, and gives the lines for golden.test.ts. @throws Error when it exists */
export async function freeze(version: string): Promise<string> {
  const { bytes, entries } = await goldenBag(version);
  writeFileSync(new URL(`golden/v${version}.zip`, import.meta.url), bytes, { flag: 'wx' });
  return `  'v${version}.zip': {\n    sha256: '${await sha256Hex(bytes)}',\n    entries: ${entries},\n  },`;
}
