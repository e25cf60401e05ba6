/** Turns drawn sheets into the bytes of a PDF: pdfkit writes the objects and the structure, we write the text. */
import PDFDocument from 'pdfkit';
import { EmbeddedFont, InvisibleFont, type MakeObject } from './embedded-font';
import type { Picture } from './picture';
import type { Face } from './sfnt';
import { type Mark, PAGE, type Sheet, type StructureNode } from './sheet';
import { glyphOperators } from './text-operators';
import type { Run, TextLine } from './typeset';

export interface Properties {
  /** Shown by a viewer and a print queue: neutral. */
  readonly title: string;
  /** The same input at the same instant gives the same bytes. */
  readonly at: Date;
  readonly language: string;
}

/** @param root the element that holds every node of the marks */
export function printSheets(
  sheets: readonly Sheet[],
  root: StructureNode,
  properties: Properties,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Printer(properties).print(sheets, root);
}

interface Held<T> {
  readonly name: string;
  readonly value: T;
  readonly root: PDFKit.PDFKitReference;
}

class Printer {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #make: MakeObject;
  readonly #fonts = new Map<Face, Held<EmbeddedFont>>();
  readonly #pictures = new Map<Picture, { readonly name: string; readonly object: object }>();
  readonly #elements = new Map<StructureNode, PDFKit.PDFStructureElement>();
  #invisible: Held<InvisibleFont> | null = null;

  constructor({ title, at, language }: Properties) {
    this.#pdf = new PDFDocument({
      size: [PAGE.width, PAGE.height],
      margin: 0,
      autoFirstPage: false,
      // Empty: pdfkit would ask for Helvetica, which its browser build does not hold (pdf.md, gotcha 9).
      font: '',
      pdfVersion: '1.7',
      tagged: true,
      lang: language,
      displayTitle: true,
      // Neither our name nor pdfkit's: a letter says nothing of what made it (domain.md § 7.4.6).
      info: { Title: title, Producer: 'PDF', Creator: title, CreationDate: at },
    });
    this.#make = (data, content) => {
      const object = this.#pdf.ref({ ...data });
      object.end(content);
      return object;
    };
  }

  print(sheets: readonly Sheet[], root: StructureNode): Promise<Uint8Array<ArrayBuffer>> {
    const done = collected(this.#pdf);
    const element = this.#element(root);
    this.#pdf.addStructure(element);
    for (const sheet of sheets) {
      this.#pdf.addPage();
      this.#sheet(sheet.marks);
    }
    element.end();
    const held = [...this.#fonts.values(), ...(this.#invisible ? [this.#invisible] : [])];
    for (const { value, root } of held) {
      Object.assign(root.data, value.write(this.#make));
      root.end(undefined);
    }
    this.#pdf.end();
    return done;
  }

  #element(node: StructureNode): PDFKit.PDFStructureElement {
    // The published types lack `scope`, which pdfkit reads.
    const options: object = node.scope ? { scope: node.scope } : {};
    const element = this.#pdf.struct(node.tag, options);
    this.#elements.set(node, element);
    for (const child of node.children) element.add(this.#element(child));
    return element;
  }

  /** Marks in a row that belong to the same element share one stretch of marked content. */
  #sheet(marks: readonly Mark[]): void {
    for (let i = 0; i < marks.length; ) {
      const node = nodeOf(marks[i]);
      let end = i;
      while (end < marks.length && nodeOf(marks[end]) === node) end++;
      const element = node && this.#elements.get(node);
      const content = element ? this.#pdf.markStructureContent(node.tag) : null;
      if (!element) this.#pdf.markContent('Artifact', { type: 'Layout' });
      for (const mark of marks.slice(i, end)) this.#mark(mark);
      this.#pdf.endMarkedContent();
      if (element && content) element.add(content);
      i = end;
    }
  }

  #mark(mark: Mark): void {
    if (mark.kind === 'line') {
      for (const { x, run } of mark.line.runs) this.#run(run, mark.line, mark.x + x, mark.y);
      return;
    }
    const dots = mark.dotted ? '[0.6 1.8] 0 d' : '[] 0 d';
    this.#pdf.addContent(
      `q 0.4 G 0.6 w ${dots} ${place(mark.x)} ${place(mark.y)} m ${place(mark.toX)} ${place(mark.toY)} l S Q`,
    );
  }

  #run(run: Run, { size }: TextLine, x: number, y: number): void {
    if (run.kind === 'picture') {
      this.#picture(run, size, x, y);
      return;
    }
    const { name, value, root } = this.#font(run.face);
    this.#pdf.page.fonts[name] = root;
    this.#pdf.addContent(
      `BT ${run.pale ? '0.33' : '0'} g /${name} ${place(size)} Tf 1 0 0 -1 ${place(x)} ${place(y)} Tm`,
    );
    this.#pdf.addContent(`${glyphOperators(run, value, size)} ET`);
  }

  #font(face: Face): Held<EmbeddedFont> {
    const known = this.#fonts.get(face);
    if (known) return known;
    const number = this.#fonts.size;
    const font = new EmbeddedFont(face, `CDDAA${String.fromCharCode(65 + number)}`);
    const made = { name: `F${number + 1}`, value: font, root: this.#pdf.ref({}) };
    this.#fonts.set(face, made);
    return made;
  }

  /** The drawn word, and its letters over it in invisible ink, so that it is found and read back. */
  #picture(run: Run & { readonly kind: 'picture' }, size: number, x: number, y: number): void {
    const { picture, text, rightToLeft } = run;
    const [width, height] = [picture.width, picture.ascent + picture.descent].map((one) => (one * size) / 1000);
    const { name, object } = this.#image(picture);
    this.#pdf.page.xobjects[name] = object;
    const bottom = y + (picture.descent * size) / 1000;
    this.#pdf.addContent(
      `q ${place(width)} 0 0 ${place(-(height ?? 0))} ${place(x)} ${place(bottom)} cm /${name} Do Q`,
    );
    this.#invisible ??= { name: 'F0', value: new InvisibleFont(), root: this.#pdf.ref({}) };
    const { name: font, value, root } = this.#invisible;
    this.#pdf.page.fonts[font] = root;
    const letters = Array.from(text);
    // Readers take what they find from left to right and turn it themselves (pdf.md § Canvas fallback).
    if (rightToLeft) letters.reverse();
    const stretch = picture.width / (10 * letters.length);
    const codes = letters.map((one) => value.codeOf(one).toString(16).padStart(4, '0')).join('');
    this.#pdf.addContent(
      `BT 3 Tr ${place(stretch)} Tz /${font} ${place(size)} Tf 1 0 0 -1 ${place(x)} ${place(y)} Tm <${codes}> Tj 0 Tr 100 Tz ET`,
    );
  }

  #image(picture: Picture): { readonly name: string; readonly object: object } {
    const known = this.#pictures.get(picture);
    if (known) return known;
    const { width, height, ink } = picture.pixels;
    const object = this.#make(
      {
        Type: 'XObject',
        Subtype: 'Image',
        Width: width,
        Height: height,
        ColorSpace: 'DeviceGray',
        BitsPerComponent: 8,
      },
      ink,
    );
    const made = { name: `P${this.#pictures.size + 1}`, object };
    this.#pictures.set(picture, made);
    return made;
  }
}

const nodeOf = (mark: Mark | undefined): StructureNode | null => (mark?.kind === 'line' ? mark.node : null);

/** A number as content streams want it: plain, at most 3 decimals. */
const place = (value: number | undefined): string => String(Math.round((value ?? 0) * 1000) / 1000);

function collected(pdf: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    pdf.on('data', (part: Uint8Array) => parts.push(part));
    pdf.on('error', reject);
    pdf.on('end', () => {
      const bytes = new Uint8Array(parts.reduce((sum, one) => sum + one.length, 0));
      let at = 0;
      for (const part of parts) {
        bytes.set(part, at);
        at += part.length;
      }
      resolve(bytes);
    });
  });
}
