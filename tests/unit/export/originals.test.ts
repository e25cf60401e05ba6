/** Added files in the bag: under data/originaux/, as they were given only if asked; the places of earlier bags still verify. */
import { describe, expect, it } from 'vitest';
import { exportDossier } from '@/lib/export/bag';
import type { ExportOptions } from '@/lib/export/types';
import { entryOfPath } from '@/lib/export/verify';
import { type Files, filesOf, problems, remanifest, text, utf8, verifyFiles } from './rebag';
import { SampleJournal } from './sample';

const COPY = 'data/originaux/0002-1_journal-appels.png';
const TEXT = 'data/originaux/0002-2_texte.txt';
const GIVEN = 'data/originaux/0002-0_avec-metadonnees.jpg';

async function bagOf(change: Partial<ExportOptions> = {}, masked = false): Promise<Files> {
  const journal = new SampleJournal();
  await journal.add('dossier-opened', { alias: 'Mésange', track: 'T1', departments: ['93'], product: 'carnet 0.1.0' });
  const file = await journal.file('Nadia EXEMPLE.png', utf8.encode('a copy'), 'image/png');
  const original = await journal.blob(utf8.encode('a photo with its place'), 'image/jpeg');
  const found = await journal.blob(utf8.encode('14 min'), 'text/plain');
  const data = {
    what: 'picture',
    shows: 'call-log',
    file,
    original,
    stripped: ['gps'],
    size: { width: 4, height: 4 },
    text: found,
  } as const;
  const seq = await journal.add('imported', { ...data, stripped: [...data.stripped] });
  if (masked) {
    const copy = { ...(await journal.picture(utf8.encode('masked'), 4, 4)), type: 'image/png' as const };
    await journal.add('redacted', {
      target: seq,
      hash: journal.lines[seq - 1]?.entry?.hash ?? '',
      source: { role: 'imported', sha256: file.sha256, width: 4, height: 4 },
      copy,
      boxes: [{ x: 0, y: 0, width: 2, height: 2 }],
      originalInPack: false,
    });
  }
  return filesOf((await exportDossier(journal.options(change))).blob);
}

describe('added files', () => {
  it('stand in data/originaux/, and what a phone wrote in them stays on the device', async () => {
    const files = await bagOf();
    expect([...files.keys()].filter((path) => /originaux|imports/.test(path))).toEqual([COPY, TEXT]);
    const result = await verifyFiles(files);
    expect([result.verdict, problems(result)]).toEqual(['intact', []]);
    expect(result.lines.map(({ code }) => code)).toContain('reference-kept');
    expect(text(files.get('data/journal.csv'))).toContain('original gardé sur l’appareil');
  });

  it('come as they were given if the person asks, and nothing says that they stayed', async () => {
    const files = await bagOf({ withMetadata: true });
    expect(text(files.get(GIVEN))).toBe('a photo with its place');
    const result = await verifyFiles(files);
    expect([result.verdict, problems(result)]).toEqual(['intact', []]);
    expect(result.lines.map(({ code }) => code)).not.toContain('reference-kept');
    for (const path of ['data/journal.csv', 'LISEZ-MOI.html'])
      expect(text(files.get(path))).not.toMatch(/gardé sur l’appareil, non/);
    expect(text(files.get('LISEZ-MOI.html'))).toContain(GIVEN);
    const changed = await remanifest(new Map([...files, [GIVEN, utf8.encode('another photo')]]));
    expect((await verifyFiles(changed)).verdict).toBe('altered');
  });

  it('never come as they were given beside a masked copy', async () => {
    const files = await bagOf({ withMetadata: true }, true);
    expect([...files.values()].map(text).join('\n')).not.toContain('a photo with its place');
    expect(files.has(GIVEN)).toBe(false);
  });

  it('are found where earlier bags put them, and there alone', async () => {
    const files = await bagOf();
    const former: Files = new Map(
      [...files].map(([path, bytes]) => [path.replace('data/originaux/', 'data/imports/'), bytes]),
    );
    const result = await verifyFiles(await remanifest(former));
    expect([result.verdict, problems(result)]).toEqual(['intact', []]);
    const twice: Files = new Map([...files, [COPY.replace('originaux', 'imports'), utf8.encode('a copy')]]);
    expect((await verifyFiles(await remanifest(twice))).verdict).toBe('altered');
    expect([entryOfPath(COPY), entryOfPath(COPY.replace('originaux', 'imports'))]).toEqual(['P-0002', 'P-0002']);
  });
});
