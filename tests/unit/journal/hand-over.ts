/** Two computers in one test: a journal each, and ZIPs that go from one to the other as the product makes and reads them. */

import { chainOf } from '@/lib/domain/handed-over';
import { momentAt } from '@/lib/domain/moment';
import { type OpenedArrival, openArrival } from '@/lib/export/arrival';
import { exportDossier } from '@/lib/export/bag';
import { blobSource } from '@/lib/export/zip-reader';
import type { Received, ReceiveOptions } from '@/lib/journal/import';
import type { Journal } from '@/lib/journal/types';
import { IDLE_VERIFIER, WORDS } from '../export/sample';

/** Exports as `lib/screen/use-export.ts` does: what was received is told first, the line of the export comes last. */
export async function handOut(on: Journal, dossier: string, now: number): Promise<Blob> {
  await on.acknowledge(dossier);
  const { blob, summary } = await exportDossier({
    source: {
      dossier: chainOf(dossier),
      count: () => on.count(dossier),
      entries: () => on.read(dossier),
      blob: (sha256) => on.blob(sha256),
    },
    words: WORDS,
    now: momentAt(now),
    version: '0.2.0',
    verifier: IDLE_VERIFIER,
  });
  const { head, at, absent: _absent, ...facts } = summary;
  if (head === null) throw new Error('the chain has no head');
  await on.append(dossier, async ({ seq }) => ({
    kind: 'exported',
    data: { ...facts, head },
    ...(seq === facts.entries + 1 ? { at } : {}),
  }));
  return blob;
}

export async function opened(zip: Blob): Promise<NonNullable<OpenedArrival['holds']>> {
  const { holds, verification } = await openArrival(blobSource(zip));
  if (!holds) throw new Error(`refused: ${JSON.stringify(verification)}`);
  return holds;
}

/** Takes a ZIP in as the screen does; null when there is nothing to add. */
export async function takeIn(
  on: Journal,
  zip: Blob,
  options: Omit<ReceiveOptions, 'relation'> = {},
): Promise<Received | null> {
  const { content } = await opened(zip);
  const { relation } = await on.compareArrival(content);
  if (relation.is === 'same' && !options.beside) return null;
  return on.receive(content, { relation, ...options });
}
