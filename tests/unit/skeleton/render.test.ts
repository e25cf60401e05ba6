/** What a skeleton keeps: the structure and what the site says to everybody, in the format of a fixture, bounded. */
// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { keptAddress } from '@/lib/skeleton/address';
import { MAX_SKELETON, renderSkeleton } from '@/lib/skeleton/render';
import { keptText } from '@/lib/skeleton/text';
import { sourceOf } from './dom-ports';

const ANEF = 'https://administration-etrangers-en-france.interieur.gouv.fr/usagers/#/sejour/demande-tse';

const bodyOf = (html: string): string => /<body>\n?([\s\S]*?)\n?<\/body>/.exec(html)?.[1] ?? '';
const lines = (html: string): string[] =>
  bodyOf(renderSkeleton(sourceOf(html, ANEF)))
    .split('\n')
    .map((line) => line.trim());

describe('what a site says to everybody is kept', () => {
  it.each([
    ['alert', 'Une erreur inattendue est survenue'],
    ['block', 'Aucun créneau disponible'],
    ['block', 'Votre session a expiré, veuillez vous reconnecter pour poursuivre votre démarche.'],
    ['label', 'Administration numérique pour les étrangers en France'],
    ['label', 'Étrangers en France | Accueil'],
    ['label', 'SE DÉCONNECTER'],
    ['menu', 'Mes notifications'],
    ['alert', 'Your request could not be processed. Please try again later.'],
    ['alert', 'Erreur : session expirée'],
  ] as const)('%s: %s', (place, text) => {
    expect(keptText(text, place)).toBe(text);
  });
});

describe('what it says of one person is not', () => {
  it.each([
    [
      'block',
      'Bonjour Nadia, votre demande a été enregistrée le 12 mars 2026.',
      'Bonjour ***, votre demande a été enregistrée le # *** #.',
    ],
    [
      'block',
      'Votre demande n’a pas pu être traitée (code TEC-0042).',
      "Votre demande n'a pas pu être traitée (code #).",
    ],
    [
      'block',
      'Contactez-nous à nadia@exemple.fr ou au 06 12 34 56 78 pour toute question.',
      'Contactez-nous à *** ou au # pour toute question.',
    ],
    ['label', 'Dossier n° 7501202603120000042', 'Dossier n° #'],
    ['label', 'Nadia EXEMPLE', '***'],
    ['label', 'nadia exemple', '***'],
    ['label', 'France DUPONT', '***'],
    ['block', 'Née le 12 mars 1990 à Oran', '***'],
    ['block', 'Nom : petit', '***'],
    ['block', 'Votre situation actuelle : célibataire', 'Votre situation actuelle : ***'],
    ['block', 'Française', '***'],
    ['block', 'En attente', '***'],
    ['block', 'نادية تنتظر موعدا منذ شهرين', '***'],
    ['value', 'Votre demande est enregistrée', '***'],
  ] as const)('%s: %s', (place, text, kept) => {
    expect(keptText(text, place)).toBe(kept);
  });

  it('keeps no more than the beginning of a long letter', () => {
    expect(keptText('Votre demande est en cours de traitement. '.repeat(40), 'block').length).toBeLessThanOrEqual(240);
  });
});

describe('the address', () => {
  it.each([
    [ANEF, 'https://administration-etrangers-en-france.interieur.gouv.fr/usagers/#/sejour/***'],
    [
      'https://demarche.numerique.gouv.fr/dossiers/12345678/messagerie?token=abc',
      'https://demarche.numerique.gouv.fr/dossiers/0/messagerie',
    ],
    ['https://www.val-de-marne.gouv.fr/Actions/Etrangers', 'https://www.val-de-marne.gouv.fr/Actions/Etrangers'],
    ['https://demarche.numerique.gouv.fr/dupont?x=1#ancre', 'https://demarche.numerique.gouv.fr/***'],
    ['chrome://settings', ''],
  ])('%s', (href, kept) => {
    expect(keptAddress(href)).toBe(kept);
  });
});

describe('the structure', () => {
  it('keeps controls, roles and what is disabled, without values', () => {
    expect(
      lines(`<form><label for="n">Votre nom</label><input id="n" type="text" value="Dupont">
        <fieldset><legend>Votre situation</legend><label><input type="radio" disabled checked>Demande refusée</label></fieldset>
        <input type="submit" value="Envoyer"><div role="alert">Demande refusée</div></form>`),
    ).toEqual([
      '<form>',
      '<label>Votre nom</label>',
      '<input type="text">',
      '<fieldset>',
      '<legend>Votre situation</legend>',
      '<label>',
      '<input type="radio" disabled>',
      'Demande refusée',
      '</label>',
      '</fieldset>',
      '<button type="button">Envoyer</button>',
      '<div role="alert">Demande refusée</div>',
      '</form>',
    ]);
  });

  it('says that something is hidden, not what', () => {
    expect(lines('<h2>Étape</h2><section hidden><p>Votre demande est enregistrée</p></section>')).toEqual([
      '<h2>Étape</h2>',
      '<section hidden></section>',
    ]);
  });

  it('reads open shadow roots, and leaves boxes around one thing out', () => {
    const page = sourceOf('<div><div><anef-alert></anef-alert></div></div>', ANEF, {
      arrange: (body) => {
        const host = body.querySelector('anef-alert');
        if (host) host.attachShadow({ mode: 'open' }).innerHTML = '<p>Une erreur est survenue</p>';
      },
    });
    expect(bodyOf(renderSkeleton(page)).trim()).toBe('<p>Une erreur est survenue</p>');
  });

  it('is bounded, and says when it was cut', () => {
    const page = sourceOf('<p>Aucun créneau disponible</p>', ANEF);
    const skeleton = renderSkeleton({
      ...page,
      body: { ...page.body, children: Array.from({ length: 5_000 }, () => page.body.children).flat() },
    });
    expect(skeleton.length).toBeLessThan(MAX_SKELETON + 2_000);
    expect(skeleton).toContain('Suite coupée');
  });

  it('cannot be broken out of by what the page says', () => {
    const skeleton = renderSkeleton(
      sourceOf('<p>Votre demande --&gt; est &lt;script&gt; refusée &amp; fermée</p>', `${ANEF}?-->`, {
        title: '--><b>',
      }),
    );
    expect(skeleton.match(/-->/g)).toHaveLength(1);
    expect(skeleton).not.toMatch(/<script|<b>/);
  });
});
