/** The picture of what is on the screen: one view, the browser's own bytes, untouched. */
import { captureError } from './browser-errors';
import { decode, openCanvas, release } from './canvas';
import { dataUrlBytes, pngSize } from './png';
import type { Bytes, CaptureOptions, Picture, TabStatus, VisiblePorts } from './ports';
import { frontTab, stillFront } from './tab-guard';
import { canvasIsUniform } from './uniform';

/**
 * Takes the visible part of a tab.
 * @throws AppError no-gesture, protected-page, tab-changed, tab-closed, picture-unreadable, capture-quota, cancelled, capture-failed
 */
export async function captureVisible(
  tabId: number,
  ports: VisiblePorts,
  options: CaptureOptions = {},
): Promise<Picture> {
  const before = await frontTab(ports.tabStatus, tabId);
  const url = await ports.shoot(before.windowId, { format: 'png' }, options.signal).catch((error: unknown) => {
    throw captureError(error, before.url);
  });
  await stillFront(ports.tabStatus, tabId, before);
  const bytes = dataUrlBytes(url);
  const size = pngSize(bytes);
  const uniform = await pictureIsUniform(bytes);
  options.onProgress?.(1, 1);
  return { bytes, ...size, method: 'screen', views: 1, devicePixelRatio: ratioOf(size.width, before), uniform };
}

/** Device pixels per CSS pixel of the screen, from the tab's width; 1 when the browser does not say. */
export function ratioOf(pictureWidth: number, tab: TabStatus): number {
  if (!tab.width) return 1;
  const ratio = Math.round((pictureWidth / tab.width) * 100) / 100;
  return ratio >= 0.25 && ratio <= 8 ? ratio : 1;
}

/** Decodes the picture and looks whether it is flat; proves at the same time that it can be decoded. */
export async function pictureIsUniform(bytes: Bytes): Promise<boolean> {
  const bitmap = await decode(bytes);
  const context = openCanvas(bitmap.width, bitmap.height);
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const uniform = canvasIsUniform(context);
  release(context);
  return uniform;
}
