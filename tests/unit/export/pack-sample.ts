/** An invented dossier with all that the court pack draws, exported with the product's own planner and PDF makers. */
import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import type { EntryData } from '@/lib/domain/entry';
import { PACK_DEFAULTS, type PackChoices } from '@/lib/domain/pack-types';
import { exportDossier } from '@/lib/export/bag';
import type { ExportOptions } from '@/lib/export/types';
import { reportPdf } from '@/lib/pdf/papers';
import { packMaker } from '@/lib/screen/make-pack';
import { smallPng } from './pictures';
import { type Files, filesOf } from './rebag';
import { captureData, NOW, noise, type SampleJournal, sampleJournal } from './sample';

type Bytes = Uint8Array<ArrayBuffer>;

/** The same picture without alpha, as a browser gives it: its data goes into the PDF as it is. */
export function rgbPng(width: number, height: number, seed: number, band = 0): Bytes {
  const png = PNG.sync.read(Buffer.from(smallPng(width, height, seed, band)));
  return new Uint8Array(PNG.sync.write(png, { colorType: 2, deflateLevel: 9 }));
}

/** Grey: the third way that pixels lie in a PNG of ours. */
export function greyPng(width: number, height: number, seed: number): Bytes {
  const png = PNG.sync.read(Buffer.from(smallPng(width, height, seed)));
  return new Uint8Array(PNG.sync.write(png, { colorType: 0, deflateLevel: 9 }));
}

const given = (data: Pick<EntryData['imported'], 'what' | 'shows' | 'file'> & Partial<EntryData['imported']>) => ({
  stripped: [],
  ...data,
});

/** A page and its stamped copy; `screen` pictures without alpha, the others with. */
async function capture(journal: SampleJournal, seed: number, utc: string, alpha: boolean): Promise<number> {
  const draw = alpha ? smallPng : rgbPng;
  const original = await journal.picture(draw(96, 60, seed), 96, 60);
  const stamped = await journal.picture(draw(96, 60, seed, 16), 96, 76);
  const takenAt = journal.at(utc);
  return journal.add('capture', captureData(original, stamped, { takenAt, intent: `intent-${seed + 100}` }));
}

/**
 * The sample dossier, and: captures of both kinds, enough for a series, a photo, a grey picture, a PDF and a message given
 * by the person, a letter made here and sent.
 */
export async function packedJournal(): Promise<SampleJournal> {
  const journal = await sampleJournal();
  for (let seed = 1; seed <= 5; seed += 1) {
    await capture(journal, seed, `2026-10-0${seed}T08:00:00.000Z`, seed % 2 === 0);
  }
  const photo = new Uint8Array(readFileSync(new URL('pack/photo.jpg', import.meta.url)));
  const size = { width: 42, height: 59 };
  await journal.add(
    'imported',
    given({ what: 'picture', shows: 'deposit-slip', file: await journal.file('photo.jpg', photo, 'image/jpeg'), size }),
  );
  const grey = await journal.file('scan.png', greyPng(80, 50, 9), 'image/png');
  await journal.add(
    'imported',
    given({ what: 'picture', shows: 'reply', file: grey, size: { width: 80, height: 50 } }),
  );
  const line = [{ text: 'Une lettre reçue, inventée.' }];
  const made = await reportPdf([{ kind: 'paragraph', line }], {
    title: 'Lettre',
    heading: 'Lettre',
    at: new Date(NOW.utc),
  });
  const paper = new Uint8Array(await made.blob.arrayBuffer());
  await journal.add(
    'imported',
    given({ what: 'pdf', shows: 'letter', file: await journal.file('lettre.pdf', paper, 'application/pdf') }),
  );
  const text = await journal.blob(new TextEncoder().encode('Bonjour,\nvotre demande est en cours.\n'), 'text/plain');
  const mail = await journal.file('message.eml', noise(77, 400), 'message/rfc822');
  await journal.add('imported', given({ what: 'mail', shows: 'message', file: mail, text }));
  return journal;
}

/** The files of its export with the whole pack. */
export async function packedOptions(
  journal: SampleJournal,
  choices: Partial<PackChoices> = {},
): Promise<ExportOptions> {
  return journal.options({ pack: packMaker({ choices: { ...PACK_DEFAULTS, ...choices }, now: NOW }) });
}

export async function packedFiles(choices: Partial<PackChoices> = {}): Promise<Files> {
  return filesOf((await exportDossier(await packedOptions(await packedJournal(), choices))).blob);
}
