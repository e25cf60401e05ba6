/** Where the note goes: a bottom corner that covers none of the messages it speaks of. Pure. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}
export const CORNERS = ['bottom-end', 'bottom-start', 'top-end', 'top-start'] as const;
export type Corner = (typeof CORNERS)[number];

/** Distance to the edges, CSS pixels. */
export const MARGIN = 16;

/** The box that the note takes in a corner of the window, for a left-to-right or right-to-left note. */
export function cornerBox(corner: Corner, view: Size, note: Size, dir: 'ltr' | 'rtl'): Box {
  const atRight = corner.endsWith('end') === (dir === 'ltr');
  const left = atRight ? view.width - MARGIN - note.width : MARGIN;
  const top = corner.startsWith('bottom') ? view.height - MARGIN - note.height : MARGIN;
  return { left, top, right: left + note.width, bottom: top + note.height };
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/**
 * The first corner that covers nothing of `avoid`, bottom corners first; null when every corner would cover some:
 * the note then stays folded to its title, in the corner that covers least.
 */
export function freeCorner(
  view: Size,
  note: Size,
  avoid: readonly Box[],
  dir: 'ltr' | 'rtl',
): { corner: Corner; covers: number } {
  const scored = CORNERS.map((corner) => {
    const box = cornerBox(corner, view, note, dir);
    return { corner, covers: avoid.reduce((sum, one) => sum + overlap(box, one), 0) };
  });
  const [first, ...others] = scored;
  if (!first) throw new Error('no corner');
  return others.reduce((best, one) => (one.covers < best.covers ? one : best), first);
}
