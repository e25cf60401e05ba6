/** How large a picture is printed, and where it is cut when one page cannot hold it: pure arithmetic on its rows. */

/**
 * Points for a CSS pixel. 0.75 is life size (96 pixels and 72 points in an inch). Under 0.36 a letter of 16 pixels would be
 * printed at less than 5.8 points, smaller than a footnote: the picture is cut instead. Looked at on paper-sized pages: a
 * 1,366-pixel screen lies at 0.45 to 0.57, a 1,920-pixel one at 0.37 to 0.41, a phone's at 0.75.
 */
export const SCALE = { most: 0.75, upright: 0.5, whole: 0.44, least: 0.36 } as const;

/** CSS pixels shown again at the top of the next part: a line of text or two. */
const AGAIN = { least: 24, most: 64 } as const;
/** A part may end this much earlier than it has to, to end between two lines. */
const EARLIER = 0.25;
/** Columns are cut anywhere, so more is shown again. */
const COLUMN_AGAIN = 90;

/** A part of the picture, in its own pixels. */
export interface Strip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Rows at its top, columns at its left, that the part before showed too. */
  readonly againTop: number;
  readonly againLeft: number;
  readonly last: boolean;
}

export interface Paper {
  readonly width: number;
  /** Height left for the picture on its first page, and on those that follow; points. */
  readonly first: number;
  readonly next: number;
}

export interface Cutting {
  /** Points for a pixel of the picture. */
  readonly scale: number;
  readonly strips: readonly Strip[];
  readonly columns: number;
}

export interface Shape {
  readonly width: number;
  readonly height: number;
  readonly cssWidth: number;
}

/** Whether a picture so wide wants the paper on its side. */
export const wantsLandscape = (cssWidth: number, uprightWidth: number): boolean =>
  uprightWidth / cssWidth < SCALE.upright;

/** @param changes how much each row differs from the one above; null: cut where the page ends */
export function cutting(shape: Shape, paper: Paper, changes: Uint8Array | null): Cutting {
  const css = shape.cssWidth / shape.width;
  const widest = Math.min(SCALE.most, paper.width / shape.cssWidth);
  const cssHeight = shape.height * css;
  const fitting = Math.min(widest, paper.first / cssHeight);
  const enough = Math.min(widest, cssHeight * widest > 1.6 * paper.first ? SCALE.whole : SCALE.least);
  if (fitting >= enough && fitting >= SCALE.least) {
    return { scale: fitting * css, strips: [wholeOf(shape)], columns: 1 };
  }
  if (widest >= SCALE.least) {
    return { scale: widest * css, strips: rowsOf(shape, paper, widest * css, css, changes), columns: 1 };
  }
  return inColumns(shape, paper, css, changes);
}

const wholeOf = ({ width, height }: Shape): Strip => ({
  x: 0,
  y: 0,
  width,
  height,
  againTop: 0,
  againLeft: 0,
  last: true,
});

/** Parts one under the other. */
function rowsOf(
  { width, height }: Shape,
  paper: Paper,
  scale: number,
  css: number,
  changes: Uint8Array | null,
): readonly Strip[] {
  const strips: Strip[] = [];
  let shown = 0;
  while (shown < height) {
    const y = shown === 0 ? 0 : againFrom(shown, css, changes);
    const most = Math.max(1, Math.floor((shown === 0 ? paper.first : paper.next) / scale));
    const end = y + most >= height ? height : calmest(y + Math.floor(most * (1 - EARLIER)), y + most, changes);
    // However little room there is, each part goes on.
    const to = Math.min(height, Math.max(end, shown + 1));
    strips.push({ x: 0, y, width, height: to - y, againTop: shown - y, againLeft: 0, last: to === height });
    shown = to;
  }
  return strips;
}

function againFrom(shown: number, css: number, changes: Uint8Array | null): number {
  const [least, most] = [Math.round(AGAIN.least / css), Math.round(AGAIN.most / css)];
  return calmest(Math.max(0, shown - most), Math.max(0, shown - least), changes);
}

/** Too wide to be read on one page: parts beside each other, each row of parts before the next one. */
function inColumns(shape: Shape, paper: Paper, css: number, changes: Uint8Array | null): Cutting {
  const scale = 1.15 * SCALE.least * css;
  const wide = Math.floor(paper.width / scale);
  const again = Math.min(Math.round(COLUMN_AGAIN / css), Math.floor(wide / 4));
  const columns = Math.ceil((shape.width - again) / (wide - again));
  const rows = rowsOf(shape, { ...paper, first: paper.next }, scale, css, changes);
  const strips = rows.flatMap((row) =>
    Array.from({ length: columns }, (_, i): Strip => {
      const x = i * (wide - again);
      const width = Math.min(wide, shape.width - x);
      return { ...row, x, width, againLeft: i === 0 ? 0 : again, last: row.last && i === columns - 1 };
    }),
  );
  return { scale, strips, columns };
}

/** Rows around a cut that should not change either, so that no letter touches the cut. */
const AROUND = 4;

/**
 * The row from `least` to `most` before which a cut crosses the least: where the rows around it are all the same. Of equals,
 * the middle of the longest calm stretch; where nothing is calm, `most`.
 */
export function calmest(least: number, most: number, changes: Uint8Array | null): number {
  if (!changes || least >= most) return most;
  let best = { at: most, length: 0 };
  let start = -1;
  for (let y = least; y <= most + 1; y += 1) {
    const calm = y <= most && y < changes.length && (changes[y] ?? 255) === 0;
    if (calm && start < 0) start = y;
    if (calm || start < 0) continue;
    // Long stretches are all as good: then the lowest one wins, and less paper is used.
    const length = Math.min(y - start, 3 * AROUND);
    if (length >= best.length && length >= AROUND) best = { at: Math.floor((start + y) / 2), length };
    start = -1;
  }
  return best.length > 0 ? best.at : leastChange(least, most, changes);
}

function leastChange(least: number, most: number, changes: Uint8Array): number {
  let [at, lowest] = [most, Number.POSITIVE_INFINITY];
  for (let y = Math.max(least, AROUND); y <= Math.min(most, changes.length - AROUND); y += 1) {
    let sum = 0;
    for (let i = y - AROUND; i < y + AROUND; i += 1) sum += changes[i] ?? 255;
    if (sum <= lowest) [at, lowest] = [y, sum];
  }
  return at;
}
