/** What makes a piece of a URL a secret or a personal value: its name, or the look of its value. */

/** Percent-decoding goes this deep; what still decodes after that hides something. */
const MAX_LAYERS = 5;

/** Names compared without case, accents or separators: `session_state`, `sessionState` and `Session-State` are one. */
const SECRET_NAMES = new Set([
  // OpenID Connect, Keycloak, FranceConnect (pages.md § 0.8, § 1.1)
  'code',
  'state',
  'execution',
  'tabid',
  'clientdata',
  'ticket',
  'nonce',
  'loginhint',
  'statechecker',
  'kcactionexecution',
  'codeverifier',
  'codechallenge',
  'authcode',
  'authorization',
  'authorizationcode',
  'assertion',
  'clientassertion',
  'relaystate',
  'artifact',
  'key',
  'apikey',
  'accesskey',
  'sid',
  'sig',
  'signature',
  'hash',
  'hmac',
  'otp',
  'pin',
  'auth',
  'credentials',
  'credential',
  'cookie',
  // A person
  'login',
  'user',
  'username',
  'userid',
  'identifiant',
  'nom',
  'nomusage',
  'nomfamille',
  'prenom',
  'prenoms',
  'firstname',
  'lastname',
  'familyname',
  'givenname',
  'fullname',
  'birthdate',
  'birthday',
  'naissance',
  'datenaissance',
  'datedenaissance',
  'tel',
  'telephone',
  'phone',
  'phonenumber',
  'mobile',
  'portable',
  'adresse',
  'address',
  'agdref',
  'fne',
  'numeroetranger',
  'numetranger',
  'passeport',
  'passport',
  'iban',
]);

/** Parts that make any name containing them secret. */
const SECRET_PARTS = [
  'token',
  'secret',
  'passw',
  'passphrase',
  'pwd',
  'motdepasse',
  'mdp',
  'mail',
  'courriel',
  'session',
  'sessid',
  'jwt',
  'csrf',
  'xsrf',
  'nonce',
  'saml',
  'oauth',
  'credential',
  'apikey',
];

const EMAIL = /[^\s@:/?#&=<>()]+@[^\s@:/?#&=<>()]+\.[^\s@:/?#&=<>()]/u;
/** Three dotted parts beginning with `{"` in base64url, or only the first of them. */
const JWT = /eyJ[A-Za-z0-9_-]{8,}/;
const UUID = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/i;

/** Undoes one layer of percent-encoding, whatever the bytes; malformed sequences stay as they are. */
export function decodeOnce(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      // Not UTF-8: read byte by byte, as old sites write.
      return run.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    }
  });
}

/** The text at each layer of encoding, from as it is to fully decoded; null when it is encoded suspiciously deep. */
export function layersOf(text: string): readonly string[] | null {
  const layers = [text];
  for (let current = text; layers.length <= MAX_LAYERS; ) {
    const next = decodeOnce(current);
    if (next === current) return layers;
    layers.push(next);
    current = next;
  }
  return null;
}

/** True for the name of a parameter that carries a secret or says who somebody is, however it is written. */
export function isSecretName(name: string): boolean {
  const layers = layersOf(name.replace(/\+/g, ' '));
  if (!layers) return true;
  const plain = (layers.at(-1) ?? '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  // `user[state]`, `oauth.code`, `amp;state`: the last part is the name; the whole is looked at too.
  const last =
    plain
      .split(/[^a-z0-9_-]+/)
      .filter(Boolean)
      .at(-1) ?? '';
  return [plain, last].some((one) => isSecretKey(one.replace(/[^a-z0-9]/g, '')));
}

function isSecretKey(key: string): boolean {
  return SECRET_NAMES.has(key) || SECRET_PARTS.some((part) => key.includes(part));
}

/** How strict the look of a value is judged. A path names public things by number; a parameter has no such excuse. */
export type Place = 'path' | 'parameter';

/** True for a value that looks like an e-mail address, a JWT, a UUID or a long opaque code, at any layer of encoding. */
export function isSecretValue(value: string, place: Place): boolean {
  const layers = layersOf(value);
  return !layers || layers.some((layer) => looksSecret(layer, place));
}

function looksSecret(text: string, place: Place): boolean {
  const plain = text.normalize('NFKC').replace(/[\p{Cc}\p{Cf}]/gu, ''); // what no screen shows only breaks comparisons
  if (EMAIL.test(plain) || JWT.test(plain) || UUID.test(plain)) return true;
  // Ten digits: a telephone, a numéro étranger (10), a demande ANEF (19), an instant. pages.md § 5.
  if (place === 'parameter' && /\d(?:[ .-]?\d){9}/.test(plain)) return true;
  return plain.split(/[^A-Za-z0-9_+/=~.-]+/).some(isOpaque);
}

/**
 * True for a run of characters that no one would say aloud: 32 letters and digits in a row, 20 with both kinds, or at
 * least 12 whose kind (lower, Capital, digit) changes every other character. « invalidCaptcha » and « portail-anef » are words.
 */
function isOpaque(word: string): boolean {
  const runs = word.match(/[A-Za-z0-9]+/g) ?? [];
  if (runs.some((run) => run.length >= 32 || (run.length >= 20 && /\d/.test(run) && /[A-Za-z]/.test(run)))) return true;
  const mixed = runs.filter((run) => (/\d/.test(run) ? /[A-Za-z]/.test(run) : /[a-z][A-Z]|[A-Z]{2}[a-z]/.test(run)));
  const letters = mixed.reduce((sum, run) => sum + run.length, 0);
  const pieces = mixed.reduce((sum, run) => sum + (run.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g)?.length ?? 0), 0);
  return letters >= 12 && letters < pieces * 3;
}
