/** From a picture to the journal's draft: the untouched original, its stamped copy with the entry's own number, and what is true of both. */
import type { Picture } from '@/lib/capture/ports';
import { drawStamp } from '@/lib/capture/stamp';
import { STAMP_FONT_PATHS } from '@/lib/capture/stamp-font';
import { type CaptureTrigger, displayNumber, type EntryData, type PictureRef, type Receipt } from '@/lib/domain/entry';
import { AppError } from '@/lib/domain/errors';
import type { Moment } from '@/lib/domain/moment';
import { hashBytes } from '@/lib/journal/hash';
import type { BlobDraft, Draft } from '@/lib/journal/types';
import { backgroundTranslator } from '@/lib/locales/background';
import { extensionUrl } from '@/lib/platform/tabs';
import { readingOf } from './reading';
import type { Scene } from './scene';

export interface CaptureFacts {
  readonly picture: Picture;
  readonly scene: Scene;
  readonly receipt: Receipt | null;
  readonly takenAt: Moment;
  readonly trigger: CaptureTrigger;
  readonly intent: string;
  readonly browser: string;
  readonly tables: string;
}

const PNG = 'image/png';

interface Stamped {
  readonly ref: PictureRef | null;
  readonly blob: BlobDraft | null;
  readonly error: string | null;
}

/** The stamp is in French whatever the person's language: it is read by an administration and a judge. */
async function stamp(
  seq: number,
  sha256: string,
  { picture, scene, receipt, takenAt }: CaptureFacts,
): Promise<Stamped> {
  try {
    const drawn = await drawStamp({
      original: picture.bytes,
      devicePixelRatio: picture.devicePixelRatio,
      facts: {
        number: displayNumber(seq),
        url: scene.url,
        masked: scene.masked,
        takenAt,
        serverClockSeconds: receipt?.serverClockSeconds,
        sha256,
        method: picture.method,
        views: picture.views,
      },
      font: { regular: extensionUrl(STAMP_FONT_PATHS.regular), bold: extensionUrl(STAMP_FONT_PATHS.bold) },
      t: backgroundTranslator('fr'),
    });
    const hash = await hashBytes(drawn.bytes);
    const ref = { sha256: hash, bytes: drawn.bytes.byteLength, type: PNG, width: drawn.width, height: drawn.height };
    return { ref, blob: { sha256: hash, type: PNG, bytes: drawn.bytes }, error: null };
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    // The original is kept all the same, « non estampillée » (design.md § 4).
    return { ref: null, blob: null, error: (cause.detail ?? cause.code).slice(0, 500) };
  }
}

/** Made under the dossier's lock, because the stamp prints the number that the entry will have. */
export async function stampedDraft(seq: number, facts: CaptureFacts): Promise<Draft<'capture'>> {
  const { picture, scene, receipt } = facts;
  const sha256 = await hashBytes(picture.bytes);
  const stamped = await stamp(seq, sha256, facts);
  const reading = scene.facts && (await readingOf(scene.facts));
  const data: EntryData['capture'] = {
    url: scene.url,
    masked: scene.masked,
    ...(scene.firstUrl ? { firstUrl: scene.firstUrl } : {}),
    title: scene.title,
    page: scene.page,
    extracted: scene.extracted,
    method: picture.method,
    trigger: facts.trigger,
    takenAt: facts.takenAt,
    original: { sha256, bytes: picture.bytes.byteLength, type: PNG, width: picture.width, height: picture.height },
    stamped: stamped.ref,
    ...(stamped.error ? { stampError: stamped.error } : {}),
    devicePixelRatio: picture.devicePixelRatio,
    ...(picture.method === 'stitched' ? { views: picture.views } : {}),
    uniform: picture.uniform,
    ...(receipt ? { receipt } : {}),
    browser: facts.browser,
    tables: facts.tables,
    ...(reading ? { reading: reading.ref } : {}),
    intent: facts.intent,
  };
  const original = { sha256, type: PNG, bytes: picture.bytes };
  const others = [stamped.blob, reading?.blob].filter((blob) => blob !== null && blob !== undefined);
  return { kind: 'capture', data, blobs: [original, ...others] };
}
