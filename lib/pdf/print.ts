/** Turns drawn sheets into the bytes of a PDF, all at once. */
import type { Sheet, StructureNode } from './sheet';
import { PdfWriter, type Properties } from './writer';

/** @param section the element that holds every node of the marks */
export async function printSheets(
  sheets: readonly Sheet[],
  section: StructureNode,
  properties: Properties,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new PdfWriter(properties);
  writer.add(sheets, section);
  return new Uint8Array(await (await writer.finish()).arrayBuffer());
}
