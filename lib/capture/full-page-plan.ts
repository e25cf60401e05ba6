/** The arithmetic of assembling: which views to take, and where the pixels of each one go. Pure. */
import type { CanvasLimits } from './canvas';
import { fits } from './canvas';
import type { Measure } from './full-page-protocol';

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}
/** Copies `from` of the view to `to` in the picture; same size, device pixels. */
export interface Placement {
  readonly from: Box;
  readonly to: Point;
}

/** Two measures that describe the same page: half a CSS pixel of rounding is not a change. */
export function sameMeasure(one: Measure, other: Measure): boolean {
  const close = (a: number, b: number): boolean => Math.abs(a - b) < 0.6;
  return (
    one.scroller === other.scroller &&
    one.devicePixelRatio === other.devicePixelRatio &&
    close(one.viewport.width, other.viewport.width) &&
    close(one.viewport.height, other.viewport.height) &&
    close(one.range.x, other.range.x) &&
    close(one.range.y, other.range.y) &&
    close(one.frame.x, other.frame.x) &&
    close(one.frame.y, other.frame.y) &&
    close(one.frame.width, other.frame.width) &&
    close(one.frame.height, other.frame.height)
  );
}

/** Scroll positions of one axis: from 0 to `range` by whole device pixels, the last one exactly at the end. */
function steps(range: number, frame: number, ratio: number): number[] {
  // A view shows only whole device pixels for sure: at 125 % a frame of 639 CSS pixels is 798.75 device pixels.
  // There the browser also snaps the scroll to a device pixel: two pixels of overlap leave no hole.
  const overlap = Number.isInteger(ratio) ? 0 : 2;
  const step = Math.max(1, Math.floor(frame * ratio) - overlap) / ratio;
  const positions = [0];
  for (let at = step; at < range - 0.01; at += step) positions.push(at);
  if (range > 0) positions.push(range);
  return positions;
}

/** Every view to take, row by row, in CSS pixels of scroll. */
export function planViews(measure: Measure): Point[] {
  const { frame, range, devicePixelRatio } = measure;
  const columns = steps(range.x, frame.width, devicePixelRatio);
  return steps(range.y, frame.height, devicePixelRatio).flatMap((y) => columns.map((x) => ({ x, y })));
}

/** Size of the assembled picture, in device pixels. */
export function pictureSize(measure: Measure): { width: number; height: number } {
  const { range, devicePixelRatio: ratio } = measure;
  const outer = measure.scroller === 'document' ? measure.frame : measure.viewport;
  return { width: Math.round((outer.width + range.x) * ratio), height: Math.round((outer.height + range.y) * ratio) };
}

/** Whether the picture can be drawn at all. */
export function canBeDrawn(measure: Measure, limits: CanvasLimits): boolean {
  const { width, height } = pictureSize(measure);
  return fits(width, height, limits);
}

/**
 * Where the pixels of one view go. For a scroller inside the page, the first view also gives what is around it:
 * above and beside stay where they are, what is below moves to the bottom of the picture.
 * @param at where the scroller really was, CSS pixels
 * @param shot size of the view, device pixels
 */
export function placeView(
  measure: Measure,
  at: Point,
  shot: { width: number; height: number },
  first: boolean,
): Placement[] {
  const ratio = measure.devicePixelRatio;
  const dx = Math.round(at.x * ratio);
  const dy = Math.round(at.y * ratio);
  const edge = (css: number, limit: number): number => Math.min(limit, Math.max(0, Math.round(css * ratio)));
  if (measure.scroller === 'document') {
    const from = {
      x: 0,
      y: 0,
      width: edge(measure.frame.width, shot.width),
      height: edge(measure.frame.height, shot.height),
    };
    return [{ from, to: { x: dx, y: dy } }];
  }
  const { frame, viewport, range } = measure;
  const left = edge(frame.x, shot.width);
  const top = edge(frame.y, shot.height);
  const right = edge(frame.x + frame.width, shot.width);
  const bottom = edge(frame.y + frame.height, shot.height);
  const inside: Placement = {
    from: { x: left, y: top, width: right - left, height: bottom - top },
    to: { x: left + dx, y: top + dy },
  };
  if (!first) return [inside];
  const width = edge(viewport.width, shot.width);
  const height = edge(viewport.height, shot.height);
  const down = Math.round(range.y * ratio);
  const around: Placement = { from: { x: 0, y: 0, width, height: bottom }, to: { x: 0, y: 0 } };
  const below: Placement = {
    from: { x: 0, y: bottom, width, height: height - bottom },
    to: { x: 0, y: bottom + down },
  };
  return below.from.height > 0 ? [around, below] : [around];
}
