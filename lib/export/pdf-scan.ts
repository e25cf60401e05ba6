/**
 * Reads the objects of a PDF that we wrote. Not a reader of PDFs: it knows the one form that our writer gives (objects
 * one after the other, one table, one end) and refuses every other, so that nothing can hide from it.
 */

/** The bytes are not in the form that we write. */
export class PdfFormError extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'PdfFormError';
  }
}

export interface PdfName {
  readonly name: string;
}
export interface PdfRef {
  readonly ref: number;
}
/** Strings are Latin-1: one character a byte. */
export type PdfValue = string | number | boolean | null | PdfName | PdfRef | readonly PdfValue[] | PdfDict;
export type PdfDict = ReadonlyMap<string, PdfValue>;

export interface PdfObject {
  readonly number: number;
  readonly value: PdfValue;
  /** As it lies in the file, still compressed. */
  readonly stream: Uint8Array<ArrayBuffer> | null;
}

export interface ScannedPdf {
  readonly objects: ReadonlyMap<number, PdfObject>;
  readonly trailer: PdfDict;
}

const MAX_OBJECTS = 200_000;
const MAX_DEPTH = 64;

export const isDict = (value: PdfValue | undefined): value is PdfDict => value instanceof Map;
export const isRef = (value: PdfValue | undefined): value is PdfRef =>
  typeof value === 'object' && value !== null && 'ref' in value;
/** The name without its slash; undefined for anything else. */
export const nameIn = (value: PdfValue | undefined): string | undefined =>
  typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined;

const latin1 = new TextDecoder('latin1');

/** Walks through the bytes; every method throws PdfFormError where the form is another. */
class Walker {
  at = 0;
  private readonly bytes: Uint8Array<ArrayBuffer>;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  /** The next bytes as text, not passed over. */
  peek(length: number): string {
    return latin1.decode(this.bytes.subarray(this.at, this.at + length));
  }

  expect(text: string): void {
    if (this.peek(text.length) !== text) throw new PdfFormError(`${JSON.stringify(text)} expected at ${this.at}`);
    this.at += text.length;
  }

  /** Spaces and line ends. Comments are not passed over: we write none but the first two lines. */
  space(): void {
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return;
      this.at += 1;
    }
  }

  /** What a regular expression (sticky) finds here. */
  match(pattern: RegExp, window: number): RegExpExecArray {
    const found = pattern.exec(this.peek(window));
    if (found?.index !== 0) throw new PdfFormError(`unexpected bytes at ${this.at}`);
    this.at += found[0].length;
    return found;
  }

  take(length: number): Uint8Array<ArrayBuffer> {
    if (!Number.isSafeInteger(length) || length < 0 || this.at + length > this.bytes.length) {
      throw new PdfFormError('a length beyond the end');
    }
    const taken = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return taken;
  }

  value(depth: number): PdfValue {
    if (depth > MAX_DEPTH) throw new PdfFormError('too deep');
    this.space();
    const [first = '', second] = this.peek(2);
    if (first === '<' && second === '<') return this.dict(depth);
    if (first === '<') return this.hex();
    if (first === '[') return this.array(depth);
    if (first === '(') return this.string();
    if (first === '/') return { name: this.name() };
    if (/[-+.\d]/.test(first)) return this.number();
    const [word] = this.match(/^(?:true|false|null)(?![A-Za-z])/, 6);
    return word === 'null' ? null : word === 'true';
  }

  private dict(depth: number): PdfDict {
    this.expect('<<');
    const members = new Map<string, PdfValue>();
    for (this.space(); this.peek(2) !== '>>'; this.space()) {
      const key = this.name();
      // pdfkit writes `length` beside `Length`; the same name twice would be read one way here and another way there.
      if (members.has(key)) throw new PdfFormError(`${key} twice`);
      members.set(key, this.value(depth + 1));
    }
    this.expect('>>');
    return members;
  }

  private array(depth: number): PdfValue[] {
    this.expect('[');
    const items: PdfValue[] = [];
    for (this.space(); this.peek(1) !== ']'; this.space()) items.push(this.value(depth + 1));
    this.expect(']');
    return items;
  }

  private name(): string {
    const [, raw = ''] = this.match(/^\/([!-~]*?)(?=[\s()<>[\]{}/%]|$)/, 200);
    return raw.replace(/#([0-9A-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }

  private number(): PdfValue {
    const reference = /^(\d{1,9}) 0 R(?![A-Za-z0-9])/.exec(this.peek(16));
    if (reference) {
      this.at += reference[0].length;
      return { ref: Number(reference[1]) };
    }
    return Number(this.match(/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/, 40)[0]);
  }

  private hex(): string {
    this.expect('<');
    const start = this.at;
    const end = this.bytes.indexOf(0x3e, start);
    if (end < 0) throw new PdfFormError('a string without end');
    this.at = end + 1;
    const digits = latin1.decode(this.bytes.subarray(start, end)).replace(/\s/g, '');
    if (/[^0-9A-Fa-f]/.test(digits)) throw new PdfFormError('no hexadecimal');
    return digits.replace(/..?/g, (pair) => String.fromCharCode(Number.parseInt(pair.padEnd(2, '0'), 16)));
  }

  /** Between parentheses, balanced; escapes are kept as they are, but for what closes it. */
  private string(): string {
    const start = this.at + 1;
    let open = 0;
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === undefined) throw new PdfFormError('a string without end');
      this.at += byte === 0x5c ? 2 : 1;
      if (byte === 0x28) open += 1;
      if (byte === 0x29) open -= 1;
      if (open === 0) return latin1.decode(this.bytes.subarray(start, this.at - 1));
    }
  }
}

/** `12 0 obj` … `endobj`. */
function readObject(walker: Walker): PdfObject {
  const [, digits] = walker.match(/^(\d{1,9}) 0 obj\n/, 20);
  const value = walker.value(0);
  walker.space();
  let stream: Uint8Array<ArrayBuffer> | null = null;
  if (walker.peek(7) === 'stream\n') {
    walker.expect('stream\n');
    const length = isDict(value) ? value.get('Length') : null;
    if (typeof length !== 'number') throw new PdfFormError('a stream without length');
    stream = walker.take(length);
    walker.space();
    walker.expect('endstream');
    walker.space();
  }
  walker.expect('endobj');
  walker.space();
  return { number: Number(digits), value, stream };
}

/** The table must name each object, once, at its place. */
function readTable(walker: Walker, places: ReadonlyMap<number, number>): void {
  walker.expect('xref\n');
  const [, digits] = walker.match(/^0 (\d{1,9})\n/, 20);
  const count = Number(digits);
  if (count !== places.size + 1) throw new PdfFormError('a table of another length');
  walker.match(/^0000000000 65535 f ?\r?\n/, 22);
  for (let number = 1; number < count; number += 1) {
    const [, offset] = walker.match(/^(\d{10}) 00000 n ?\r?\n/, 22);
    if (places.get(number) !== Number(offset)) throw new PdfFormError(`object ${number} is elsewhere`);
  }
}

/**
 * Every object of a PDF that our writer made.
 * @throws PdfFormError when it is in any other form: changed since, appended to, or written by another program
 */
export function scanPdf(bytes: Uint8Array<ArrayBuffer>): ScannedPdf {
  const walker = new Walker(bytes);
  walker.match(/^%PDF-1\.\d\n%[^\n]{1,16}\n/, 40);
  walker.space();
  const objects = new Map<number, PdfObject>();
  const places = new Map<number, number>();
  for (let start = walker.at; /^\d/.test(walker.peek(1)); start = walker.at) {
    const object = readObject(walker);
    if (objects.has(object.number) || objects.size >= MAX_OBJECTS) throw new PdfFormError('an object twice');
    objects.set(object.number, object);
    places.set(object.number, start);
  }
  const table = walker.at;
  readTable(walker, places);
  walker.expect('trailer\n');
  const trailer = walker.value(0);
  if (!isDict(trailer) || trailer.has('Prev')) throw new PdfFormError('no trailer of ours');
  walker.space();
  const [, start] = walker.match(/^startxref\n(\d{1,12})\n%%EOF\n?/, 40);
  if (Number(start) !== table || !walker.isAtEnd) throw new PdfFormError('more after the end');
  return { objects, trailer };
}

/** Follows a reference; undefined when it leads nowhere. */
export function resolve(value: PdfValue | undefined, { objects }: ScannedPdf): PdfValue | undefined {
  return isRef(value) ? objects.get(value.ref)?.value : value;
}
