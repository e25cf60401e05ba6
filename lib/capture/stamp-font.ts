/** Loads the band's own font where there is no page: in the worker's or the event page's font set, once. */
import { AppError } from '@/lib/domain/errors';

/** The family under which IBM Plex Mono (OFL 1.1, assets/public/fonts/OFL.txt) is known. A name of ours, so that no font of the machine takes its place. */
export const STAMP_FAMILY = 'Carnet Mono';

/** Where the two files are: URLs of the extension (`runtime.getURL`), or their bytes. */
export interface StampFont {
  readonly regular: string | ArrayBuffer;
  readonly bold: string | ArrayBuffer;
}

/** Paths of the files in the extension. */
export const STAMP_FONT_PATHS = {
  regular: '/fonts/ibm-plex-mono-400.woff2',
  bold: '/fonts/ibm-plex-mono-700.woff2',
} as const;

/** A worker has `self.fonts`, a page `document.fonts`. */
function fontSet(): FontFaceSet {
  const scope = globalThis as { fonts?: FontFaceSet; document?: Document };
  const fonts = scope.fonts ?? scope.document?.fonts;
  if (!fonts) throw new AppError('stamp-failed', { detail: 'no font set here' });
  return fonts;
}

function source(font: string | ArrayBuffer): string | ArrayBuffer {
  return typeof font === 'string' ? `url(${JSON.stringify(font)}) format("woff2")` : font;
}

/**
 * Makes sure that the font is there before anything is measured.
 * @throws AppError stamp-failed
 */
export async function loadStampFont(font: StampFont): Promise<void> {
  const fonts = fontSet();
  if (
    [...fonts].filter((face) => face.family.replaceAll('"', '') === STAMP_FAMILY && face.status === 'loaded').length >=
    2
  )
    return;
  const faces = [
    new FontFace(STAMP_FAMILY, source(font.regular), { weight: '400' }),
    new FontFace(STAMP_FAMILY, source(font.bold), { weight: '700' }),
  ];
  try {
    for (const face of await Promise.all(faces.map((one) => one.load()))) fonts.add(face);
  } catch (cause) {
    throw new AppError('stamp-failed', { detail: 'the font did not load', cause });
  }
}
