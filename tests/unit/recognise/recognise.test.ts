/** The recogniser on facts: the traps of pages.md § 0, what is read out, and what it must survive. */
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { PageFacts, SiteTable } from '@/lib/domain/page';
import { explain, looksLikeProblem, recognise, showsLoggedOut } from '@/lib/domain/recognise';
import { SITES } from '@/lib/pages';
import { ANEF, factsOf, RDV } from './facts';

function pageOf(change: Partial<PageFacts>): string | null {
  const found = recognise(factsOf(change), SITES);
  return found && `${found.site}/${found.page}`;
}

const CRENEAU = `${RDV}/creneau/`;

describe('no slot (pages.md § 0.10, § 0.11)', () => {
  const none = { url: CRENEAU, headings: ['Choisissez votre créneau'] };

  it.each([
    ['Aucun créneau disponible à partir de cette date.'],
    ['Veillez réessayer ultérieurement.'],
    ['Veuillez réessayer ultérieurement.'],
    ['AUCUN CRENEAU DISPONIBLE'],
    ['Aucun\u00a0créneau\u202fdisponible sur cette semaine'],
    ['Aucun cre\u0301neau disponible'],
  ])('« %s » blocks', (text) => {
    expect(pageOf({ ...none, texts: [text] })).toBe('rdv-prefecture/no-slot');
  });

  it('does not block when a slot can be chosen, whatever the empty days say', () => {
    const texts = ['Aucun créneau disponible', 'Aucun créneau disponible'];
    expect(pageOf({ ...none, texts, fields: [{ label: '11h45', type: 'radio', name: 'trhId' }] })).toBe(
      'rdv-prefecture/slots',
    );
    expect(pageOf({ ...none, texts, choices: [{ label: '08h30', enabled: true, checked: false }] })).toBe(
      'rdv-prefecture/slots',
    );
  });

  it('does not block when another week has a slot', () => {
    const texts = ['Aucun créneau disponible sur cette semaine'];
    expect(pageOf({ ...none, texts, actions: ['Prochaine disponibilité le 12/01/2027'] })).toBe('rdv-prefecture/slots');
  });

  it('reads the next opening out', () => {
    const found = recognise(
      factsOf({
        ...none,
        texts: [
          'Préfecture de la Haute-Savoie',
          '1 - Première demande de titre de séjour',
          'Veillez réessayer ultérieurement.',
          'Prochaine mise en ligne de nouveaux rendez-vous : le 02/03/2026 à 08:00 pour des créneaux de la semaine du 27/04/2026',
        ],
      }),
      SITES,
    );
    expect(found).toEqual({
      site: 'rdv-prefecture',
      page: 'no-slot-next-opening',
      outcome: 'blocked',
      extracted: {
        procedureId: '4418',
        prefecture: 'Préfecture de la Haute-Savoie',
        procedure: 'Première demande de titre de séjour',
        nextOpening: '02/03/2026 à 08:00',
        weekOf: '27/04/2026',
      },
    });
  });

  it('says nothing of the same words on another step or another host', () => {
    expect(pageOf({ url: `${RDV}/cgu/`, texts: ['Veuillez réessayer ultérieurement.'] })).toBe('rdv-prefecture/cgu');
    expect(
      pageOf({ ...none, url: 'https://www.exemple.invalid/creneau/', texts: ['Aucun créneau disponible'] }),
    ).toBeNull();
  });
});

describe('addresses', () => {
  it.each([
    [`${ANEF}/usagers/#/`, 'anef/home'],
    [`${ANEF}/usagers/#`, 'anef/home'],
    [`${ANEF}/particuliers/#/`, 'anef/home'],
    [`${ANEF}/#/`, 'anef/home'],
    [`${ANEF}/usagers/#/espace-personnel/connexion-inscription`, 'anef/account-entry'],
    [`${ANEF}/usagers/#/espace-personnel/inscription/mot-de-passe?token=abc`, 'anef/account-password'],
    [`${ANEF}/usagers/#/espace-personnel/mes-notifications`, 'anef/notifications'],
    [`${ANEF}/usagers/#/contact`, 'anef/contact'],
    [`${ANEF}/particuliers/#/sejour/demande-tse/etudiant`, 'anef/wizard-step'],
    [`${ANEF}:8443/usagers/#/contact`, 'anef/contact'],
    [`${RDV}/`, 'rdv-prefecture/start'],
    [`${RDV}/cgu/?error=invalidCaptcha`, 'rdv-prefecture/captcha-refused'],
    [`${ANEF}/usagers/#/faq`, 'anef/help'],
    [`${ANEF}/immiprousager/#/authentification`, null],
  ])('%s → %s', (url, expected) => {
    expect(pageOf({ url })).toBe(expected);
  });

  it('still knows a parameter that the site deleted after loading', () => {
    expect(pageOf({ url: `${RDV}/cgu/`, firstUrl: `${RDV}/cgu/?error=invalidCaptcha` })).toBe(
      'rdv-prefecture/captcha-refused',
    );
    expect(pageOf({ url: `${RDV}/`, firstUrl: `${RDV}/cgu/?error=invalidCaptcha` })).toBe('rdv-prefecture/start');
  });
});

describe('down or not', () => {
  const home = `${ANEF}/usagers/#/`;

  it.each([500, 502, 503, 429, 403])('status %i is an error of the server', (status) => {
    expect(pageOf({ url: home, status, texts: ['…'] })).toBe('anef/http-error');
  });

  it.each([0, 200, 304])('status %i alone is not', (status) => {
    expect(pageOf({ url: home, status })).toBe('anef/home');
  });

  it.each([400, 401, 404, 405, 408, 410])('status %i is a page refused, unless the application is there', (status) => {
    expect(pageOf({ url: home, status })).toBe('anef/page-error');
    expect(pageOf({ url: home, status, actions: ['Nous contacter', 'Se connecter'] })).toBe('anef/home');
  });

  it('hears maintenance in a heading, not in the body of a page that works, nor when it is announced', () => {
    expect(pageOf({ url: home, headings: ['Site en maintenance'] })).toBe('anef/maintenance');
    const actions = ['Je demande ou renouvelle un titre de séjour'];
    expect(pageOf({ url: home, actions, texts: ['Le service est momentanément indisponible'] })).toBe('anef/home');
    expect(pageOf({ url: home, texts: ['Le service est momentanément indisponible'] })).toBe('anef/maintenance');
    expect(
      pageOf({
        url: home,
        alerts: ['Le site sera en maintenance mardi : le service sera momentanément indisponible.'],
      }),
    ).toBe('anef/home');
  });
});

describe('a session that died, or a server that does not answer', () => {
  const notifications = `${ANEF}/usagers/#/espace-personnel/mes-notifications`;
  const out = ['Nous contacter', 'Se connecter'];
  const inside = ['Nous contacter', 'Mon compte', 'Se déconnecter'];

  it('is lost where somebody was in, on a page that needs an account', () => {
    expect(pageOf({ url: notifications, actions: out, wasLoggedIn: true })).toBe('anef/session-lost');
    expect(pageOf({ url: notifications, actions: ['Sign in'], wasLoggedIn: true })).toBe('anef/session-lost');
    expect(pageOf({ url: notifications, actions: out })).not.toBe('anef/session-lost');
    expect(pageOf({ url: notifications, actions: inside, wasLoggedIn: true })).not.toBe('anef/session-lost');
  });

  it.each([`${ANEF}/usagers/#/`, `${ANEF}/usagers/#/espace-personnel/connexion-inscription`])(
    'is not lost at %s, where a log-out that was wanted leads',
    (url) => {
      const change = { url, actions: out, wasLoggedIn: true as const, calls: ['401 /api/usager/moi'] };
      expect(pageOf(change)).toMatch(/^anef\/(?:home|account-entry)$/);
    },
  );

  it('is lost when the portal’s own calls are refused behind an account, unless the page is there', () => {
    const calls = ['401 /api/notifications'];
    expect(pageOf({ url: notifications, actions: inside, calls })).toBe('anef/session-lost');
    expect(pageOf({ url: notifications, actions: inside, calls: ['403 /api/notifications'] })).not.toBe(
      'anef/session-lost',
    );
    expect(
      pageOf({ url: notifications, actions: inside, calls, texts: ['Filtrer mes notifications :', '13/02/2026'] }),
    ).toBe('anef/notifications');
  });

  it('is down when the calls fail and nothing is drawn', () => {
    const calls = ['503 /api/usager/moi'];
    expect(pageOf({ url: notifications, actions: inside, calls })).toBe('anef/no-answer');
    expect(pageOf({ url: `${ANEF}/usagers/#/`, calls, actions: ['Je demande ou renouvelle un titre de séjour'] })).toBe(
      'anef/home',
    );
  });
});

describe('choices and numbers', () => {
  it('lists the grounds that can and cannot be chosen', () => {
    const found = recognise(
      factsOf({
        texts: ['Je sollicite un titre de séjour :'],
        choices: [
          { label: 'En tant que membre de famille', enabled: true, checked: false },
          { label: 'En tant que visiteur', enabled: false, checked: false },
        ],
      }),
      SITES,
    );
    expect(found?.page).toBe('triage-first');
    expect(found?.extracted).toEqual({
      groundsEnabled: ['En tant que membre de famille'],
      groundsDisabled: ['En tant que visiteur'],
    });
  });

  it('reads a request number, a deadline and a FranceConnect code', () => {
    const closure = recognise(
      factsOf({
        headings: ['Notification de clôture de la demande'],
        texts: ['Votre demande en ligne de titre de séjour n° 9999202410309999999 a été clôturée.'],
      }),
      SITES,
    );
    expect(closure).toMatchObject({
      page: 'closure',
      outcome: 'refused',
      extracted: { dossierNumber: '9999202410309999999' },
    });
    const complement = recognise(
      factsOf({
        texts: [
          'un complément est nécessaire à la poursuite de son instruction',
          'Répondez dans un délai de 30 jours après avoir pris connaissance de ce message, sinon…',
        ],
      }),
      SITES,
    );
    expect(complement?.extracted).toEqual({
      deadline: 'dans un délai de 30 jours après avoir pris connaissance de ce message',
    });
    const error = recognise(
      factsOf({
        url: 'https://app.franceconnect.gouv.fr/api/v2/authorize',
        headings: ['Une erreur s’est produite'],
        texts: ['Erreur Y020023'],
      }),
      SITES,
    );
    expect(error).toMatchObject({ site: 'franceconnect', page: 'error', extracted: { errorCode: 'Y020023' } });
  });
});

describe('who is logged in', () => {
  it('sees that nobody is', () => {
    expect(showsLoggedOut(factsOf({ actions: ['SE CONNECTER'] }), SITES)).toBe(true);
    expect(showsLoggedOut(factsOf({ actions: ['Sign in'] }), SITES)).toBe(true);
    expect(showsLoggedOut(factsOf({ actions: ['Se connecter', 'Se déconnecter'] }), SITES)).toBe(false);
    expect(
      showsLoggedOut(factsOf({ url: 'https://sso.anef.dgef.interieur.gouv.fr/auth', title: 'Se connecter' }), SITES),
    ).toBe(true);
    expect(showsLoggedOut(factsOf({ url: 'https://www.exemple.invalid/', actions: ['Se connecter'] }), SITES)).toBe(
      false,
    );
  });
});

describe('an unknown page', () => {
  it('looks like a problem by its status, its alert or a short sentence', () => {
    expect(looksLikeProblem(factsOf({ status: 404 }))).toBe(true);
    expect(looksLikeProblem(factsOf({ alerts: ['Une erreur inattendue est survenue'] }))).toBe(true);
    expect(looksLikeProblem(factsOf({ texts: ['Veuillez réessayer ultérieurement'] }))).toBe(true);
    expect(
      looksLikeProblem(
        factsOf({ alerts: ['Accepter les cookies nécessaires'], texts: ['Vos informations personnelles'] }),
      ),
    ).toBe(false);
  });

  it('is explained by the rows that came closest', () => {
    const { sites, recognition, closest } = explain(factsOf({ url: CRENEAU, texts: ['Aucune plage horaire'] }), SITES);
    expect(sites).toEqual(['any', 'rdv-prefecture']);
    expect(recognition).toBeNull();
    expect(closest[0]?.id).toMatch(/^rdv-prefecture\//);
    expect(closest[0]?.missing.length).toBeGreaterThan(0);
  });
});

describe('whatever the page', () => {
  afterEach(() => {
    for (const name of ['route', 'status', 'text', 'any', 'none', 'loggedOut'])
      Reflect.deleteProperty(Object.prototype, name);
  });

  const anyUrl = fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.string(),
    fc.constantFrom(CRENEAU, `${ANEF}/usagers/#/%E0%A4%A`, 'about:blank'),
  );
  const words = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('Aucun créneau disponible', 'a'.repeat(9_000)),
    ),
    { maxLength: 20 },
  );
  const anyFacts: fc.Arbitrary<PageFacts> = fc.record({
    url: anyUrl,
    firstUrl: anyUrl,
    title: fc.string({ unit: 'binary' }),
    lang: fc.string(),
    status: fc.oneof(fc.integer(), fc.double(), fc.constant(Number.NaN)),
    headings: words,
    alerts: words,
    texts: words,
    actions: words,
    fields: fc.array(fc.record({ label: fc.string(), type: fc.string(), name: fc.string() })),
    choices: fc.array(fc.record({ label: fc.string(), enabled: fc.boolean(), checked: fc.boolean() })),
    truncated: fc.boolean(),
  });

  function survives(facts: PageFacts): void {
    recognise(facts, SITES);
    looksLikeProblem(facts);
    showsLoggedOut(facts, SITES);
    explain(facts, SITES);
  }

  it('never throws', () => fc.assert(fc.property(anyFacts, survives), { numRuns: 300 }));

  it('never throws on something that is no page at all', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.record({
            url: fc.constant(CRENEAU),
            texts: fc.anything(),
            choices: fc.array(fc.anything()),
            fields: fc.array(fc.anything()),
            status: fc.anything(),
          }),
        ),
        (facts) => survives(facts as PageFacts),
      ),
      { numRuns: 300 },
    ));

  it('is the same however the sentence is written', () => {
    const spaces = fc.constantFrom(' ', '\u00a0', '\u202f', '\n  ', '\u2009');
    return fc.assert(
      fc.property(
        fc.array(spaces, { minLength: 2, maxLength: 2 }),
        fc.boolean(),
        fc.constantFrom('NFC', 'NFD'),
        ([a, b], upper, form) => {
          const sentence = `Aucun${a}créneau${b}disponible`;
          const text = (upper ? sentence.toLocaleUpperCase('fr') : sentence).normalize(form);
          expect(pageOf({ url: CRENEAU, texts: [text] })).toBe('rdv-prefecture/no-slot');
        },
      ),
    );
  });

  it('ignores what a page put on Object.prototype', () => {
    Object.assign(Object.prototype, {
      route: /nowhere/,
      status: [700, 800],
      text: /nothing/,
      none: [{}],
      loggedOut: true,
    });
    expect(pageOf({ url: CRENEAU, texts: ['Aucun créneau disponible'] })).toBe('rdv-prefecture/no-slot');
    expect(showsLoggedOut(factsOf({ url: CRENEAU }), SITES)).toBe(false);
  });

  it('answers in bounded time on texts made to slow patterns down', () => {
    const nasty = [
      'titre '.repeat(20_000),
      'Votre demande en ligne '.repeat(5_000),
      'la démarche '.repeat(9_000),
      ' '.repeat(100_000),
      'erreur Y12345'.repeat(8_000),
      'n° 94032025'.repeat(9_000),
    ];
    const hosts = [
      ANEF,
      RDV,
      'https://demarche.numerique.gouv.fr',
      'https://www.ain.gouv.fr',
      'https://sso.anef.dgef.interieur.gouv.fr',
    ];
    for (const host of hosts) {
      const started = performance.now();
      recognise(
        factsOf({
          url: `${host}/creneau/`,
          texts: Array.from({ length: 3_000 }, (_, index) => nasty[index % nasty.length] ?? ''),
        }),
        SITES,
      );
      expect(performance.now() - started, `${host}: a pattern backtracks`).toBeLessThan(2_000);
    }
  });

  it('remembers nothing from one page to the next', () => {
    const sites: readonly SiteTable[] = SITES;
    const blocked = factsOf({ url: CRENEAU, texts: ['Aucun créneau disponible'] });
    expect([1, 2, 3].map(() => recognise(blocked, sites)?.page)).toEqual(['no-slot', 'no-slot', 'no-slot']);
  });
});
