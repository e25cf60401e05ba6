/** The picture of a whole page: in one go where the browser can (Firefox), else scrolled view by view and assembled. */
import { AppError } from '@/lib/domain/errors';
import { captureError } from './browser-errors';
import { CANVAS_LIMITS, decode, encode, openCanvas, release } from './canvas';
import { canBeDrawn, pictureSize, placeView, planViews, sameMeasure } from './full-page-plan';
import { type FullPageAnswer, type FullPageRequest, fullPageAnswerSchema, type Measure } from './full-page-protocol';
import { dataUrlBytes, pngSize } from './png';
import { type PortClient, portClient } from './port-client';
import type { CaptureOptions, FullPagePorts, MessagePortLike, Picture, TabStatus } from './ports';
import { frontTab, stillFront } from './tab-guard';
import { canvasIsUniform } from './uniform';
import { captureVisible, pictureIsUniform } from './visible';

/** A page may grow once as its pictures come, and settle; one that still moves the third time is not assembled. */
const MAX_STARTS = 3;
/** Longest wait for one answer of the page, in ms: its own waits are bounded well below. */
const ANSWER_MS = 8_000;
/** A picture may differ from the measure by a scrollbar and rounding. */
const SCALE_TOLERANCE = 0.02;

/** What one capture holds on to. */
interface Session {
  readonly tabId: number;
  readonly before: TabStatus;
  readonly ports: FullPagePorts;
  readonly options: CaptureOptions;
  readonly page: PortClient<FullPageRequest, FullPageAnswer>;
}

/** The page changed under our feet: start again. Never leaves this file. */
class Moved extends Error {}

/**
 * Takes the whole page. The page is as it was before when this returns or throws, and also if the worker dies:
 * the script in the page puts everything back when its port closes.
 * @throws AppError no-gesture, protected-page, tab-changed, tab-closed, page-too-large, page-moving, picture-unreadable, capture-quota, cancelled, capture-failed
 */
export async function captureFullPage(
  tabId: number,
  ports: FullPagePorts,
  options: CaptureOptions = {},
): Promise<Picture> {
  const before = await frontTab(ports.tabStatus, tabId);
  const port = await ports.openPage(tabId).catch((error: unknown) => {
    throw captureError(error, before.url);
  });
  const page = portClient<FullPageRequest, FullPageAnswer>(port, {
    read: readAnswer,
    failure: 'capture-failed',
    signal: options.signal,
  });
  try {
    const picture = await take({ tabId, before, ports, options, page });
    await page.ask({ do: 'finish' }, ANSWER_MS);
    return picture;
  } catch (error) {
    throw captureError(error, before.url);
  } finally {
    close(port);
  }
}

/** Closing tells the page to put everything back, whatever happened here. */
function close(port: MessagePortLike): void {
  port.disconnect();
}

function readAnswer(message: unknown): FullPageAnswer | null {
  const read = fullPageAnswerSchema.safeParse(message);
  return read.success ? read.data : null;
}

async function take(session: Session): Promise<Picture> {
  for (let start = 1; ; start += 1) {
    const { measure } = await session.page.ask({ do: 'prepare' }, ANSWER_MS);
    if (!measure) throw new AppError('capture-failed', { detail: 'the page gave no measure' });
    if (Math.abs(measure.pinch - 1) > 0.01)
      throw new AppError('capture-failed', { detail: 'the page is pinch-zoomed' });
    if (!canBeDrawn(measure, CANVAS_LIMITS)) {
      const { width, height } = pictureSize(measure);
      throw new AppError('page-too-large', { detail: `${width}×${height} pixels` });
    }
    try {
      if (planViews(measure).length === 1) return await inOneView(session, measure);
      return session.ports.native && measure.scroller === 'document'
        ? await inOneGo(session, measure)
        : await assembled(session, measure);
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
      if (start === MAX_STARTS) throw new AppError('page-moving', { detail: error.message });
    }
  }
}

/** The page holds in the window: its picture is the browser's own, untouched. */
async function inOneView(session: Session, measure: Measure): Promise<Picture> {
  await view(session, measure, { x: 0, y: 0 }, true, true);
  const picture = await captureVisible(session.tabId, session.ports, session.options);
  return { ...picture, devicePixelRatio: measure.devicePixelRatio };
}

/** Firefox: the document's rectangle, drawn by the browser itself. */
async function inOneGo(session: Session, measure: Measure): Promise<Picture> {
  const { before, ports, options } = session;
  await view(session, measure, { x: 0, y: 0 }, true, true);
  const rect = {
    x: 0,
    y: 0,
    width: Math.ceil(measure.frame.width + measure.range.x),
    height: Math.ceil(measure.frame.height + measure.range.y),
  };
  const url = await ports.shoot(
    before.windowId,
    { format: 'png', rect, scale: measure.devicePixelRatio },
    options.signal,
  );
  await stillFront(ports.tabStatus, session.tabId, before);
  const bytes = dataUrlBytes(url);
  const size = pngSize(bytes);
  const uniform = await pictureIsUniform(bytes);
  options.onProgress?.(1, 1);
  return { bytes, ...size, method: 'full-page', views: 1, devicePixelRatio: measure.devicePixelRatio, uniform };
}

/** Chromium: each view is drawn at its place and let go at once, so that memory holds one view and the picture. */
async function assembled(session: Session, measure: Measure): Promise<Picture> {
  const { options } = session;
  const { width, height } = pictureSize(measure);
  const views = planViews(measure);
  const context = openCanvas(width, height);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  try {
    let covered = 0;
    for (const [index, wanted] of views.entries()) {
      const first = index === 0;
      const at = await view(session, measure, wanted, first, index === views.length - 1);
      covered = await drawView(session, measure, at, first, covered, context);
      options.onProgress?.(index + 1, views.length);
    }
    const uniform = canvasIsUniform(context);
    const bytes = await encode(context);
    return {
      bytes,
      width,
      height,
      method: 'stitched',
      views: views.length,
      devicePixelRatio: measure.devicePixelRatio,
      uniform,
    };
  } finally {
    release(context);
  }
}

/** Brings one view in front, painted, and checks that the page is still the one that was measured. */
async function view(
  session: Session,
  measure: Measure,
  to: { x: number; y: number },
  first: boolean,
  last: boolean,
): Promise<{ x: number; y: number }> {
  const answer = await session.page.ask({ do: 'view', ...to, first, last }, ANSWER_MS);
  if (!answer.at || !answer.measure) throw new AppError('capture-failed', { detail: 'the page gave no position' });
  if (!sameMeasure(measure, answer.measure)) throw new Moved('its size changed');
  const ratio = measure.devicePixelRatio;
  if (Math.abs(answer.at.x - to.x) * ratio > 2 || Math.abs(answer.at.y - to.y) * ratio > 2) {
    throw new Moved(`it stands at ${answer.at.x},${answer.at.y} instead of ${to.x},${to.y}`);
  }
  return answer.at;
}

/** Takes one view and draws it. Gives the height covered so far; a hole would be a false picture. */
async function drawView(
  session: Session,
  measure: Measure,
  at: { x: number; y: number },
  first: boolean,
  covered: number,
  context: OffscreenCanvasRenderingContext2D,
): Promise<number> {
  const { before, ports, options } = session;
  const url = await ports.shoot(before.windowId, { format: 'png' }, options.signal);
  await stillFront(ports.tabStatus, session.tabId, before);
  const bitmap = await decode(dataUrlBytes(url));
  try {
    const expected = measure.viewport.width * measure.devicePixelRatio;
    if (bitmap.width < expected * (1 - SCALE_TOLERANCE))
      throw new Moved(`a view is ${bitmap.width} pixels wide, not ${Math.round(expected)}`);
    let bottom = covered;
    for (const { from, to } of placeView(measure, at, bitmap, first)) {
      if (to.y > bottom && !first) throw new Moved(`rows ${bottom} to ${to.y} are missing`);
      context.drawImage(bitmap, from.x, from.y, from.width, from.height, to.x, to.y, from.width, from.height);
      if (!first || to.y === 0) bottom = Math.max(bottom, to.y + from.height);
    }
    return bottom;
  } finally {
    bitmap.close();
  }
}
