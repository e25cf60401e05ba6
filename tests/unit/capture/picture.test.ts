/** PNG headers, data URLs, and the check for flat pictures. */
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { bytesBase64, dataUrlBytes, pngSize } from '@/lib/capture/png';
import { isUniform, sampledRows } from '@/lib/capture/uniform';

function picture(width: number, height: number): Uint8Array {
  return PNG.sync.write(new PNG({ width, height }));
}

describe('pngSize', () => {
  it('reads the header', () => {
    expect(pngSize(picture(37, 5))).toEqual({ width: 37, height: 5 });
  });

  it('reads a picture that starts inside a larger buffer', () => {
    const bytes = picture(3, 4);
    const wide = new Uint8Array(bytes.length + 10);
    wide.set(bytes, 10);
    expect(pngSize(wide.subarray(10))).toEqual({ width: 3, height: 4 });
  });

  it.each([[new Uint8Array()], [new TextEncoder().encode('<html>'.repeat(20))], [picture(3, 4).slice(0, 20)]])(
    'refuses what is not a PNG',
    (bytes) => {
      expect(() => pngSize(bytes)).toThrow(expect.objectContaining({ code: 'picture-unreadable' }));
    },
  );

  it('refuses a size of zero', () => {
    const bytes = picture(3, 4);
    bytes.fill(0, 16, 20);
    expect(() => pngSize(bytes)).toThrow(expect.objectContaining({ code: 'picture-unreadable' }));
  });
});

describe('data URLs', () => {
  it('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70_000 }), (bytes) => {
        expect(dataUrlBytes(`data:image/png;base64,${bytesBase64(bytes)}`)).toEqual(bytes);
      }),
      { numRuns: 30 },
    );
  });

  it.each(['', 'data:,', 'https://exemple.invalid/', 'data:image/png;base64,%%%'])('refuses %s', (url) => {
    expect(() => dataUrlBytes(url)).toThrow(expect.objectContaining({ code: 'picture-unreadable' }));
  });
});

describe('isUniform', () => {
  const flat = (count: number, ...colour: number[]): number[] => Array.from({ length: count }, () => colour).flat();

  it('flags a white page, a nearly white one, and a three-word page', () => {
    expect(isUniform(flat(1_000, 255, 255, 255, 255))).toBe(true);
    expect(isUniform([...flat(500, 255, 255, 255, 255), ...flat(500, 251, 252, 250, 255)])).toBe(true);
    expect(isUniform([...flat(997, 255, 255, 255, 255), ...flat(3, 0, 0, 0, 255)])).toBe(true);
  });

  it('does not flag a page with text, nor a gradient', () => {
    expect(isUniform([...flat(990, 255, 255, 255, 255), ...flat(10, 0, 0, 0, 255)])).toBe(false);
    expect(
      isUniform(Array.from({ length: 1_000 }, (_, index) => [index % 256, index % 256, index % 256, 255]).flat()),
    ).toBe(false);
  });

  it('looks at rows spread over the whole picture, each once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 65_535 }), (height) => {
        const rows = sampledRows(height);
        expect(rows[0]).toBe(0);
        expect(rows.at(-1)).toBe(height - 1);
        expect(new Set(rows).size).toBe(rows.length);
      }),
    );
  });
});
