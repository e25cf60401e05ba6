/** A picture as a PDF holds it: its own compressed data wherever that is possible, so that what is drawn is what was kept. */
import { AppError } from '@/lib/domain/errors';
import { type PngChunks, pngRowBytes, readPngChunks } from '@/lib/domain/png';
import { pngHeader, pngRows } from '@/lib/domain/png-rows';
import { canvasDecoder } from './decode';
import { exifOrientation, readJpegHeader } from './jpeg';
import type { DecodedPicture, PackPicture, PictureDecoder } from './pack-types';
import { BrokenPixels, deflated, dropOpaqueAlpha, eachFilteredRow, MOST_PIXELS, RowChanges } from './png-rows';

export interface Raster {
  readonly width: number;
  readonly height: number;
  /** EXIF: how it is to be turned, 1 to 8. */
  readonly orientation: number;
  /** Keys of the image object, without its data's length. */
  readonly keys: Readonly<Record<string, unknown>>;
  readonly data: readonly Uint8Array<ArrayBuffer>[];
  /** Colours of a palette, which the object maker writes apart. */
  readonly palette: Uint8Array<ArrayBuffer> | null;
  /** How much each row differs from the one above: worked out only for what is to be cut. Null where nobody knows. */
  readonly changes: () => Promise<Uint8Array | null>;
  /** Its pixels were worked out again (over white where it was see-through). */
  readonly decoded: boolean;
}

export interface RasterNeeds {
  readonly decode?: PictureDecoder | undefined;
}

const broken = (detail: string, cause?: unknown): AppError => new AppError('picture-unreadable', { detail, cause });

/**
 * PNG (grey, RGB, palette): IDAT byte for byte, once its zlib stream was seen to hold its rows. RGBA that hides nothing: its
 * own filtered rows less alpha. JPEG: byte for byte. Everything else goes through `decode`.
 * @throws AppError picture-unreadable when it is cut short, hostile, or of a kind that nothing here can decode
 */
export async function rasterOf(picture: PackPicture, needs: RasterNeeds): Promise<Raster> {
  try {
    if (picture.type === 'image/png') return await fromPng(picture, needs);
    if (picture.type === 'image/jpeg') return await fromJpeg(picture, needs);
    return await fromDecoder(picture, needs);
  } catch (cause) {
    if (cause instanceof BrokenPixels) throw broken(cause.message, cause);
    throw cause;
  }
}

async function fromJpeg(picture: PackPicture, needs: RasterNeeds): Promise<Raster> {
  const header = readJpegHeader(picture.bytes);
  if (!header) throw broken('not a whole JPEG');
  const { width, height, orientation, channels } = header;
  if (!header.common || header.bits !== 8 || (channels !== 1 && channels !== 3)) {
    // The browser turns it upright as it decodes.
    return fromDecoder(picture, needs);
  }
  const keys = { ...sizeKeys(width, height, 8), ColorSpace: colours(channels), Filter: 'DCTDecode' };
  return { width, height, orientation, keys, data: [picture.bytes], palette: null, changes: unknown, decoded: false };
}

async function fromPng(picture: PackPicture, needs: RasterNeeds): Promise<Raster> {
  const png = readPngChunks(picture.bytes);
  if (!png) throw broken('not a whole PNG');
  const orientation = (png.exif && exifOrientation(png.exif)) ?? 1;
  const seeThrough = png.transparency?.some((value) => png.colour !== 3 || value !== 255) ?? false;
  if (png.interlaced || seeThrough) return fromDecoder(picture, needs);
  if (png.colour === 4 || png.colour === 6) {
    const opaque = png.depth === 8 ? await withoutAlpha(png) : null;
    if (opaque) return { ...opaque, orientation };
    return (await overWhite(png, picture)) ?? fromDecoder(picture, needs);
  }
  await eachFilteredRow(png, () => undefined);
  return pngRaster(png, png.channels, png.data, orientation);
}

const unknown = async (): Promise<null> => null;

async function compared(png: PngChunks): Promise<Uint8Array> {
  const { channels, depth, height } = png;
  const rows = new RowChanges(pngRowBytes(png), height, Math.max(1, (channels * depth) / 8));
  await eachFilteredRow(png, (row, y) => rows.take(row, y));
  return rows.changes;
}

/** Null when a pixel can be seen through. */
async function withoutAlpha(png: PngChunks): Promise<Raster | null> {
  const channels = png.channels - 1;
  const length = pngRowBytes({ ...png, channels }) + 1;
  const rows = new Uint8Array(length * png.height);
  let opaque = true;
  await eachFilteredRow(png, (row, y) => {
    if (!opaque) return;
    const out = rows.subarray(y * length, (y + 1) * length);
    opaque = dropOpaqueAlpha(row, png.channels, y, out);
  });
  return opaque ? pngRaster(png, channels, [await deflated([rows])], 1) : null;
}

function pngRaster(
  png: PngChunks,
  channels: number,
  data: readonly Uint8Array<ArrayBuffer>[],
  orientation: number,
): Raster {
  const { width, height, depth, palette } = png;
  const keys = {
    ...sizeKeys(width, height, depth),
    ...(palette ? {} : { ColorSpace: colours(channels) }),
    Filter: 'FlateDecode',
    DecodeParms: { Predictor: 15, Colors: channels, BitsPerComponent: depth, Columns: width },
  };
  const changes = orientation === 1 ? (): Promise<Uint8Array> => compared(png) : unknown;
  return { width, height, orientation, keys, data, palette, changes, decoded: false };
}

/** What can be seen through is laid on white, without a canvas; null for the rare kinds that want one. */
async function overWhite(png: PngChunks, { bytes }: PackPicture): Promise<Raster | null> {
  const { width, height } = png;
  if (!pngHeader(bytes) || width * height > MOST_PIXELS / 4) return null;
  const rgb = new Uint8Array(3 * width * height);
  let y = 0;
  for await (const row of pngRows(bytes)) {
    rgb.set(row, 3 * width * y);
    y += 1;
  }
  return fromPixels({ width, height, rgb });
}

async function fromDecoder(picture: PackPicture, needs: RasterNeeds): Promise<Raster> {
  const { decode = canvasDecoder() } = needs;
  const decoded = await decode(picture.bytes, picture.type);
  if (!decoded) throw broken(`cannot be decoded: ${picture.type}`);
  return fromPixels(decoded);
}

/** Upright already. */
async function fromPixels({ width, height, rgb }: DecodedPicture): Promise<Raster> {
  const keys = {
    ...sizeKeys(width, height, 8),
    ColorSpace: colours(3),
    Filter: 'FlateDecode',
    DecodeParms: { Predictor: 15, Colors: 3, BitsPerComponent: 8, Columns: width },
  };
  const data = [await deflated([filteredUp(rgb, width, height)])];
  const png = { width, height, depth: 8, colour: 2, channels: 3, interlaced: false, palette: null, transparency: null };
  const changes = (): Promise<Uint8Array> => compared({ ...png, exif: null, data });
  return { width, height, orientation: 1, keys, data, palette: null, changes, decoded: true };
}

/** Rows with the filter « up », which suits pages. */
function filteredUp(rgb: Uint8Array, width: number, height: number): Uint8Array<ArrayBuffer> {
  const row = 3 * width;
  const out = new Uint8Array((row + 1) * height);
  for (let y = 0; y < height; y += 1) {
    const to = y * (row + 1);
    out[to] = y === 0 ? 0 : 2;
    for (let i = 0; i < row; i += 1) {
      const here = rgb[y * row + i] ?? 0;
      out[to + 1 + i] = y === 0 ? here : here - (rgb[(y - 1) * row + i] ?? 0);
    }
  }
  return out;
}

const colours = (channels: number): string => (channels === 1 ? 'DeviceGray' : 'DeviceRGB');

const sizeKeys = (width: number, height: number, depth: number): Readonly<Record<string, unknown>> => ({
  Type: 'XObject',
  Subtype: 'Image',
  Width: width,
  Height: height,
  BitsPerComponent: depth,
});

/** Width and height once it is upright. */
export const uprightSize = ({ width, height, orientation }: Raster): { width: number; height: number } =>
  orientation > 4 ? { width: height, height: width } : { width, height };
