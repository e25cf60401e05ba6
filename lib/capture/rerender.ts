/** « Rendu reconstitué »: the page drawn again from its structure, for when there is no gesture and the person allowed it. */
import { AppError } from '@/lib/domain/errors';
import { captureError } from './browser-errors';
import { base64Bytes, pngSize } from './png';
import { type PortClient, portClient } from './port-client';
import type { CaptureOptions, Picture, RerenderPorts } from './ports';
import { type RerenderAnswer, type RerenderRequest, rerenderAnswerSchema } from './rerender-protocol';
import { pictureIsUniform } from './visible';

/** Longest time for a drawing, and for one part of it, in ms. A heavy page takes about 7 s. */
const RENDER_MS = 30_000;
const PART_MS = 10_000;

/**
 * Draws the page again, without a request and without a change to it. Never the primary proof; named as what it is.
 * @throws AppError rerender-failed, protected-page, no-gesture (no permission on the host), tab-changed, tab-closed, cancelled
 */
export async function captureRerendered(
  tabId: number,
  ports: RerenderPorts,
  options: CaptureOptions = {},
): Promise<Picture> {
  if (!ports.supported) throw new AppError('rerender-failed', { detail: 'not supported by this browser' });
  const before = await ports.tabStatus(tabId);
  if (!before) throw new AppError('tab-closed');
  const port = await ports.openPage(tabId).catch((error: unknown) => {
    throw captureError(error, before.url);
  });
  try {
    const page = portClient<RerenderRequest, RerenderAnswer>(port, {
      read: readAnswer,
      failure: 'rerender-failed',
      signal: options.signal,
    });
    const { parts = 0, devicePixelRatio = 1 } = await page.ask({ do: 'render' }, RENDER_MS);
    const bytes = base64Bytes(await collect(page, parts));
    const size = pngSize(bytes);
    const after = await ports.tabStatus(tabId);
    if (!after) throw new AppError('tab-closed');
    if (after.url !== before.url) throw new AppError('tab-changed', { detail: 'the page changed' });
    return { bytes, ...size, method: 'rerendered', views: 1, devicePixelRatio, uniform: await pictureIsUniform(bytes) };
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('rerender-failed', { detail: String(error), cause: error });
  } finally {
    port.disconnect();
  }
}

async function collect(page: PortClient<RerenderRequest, RerenderAnswer>, parts: number): Promise<string> {
  const pieces: string[] = [];
  for (let index = 0; index < parts; index += 1) {
    const { part } = await page.ask({ do: 'part', index }, PART_MS);
    if (part === undefined) throw new AppError('rerender-failed', { detail: `part ${index} is missing` });
    pieces.push(part);
  }
  return pieces.join('');
}

function readAnswer(message: unknown): RerenderAnswer | null {
  const read = rerenderAnswerSchema.safeParse(message);
  return read.success ? read.data : null;
}
