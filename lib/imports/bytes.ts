/** Reading numbers and texts from bytes, never past their end. */

/** A window on bytes: out of bounds is `null`, never an exception. */
export class Bytes {
  readonly all: Uint8Array<ArrayBuffer>;
  private readonly view: DataView;

  constructor(all: Uint8Array<ArrayBuffer>) {
    this.all = all;
    this.view = new DataView(all.buffer, all.byteOffset, all.byteLength);
  }

  get length(): number {
    return this.all.byteLength;
  }

  u8(at: number): number | null {
    return this.has(at, 1) ? this.view.getUint8(at) : null;
  }

  u16(at: number, little = false): number | null {
    return this.has(at, 2) ? this.view.getUint16(at, little) : null;
  }

  u32(at: number, little = false): number | null {
    return this.has(at, 4) ? this.view.getUint32(at, little) : null;
  }

  /** Characters of one byte each; '' when they are not all there. */
  ascii(at: number, length: number): string {
    if (!this.has(at, length)) return '';
    let text = '';
    for (let index = at; index < at + length; index += 1) text += String.fromCharCode(this.all[index] ?? 0);
    return text;
  }

  slice(from: number, to: number): Uint8Array<ArrayBuffer> {
    return this.all.subarray(from, Math.min(to, this.length));
  }

  private has(at: number, length: number): boolean {
    return Number.isInteger(at) && at >= 0 && length >= 0 && at + length <= this.length;
  }
}

/** Puts pieces one after the other. */
export function joined(parts: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.byteLength;
  }
  return all;
}
