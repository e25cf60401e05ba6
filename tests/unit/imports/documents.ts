/** E-mails, Outlook messages and PDFs for the tests, built by code. Everybody in them is invented. */
import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner';
import { type Bytes, latin, together } from './pictures';

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

export function eml(headers: readonly string[], body = 'Bonjour.\r\n'): Bytes {
  return utf8(`${headers.join('\r\n')}\r\n\r\n${body}`);
}

export const AUTO_REPLY = eml(
  [
    'From: Centre de contact <ne-pas-repondre@contact.example.gouv.fr>',
    'To: Mesange Inventee <mesange@exemple.invalid>',
    'Subject: =?UTF-8?Q?R=C3=A9ponse_automatique_:_votre_demande_n=C2=B0_123?=',
    'Date: Tue, 3 Nov 2026 14:05:09 +0100',
    'Message-ID: <abc@contact.example.gouv.fr>',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
  ],
  'Nous avons bien reçu votre message du 2 novembre 2026.\r\n',
);

const PROPERTY = '__substg1.0_';
const wide = (text: string): number[] => [...Buffer.from(text, 'utf16le')];

/** Types of a compound file's entries, as the library that writes it numbers them. */
const DIRECTORY = 1;
const DOCUMENT = 2;
const ROOT = 5;

export interface MsgOptions {
  readonly texts?: Readonly<Record<string, string>>;
  readonly submitted?: number;
  readonly attachment?: string;
}

/** A message as Outlook saves it, written by an independent library. */
export function msg({ texts = {}, submitted, attachment }: MsgOptions = {}): Bytes {
  const entries: { name: string; type: number; data?: number[]; children?: number[] }[] = [
    { name: 'Root Entry', type: ROOT, children: [] },
  ];
  const add = (parent: number, entry: { name: string; type: number; data?: number[]; children?: number[] }): number => {
    entries.push(entry);
    entries[parent]?.children?.push(entries.length - 1);
    return entries.length - 1;
  };
  const properties = Buffer.alloc(48);
  if (submitted !== undefined) {
    properties.writeUInt16LE(0x0040, 32);
    properties.writeUInt16LE(0x0039, 34);
    properties.writeBigUInt64LE(BigInt(submitted + 11_644_473_600_000) * 10_000n, 40);
  }
  add(0, { name: '__properties_version1.0', type: DOCUMENT, data: [...properties] });
  for (const [id, text] of Object.entries({ '001A': 'IPM.Note', ...texts })) {
    add(0, { name: `${PROPERTY}${id}001F`, type: DOCUMENT, data: wide(text) });
  }
  if (attachment) {
    const folder = add(0, { name: '__attach_version1.0_#00000000', type: DIRECTORY, children: [] });
    add(folder, { name: `${PROPERTY}3707001F`, type: DOCUMENT, data: wide(attachment) });
    add(folder, { name: `${PROPERTY}37010102`, type: DOCUMENT, data: [...Buffer.alloc(5_000, 7)] });
  }
  const burnt = entries.map(
    ({ name, type, data, children }): Entry => ({
      name,
      type,
      length: data?.length ?? 0,
      ...(data ? { binaryProvider: () => data } : {}),
      ...(children ? { children } : {}),
    }),
  );
  return new Uint8Array(burn(burnt));
}

/** A PDF from its objects, with a right table of offsets. @param extra members of the trailer */
export function pdf(objects: readonly string[], extra = ''): Bytes {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1} /Root 1 0 R ${extra}>>\nstartxref\n${start}\n%%EOF\n`;
  return latin(text);
}

export function stream(content: string, dictionary = ''): string {
  return `<</Length ${content.length} ${dictionary}>>\nstream\n${content}\nendstream`;
}

const FONT = '<</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>>>>>';

/** One page with one line of text; `catalog` and `page` add members to them. */
export function onePage(line: string, { catalog = '', page = '', more = [] as readonly string[] } = {}): Bytes {
  return pdf(
    [
      `<</Type /Catalog /Pages 2 0 R ${catalog}>>`,
      '<</Type /Pages /Kids [3 0 R] /Count 1>>',
      `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources ${FONT} /Contents 4 0 R ${page}>>`,
      stream(`BT /F1 12 Tf 50 750 Td (${line}) Tj ET`),
      "<</CreationDate (D:20261103140509+01'00') /Title (Lettre)>>",
      ...more,
    ],
    '/Info 5 0 R',
  );
}

export const bytesOf = (...parts: readonly (string | Uint8Array)[]): Bytes =>
  together(...parts.map((part) => (typeof part === 'string' ? utf8(part) : part)));
