/** A throw-away time-stamping authority made with openssl: its certificates and its answers, right and wrong in known ways. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Bytes = Uint8Array<ArrayBuffer>;

export interface AuthorityOptions {
  /** Of the certificate that signs tokens. */
  readonly key?: 'rsa' | 'p256' | 'p384';
  /** Of the token's own signature. */
  readonly digest?: 'md5' | 'sha1' | 'sha256' | 'sha384' | 'sha512';
  readonly usage?: string;
  /** `YYYYMMDDHHMMSSZ`; by default from yesterday, for two days. */
  readonly from?: string;
  readonly to?: string;
  /** Hash that names the certificate in the signature: openssl's own default is SHA-1, as many authorities still do. */
  readonly named?: 'sha1' | 'sha256';
  readonly name?: string;
}

export const AUTHORITY_NAME = 'Horodatage inventé';
export const ROOT_NAME = 'Racine inventée';

const stamp = (days: number): string =>
  `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;

/** An authority on the disk; `close` forgets it. */
export class Authority {
  private readonly folder = mkdtempSync(join(tmpdir(), 'carnet-authority-'));
  private readonly options: Required<AuthorityOptions>;

  constructor(options: AuthorityOptions = {}) {
    this.options = {
      key: 'rsa',
      digest: 'sha256',
      usage: 'critical,timeStamping',
      from: stamp(-1),
      to: stamp(1),
      named: 'sha256',
      name: AUTHORITY_NAME,
      ...options,
    };
    this.make();
  }

  close(): void {
    rmSync(this.folder, { recursive: true });
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  openssl(...args: readonly string[]): { readonly status: number | null; readonly out: string } {
    const { status, stdout, stderr, error } = spawnSync('openssl', args, { cwd: this.folder, encoding: 'utf8' });
    if (error) throw error;
    return { status, out: `${stdout}${stderr}` };
  }

  private run(...args: readonly string[]): void {
    const { status, out } = this.openssl(...args);
    if (status !== 0) throw new Error(`openssl ${args[0]}: ${out}`);
  }

  private newKey(name: string, kind: 'rsa' | 'p256' | 'p384'): void {
    const curve = { p256: 'P-256', p384: 'P-384' };
    const how =
      kind === 'rsa'
        ? ['RSA', '-pkeyopt', 'rsa_keygen_bits:2048']
        : ['EC', '-pkeyopt', `ec_paramgen_curve:${curve[kind]}`];
    this.run('genpkey', '-algorithm', ...how, '-out', name);
  }

  private make(): void {
    const { key, digest, usage, from, to, named, name } = this.options;
    writeFileSync(
      this.path('ca.cnf'),
      `[ca]
default_ca = one
[one]
dir = .
database = index.txt
serial = serial
new_certs_dir = .
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
organizationName = optional
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[leaf]
basicConstraints = CA:FALSE
${usage ? `extendedKeyUsage = ${usage}` : ''}
[tsa]
default_tsa = two
[two]
serial = tsserial
signer_digest = ${digest}
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
ess_cert_id_alg = ${named}
ordering = yes
tsa_name = yes
accuracy = secs:1, millisecs:500, microsecs:100
`,
    );
    for (const [file, content] of [
      ['index.txt', ''],
      ['serial', '01\n'],
      ['tsserial', '01\n'],
    ] as const) {
      writeFileSync(this.path(file), content);
    }
    this.newKey('root.key', 'rsa');
    this.newKey('leaf.key', key);
    this.run('req', '-new', '-utf8', '-key', 'root.key', '-subj', `/CN=${ROOT_NAME}`, '-out', 'root.csr');
    this.run(
      'req',
      '-new',
      '-utf8',
      '-key',
      'leaf.key',
      '-subj',
      `/CN=${name}/O=Organisme inventé`,
      '-out',
      'leaf.csr',
    );
    const common = ['ca', '-batch', '-notext', '-utf8', '-config', 'ca.cnf'];
    const life = ['-startdate', '20100101000000Z', '-enddate', '20491231000000Z'];
    this.run(
      ...common,
      '-selfsign',
      '-keyfile',
      'root.key',
      '-in',
      'root.csr',
      '-extensions',
      'root',
      ...life,
      '-out',
      'root.pem',
    );
    const signed = ['-cert', 'root.pem', '-keyfile', 'root.key', '-in', 'leaf.csr', '-extensions', 'leaf'];
    this.run(...common, ...signed, '-startdate', from, '-enddate', to, '-out', 'leaf.pem');
  }

  /**
   * The whole TimeStampResp for a SHA-256.
   * @param more `-no_nonce`…, as `openssl ts -query` takes them; `certs: false` leaves the certificates out
   */
  answer(hash: string, { certs = true, chain = true }: { certs?: boolean; chain?: boolean } = {}): Bytes {
    this.run('ts', '-query', '-digest', hash, '-sha256', ...(certs ? ['-cert'] : []), '-out', 'query.tsq');
    const signer = ['-signer', 'leaf.pem', '-inkey', 'leaf.key', ...(chain ? ['-chain', 'root.pem'] : [])];
    const { status, out } = this.openssl(
      'ts',
      '-reply',
      '-config',
      'ca.cnf',
      '-section',
      'two',
      '-queryfile',
      'query.tsq',
      ...signer,
      '-out',
      'reply.tsr',
    );
    if (status !== 0) throw new Error(out);
    return new Uint8Array(readFileSync(this.path('reply.tsr')));
  }

  /**
   * An answer whose content is ours, signed by `openssl cms`: any hour, any certificate, which `openssl ts` refuses to give.
   * @param time `YYYYMMDDHHMMSSZ`
   * @param more `streamed`: lengths left open (BER), as some authorities write them
   */
  forge(
    hash: string,
    time: string,
    { pss = false, streamed = false }: { pss?: boolean; streamed?: boolean } = {},
  ): Bytes {
    const sha256 = der(0x30, oid(0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01), der(0x05));
    const imprint = der(0x30, sha256, der(0x04, Buffer.from(hash, 'hex')));
    const clock = der(0x18, Buffer.from(time, 'ascii'));
    const content = der(0x30, der(0x02, [1]), oid(0x2a, 0x03, 0x04, 0x01), imprint, der(0x02, [7]), clock);
    writeFileSync(this.path('content.der'), content);
    const signer = ['-signer', 'leaf.pem', '-inkey', 'leaf.key', ...(pss ? ['-keyopt', 'rsa_padding_mode:pss'] : [])];
    const form = [
      ...(streamed ? ['-stream'] : []),
      '-binary',
      '-nodetach',
      '-nosmimecap',
      '-cades',
      '-outform',
      'DER',
      '-md',
      this.options.digest,
    ];
    const kind = ['-econtent_type', '1.2.840.113549.1.9.16.1.4', '-certfile', 'root.pem'];
    this.run('cms', '-sign', ...form, ...kind, ...signer, '-in', 'content.der', '-out', 'token.der');
    return der(0x30, der(0x30, der(0x02, [0])), readFileSync(this.path('token.der')));
  }

  /** What openssl says of an answer: true when it holds. @param attime seconds since 1970, in place of now */
  verifies(answer: Bytes, hash: string, attime?: number): boolean {
    writeFileSync(this.path('check.tsr'), answer);
    const when = attime === undefined ? [] : ['-attime', String(attime)];
    const { status } = this.openssl(
      'ts',
      '-verify',
      '-digest',
      hash,
      '-in',
      'check.tsr',
      '-CAfile',
      'root.pem',
      ...when,
    );
    return status === 0;
  }
}

/** One value in DER. */
function der(tag: number, ...parts: readonly (Uint8Array | readonly number[])[]): Bytes {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array)));
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return new Uint8Array(Buffer.concat([Buffer.from([tag, ...size]), content]));
}

const oid = (...octets: number[]): Bytes => der(0x06, octets);
