/** A font inside one PDF: only the outlines used, and a code for each (glyph, text), so that what is read back is what was typed. */
import { type Face, subsetOf } from './sfnt';

/** Makes an object of the PDF and closes it; the answer stands for it in other objects. */
export type MakeObject = (data: Readonly<Record<string, unknown>>, content?: Uint8Array | string) => object;

/** The keys of a font that pages name (its Type0 dictionary). */
export type FontKeys = Readonly<Record<string, unknown>>;

export const hex = (value: number): string => value.toString(16).padStart(4, '0');
export const utf16 = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => hex(text.charCodeAt(i))).join('');

/**
 * For a code that says nothing: a format character, which pdf.js leaves out (it would take a code without text for a letter);
 * poppler and PDFium find it under an ActualText that hides it.
 */
const SILENT = '\u200b';

/** Codes of one font of one document. Code 0 is never used: it is « notdef ». */
export class EmbeddedFont {
  readonly #face: Face;
  readonly #name: string;
  readonly #codes = new Map<string, number>();
  readonly #glyphs: number[] = [0];
  readonly #texts: string[] = [''];
  readonly #widths: number[] = [0];

  /** @param tag six capitals that tell this subset from another (PDF 32000-1 § 9.6.4) */
  constructor(face: Face, tag: string) {
    this.#face = face;
    this.#name = `${tag}+${face.name}`;
  }

  /**
   * One glyph may stand for two texts (in Vazirmatn the space and the zero-width non-joiner): each has its own code (pdf.md, gotcha 6).
   * @param width thousandths of the em that the code moves the pen by
   */
  codeOf(glyph: number, text: string, width: number): number {
    const key = `${glyph}:${width}:${text}`;
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    const code = this.#glyphs.length;
    this.#codes.set(key, code);
    this.#glyphs.push(glyph);
    this.#texts.push(text);
    this.#widths.push(width);
    return code;
  }

  write(make: MakeObject): FontKeys {
    const subset = subsetOf(this.#face, this.#glyphs);
    const map = new Uint8Array(2 * this.#glyphs.length);
    this.#glyphs.forEach((glyph, code) => {
      const number = subset.numberOf.get(glyph) ?? 0;
      map.set([number >> 8, number & 0xff], 2 * code);
    });
    const { ascent, descent, capHeight, box, name } = this.#face;
    return composite(make, this.#name, this.#texts, {
      FontDescriptor: descriptorOf(make, this.#name, {
        FontBBox: box.map(Math.round),
        Ascent: Math.round(ascent),
        Descent: Math.round(descent),
        CapHeight: Math.round(capHeight),
        StemV: name.endsWith('Bold') ? 140 : 80,
        FontFile2: make({ Length1: subset.bytes.length }, subset.bytes),
      }),
      W: [0, this.#widths.map((width) => Math.round(width * 100) / 100)],
      CIDToGIDMap: make({}, map),
    });
  }
}

/** Codes without outlines, for the text under a picture: nothing is drawn with it (text mode 3), everything is read back. */
export class InvisibleFont {
  readonly #codes = new Map<string, number>();

  codeOf(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    this.#codes.set(text, this.#codes.size + 1);
    return this.#codes.size;
  }

  write(make: MakeObject): FontKeys {
    const name = 'Invisible';
    const measures = { FontBBox: [0, -200, 1000, 800], Ascent: 800, Descent: -200, CapHeight: 700, StemV: 80 };
    return composite(make, name, ['', ...this.#codes.keys()], {
      FontDescriptor: descriptorOf(make, name, measures),
      DW: 1000,
    });
  }
}

const descriptorOf = (make: MakeObject, name: string, measures: FontKeys): object =>
  // 4: « symbolic », the font's own codes (PDF 32000-1 table 123).
  make({ Type: 'FontDescriptor', FontName: name, Flags: 4, ItalicAngle: 0, ...measures });

function composite(make: MakeObject, name: string, texts: readonly string[], more: FontKeys): FontKeys {
  const descendant = make({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    // pdfkit writes a String object as a string and a bare string as a name.
    CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
    ...more,
  });
  return {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: make({}, toUnicodeMap(texts)),
  };
}

/** At most 100 lines a block (Adobe Technical Note 5014). */
function toUnicodeMap(texts: readonly string[]): string {
  const rows = texts.map((text, code) => `<${hex(code)}> <${utf16(text || SILENT)}>`);
  const blocks: string[] = [];
  for (let i = 0; i < rows.length; i += 100) {
    const block = rows.slice(i, i + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
