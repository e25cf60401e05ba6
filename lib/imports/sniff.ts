/** What a file is, from its first bytes; its name and the type that it claims count for nothing but an e-mail, which has no mark. */
import { Bytes } from './bytes';

export type Sniffed = 'empty' | 'jpeg' | 'png' | 'webp' | 'heic' | 'pdf' | 'cfb' | 'mail' | 'other';

/** Brands of the ISO media container that phones use for pictures. */
const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif', 'avis'];
/** A header that opens an e-mail: one of these names in its first lines. */
const MAIL_HEADER =
  /^(?:return-path|received|from|to|subject|date|message-id|mime-version|delivered-to|x-[a-z0-9-]{1,60}|content-type|auto-submitted|reply-to|dkim-signature|arc-[a-z-]{1,40}):/i;
const SNIFFED = 4_096;

export function sniff(bytes: Uint8Array<ArrayBuffer>, name: string): Sniffed {
  if (bytes.byteLength === 0) return 'empty';
  const read = new Bytes(bytes);
  if (read.u16(0) === 0xffd8 && read.u8(2) === 0xff) return 'jpeg';
  if (read.u32(0) === 0x89504e47 && read.u32(4) === 0x0d0a1a0a) return 'png';
  if (read.ascii(0, 4) === 'RIFF' && read.ascii(8, 4) === 'WEBP') return 'webp';
  if (read.ascii(4, 4) === 'ftyp' && HEIC_BRANDS.includes(read.ascii(8, 4))) return 'heic';
  if (read.u32(0) === 0xd0cf11e0 && read.u32(4) === 0xa1b11ae1) return 'cfb';
  const start = read.ascii(0, Math.min(SNIFFED, bytes.byteLength));
  // Acrobat itself looks for the mark in the first 1,024 bytes.
  if (start.slice(0, 1_024).includes('%PDF-')) return 'pdf';
  return isMail(start, name) ? 'mail' : 'other';
}

function isMail(start: string, name: string): boolean {
  const lines = start.replace(/^\u00ef\u00bb\u00bf/, '').split(/\r?\n/, 40);
  const headers = lines.filter((line) => MAIL_HEADER.test(line)).length;
  const opens = MAIL_HEADER.test(lines[0] ?? '') || /^From \S/.test(lines[0] ?? '');
  return (opens && headers >= 2) || /\.eml$/i.test(name);
}
