/** Writes drawn sheets into a PDF as they come: pdfkit makes the objects and the structure, we write the text and the pictures. */
import PDFDocument from 'pdfkit';
import { EmbeddedFont, InvisibleFont, type MakeObject } from './embedded-font';
import type { AttachedFile } from './pack-types';
import { type HeldFont, imageOperators, type PagePens, place, runOperators } from './page-operators';
import type { Picture } from './picture';
import type { Face } from './sfnt';
import { type Drawn, type Mark, PAGE, type PageSize, type Sheet, type StructureNode } from './sheet';
import type { TextLine } from './typeset';

export interface Properties {
  /** Shown by a viewer and a print queue: neutral. */
  readonly title: string;
  /** The same input at the same instant gives the same bytes. */
  readonly at: Date;
  readonly language: string;
  /** Pages stay open until the end, so that they can still be filled: a table of contents, « 3/12 ». */
  readonly open?: boolean;
}

/** Pages that were set aside before what they say was known. */
export interface Reserved {
  readonly first: number;
  readonly element: PDFKit.PDFStructureElement;
}

export class PdfWriter {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #make: MakeObject;
  readonly #fonts = new Map<Face, HeldFont<EmbeddedFont>>();
  readonly #pictures = new Map<Picture, { readonly name: string; readonly object: object }>();
  readonly #images = new Map<Drawn, { readonly name: string; readonly object: object }>();
  readonly #elements = new Map<StructureNode, PDFKit.PDFStructureElement>();
  readonly #root: PDFKit.PDFStructureElement;
  readonly #pens: PagePens;
  readonly #sizes: PageSize[] = [];
  readonly #output: Promise<Blob>;
  #written = 0;
  #invisible: HeldFont<InvisibleFont> | null = null;
  #count = 0;
  #drawn = 0;

  constructor({ title, at, language, open = false }: Properties) {
    this.#pdf = new PDFDocument({
      size: [PAGE.width, PAGE.height],
      margin: 0,
      autoFirstPage: false,
      bufferPages: open,
      // Empty: pdfkit would ask for Helvetica, which its browser build does not hold (pdf.md, gotcha 9).
      font: '',
      pdfVersion: '1.7',
      tagged: true,
      lang: language,
      displayTitle: true,
      // Neither our name nor pdfkit's: the file says nothing of what made it (domain.md § 7.4.6).
      info: { Title: title, Producer: 'PDF', Creator: title, CreationDate: at },
    });
    this.#make = (data, content) => {
      const object = this.#pdf.ref({ ...data });
      object.end(content);
      return object;
    };
    this.#output = this.#collected();
    this.#root = this.#pdf.struct('Document');
    this.#pdf.addStructure(this.#root);
    this.#pens = {
      font: (face) => this.#font(face),
      invisible: () => this.#invisibleFont(),
      picture: (picture) => this.#picture(picture),
      image: (image) => this.#image(image),
    };
  }

  get pages(): number {
    return this.#count;
  }

  /** Bytes that went out until now, pages that are still open not counted. */
  get written(): number {
    return this.#written;
  }

  /** Prints the sheets; `section` and its children, which their marks belong to, are closed then. */
  add(sheets: readonly Sheet[], section: StructureNode): void {
    const element = this.#element(section);
    this.#root.add(element);
    for (const sheet of sheets) {
      this.#page(sheet.size ?? PAGE);
      this.#marks(sheet.marks);
    }
    this.#close(element);
  }

  /** Sets pages aside; `fill` says later what stands on them. Only where pages stay open. */
  reserve(count: number, size: PageSize = PAGE): Reserved {
    const element = this.#pdf.struct('Sect');
    this.#root.add(element);
    const first = this.#count;
    for (let i = 0; i < count; i += 1) this.#page(size);
    return { first, element };
  }

  fill({ first, element }: Reserved, sheets: readonly Sheet[], section: StructureNode): void {
    for (const child of section.children) element.add(this.#element(child));
    sheets.forEach((sheet, i) => {
      this.#pdf.switchToPage(first + i);
      this.#marks(sheet.marks);
    });
    this.#close(element);
  }

  /** The picture will not be drawn again: its data is let go. */
  forget(image: Drawn): void {
    this.#images.delete(image);
  }

  /** @param page counted from 0 */
  bookmark(title: string, page: number): void {
    // The published types lack `fit`, which pdfkit reads; without it, it aims at the right edge of the page.
    const options: object = { pageNumber: page, fit: true };
    this.#pdf.outline.addItem(title, options);
  }

  attach({ bytes, name, type, description }: AttachedFile, at: Date): void {
    // The published types lack `relationship` and Uint8Array, which pdfkit takes.
    const options: object = { name, type, description, creationDate: at, modifiedDate: at, relationship: 'Source' };
    this.#pdf.file(bytes as unknown as ArrayBuffer, options);
  }

  /** @param foot drawn on each page, which is not read aloud; only where pages stay open */
  finish(foot?: (page: number, of: number, size: PageSize) => readonly Mark[]): Promise<Blob> {
    if (foot) {
      this.#sizes.forEach((size, page) => {
        this.#pdf.switchToPage(page);
        this.#marks(foot(page, this.#count, size));
      });
    }
    this.#root.end();
    const held = [...this.#fonts.values(), ...(this.#invisible ? [this.#invisible] : [])];
    for (const { value, root } of held) {
      Object.assign(root.data, value.write(this.#make));
      root.end(undefined);
    }
    this.#pdf.end();
    return this.#output;
  }

  #page({ width, height }: PageSize): void {
    this.#pdf.addPage({ size: [width, height], margin: 0 });
    this.#sizes.push({ width, height });
    this.#count += 1;
  }

  #element(node: StructureNode): PDFKit.PDFStructureElement {
    // The published types lack `scope`, which pdfkit reads.
    const options: object = { ...(node.scope ? { scope: node.scope } : {}), ...(node.alt ? { alt: node.alt } : {}) };
    const element = this.#pdf.struct(node.tag, options);
    this.#elements.set(node, element);
    for (const child of node.children) element.add(this.#element(child));
    return element;
  }

  #close(element: PDFKit.PDFStructureElement): void {
    element.end();
    this.#elements.clear();
  }

  /** Marks in a row that belong to the same element share one stretch of marked content. */
  #marks(marks: readonly Mark[]): void {
    for (let i = 0; i < marks.length; ) {
      const node = nodeOf(marks[i]);
      let end = i;
      while (end < marks.length && nodeOf(marks[end]) === node) end++;
      const element = node && this.#elements.get(node);
      const content = element ? this.#pdf.markStructureContent(node.tag) : null;
      if (!element) this.#pdf.markContent('Artifact', { type: 'Layout' });
      this.#pdf.addContent(
        marks
          .slice(i, end)
          .flatMap((mark) => this.#operators(mark))
          .join('\n'),
      );
      this.#pdf.endMarkedContent();
      if (element && content) element.add(content);
      i = end;
    }
  }

  #operators(mark: Mark): readonly string[] {
    switch (mark.kind) {
      case 'line':
        return this.#line(mark.line, mark.x, mark.y);
      case 'image':
        return imageOperators(mark, this.#pens, this.#pdf.page);
      case 'bar':
        return [`q 0.8 g ${[mark.x, mark.y, mark.width, mark.height].map(place).join(' ')} re f Q`];
      case 'rule': {
        const dots = mark.dotted ? '[0.6 1.8] 0 d' : '[] 0 d';
        return [
          `q 0.4 G 0.6 w ${dots} ${place(mark.x)} ${place(mark.y)} m ${place(mark.toX)} ${place(mark.toY)} l S Q`,
        ];
      }
    }
  }

  #line(line: TextLine, left: number, y: number): readonly string[] {
    return line.runs.flatMap(({ x, run }) => runOperators(run, line.size, left + x, y, this.#pens, this.#pdf.page));
  }

  #font(face: Face): HeldFont<EmbeddedFont> {
    const known = this.#fonts.get(face);
    if (known) return known;
    const number = this.#fonts.size;
    const font = new EmbeddedFont(face, `CDDAA${String.fromCharCode(65 + number)}`);
    const made = { name: `F${number + 1}`, value: font, root: this.#pdf.ref({}) };
    this.#fonts.set(face, made);
    return made;
  }

  #invisibleFont(): HeldFont<InvisibleFont> {
    this.#invisible ??= { name: 'F0', value: new InvisibleFont(), root: this.#pdf.ref({}) };
    return this.#invisible;
  }

  #picture(picture: Picture): { readonly name: string; readonly object: object } {
    const known = this.#pictures.get(picture);
    if (known) return known;
    const { width, height, ink } = picture.pixels;
    const keys = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height };
    const object = this.#make({ ...keys, ColorSpace: 'DeviceGray', BitsPerComponent: 8 }, ink);
    const made = { name: `P${this.#pictures.size + 1}`, object };
    this.#pictures.set(picture, made);
    return made;
  }

  /** Written where it is first drawn; named by its number in the journal. */
  #image(image: Drawn): { readonly name: string; readonly object: object } {
    const known = this.#images.get(image);
    if (known) return known;
    const { raster, seq, sha256 } = image;
    const { palette } = raster;
    const colours = palette
      ? { ColorSpace: ['Indexed', 'DeviceRGB', palette.length / 3 - 1, this.#make({}, palette)] }
      : {};
    const source = Uint8Array.from(sha256.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    const object = this.#pdf.ref({ ...raster.keys, ...colours, CDDA_Seq: seq, CDDA_Source: source });
    for (const part of raster.data) object.write(part);
    object.end(undefined);
    this.#drawn += 1;
    const made = { name: `I${this.#drawn}`, object };
    this.#images.set(image, made);
    return made;
  }

  /** Blobs of blobs: the browser keeps them out of the page's own memory (pdf.md, gotcha 12). */
  #collected(): Promise<Blob> {
    return new Promise((resolve, reject) => {
      let parts: BlobPart[] = [];
      let held = 0;
      this.#pdf.on('data', (part: Uint8Array<ArrayBuffer>) => {
        parts.push(part);
        held += part.length;
        this.#written += part.length;
        if (held < HELD_BYTES && parts.length < HELD_PARTS) return;
        parts = [new Blob(parts)];
        held = 0;
      });
      this.#pdf.on('error', reject);
      this.#pdf.on('end', () => resolve(new Blob(parts, { type: 'application/pdf' })));
    });
  }
}

const HELD_BYTES = 1_000_000;
const HELD_PARTS = 4_000;

const nodeOf = (mark: Mark | undefined): StructureNode | null =>
  mark?.kind === 'line' || mark?.kind === 'image' ? mark.node : null;
