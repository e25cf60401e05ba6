/** URL hygiene: a corpus of the real forms of address (pages.md § 1, § 4; values invented), and properties: no secret survives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanUrl } from '@/lib/domain/url-hygiene';

const ANEF = 'https://administration-etrangers-en-france.interieur.gouv.fr';
const SSO = 'https://sso.anef.dgef.interieur.gouv.fr/auth/realms/anef-usagers';
const RDV = 'https://www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/3720';
const JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJpbnZlbnRlZCJ9.c2lnbmF0dXJlLWludmVudGVk';
const OPAQUE = 'aG9kT3xYz81Kq0PvW2mN7rT5';

const UNTOUCHED = [
  `${ANEF}/usagers/#/espace-personnel/connexion-inscription`,
  `${ANEF}/particuliers/#/sejour/demande-tse/passeport-talent/chercheur/info`,
  `${ANEF}/usagers/#/vls-ts/demarches/etape-1`,
  `${ANEF}/usagers/#/contact`,
  `${ANEF}/usagers/#/`,
  `${ANEF}/api/notifications/non-lu?per_page=3&page=1`,
  `${ANEF}/api/usager/moi?is_by_nature_titre=true`,
  `${SSO}/protocol/openid-connect/auth?client_id=anef-usagers&theme=portail-anef&redirect_uri=https%3A%2F%2Fadministration-etrangers-en-france.interieur.gouv.fr%2Fusagers%2F%23&response_mode=fragment&response_type=code&scope=openid&acr_values=eidas1&ui_locales=fr`,
  `${SSO}/login-actions/authenticate`,
  `${RDV}/cgu/?error=invalidCaptcha`,
  `${RDV}/creneau/`,
  'https://rdv.anct.gouv.fr/prendre_rdv?public_link_organisation_id=2458&motif_name_with_location_type=premiere-demande-titre-de-sejour-public_office',
  'https://demarche.numerique.gouv.fr/dossiers/8902165/messagerie',
  'https://demarche.numerique.gouv.fr/commencer/demande-de-rdv-premiere-demande-titre-de-sejour-2026',
  'https://www.seine-saint-denis.gouv.fr/Demarches/Etrangers-Vos-demarches/Information-des-usagers',
  'https://www.val-de-marne.gouv.fr/booking/create/16040/4',
  'https://app.franceconnect.gouv.fr/error?error=access_denied&error_description=Une+erreur+technique+est+survenue#haut',
];

/** Raw → clean. */
const CLEANED: readonly (readonly [string, string])[] = [
  [`${ANEF}/usagers/#state=0c3d&session_state=9f2a&code=ab12.cd34`, `${ANEF}/usagers/`],
  [`${ANEF}/usagers/#error=login_required&state=0c3d`, `${ANEF}/usagers/#error=login_required`],
  [
    `${ANEF}/usagers/#/espace-personnel/inscription/mot-de-passe?token=abc&lang=fr`,
    `${ANEF}/usagers/#/espace-personnel/inscription/mot-de-passe?lang=fr`,
  ],
  [`${ANEF}/usagers/#/state=0c3d&session_state=9f2a&code=ab12`, `${ANEF}/usagers/#/***`],
  [
    `${ANEF}/usagers/#/espace-personnel/mon-compte&state=0c3d&code=ab12`,
    `${ANEF}/usagers/#/espace-personnel/mon-compte`,
  ],
  [
    `${ANEF}/usagers/#/espace-personnel/mon-compte#state=0c3d&code=ab12`,
    `${ANEF}/usagers/#/espace-personnel/mon-compte#`,
  ],
  [`${ANEF}/usagers/?code=ab12&page=2#/contact`, `${ANEF}/usagers/?page=2#/contact`],
  [
    `${SSO}/login-actions/authenticate?session_code=Zk1&execution=7d1&client_id=anef-usagers&tab_id=Qx&client_data=eyJy`,
    `${SSO}/login-actions/authenticate?client_id=anef-usagers`,
  ],
  [
    `${SSO}/login-actions/required-action?execution=UPDATE_PASSWORD&client_id=anef-usagers&tab_id=Qx`,
    `${SSO}/login-actions/required-action?client_id=anef-usagers`,
  ],
  [
    `${SSO}/broker/franceconnect-particulier/endpoint?code=ab&state=${OPAQUE}`,
    `${SSO}/broker/franceconnect-particulier/endpoint`,
  ],
  [
    `${SSO}/protocol/openid-connect/auth?nonce=n1&login_hint=9912345678&client_id=anef-usagers`,
    `${SSO}/protocol/openid-connect/auth?client_id=anef-usagers`,
  ],
  [
    `${SSO}/protocol/openid-connect/logout?id_token_hint=x&post_logout_redirect_uri=${encodeURIComponent(`${ANEF}/usagers/#/x?token=t`)}`,
    `${SSO}/protocol/openid-connect/logout?post_logout_redirect_uri=${encodeURIComponent(`${ANEF}/usagers/#/x`)}`,
  ],
  [
    `${ANEF}/x?redirect_uri=${encodeURIComponent(`${ANEF}/?a=1&code=ab&next=${encodeURIComponent(`${ANEF}/?ticket=ST-1`)}`)}`,
    `${ANEF}/x?redirect_uri=${encodeURIComponent(`${ANEF}/?a=1&next=${encodeURIComponent(`${ANEF}/`)}`)}`,
  ],
  [`${ANEF}/x?next=%2Fusagers%2F%23%2Fa%3Ftoken%3Dt&v=2`, `${ANEF}/x?v=2`],
  ['https://jeanne:motdepasse@exemple.fr/a', 'https://exemple.fr/a'],
  ['https://exemple.fr/app;jsessionid=0A1B/x;v=2?y=1', 'https://exemple.fr/app/x;v=2?y=1'],
  [
    'https://exemple.fr/?%73tate=1&ｃｏｄｅ=2&Session-State=3&amp;state=4&oauth[code]=5&user.email=6&ok=7',
    'https://exemple.fr/?ok=7',
  ],
  ['https://exemple.fr/?%2573tate=1&q=jeanne%2540exemple.fr&ok=7', 'https://exemple.fr/?ok=7'],
  [`https://exemple.fr/activer/${JWT}/fin`, 'https://exemple.fr/activer/***/fin'],
  [`https://exemple.fr/?x=${JWT}&y=${OPAQUE}&z=1`, 'https://exemple.fr/?z=1'],
  ['https://exemple.fr/compte/jeanne@exemple.fr', 'https://exemple.fr/compte/***'],
  ['https://exemple.fr/?q=jeanne%40exemple.fr&jeanne@exemple.fr&r=1', 'https://exemple.fr/?r=1'],
  ['https://exemple.fr/?tel=0600000000&n=9912345678&p=12', 'https://exemple.fr/?p=12'],
  ['https://exemple.fr/#:~:text=Votre%20dossier', 'https://exemple.fr/'],
  ['about:neterror?e=dnsNotFound&u=https%3A//exemple.fr/%3Ftoken%3Dt', 'about:neterror'],
  ['file:///home/jeanne/Bureau/page.html', 'file:'],
  ['data:text/html,Jeanne', 'data:'],
  ['pas une adresse ?token=abc', ''],
];

describe('the corpus', () => {
  it.each(UNTOUCHED)('leaves %s', (url) => {
    expect(cleanUrl(url)).toEqual({ url, masked: false });
  });

  it.each(CLEANED)('cleans %s', (raw, url) => {
    expect(cleanUrl(raw)).toEqual({ url, masked: true });
  });

  it('keeps within the bound of the journal', () => {
    const long = cleanUrl(`${ANEF}/usagers/#/${'mot-'.repeat(3000)}`);
    expect(long).toEqual({ url: `${ANEF}/***`, masked: true });
  });

  it('says nothing was masked where there was nothing', () => {
    expect(cleanUrl('')).toEqual({ url: '', masked: false });
    expect(cleanUrl('https://exemple.fr')).toEqual({ url: 'https://exemple.fr/', masked: false });
  });
});

const NAMES = [
  'code',
  'state',
  'session_state',
  'session_code',
  'execution',
  'tab_id',
  'token',
  'access_token',
  'id_token',
  'refresh_token',
  'client_data',
  'ticket',
  'nonce',
  'login_hint',
  'email',
  'user_email',
  'username',
  'password',
  'SAMLResponse',
  'jwt',
] as const;
/** A value that is looked for afterwards: marked, so that finding it can be no accident. */
const value = fc.stringMatching(/^[A-Za-z0-9._~-]{1,40}$/).map((text) => `SECRET${text}`);
const wrap = fc.constantFrom<(text: string) => string>(
  (text) => text,
  encodeURIComponent,
  (text) => encodeURIComponent(encodeURIComponent(text)),
  (text) => text.replace(/./g, (one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`),
);
const name = fc
  .tuple(fc.constantFrom(...NAMES), wrap, fc.boolean())
  .map(([text, encode, upper]) => encode(upper ? text.toUpperCase() : text));
const harmless = fc.constantFrom('lang=fr', 'page=2', 'error=invalidCaptcha', 'a', '');
const place = fc.constantFrom<(parameters: string) => string>(
  (p) => `${ANEF}/usagers/?${p}`,
  (p) => `${ANEF}/usagers/#${p}`,
  (p) => `${ANEF}/usagers/#/route?${p}`,
  (p) => `${ANEF}/usagers/#/route&${p}`,
  (p) => `${ANEF}/usagers/#/${p}`,
  (p) => `${ANEF}/usagers/#/route#${p}`,
  (p) => `${ANEF}/usagers/;${p}/x`,
  (p) => `${SSO}/auth?redirect_uri=${encodeURIComponent(`${ANEF}/#/x?${p}`)}`,
  (p) => `${SSO}/auth?next=${encodeURIComponent(`/usagers/?${p}`)}&v=1`,
  (p) => `${SSO}/auth?a=${encodeURIComponent(encodeURIComponent(`${ANEF}/?${p}`))}`,
  (p) =>
    `${SSO}/auth?a=${encodeURIComponent(`${ANEF}/?b=${encodeURIComponent(`${ANEF}/?c=${encodeURIComponent(`${ANEF}/#${p}`)}`)}`)}`,
);

/** Everything that a URL says once all its layers are undone. */
function decoded(url: string): string {
  let text = url;
  for (let layer = 0; layer < 8; layer += 1)
    text += `\n${text
      .split('\n')
      .at(-1)
      ?.replace(/%[0-9a-f]{2}/gi, (one) => String.fromCharCode(Number.parseInt(one.slice(1), 16)))}`;
  return text;
}

describe('properties', () => {
  it('no value of a secret parameter survives, wherever it stands and however it is encoded', () => {
    fc.assert(
      fc.property(place, name, value, wrap, harmless, harmless, (at, secret, text, encode, before, after) => {
        const clean = cleanUrl(at(`${before}&${secret}=${encode(text)}&${after}`));
        expect(clean.masked).toBe(true);
        expect(decoded(clean.url)).not.toContain('SECRET');
      }),
      { numRuns: 1000 },
    );
  });

  it('no e-mail address, JWT, UUID or opaque code survives under any name', () => {
    const chars = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
    const opaque = fc.array(fc.constantFrom(...chars), { minLength: 32, maxLength: 60 }).map((all) => all.join(''));
    const email = fc.stringMatching(/^[a-z]{2,10}\.?[a-z]{2,10}@[a-z]{2,10}\.(?:fr|org)$/);
    const jwt = fc
      .base64String({ minLength: 12 })
      .map((body) => `eyJhbGciOiJub25lIn0.${body.replace(/[+/=]/g, '_')}.x1`);
    const anyName = fc.constantFrom('q', 'x', 'ref', 'a.b', 'redirect');
    fc.assert(
      fc.property(
        place,
        anyName,
        fc.oneof(opaque, email, jwt, fc.uuid()),
        fc.constantFrom(encodeURIComponent, (t: string) => t),
        (at, key, text, encode) => {
          expect(decoded(cleanUrl(at(`${key}=${encode(text)}`)).url)).not.toContain(text);
        },
      ),
      { numRuns: 1000 },
    );
  });

  const anyUrl = fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.tuple(place, fc.string({ unit: 'binary' })).map(([at, text]) => at(text.replace(/\p{Surrogate}/gu, ''))),
    fc.tuple(fc.webUrl(), fc.string()).map(([base, rest]) => base + rest),
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^https:\/\/a\.fr\/[?#&=;%/a-f0-9+]*$/),
  );

  it('never throws, and cleaning twice is cleaning once', () => {
    fc.assert(
      fc.property(anyUrl, (raw) => {
        const once = cleanUrl(raw);
        expect(cleanUrl(once.url)).toEqual({ url: once.url, masked: false });
        expect(once.url.length).toBeLessThanOrEqual(8000);
      }),
      { numRuns: 1500 },
    );
  });

  it('keeps the host and the path of an ordinary address', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('usagers', 'espace-personnel', 'etape-1', '3720', 'mon-compte'), { maxLength: 6 }),
        (segments) => {
          const url = `${ANEF}/${segments.join('/')}`;
          expect(cleanUrl(`${url}?token=x`)).toEqual({ url, masked: true });
        },
      ),
    );
  });
});
