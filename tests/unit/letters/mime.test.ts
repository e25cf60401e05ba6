/** The mail draft byte for byte: headers, encodings, names of files, and what it never says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '@/lib/domain/letter-plain';
import { isMailAddress } from '@/lib/domain/letter-values';
import { type Attachment, attachmentPart, base64Lines, header, mailbox, quotedPrintable } from '@/lib/letters/mime';
import { emlDraft, isHeavy, MAIL_BYTES } from '@/lib/letters/render-eml';
import { write } from './support';

const AT = Date.parse('2026-11-22T10:00:00Z');
const file = (name: string, type = 'application/pdf'): Attachment => ({
  name,
  type,
  bytes: new TextEncoder().encode('%PDF-1.7'),
});

/** Decoders written from the RFCs, apart from the code under test. */
const decodeWords = (value: string): string =>
  Buffer.concat(
    value
      .replace(/\?=\r\n =\?/g, '?==?')
      .split(/(=\?UTF-8\?B\?[A-Za-z\d+/=]*\?=)/)
      .map((part) => (part.startsWith('=?') ? Buffer.from(part.slice(10, -2), 'base64') : Buffer.from(part))),
  ).toString('utf8');
const decodeQuoted = (value: string): string =>
  Buffer.from(
    value
      .replace(/=\r\n/g, '')
      .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

describe('headers', () => {
  it('are plain when they can be, else encoded words of 75 characters', () => {
    expect(header('Subject', 'Demande de rendez-vous')).toBe('Subject: Demande de rendez-vous');
    expect(header('Subject', 'Clôture')).toBe('Subject: =?UTF-8?B?Q2zDtHR1cmU=?=');
    expect(header('Subject', '=?UTF-8?B?aGE=?=')).toMatch(/^Subject: =\?UTF-8\?B\?/);
  });

  it('give back any text, cut no character in two, and keep their lines short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (text) => {
        const clean = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
        const made = header('Subject', text);
        for (const line of made.split('\r\n')) expect(line.length).toBeLessThanOrEqual(76);
        for (const [, word = ''] of made.matchAll(/=\?UTF-8\?B\?([^?]*)\?=/g))
          expect(Buffer.from(word, 'base64').toString('utf8')).not.toContain('\ufffd');
        const value = made.slice('Subject: '.length);
        if (value.startsWith('=?')) expect(decodeWords(value)).toBe(clean);
        else expect(value.replace(/\r\n /g, ' ')).toBe(clean.replace(/ +/g, ' '));
      }),
    );
  });

  it('cannot be begun by what somebody typed', () => {
    expect(header('Subject', 'a\r\nBcc: x@exemple.fr')).toBe('Subject: a Bcc: x@exemple.fr');
    expect(mailbox('a"\r\nBcc: x', 'moi@exemple.fr')).toBe('"a\\" Bcc: x"\r\n <moi@exemple.fr>');
    expect(decodeWords(mailbox('Наэль', 'moi@exemple.fr'))).toBe('Наэль\r\n <moi@exemple.fr>');
  });

  it('carry only addresses that a header can hold', () => {
    for (const good of ['a@b.fr', 'pref-aide.x+y@seine-saint-denis.gouv.fr']) expect(isMailAddress(good)).toBe(true);
    for (const bad of [
      'a@b',
      'a b@c.fr',
      'a@b.fr, c@d.fr',
      'a@b.fr>',
      '.a@b.fr',
      'é@b.fr',
      'a@-b.fr',
      '@b.fr',
      'a@b.fr\r\nBcc: x',
    ])
      expect(isMailAddress(bad)).toBe(false);
  });
});

describe('bodies', () => {
  it('quoted-printable gives back any text in lines of 76', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const made = quotedPrintable(text);
        for (const line of made.split('\r\n')) expect(line).toMatch(/^[!-~ ]{0,76}$/);
        for (const line of made.split('\r\n')) expect(line).not.toMatch(/ $/);
        expect(decodeQuoted(made)).toBe(text.replace(/\r\n?|\n/g, '\r\n'));
      }),
    );
    expect(quotedPrintable('From ici\n.\né=\n fin ')).toBe('=46rom ici\r\n=2E\r\n=C3=A9=3D\r\n fin=20');
  });

  it('base64 gives back any bytes in lines of 76, large files too', () => {
    const bytes = Uint8Array.from({ length: 200_001 }, (_, index) => (index * 7) % 256);
    const made = base64Lines(bytes);
    expect(Buffer.from(made.replaceAll('\r\n', ''), 'base64').equals(Buffer.from(bytes))).toBe(true);
    for (const line of made.split('\r\n')) expect(line.length).toBeLessThanOrEqual(76);
  });
});

describe('files', () => {
  it.each([
    ['01_capture.pdf', 'filename="01_capture.pdf"', ''],
    ['reçu.pdf', 'filename="recu.pdf"', "filename*=UTF-8''re%C3%A7u.pdf"],
    ['..\\..\\a/b"c.pdf', 'filename="_.._a_b_c.pdf"', ''],
    ['\u202efdp.exe', 'filename="_fdp.exe"', ''],
    ['x\r\nBcc: y.pdf', 'filename="x_Bcc_ y.pdf"', ''],
    ['', 'filename="piece"', ''],
  ])('%j', (name, plain, extended) => {
    const part = attachmentPart(file(name));
    expect(part).toContain(plain);
    if (extended) expect(part).toContain(extended);
    else expect(part).not.toContain('filename*');
  });

  it('cuts a long name in sections, and keeps its ending', () => {
    const part = attachmentPart(file(`${'é'.repeat(300)}.pdf`));
    const sections = [...part.matchAll(/filename\*(\d+)\*=(?:UTF-8'')?([^;\r\n]+)/g)].map(([, , text = '']) => text);
    expect(decodeURIComponent(sections.join(''))).toBe(`${'é'.repeat(96)}.pdf`);
    for (const line of part.split('\r\n').filter((one) => !one.includes('name="')))
      expect(line.length).toBeLessThanOrEqual(78);
  });

  it('attaches a message as bytes, and an odd type as bytes too', () => {
    for (const type of ['message/rfc822', 'text/html; x', 'multipart/mixed'])
      expect(attachmentPart(file('m.eml', type))).toContain('Content-Type: application/octet-stream;');
  });
});

describe('the draft', () => {
  const document = write('prefecture-mail', 'mail');
  const draft = emlDraft(document, {
    from: { name: 'Naëlle Inventée', address: 'naelle@exemple.fr' },
    to: 'appui@exemple.fr',
    at: AT,
    files: [file('01_lettre.pdf'), file('02_reponse-ccc.pdf')],
  });

  it('is an unsent mail with its text and its files', () => {
    const [head = '', ...rest] = draft.split('\r\n\r\n');
    expect(head).toContain('X-Unsent: 1\r\nDate: Sun, 22 Nov 2026 10:00:00 +0000\r\n');
    expect(head).toContain('\r\nTo: appui@exemple.fr\r\n');
    expect(decodeWords(head)).toContain('demande d’accès à la solution de substitution');
    const text = (rest[1] ?? rest[0] ?? '').split('\r\n--=_partie')[0] ?? '';
    expect(draft.match(/Content-Disposition: attachment/g)).toHaveLength(2);
    expect(decodeQuoted(rest.slice(1).join('\r\n\r\n').split('\r\n--=_partie')[0] ?? text)).toBe(
      plainText(document).replaceAll('\n', '\r\n'),
    );
  });

  it('names no program and nobody else', () => {
    expect(draft).not.toMatch(/X-Mailer|User-Agent|Message-ID|Carnet|Bcc|Cc:/i);
    const bare = emlDraft(document, { from: { name: 'x', address: 'pas une adresse' }, to: 'a@b', at: AT, files: [] });
    expect(bare).not.toMatch(/^(From|To):/m);
  });

  it('knows what many mailboxes refuse, before the person sends', () => {
    const heavy = { ...file('a.pdf'), bytes: new Uint8Array(MAIL_BYTES) };
    expect([isHeavy([heavy]), isHeavy([heavy, file('b.pdf')])]).toEqual([false, true]);
  });
});
