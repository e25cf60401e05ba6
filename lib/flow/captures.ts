/** From a gesture to one line: intent, pixels, stamp, entry; whatever happens, exactly one line a capture. */

import { captureFullPage } from '@/lib/capture/full-page';
import type { Picture } from '@/lib/capture/ports';
import { captureRerendered } from '@/lib/capture/rerender';
import { captureVisible } from '@/lib/capture/visible';
import type { CaptureMethod, CaptureTrigger, EntryData } from '@/lib/domain/entry';
import { AppError } from '@/lib/domain/errors';
import { momentAt } from '@/lib/domain/moment';
import type { DossierSummary, Intent } from '@/lib/journal/types';
import { TABLES_VERSION } from '@/lib/pages';
import { browserName, isFirefox } from '@/lib/platform/capabilities';
import { askContent } from '@/lib/platform/messaging';
import { refreshButton } from './button';
import { changeTab, rememberFailure, setProgress } from './memory';
import { appJournal } from './open-journal';
import { confirmedDossier, noteActivity } from './owner';
import { rerenderPorts, screenPorts } from './pixels';
import { receiptOfTab } from './receipts';
import { type Scene, sceneOf } from './scene';
import { stampedDraft } from './stamping';

export interface CaptureWish {
  readonly tabId: number;
  readonly method: CaptureMethod;
  readonly trigger: CaptureTrigger;
  /** Given by who may ask again (the popup): the same intent never makes two lines. */
  readonly intent?: string;
}

/** `reason` is null when there is a picture; else the entry is a `capture-failed` and this is its code. */
export interface CaptureAnswer {
  readonly seq: number;
  readonly dossier: string;
  readonly reason: string | null;
}

/** The captures under way in this worker, so that they can be cancelled. They die with it; their intents do not. */
const running = new Map<string, AbortController>();

export function cancelCapture(): void {
  for (const controller of running.values()) controller.abort();
}

/**
 * Takes one picture of a tab and writes one entry: `capture`, or `capture-failed` with the reason.
 * One at a time: the browser has one screen and one quota.
 * @throws AppError before anything is attempted: tab-closed, protected-page, owner-unconfirmed, storage-unavailable;
 *   and no-gesture when nobody asked for the picture (nothing is written then: it was no attempt)
 */
export async function captureTab(asked: CaptureWish): Promise<CaptureAnswer> {
  const wish = { ...asked, method: methodHere(asked.method) };
  const scene = await sceneOf(wish.tabId);
  // After the look: a log-out that nobody was told of yet is asked about before the picture goes anywhere.
  const dossier = await confirmedDossier();
  const intent = intentOf(wish, scene, dossier);
  const journal = await appJournal();
  const controller = new AbortController();
  running.set(intent.id, controller);
  try {
    return await journal.whileAlive(intent.id, async () => {
      await journal.beginIntent(intent);
      return navigator.locks.request('capture', () => taken(wish, scene, intent, dossier, controller.signal));
    });
  } finally {
    running.delete(intent.id);
    await setProgress(null);
    await refreshButton(wish.tabId);
  }
}

/** A whole page is one take in Firefox and an assembly of views in Chromium: the intent already says which. */
function methodHere(method: CaptureMethod): CaptureMethod {
  if (method !== 'full-page' && method !== 'stitched') return method;
  return isFirefox ? 'full-page' : 'stitched';
}

function intentOf(wish: CaptureWish, scene: Scene, dossier: DossierSummary): Intent {
  const id = wish.intent ?? crypto.randomUUID();
  const startedAt = momentAt(Date.now());
  const { url, masked, page } = scene;
  return {
    id,
    dossier: dossier.id,
    startedAt,
    data: { url, masked, page, method: wish.method, trigger: wish.trigger, startedAt, intent: id },
  };
}

async function taken(
  wish: CaptureWish,
  scene: Scene,
  intent: Intent,
  dossier: DossierSummary,
  signal: AbortSignal,
): Promise<CaptureAnswer> {
  const journal = await appJournal();
  const once = { key: `intent:${intent.id}`, settles: intent.id };
  try {
    const picture = await pixels(wish, signal);
    const takenAt = momentAt(Date.now());
    const receipt = await receiptOfTab(wish.tabId);
    const capture = {
      picture,
      scene,
      receipt,
      takenAt,
      trigger: wish.trigger,
      intent: intent.id,
      browser: browserName(),
      tables: TABLES_VERSION,
    };
    const { entry } = await journal.append(dossier.id, ({ seq }) => stampedDraft(seq, capture), once);
    await changeTab(wish.tabId, (before) => ({ ...before, captured: { dossier: dossier.id, seq: entry.seq } }));
    await noteActivity();
    return { seq: entry.seq, dossier: dossier.id, reason: null };
  } catch (cause) {
    const failure =
      cause instanceof AppError
        ? cause
        : new AppError('capture-failed', { detail: String(cause).slice(0, 500), cause });
    if (wish.trigger === 'automatic' && failure.code === 'no-gesture') {
      await journal.dropIntent(intent.id);
      throw failure;
    }
    const data: EntryData['capture-failed'] = {
      ...intent.data,
      reason: failure.code,
      ...(failure.detail ? { detail: failure.detail.slice(0, 500) } : {}),
    };
    // Where even this line finds no room, the intent stays: `recover` writes it later, with this reason.
    await rememberFailure(intent.id, failure.code);
    const { entry } = await journal.append(dossier.id, { kind: 'capture-failed', data }, once);
    return { seq: entry.seq, dossier: dossier.id, reason: failure.code };
  }
}

/** The picture, with our own note out of it. */
async function pixels(wish: CaptureWish, signal: AbortSignal): Promise<Picture> {
  const options = {
    signal,
    onProgress: (done: number, total: number) => {
      setProgress({ tabId: wish.tabId, done, total }).catch((cause) => console.error('progress', cause));
    },
  };
  await askContent(wish.tabId, 'note', { visible: false });
  try {
    if (wish.method === 'rerendered') return await captureRerendered(wish.tabId, rerenderPorts, options);
    if (wish.method === 'screen') return await captureVisible(wish.tabId, screenPorts, options);
    return await captureFullPage(wish.tabId, screenPorts, options);
  } finally {
    await askContent(wish.tabId, 'note', { visible: true });
  }
}
