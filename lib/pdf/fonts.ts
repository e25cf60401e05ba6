/** The fonts that we ship, each loaded only when a text needs it, and the bytes of HarfBuzz. */
import { type Shaper, startShaper } from './harfbuzz';
import { type Face, readFace } from './sfnt';

type Module = Promise<{ readonly default: string }>;

interface Shipped {
  readonly name: string;
  /** The code points that it is loaded for; what it really holds is in its own table. */
  readonly script: RegExp;
  readonly load: () => Module;
}

/** In each of these fonts one character may not be one glyph at one place: HarfBuzz draws them (pdf.md § Features). */
export const SHAPED = /[\p{M}\p{Script=Arabic}\p{Script=Bengali}\p{Script=Devanagari}\p{Script=Tamil}\u200c\u200d]/u;

const REGULAR: Shipped = {
  name: 'NotoSans',
  script: /./su,
  load: () => import('@/assets/fonts/NotoSans-Regular.ttf?inline'),
};
const BOLD: Shipped = {
  name: 'NotoSans-Bold',
  script: /./su,
  load: () => import('@/assets/fonts/NotoSans-Bold.ttf?inline'),
};

const OTHERS: readonly Shipped[] = [
  {
    // Not Noto Naskh: it draws letters as skeleton and dots, and what is read back is noise (pdf.md, gotcha 5).
    name: 'Vazirmatn',
    script: /\p{Script=Arabic}/u,
    load: () => import('@/assets/fonts/Vazirmatn-Regular.ttf?inline'),
  },
  {
    name: 'NotoSansArmenian',
    script: /\p{Script=Armenian}/u,
    load: () => import('@/assets/fonts/NotoSansArmenian-Regular.ttf?inline'),
  },
  {
    name: 'NotoSansBengali',
    script: /\p{Script=Bengali}/u,
    load: () => import('@/assets/fonts/NotoSansBengali-Regular.ttf?inline'),
  },
  {
    name: 'NotoSansDevanagari',
    script: /\p{Script=Devanagari}/u,
    load: () => import('@/assets/fonts/NotoSansDevanagari-Regular.ttf?inline'),
  },
  {
    name: 'NotoSansEthiopic',
    script: /\p{Script=Ethiopic}/u,
    load: () => import('@/assets/fonts/NotoSansEthiopic-Regular.ttf?inline'),
  },
  {
    name: 'NotoSansGeorgian',
    script: /\p{Script=Georgian}/u,
    load: () => import('@/assets/fonts/NotoSansGeorgian-Regular.ttf?inline'),
  },
  {
    name: 'NotoSansTamil',
    script: /\p{Script=Tamil}/u,
    load: () => import('@/assets/fonts/NotoSansTamil-Regular.ttf?inline'),
  },
  {
    name: 'NotoSansSC',
    script: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff5e]/u,
    load: () => import('@/assets/fonts/NotoSansSC-Regular.ttf?inline'),
  },
];

/** The fonts of one text, ours first, and what shapes them when one of its scripts asks for it. */
export interface FontSet {
  readonly regular: Face;
  readonly bold: Face;
  readonly others: readonly Face[];
  readonly shaper: Shaper | null;
}

const faces = new Map<string, Promise<Face>>();
let shaper: Promise<Shaper> | null = null;

function faceOf(shipped: Shipped): Promise<Face> {
  const known = faces.get(shipped.name);
  if (known) return known;
  const face = shipped.load().then(({ default: url }) => readFace(shipped.name, bytesOfDataUrl(url)));
  faces.set(shipped.name, face);
  return face;
}

function theShaper(): Promise<Shaper> {
  shaper ??= import('harfbuzzjs/dist/harfbuzz.wasm?url&inline').then(({ default: url }) =>
    startShaper(bytesOfDataUrl(url)),
  );
  return shaper;
}

/** Loads what `text` needs; the same fonts are kept for the next letter of the page. */
export async function fontsFor(text: string): Promise<FontSet> {
  const [regular, bold, needed] = await Promise.all([
    faceOf(REGULAR),
    faceOf(BOLD),
    SHAPED.test(text) ? theShaper() : null,
  ]);
  const others = await Promise.all(OTHERS.filter((one) => one.script.test(text)).map(faceOf));
  return { regular, bold, others, shaper: needed };
}

/** Not `fetch`: the policy of our pages is `connect-src 'none'`. */
function bytesOfDataUrl(url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(url.slice(url.indexOf(',') + 1));
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
