/** A self-signed certificate made at start for the portal's hosts; it lives in memory only. */
import { generate } from 'selfsigned';

const DAY_MS = 86_400_000;

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/**
 * Makes one certificate for all `hosts` (RSA 2048, valid from yesterday for 30 days).
 * It is its own authority: give `cert` as `ca` to a client that checks.
 */
export async function makeCertificate(hosts: readonly string[]): Promise<Certificate> {
  const now = Date.now();
  const made = await generate([{ name: 'commonName', value: 'portail.test' }], {
    keySize: 2048,
    algorithm: 'sha256',
    notBeforeDate: new Date(now - DAY_MS),
    notAfterDate: new Date(now + 30 * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2 as const, value })) },
    ],
  });
  return { key: made.private, cert: made.cert };
}
