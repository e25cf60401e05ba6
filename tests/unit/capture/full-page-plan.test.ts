/** The arithmetic of assembling: every row of the page comes from a view, whatever the page and the screen. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CANVAS_LIMITS } from '@/lib/capture/canvas';
import { canBeDrawn, pictureSize, placeView, planViews, sameMeasure } from '@/lib/capture/full-page-plan';
import type { Measure } from '@/lib/capture/full-page-protocol';

function page(over: Partial<Measure> = {}): Measure {
  return {
    scroller: 'document',
    viewport: { width: 1280, height: 720 },
    frame: { x: 0, y: 0, width: 1280, height: 720 },
    range: { x: 0, y: 1_000 },
    devicePixelRatio: 1,
    pinch: 1,
    ...over,
  };
}

describe('planViews', () => {
  it('ends exactly at the end of the page, overlapping the view before', () => {
    expect(planViews(page())).toEqual([
      { x: 0, y: 0 },
      { x: 0, y: 720 },
      { x: 0, y: 1_000 },
    ]);
  });

  it('takes one view of a page that does not scroll', () => {
    expect(planViews(page({ range: { x: 0, y: 0 } }))).toEqual([{ x: 0, y: 0 }]);
  });

  it('goes to the right too', () => {
    expect(planViews(page({ range: { x: 100, y: 0 } }))).toEqual([
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ]);
  });

  const measures = fc
    .record({
      ratio: fc.constantFrom(1, 1.25, 1.5, 1.75, 2, 2.625),
      width: fc.integer({ min: 200, max: 2_000 }),
      height: fc.integer({ min: 100, max: 1_500 }),
      range: fc.integer({ min: 0, max: 20_000 }),
      top: fc.integer({ min: 0, max: 80 }),
      bottom: fc.integer({ min: 0, max: 15 }),
      inner: fc.boolean(),
    })
    .map(({ ratio, width, height, range, top, bottom, inner }) =>
      page({
        scroller: inner ? 'inner' : 'document',
        devicePixelRatio: ratio,
        viewport: { width, height },
        frame: inner ? { x: 0, y: top, width, height: height - top - bottom } : { x: 0, y: 0, width, height },
        range: { x: 0, y: range },
      }),
    );

  it('covers every row of the picture, without a hole, even when the browser snaps the scroll to device pixels', () => {
    fc.assert(
      fc.property(measures, (measure) => {
        const ratio = measure.devicePixelRatio;
        const shot = {
          width: Math.floor(measure.viewport.width * ratio),
          height: Math.floor(measure.viewport.height * ratio),
        };
        const { height } = pictureSize(measure);
        const rows = new Uint8Array(height + 4);
        planViews(measure).forEach((wanted, index) => {
          const at = { x: 0, y: Math.round(wanted.y * ratio) / ratio };
          for (const { from, to } of placeView(measure, at, shot, index === 0)) {
            expect(from.y + from.height).toBeLessThanOrEqual(shot.height);
            rows.fill(1, to.y, to.y + from.height);
          }
        });
        // The last row may be half a device pixel: a view shows whole ones.
        expect(rows.slice(0, height - 1).every((row) => row === 1)).toBe(true);
      }),
    );
  });

  it('keeps what is above an inner scroller at the top and moves what is below to the bottom', () => {
    const measure = page({ scroller: 'inner', frame: { x: 200, y: 50, width: 1_080, height: 600 } });
    const shot = { width: 1280, height: 720 };
    expect(placeView(measure, { x: 0, y: 0 }, shot, true)).toEqual([
      { from: { x: 0, y: 0, width: 1280, height: 650 }, to: { x: 0, y: 0 } },
      { from: { x: 0, y: 650, width: 1280, height: 70 }, to: { x: 0, y: 1_650 } },
    ]);
    expect(placeView(measure, { x: 0, y: 600 }, shot, false)).toEqual([
      { from: { x: 200, y: 50, width: 1_080, height: 600 }, to: { x: 200, y: 650 } },
    ]);
    expect(pictureSize(measure)).toEqual({ width: 1280, height: 1_720 });
  });
});

describe('limits', () => {
  it('refuses what a canvas does not hold', () => {
    expect(canBeDrawn(page({ range: { x: 0, y: 64_815 } }), CANVAS_LIMITS)).toBe(true);
    expect(canBeDrawn(page({ range: { x: 0, y: 64_816 } }), CANVAS_LIMITS)).toBe(false);
    expect(canBeDrawn(page({ range: { x: 5_000, y: 60_000 } }), CANVAS_LIMITS)).toBe(false);
  });
});

describe('sameMeasure', () => {
  it('sees a page that grew, and ignores rounding', () => {
    expect(sameMeasure(page(), page({ range: { x: 0, y: 1_000.4 } }))).toBe(true);
    expect(sameMeasure(page(), page({ range: { x: 0, y: 1_001 } }))).toBe(false);
    expect(sameMeasure(page(), page({ devicePixelRatio: 2 }))).toBe(false);
  });
});
