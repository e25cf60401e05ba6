/** E-mails (.eml, .msg): headers, automatic replies proposed, text only; hostile ones give a result or a sentence, in time. */
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { autoReplyMarks } from '@/lib/imports/auto-reply';
import { htmlWords, oneLine } from '@/lib/imports/plain';
import { readImport } from '@/lib/imports/read';
import type { ReadFile } from '@/lib/imports/types';
import { AUTO_REPLY, bytesOf, eml, msg, utf8 } from './documents';
import { type Bytes, latin, together } from './pictures';

const answer = (bytes: Bytes, name = 'message.eml') => readImport({ name, bytes, lastModified: null });
const read = async (bytes: Bytes, name?: string): Promise<ReadFile> => {
  const result = await answer(bytes, name);
  if (!result.ok) throw new Error(`${result.error} ${result.detail}`);
  return result.read;
};
async function timed<T>(limit: number, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  expect(performance.now() - start).toBeLessThan(limit);
  return result;
}
const HEADERS = ['From: Oiseau <a@exemple.invalid>', 'Subject: Essai', 'Date: Tue, 3 Nov 2026 14:05:09 +0100'];

describe('an .eml', () => {
  it('says who wrote, when, and that it looks automatic', async () => {
    const file = await read(AUTO_REPLY);
    expect(file).toMatchObject({ what: 'mail', type: 'message/rfc822', problem: null });
    expect(file.mail).toEqual({
      from: 'Centre de contact <ne-pas-repondre@contact.example.gouv.fr>',
      to: 'Mesange Inventee <mesange@exemple.invalid>',
      subject: 'Réponse automatique : votre demande n° 123',
      messageId: '<abc@contact.example.gouv.fr>',
      autoReply: ['auto-submitted', 'subject'],
      attachments: [],
      moreAttachments: 0,
    });
    expect(file.date).toMatchObject({ from: 'mail-header', instant: Date.parse('2026-11-03T13:05:09Z') });
    expect(file.text).toBe('Nous avons bien reçu votre message du 2 novembre 2026.');
    expect(file.proposed).toEqual([{ day: '2026-11-02', text: '2 novembre 2026' }]);
  });

  it('gives the words of an HTML body, and nothing that runs or loads', async () => {
    const html =
      '<html><head><title>T</title><style>p{background:url(http://traceur.invalid/x)}</style></head><body><!-- caché -->' +
      '<p onclick="alert(1)">Votre&nbsp;dossier &eacute;tait &#171;&#32;bloqu&#xe9; &#187; &lt;b&gt;</p><script>alert(2)</script>' +
      '<img src="http://traceur.invalid/pixel.gif" onerror="alert(3)"><a href="javascript:alert(4)">ici</a></body></html>';
    const file = await read(eml([...HEADERS, 'MIME-Version: 1.0', 'Content-Type: text/html; charset=utf-8'], html));
    expect(file.text).toBe('Votre dossier était « bloqué » <b>\nici');
  });

  it('lists attachments by name, type and size, and opens none: a bomb stays folded', async () => {
    const bomb = deflateRawSync(Buffer.alloc(50_000_000), { level: 9 }).toString('base64');
    const parts = ['rapport.zip', 'a\u202egpj.exe', '../../etc/passwd', '<img src=x onerror=alert(1)>.pdf'].map(
      (name) =>
        `--b\r\nContent-Type: application/zip\r\nContent-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}\r\nContent-Transfer-Encoding: base64\r\n\r\n${bomb}\r\n`,
    );
    const body = `--b\r\nContent-Type: text/plain\r\n\r\nVoir.\r\n${parts.join('')}--b--\r\n`;
    const headers = [...HEADERS, 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b'];
    const file = await timed(3_000, () => read(eml(headers, body)));
    expect(file.text).toBe('Voir.');
    expect(file.mail?.attachments.map(({ name }) => name)).toEqual([
      'rapport.zip',
      'a gpj.exe',
      '../../etc/passwd',
      '<img src=x onerror=alert(1)>.pdf',
    ]);
    expect(file.mail?.attachments[0]?.bytes).toBe(Buffer.from(bomb, 'base64').length);
  });

  it('a date without its zone is text only', async () => {
    const file = await read(eml(['From: a@exemple.invalid', 'Subject: x', 'Date: Tue, 3 Nov 2026 14:05:09']));
    expect(file.date).toMatchObject({ instant: null, text: 'Tue, 3 Nov 2026 14:05:09' });
  });

  it('wrong charsets give a text, whatever they claim', async () => {
    const head = [...HEADERS, 'MIME-Version: 1.0'];
    const latinBody = together(
      eml([...head, 'Content-Type: text/plain; charset=iso-8859-1'], ''),
      latin('d\u00e9p\u00f4t'),
    );
    expect((await read(latinBody)).text).toBe('dépôt');
    for (const charset of ['nimporte-quoi', 'utf-7', 'utf-16le', '"; drop', 'x'.repeat(5_000)]) {
      const file = await read(
        together(eml([...head, `Content-Type: text/plain; charset=${charset}`], ''), latin('d\u00e9p\u00f4t')),
      );
      expect(file.what).toBe('mail');
    }
    const declaredWrong = together(eml([...head, 'Content-Type: text/plain; charset=utf-8'], ''), latin('d\u00e9'));
    expect((await read(declaredWrong)).text).toBe('d\ufffd');
  });

  it('a header that carries line ends stays one line', async () => {
    const file = await read(
      eml(['From: a@exemple.invalid', 'Subject: =?UTF-8?Q?Bonjour=0D=0ABcc:_x@y.z=00?=', 'Message-ID: <a@b>']),
    );
    expect(file.mail?.subject).toBe('Bonjour Bcc: x@y.z');
  });

  it('10,000 parts one in the other: a sentence, in time', async () => {
    let body = '';
    for (let level = 0; level < 10_000; level += 1)
      body += `--b${level}\r\nContent-Type: multipart/mixed; boundary=b${level + 1}\r\n\r\n`;
    const headers = [...HEADERS, 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b0'];
    const file = await timed(5_000, () => read(eml(headers, body)));
    expect(file.problem).toBe('import-mail-complex');
  });

  it('hundreds of thousands of parts: not even tried', async () => {
    const headers = [...HEADERS, 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b'];
    const file = await timed(3_000, () => read(eml(headers, '--b\n\n'.repeat(300_000))));
    expect(file.problem).toBe('import-mail-complex');
  });

  it('headers without end: a sentence', async () => {
    const file = await timed(5_000, () =>
      read(utf8(`From: a@b.c\r\nSubject: x\r\nX-Long: ${'a'.repeat(2_000_000)}\r\n\r\nfin`)),
    );
    expect(file.problem).toBe('import-mail-complex');
  });

  it('a body that claims 100 MB is what it is; one that has them is refused unread', async () => {
    const file = await read(eml([...HEADERS, 'Content-Length: 104857600'], 'court'));
    expect(file.text).toBe('court');
    expect(await answer(new Uint8Array(100_000_000))).toMatchObject({ ok: false, error: 'file-too-large' });
  });

  it('a body of 19 MB on one line is read in time and cut', async () => {
    const file = await timed(10_000, () => read(eml(HEADERS, 'a '.repeat(9_400_000))));
    expect(file.text.length).toBeLessThanOrEqual(200_000);
  });

  it('broken MIME, random bytes, random headers: always a result', async () => {
    const header = fc.tuple(
      fc.constantFrom(
        'Content-Type',
        'Content-Disposition',
        'Content-Transfer-Encoding',
        'Date',
        'Subject',
        'From',
        'To',
      ),
      fc.oneof(
        fc.string({ maxLength: 200 }),
        fc.constantFrom(
          'multipart/mixed; boundary=""',
          'multipart/mixed; boundary=b',
          'message/rfc822',
          'base64',
          '=?x?b?',
        ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(header, { maxLength: 8 }), fc.uint8Array({ maxLength: 400 }), async (headers, body) => {
        const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
        const result = await answer(bytesOf(`From: a@b.c\r\n${lines}\r\n--b\r\n`, body));
        expect(result.ok).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('an Outlook message', () => {
  const sample = msg({
    texts: {
      '0037': 'Réponse automatique : dossier',
      '0C1A': 'Préfecture inventée',
      '0C1F': 'pref@exemple.invalid',
      '0E04': 'Mésange',
      '1000': 'Vu le 3 novembre 2026.\r\nCordialement',
      '007D': 'Auto-Submitted: auto-replied\r\nMessage-ID: <z@exemple.invalid>\r\n',
    },
    submitted: Date.parse('2026-11-03T13:05:09Z'),
    attachment: 'courrier.pdf',
  });

  it('gives what an .eml gives', async () => {
    const file = await read(sample, 'message.msg');
    expect(file).toMatchObject({
      what: 'mail',
      type: 'application/vnd.ms-outlook',
      text: 'Vu le 3 novembre 2026.\nCordialement',
      date: { from: 'mail-header', instant: Date.parse('2026-11-03T13:05:09Z') },
      proposed: [{ day: '2026-11-03' }],
      mail: {
        from: 'Préfecture inventée <pref@exemple.invalid>',
        to: 'Mésange',
        subject: 'Réponse automatique : dossier',
        messageId: '<z@exemple.invalid>',
        autoReply: ['auto-submitted', 'subject'],
        attachments: [{ name: 'courrier.pdf', type: '', bytes: 5_000 }],
      },
    });
  });

  it('cut or changed anywhere, tables that loop included: a result, in time', async () => {
    await timed(20_000, () =>
      fc.assert(
        fc.asyncProperty(
          fc.nat(sample.length - 5),
          fc.constantFrom(0, 1, 2, 5, 0xfffffffe, 0xffffffff, 0x7fffffff),
          fc.option(fc.nat(sample.length - 1), { freq: 4 }),
          async (at, value, cut) => {
            const bytes = sample.slice();
            new DataView(bytes.buffer).setUint32(at - (at % 4), value, true);
            const result = await answer(cut === null ? bytes : bytes.slice(0, cut), 'x.msg');
            expect(result.ok || result.error === 'import-empty').toBe(true);
          },
        ),
        { numRuns: 1_500 },
      ),
    );
  });

  it('every sector leading to itself: a sentence', async () => {
    const bytes = sample.slice();
    const view = new DataView(bytes.buffer);
    const table = (view.getUint32(76, true) + 1) * 512;
    for (let sector = 0; sector < 128; sector += 1) view.setUint32(table + 4 * sector, sector, true);
    expect((await read(bytes, 'x.msg')).problem).toBe('import-mail-damaged');
  });
});

describe('marks and words', () => {
  it.each([
    [{ 'auto-submitted': 'no' }, 'Bonjour', []],
    [{ 'auto-submitted': 'auto-generated' }, 'Bonjour', ['auto-submitted']],
    [{ precedence: 'bulk' }, '', ['precedence']],
    [{ precedence: 'first-class' }, '', []],
    [{ 'x-autoreply': 'yes' }, 'Re: votre message', ['x-autoreply']],
    [{}, 'Automatic reply: demande', ['subject']],
    [{}, 'RÉPONSE AUTOMATIQUE', ['subject']],
    [{}, 'Re: demande de rendez-vous', []],
  ] as const)('%j « %s »', (headers, subject, marks) => {
    expect(autoReplyMarks(new Map(Object.entries(headers)), subject)).toEqual(marks);
  });

  it('HTML of any shape is read once, character after character', () => {
    const shapes = [
      '<'.repeat(200_000),
      '<a '.repeat(100_000),
      '&#'.repeat(150_000),
      '<!--'.repeat(80_000),
      '<script>'.repeat(60_000),
    ];
    for (const shape of shapes) {
      const start = performance.now();
      htmlWords(shape);
      expect(performance.now() - start).toBeLessThan(1_500);
    }
  });

  it('a line has no control and no mark that turns it around, and a bounded length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        const line = oneLine(text);
        expect(line.length).toBeLessThanOrEqual(500);
        expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});
