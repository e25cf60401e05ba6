/** What a PDF of ours holds that can be checked: its pages, the pictures that it draws, the files attached to it. */
import { sha256Hex } from '@/lib/domain/chain';
import {
  isDict,
  isRef,
  nameIn,
  type PdfDict,
  PdfFormError,
  type PdfObject,
  type PdfValue,
  resolve,
  type ScannedPdf,
  scanPdf,
} from './pdf-scan';
import { inflate } from './piece-picture';

type Bytes = Uint8Array<ArrayBuffer>;

export interface PdfPicture {
  readonly object: PdfObject;
  readonly seq: number;
  readonly sha256: string;
}

export interface PiecePdf {
  readonly scanned: ScannedPdf;
  readonly pages: number;
  /** Pictures that say which file they are. */
  readonly pictures: readonly PdfPicture[];
  /** Pictures that say nothing of themselves, drawn words left out. */
  readonly others: number;
  /** Numbers of the objects that a page draws. */
  readonly drawn: ReadonlySet<number>;
  /** SHA-256 of each attached file. */
  readonly attached: readonly string[];
}

/** A letter that no font has is drawn as a small grey picture of its word (lib/pdf/picture.ts): at most this high. */
const MAX_WORD_HEIGHT = 320;
/** What a page says, at most: a whole page of text in any script has some 100,000 bytes. */
const MAX_CONTENT = 32 * 2 ** 20;
const MAX_ATTACHED = 512 * 2 ** 20;

/** Raw bytes or hexadecimal digits, as hexadecimal digits. */
function hashIn(value: PdfValue | undefined): string {
  if (typeof value !== 'string') return '';
  if (value.length === 64) return value.toLowerCase();
  return Array.from(value, (letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}

async function dataOf({ value, stream }: PdfObject, limit: number): Promise<Bytes> {
  const filter = isDict(value) ? value.get('Filter') : undefined;
  if (!stream || (filter !== undefined && nameIn(filter) !== 'FlateDecode')) throw new PdfFormError('another filter');
  const data = filter === undefined ? stream : await inflate(stream, limit);
  if (!data) throw new PdfFormError('a broken stream');
  return data;
}

const latin1 = new TextDecoder('latin1');
/** Strings say nothing of what is drawn. */
const STRING = /\((?:[^()\\]|\\[\s\S])*\)/g;
/** A picture written inside the page itself: our writer makes none. */
const INLINE = /(?:^|[\s>\])])BI[\s/]/;

async function contentOf(page: PdfDict, scanned: ScannedPdf): Promise<string> {
  const contents = page.get('Contents');
  const list = Array.isArray(contents) ? (contents as readonly PdfValue[]) : [contents];
  const texts: string[] = [];
  for (const one of list) {
    const object = isRef(one) ? scanned.objects.get(one.ref) : undefined;
    if (!object) throw new PdfFormError('a page without content');
    texts.push(latin1.decode(await dataOf(object, MAX_CONTENT)));
  }
  return texts.join('\n').replace(STRING, '()');
}

/** Numbers of the pictures that a page draws. */
async function drawnBy(page: PdfDict, scanned: ScannedPdf): Promise<number[]> {
  const content = await contentOf(page, scanned);
  if (INLINE.test(content)) throw new PdfFormError('a picture inside a page');
  const resources = resolve(page.get('Resources'), scanned);
  const named = isDict(resources) ? resolve(resources.get('XObject'), scanned) : undefined;
  return [...content.matchAll(/\/([!-'*-.0-;=?-Z\\^-z|~]+)\s+Do(?![A-Za-z])/g)].map(([, name = '']) => {
    const target = isDict(named) ? named.get(name) : undefined;
    if (!isRef(target)) throw new PdfFormError('a picture without object');
    return target.ref;
  });
}

function isDrawnWord(dict: PdfDict): boolean {
  const height = dict.get('Height');
  return nameIn(dict.get('ColorSpace')) === 'DeviceGray' && typeof height === 'number' && height <= MAX_WORD_HEIGHT;
}

/**
 * Reads a PDF of the pack.
 * @throws PdfFormError when it is not in the form that we write
 */
export async function readPiece(bytes: Bytes): Promise<PiecePdf> {
  const scanned = scanPdf(bytes);
  const pictures: PdfPicture[] = [];
  const drawn = new Set<number>();
  const attached: string[] = [];
  let [pages, others] = [0, 0];
  for (const object of scanned.objects.values()) {
    const { value } = object;
    if (!isDict(value)) continue;
    const [type, subtype] = [nameIn(value.get('Type')), nameIn(value.get('Subtype'))];
    if (type === 'Page') {
      pages += 1;
      for (const number of await drawnBy(value, scanned)) drawn.add(number);
    } else if (type === 'EmbeddedFile') attached.push(await sha256Hex(await dataOf(object, MAX_ATTACHED)));
    else if (subtype === 'Image') {
      const seq = value.get('CDDA_Seq');
      if (typeof seq === 'number') pictures.push({ object, seq, sha256: hashIn(value.get('CDDA_Source')) });
      else if (!isDrawnWord(value)) others += 1;
    } else if (type === 'XObject' || subtype === 'Form') throw new PdfFormError('a drawing apart');
  }
  return { scanned, pages, pictures, others, drawn, attached };
}
