/** Time-stamps by a third party: what a token must be to date a journal, told apart from what only looks like one; openssl agrees. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_TOKEN_BYTES, TIME_STAMP_TYPE } from '@/lib/domain/time-stamp';
import { exportDossier } from '@/lib/export/bag';
import { readToken, type TokenReading } from '@/lib/export/time-stamp-token';
import { verifyExport } from '@/lib/export/verify';
import { verifyText } from '@/lib/export/verify-text';
import type { Verification } from '@/lib/export/verify-types';
import { blobSource } from '@/lib/export/zip-reader';
import { translator } from '@/lib/locales';
import { AUTHORITY_NAME, Authority, type AuthorityOptions, ROOT_NAME } from './authority';
import { filesOf, problems, remanifest, verifyFiles } from './rebag';
import { type SampleJournal, sampleJournal } from './sample';

type Bytes = Uint8Array<ArrayBuffer>;
const HASH = '5b'.repeat(32);
const OTHER = '5c'.repeat(32);

const open: Authority[] = [];
function authority(options: AuthorityOptions = {}): Authority {
  const made = new Authority(options);
  open.push(made);
  return made;
}
let good: Authority;
let answer: Bytes;
beforeAll(() => {
  good = authority();
  answer = good.answer(HASH);
});
afterAll(() => {
  for (const one of open) one.close();
});

const said = (reading: TokenReading): string => (reading.is === 'dated' ? 'dated' : reading.reason);
const readAs = async (bytes: Bytes, hash = HASH): Promise<string> => said(await readToken(bytes, hash));

describe('a token that dates', () => {
  it('says when, who signed and who answers for them', async () => {
    const reading = await readToken(answer, HASH);
    if (reading.is !== 'dated') throw new Error(reading.reason);
    expect(reading.date).toMatchObject({
      signer: `${AUTHORITY_NAME} (Organisme inventé)`,
      issuer: ROOT_NAME,
      isWhole: true,
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(Math.abs(reading.date.at - Date.now())).toBeLessThan(120_000);
    const { out } = good.openssl('x509', '-in', 'root.pem', '-noout', '-fingerprint', '-sha256');
    expect(out.replaceAll(':', '').toLowerCase()).toContain(reading.date.fingerprint);
  });

  it.each<[string, AuthorityOptions]>([
    ['RSA, SHA-384, as DigiCert signs', { digest: 'sha384' }],
    ['RSA, SHA-512, the certificate named by SHA-1', { digest: 'sha512', named: 'sha1' }],
    ['ECDSA on P-256', { key: 'p256' }],
    ['ECDSA on P-384, SHA-384', { key: 'p384', digest: 'sha384' }],
  ])('%s: holds here and for openssl', async (_what, options) => {
    const one = authority(options);
    const token = one.answer(HASH);
    expect([await readAs(token), one.verifies(token, HASH)]).toEqual(['dated', true]);
    expect([await readAs(token, OTHER), one.verifies(token, OTHER)]).toEqual(['imprint', false]);
  });

  it('RSA-PSS holds too', async () => expect(await readAs(good.forge(HASH, zulu(0), { pss: true }))).toBe('dated'));

  it('in BER, its content in pieces, holds too', async () => {
    const token = good.forge(HASH, zulu(0), { streamed: true });
    expect(Buffer.from(token).includes(Buffer.from([0x24, 0x80]))).toBe(true);
    expect([await readAs(token), await readAs(token, OTHER)]).toEqual(['dated', 'imprint']);
  });

  it('whose certificate expired since is still good: what counts is its own hour', async () => {
    const old = authority({ from: '20200101000000Z', to: '20210101000000Z' });
    const token = old.forge(HASH, '20200615120000Z');
    expect(await readAs(token)).toBe('dated');
    // openssl needs to be told (evidence.md § B.2).
    expect(old.verifies(token, HASH)).toBe(false);
    expect(old.verifies(token, HASH, Date.parse('2020-06-15T12:00:00Z') / 1000)).toBe(true);
  });

  it('without the chain, names the issuer and says that the chain stops', async () => {
    const reading = await readToken(good.answer(HASH, { chain: false }), HASH);
    expect(reading).toMatchObject({ is: 'dated', date: { issuer: ROOT_NAME, isWhole: false } });
  });
});

/** As the token writes an hour. @param days from now */
function zulu(days: number): string {
  return `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
}

describe('a token that dates nothing', () => {
  it('of something else', async () => expect(await readAs(answer, OTHER)).toBe('imprint'));

  it.each<[string, AuthorityOptions, string, string]>([
    ['not valid at its own hour', { from: '20200101000000Z', to: '20210101000000Z' }, '20220101000000Z', 'expired'],
    ['not yet valid at its own hour', { from: '20200101000000Z', to: '20210101000000Z' }, '20191231235959Z', 'expired'],
    ['without a usage', { usage: '' }, zulu(0), 'usage'],
    ['with a usage that may be ignored', { usage: 'timeStamping' }, zulu(0), 'usage'],
    ['with another usage beside', { usage: 'critical,timeStamping,emailProtection' }, zulu(0), 'usage'],
    ['with another usage', { usage: 'critical,codeSigning' }, zulu(0), 'usage'],
  ])('a certificate %s', async (_what, options, time, reason) => {
    const one = authority(options);
    const token = one.forge(HASH, time);
    expect(await readAs(token)).toBe(reason);
    const at = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')) / 1000;
    expect(one.verifies(token, HASH, at)).toBe(false);
  });

  it.each(['md5', 'sha1'] as const)('signed over %s, for which two contents can be made', async (digest) =>
    expect(await readAs(authority({ digest }).forge(HASH, zulu(0)))).toBe('algorithm'),
  );

  // Signed as they are: the library alone would read another hour than the one that is written.
  it.each([
    ['without a zone', '20260615120000'],
    ['of another zone', '20260615120000+0200'],
    ['of no day', '20260230120000Z'],
    ['without seconds', '202606151200Z'],
  ])('whose hour is %s', async (_what, time) => expect(await readAs(good.forge(HASH, time))).toBe('malformed'));

  it('without its certificate', async () =>
    expect(await readAs(good.answer(HASH, { certs: false, chain: false }))).toBe('no-certificate'));

  it('cut at any byte', async () => {
    for (let end = 0; end < answer.length; end += 7) expect(await readAs(answer.slice(0, end))).toBe('malformed');
  });

  it('with bytes after it', async () => expect(await readAs(Uint8Array.from([...answer, 0]))).toBe('malformed'));

  it('with a signature of other bytes', async () => {
    const changed = Uint8Array.from(answer);
    // The signature comes last.
    changed[changed.length - 5] = (changed[changed.length - 5] ?? 0) ^ 1;
    expect([await readAs(changed), good.verifies(changed, HASH)]).toEqual(['signature', false]);
  });

  it('with any bit turned: never another date, another name, nor an exception', async () => {
    const first = await readToken(answer, HASH);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: answer.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const changed = Uint8Array.from(answer);
        changed[at] = (changed[at] ?? 0) ^ mask;
        const reading = await readToken(changed, HASH);
        if (reading.is !== 'dated' || first.is !== 'dated') return;
        // What the signature does not cover: the status' words, the other certificates, the form of a length.
        expect(reading.date.at).toBe(first.date.at);
        expect(reading.date.signer).toBe(first.date.signer);
      }),
      { numRuns: 600 },
    );
  }, 60_000);

  it('of random bytes: never an exception', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await readAs(Uint8Array.from(bytes))).toBe('malformed');
      }),
    ));

  it('nested without end, or of a length beyond all', async () => {
    const deep = Uint8Array.from({ length: 200_000 }, (_, i) => (i % 2 === 0 ? 0x30 : 0x80));
    expect(await readAs(deep)).toBe('malformed');
    expect(await readAs(Uint8Array.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 0]))).toBe('malformed');
    const wide = Uint8Array.from(
      { length: MAX_TOKEN_BYTES },
      (_, i) => [0x30, 0x83, 0x03, 0xff, 0xfb][i] ?? 0x05 * ((i + 1) % 2),
    );
    expect(await readAs(wide)).toBe('malformed');
  });
});

/** A journal whose last line was stamped, and a note after. */
async function stamped(
  make: (hash: string) => Bytes,
  hash?: string,
): Promise<{ journal: SampleJournal; target: number }> {
  const journal = await sampleJournal();
  const last = journal.lines.at(-1);
  const target = last?.seq ?? 0;
  const head = last?.entry?.hash ?? '';
  const token = { ...(await journal.blob(make(head), TIME_STAMP_TYPE)), type: TIME_STAMP_TYPE } as const;
  await journal.add('stamped', {
    target,
    hash: hash ?? head,
    token,
    url: 'https://horodatage.exemple.invalid/',
    authority: 'Autorité inventée',
  });
  await journal.add('note', { text: 'Après l’horodatage.' });
  return { journal, target };
}

async function verified({ journal }: { journal: SampleJournal }): Promise<Verification> {
  return verifyExport(blobSource((await exportDossier(journal.options())).blob));
}
const codes = ({ lines }: Verification): string[] => lines.map((line) => line.code);

describe('a bag with a time-stamp', () => {
  it('is intact and dated, and says who signed without saying that they are recognised', async () => {
    const result = await verified(await stamped((head) => good.answer(head)));
    expect([result.verdict, problems(result)]).toEqual(['intact', []]);
    expect(result.dated).toEqual([
      {
        number: 'P-0010',
        at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/),
        signer: `${AUTHORITY_NAME} (Organisme inventé)`,
        issuer: ROOT_NAME,
      },
    ]);
    const words = result.lines.map((line) => verifyText(line, translator('fr'))).join('\n');
    expect(words).toContain('ne sait pas si cette autorité est reconnue');
    expect(words).toContain('Les lignes jusqu’à P-0010 existaient le ');
  });

  it('whose authority calls itself by a known name is not believed for it, and cannot turn the text around', async () => {
    const result = await verified(
      await stamped((head) => authority({ name: 'DigiCert\u202e Timestamp' }).answer(head)),
    );
    expect(result.dated[0]?.signer).toBe('DigiCert Timestamp (Organisme inventé)');
    expect(codes(result)).toContain('stamp-unknown');
  });

  it('of another hash is altered, and says so', async () => {
    const result = await verified(await stamped(() => good.answer(OTHER)));
    expect([result.verdict, problems(result), result.dated]).toEqual(['altered', ['stamp-wrong'], []]);
  });

  it('whose line names another hash than that of its target is altered', async () => {
    const result = await verified(await stamped(() => good.answer(OTHER), OTHER));
    expect([result.verdict, problems(result), result.dated]).toEqual(['altered', ['stamp-target'], []]);
  });

  it('by a certificate that is not for that is intact and not dated', async () => {
    const result = await verified(await stamped((head) => authority({ usage: '' }).forge(head, zulu(0))));
    expect([result.verdict, result.dated]).toEqual(['intact', []]);
    expect(codes(result)).toContain('stamp-void');
  });

  it('that says an hour before the line’s own says that the device’s clock was ahead', async () => {
    const old = authority({ from: '20200101000000Z', to: '20210101000000Z' });
    const result = await verified(await stamped((head) => old.forge(head, '20200615120000Z')));
    expect(result.verdict).toBe('intact');
    expect(codes(result)).toContain('stamp-clock');
  });

  it('with a token changed, taken away or exchanged, manifests written again, is never green', async () => {
    const files = await filesOf(
      (await exportDossier((await stamped((head) => good.answer(head))).journal.options())).blob,
    );
    const path = 'data/horodatages/0011.tsr';
    const token = files.get(path);
    if (!token) throw new Error('no token');
    const changed = Uint8Array.from(token);
    changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 4;
    for (const bytes of [changed, token.slice(0, -1), good.answer(OTHER)]) {
      const result = await verifyFiles(await remanifest(new Map([...files, [path, bytes]])));
      expect([result.verdict, result.dated]).toEqual(['altered', []]);
    }
    const without = new Map(files);
    without.delete(path);
    expect((await verifyFiles(await remanifest(without))).verdict).toBe('altered');
  });
});
