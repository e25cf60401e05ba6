/** One answer of a time-stamping authority (RFC 3161): what it dates, who signed it, and whether the signature holds; read and checked by pkijs. */
import { type AsnType, Constructed, fromBER, GeneralizedTime, OctetString, UTCTime } from 'asn1js';
import {
  AlgorithmIdentifier,
  Certificate,
  checkCA,
  ExtKeyUsage,
  getAlgorithmByOID,
  getHashAlgorithm,
  id_ContentType_Data,
  id_ContentType_SignedData,
  id_ExtKeyUsage,
  id_eContentType_TSTInfo,
  id_sha256,
  type RelativeDistinguishedNames,
  SignedData,
  SignedDataVerifyError,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';

type Bytes = Uint8Array<ArrayBuffer>;

/** Something is wrong with the token itself, or with what it is said to date. */
export const TOKEN_FAULTS = [
  'malformed', // not a TimeStampResp that can be read
  'imprint', // it dates something else
  'signature', // the signature is not that of the certificate over this content
  'signer', // the certificate is not the one that the signature names
] as const;
/** The token is what it is, and dates nothing that can be relied on here. */
export const TOKEN_DOUBTS = [
  'refused', // the authority answered, and granted nothing
  'no-certificate', // the certificate of the signer is not in the token
  'usage', // the certificate is not one for time-stamping alone
  'expired', // the certificate was not valid at the token's own time
  'algorithm', // signed in a way that this program does not check, or that nobody should rely on
] as const;
export type TokenFault = (typeof TOKEN_FAULTS)[number];
export type TokenDoubt = (typeof TOKEN_DOUBTS)[number];

export interface TokenDate {
  /** When, by the authority's clock: UTC, in milliseconds. */
  readonly at: number;
  /** Names as the certificates say them: anybody can make a certificate with any name. */
  readonly signer: string;
  readonly issuer: string;
  /** SHA-256 of the last certificate of the chain in the token, to compare with what an authority publishes. */
  readonly fingerprint: string;
  /** The chain goes up to a certificate that issued itself. */
  readonly isWhole: boolean;
}

export type TokenReading =
  | { readonly is: 'dated'; readonly date: TokenDate }
  | { readonly is: 'fault'; readonly reason: TokenFault }
  | { readonly is: 'doubt'; readonly reason: TokenDoubt };

const OID = {
  rsa: '1.2.840.113549.1.1.1',
  contentType: '1.2.840.113549.1.9.3',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  commonName: '2.5.4.3',
  organisation: '2.5.4.10',
} as const;

/** Ends the reading with a reason. */
class Stop extends Error {
  readonly reading: TokenReading;

  constructor(reading: TokenReading) {
    super('the token cannot be relied on');
    this.reading = reading;
  }
}

const fault = (reason: TokenFault): Stop => new Stop({ is: 'fault', reason });
const doubt = (reason: TokenDoubt): Stop => new Stop({ is: 'doubt', reason });

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (octet) => octet.toString(16).padStart(2, '0')).join('');

async function digestOf(hash: string, bytes: BufferSource): Promise<string> {
  return hexOf(new Uint8Array(await crypto.subtle.digest(hash, bytes)));
}

/** Collisions are made for MD5 and SHA-1. */
const HASHES: readonly string[] = ['SHA-256', 'SHA-384', 'SHA-512'];

/** The hash that an identifier names; empty for those that we do not know. */
function hashNamed({ algorithmId }: AlgorithmIdentifier): string {
  const found: unknown = getAlgorithmByOID(algorithmId);
  return typeof found === 'object' && found && 'name' in found ? String(found.name) : '';
}

function partsOf(asn1: AsnType | undefined): AsnType[] {
  if (!(asn1 instanceof Constructed)) throw fault('malformed');
  return asn1.valueBlock.value;
}

/** Deeper than any token. */
const MAX_DEPTH = 24;

/** asn1js takes any hour for a time in UTC, other zones included, and 31 February: the standards ask for `Z` (RFC 3161 § 2.4.2, RFC 5280 § 4.1.2.5). */
function checkTimes(asn1: AsnType): void {
  if (asn1 instanceof UTCTime) {
    const text = String.fromCharCode(...asn1.valueBlock.valueHexView.subarray(0, 40));
    const digits = asn1.toDate().toISOString().replace(/\D/g, '').slice(0, 14);
    const isGeneral = asn1 instanceof GeneralizedTime;
    const expected = isGeneral ? digits : digits.slice(2);
    if (!text.startsWith(expected) || !/^(\.\d{1,9})?Z$/.test(text.slice(expected.length))) throw fault('malformed');
  } else if (asn1 instanceof Constructed) {
    asn1.valueBlock.value.forEach(checkTimes);
  }
}

/** One value and nothing after it. */
function asn1Of(bytes: BufferSource): AsnType {
  const { offset, result } = fromBER(bytes, { maxDepth: MAX_DEPTH });
  if (offset !== bytes.byteLength) throw fault('malformed');
  checkTimes(result);
  return result;
}

interface Token {
  readonly signed: SignedData;
  readonly said: TSTInfo;
  /** Each certificate with its own bytes. */
  readonly certificates: ReadonlyMap<Certificate, Bytes>;
}

/** TimeStampResp → SignedData → TSTInfo. */
function tokenOf(bytes: Bytes): Token {
  const { status, timeStampToken } = new TimeStampResp({ schema: asn1Of(bytes) });
  // 0 granted, 1 granted with changes (RFC 3161 § 2.4.2).
  if (status.status > 1 || !timeStampToken) throw doubt('refused');
  const signed = new SignedData({ schema: timeStampToken.content });
  const { eContentType, eContent } = signed.encapContentInfo;
  const types = [timeStampToken.contentType, eContentType];
  if (types.join() !== [id_ContentType_SignedData, id_eContentType_TSTInfo].join()) throw fault('malformed');
  // Exactly one signer (RFC 3161 § 2.4.2).
  if (!(eContent instanceof OctetString) || signed.signerInfos.length !== 1) throw fault('malformed');
  const said = new TSTInfo({ schema: asn1Of(eContent.getValue()) });
  if (said.version !== 1) throw fault('malformed');
  return { signed, said, certificates: certificatesOf(signed, timeStampToken.content) };
}

/** The certificates of a SignedData, beside the bytes that they were read from. */
function certificatesOf({ certificates = [] }: SignedData, content: AsnType): Map<Certificate, Bytes> {
  const set = partsOf(content).find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0);
  const raw = set ? partsOf(set).map((one) => Uint8Array.from(one.valueBeforeDecodeView)) : [];
  const found = new Map<Certificate, Bytes>();
  for (const [index, one] of certificates.entries()) {
    const bytes = raw[index];
    if (one instanceof Certificate && bytes) found.set(one, bytes);
  }
  return found;
}

/** The one value of a signed attribute. */
function attributeOf({ signed }: Token, name: string): AsnType | null {
  const found = signed.signerInfos[0]?.signedAttrs?.attributes.filter(({ type }) => type === name) ?? [];
  const values: readonly AsnType[] = found.flatMap((one) => one.values);
  if (values.length > 1) throw fault('malformed');
  return values[0] ?? null;
}

/** What the signature says of itself, before it is checked: the right content, by algorithms to rely on. */
function checkForm(token: Token): void {
  const [info] = token.signed.signerInfos;
  const type = attributeOf(token, OID.contentType);
  if (!info || type?.valueBlock.toString() !== id_eContentType_TSTInfo) throw fault('malformed');
  // CMS may name the kind of key alone; the hash is then that of the content.
  const { digestAlgorithm, signatureAlgorithm } = info;
  const hash = hashNamed(digestAlgorithm);
  const signatureHash = signatureAlgorithm.algorithmId === OID.rsa ? hash : getHashAlgorithm(signatureAlgorithm);
  if (!HASHES.includes(hash) || !HASHES.includes(signatureHash)) throw doubt('algorithm');
}

/** Checks the signature, from the content up to the key. */
async function signerOf(token: Token): Promise<Certificate> {
  // As of any content: for a TSTInfo pkijs asks for the bytes that were dated, and we have their hash alone.
  token.signed.encapContentInfo.eContentType = id_ContentType_Data;
  try {
    const { signatureVerified, signerCertificate } = await token.signed.verify({ signer: 0, extendedMode: true });
    if (!signatureVerified || !signerCertificate) throw fault('signature');
    return signerCertificate;
  } catch (error) {
    if (!(error instanceof SignedDataVerifyError)) throw error;
    throw error.signerCertificate ? fault('signature') : doubt('no-certificate');
  }
}

/** ESSCertID (RFC 2634, RFC 5816): the signature itself says which certificate it is to be read with. */
async function isNamed(certificate: Certificate, token: Token): Promise<boolean> {
  const second = attributeOf(token, OID.signingCertificateV2);
  const named = second ?? attributeOf(token, OID.signingCertificate);
  const [hashes] = named ? partsOf(named) : [];
  const [first] = hashes ? partsOf(hashes) : [];
  const [one, two] = first ? partsOf(first) : [];
  const explicit = second && one instanceof Constructed ? new AlgorithmIdentifier({ schema: one }) : null;
  const hash = explicit ? hashNamed(explicit) : second ? 'SHA-256' : 'SHA-1';
  const value = explicit ? two : one;
  const bytes = token.certificates.get(certificate);
  if (hash === '') throw doubt('algorithm');
  if (!(value instanceof OctetString) || !bytes) return false;
  return (await digestOf(hash, bytes)) === hexOf(value.valueBlock.valueHexView);
}

const isValid = ({ notBefore, notAfter }: Certificate, at: Date): boolean =>
  at >= notBefore.value && at <= notAfter.value;

/** RFC 3161 § 2.3: for time-stamping only, and critically so; and valid when it signed, whatever happened to it since. */
function checkUse(certificate: Certificate, at: Date): void {
  const [usage, ...more] = certificate.extensions?.filter(({ extnID }) => extnID === id_ExtKeyUsage) ?? [];
  const purposes = usage?.parsedValue instanceof ExtKeyUsage ? usage.parsedValue.keyPurposes : [];
  if (!usage?.critical || more.length > 0 || purposes.join() !== OID.timeStamping) throw doubt('usage');
  if (!isValid(certificate, at)) throw doubt('expired');
}

const isSelfIssued = ({ issuer, subject }: Certificate): boolean => issuer.isEqual(subject);

/** A chain inside a token is short; more is refused rather than walked. */
const MAX_CHAIN = 8;

/**
 * From the signer up, as far as certificates in the token lead: each issued by the next one, which may issue, and valid
 * at `at`. The last one may be a root, or name an issuer that is not in the token. pkijs' own chains end at a trusted
 * root, and nobody is trusted here.
 */
async function topOf(signer: Certificate, others: readonly Certificate[], at: Date): Promise<Certificate> {
  let last = signer;
  for (let length = 1; length < MAX_CHAIN && !isSelfIssued(last); length += 1) {
    const issuer = await issuerOf(last, others, at);
    if (!issuer) break;
    last = issuer;
  }
  return last;
}

async function issuerOf(child: Certificate, others: readonly Certificate[], at: Date): Promise<Certificate | null> {
  if (!HASHES.includes(getHashAlgorithm(child.signatureAlgorithm))) return null;
  for (const one of others) {
    if (!checkCA(one) || !isValid(one, at) || !one.subject.isEqual(child.issuer)) continue;
    // It throws where key and signature are of two kinds.
    if (await child.verify(one).catch(() => false)) return one;
  }
  return null;
}

const SHOWN = 120;

/** « Common name (organisation) », without anything that would turn the text that it is shown in. */
function nameOf({ typesAndValues }: RelativeDistinguishedNames): string {
  const found = new Map(typesAndValues.map(({ type, value }) => [type, String(value.valueBlock.value)]));
  const [common, organisation] = [found.get(OID.commonName), found.get(OID.organisation)];
  const shown = common && organisation && common !== organisation ? `${common} (${organisation})` : common;
  const text = (shown ?? organisation ?? [...found.values()].join(', ')).replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text || '?';
}

async function dateOf(response: Bytes, imprint: string): Promise<TokenDate> {
  const token = tokenOf(response);
  const { genTime: at, messageImprint } = token.said;
  const { algorithmId } = messageImprint.hashAlgorithm;
  const stated = hexOf(messageImprint.hashedMessage.valueBlock.valueHexView);
  if (algorithmId !== id_sha256 || stated !== imprint) throw fault('imprint');
  checkForm(token);
  const signer = await signerOf(token);
  if (!(await isNamed(signer, token))) throw fault('signer');
  checkUse(signer, at);
  const top = await topOf(signer, [...token.certificates.keys()], at);
  const bytes = token.certificates.get(top);
  if (!bytes) throw fault('malformed');
  return {
    at: at.getTime(),
    signer: nameOf(signer.subject),
    issuer: nameOf(top.issuer),
    fingerprint: await digestOf('SHA-256', bytes),
    isWhole: isSelfIssued(top),
  };
}

/**
 * Reads a TimeStampResp and checks all that can be checked without a list of recognised authorities. Never throws on
 * what the bytes contain.
 * @param imprint the SHA-256 that it must date, as hex
 */
export async function readToken(response: Bytes, imprint: string): Promise<TokenReading> {
  try {
    return { is: 'dated', date: await dateOf(response, imprint) };
  } catch (error) {
    if (error instanceof Stop) return error.reading;
    // The libraries say by errors of every class what they cannot read (AsnError, TypeError, RangeError for a date).
    return { is: 'fault', reason: 'malformed' };
  }
}
