/** demarche.numerique.gouv.fr, formerly demarches-simplifiees.fr: same code on all its hosts. */
import type { Condition, SiteTable } from '@/lib/domain/page';
import { NATIONAL_HOSTS } from '../hosts';
import { SERVER_ERROR_PAGE } from '../shared';

/** Help, news and legal pages quote the others. */
const EXPLAINS: Condition = { route: /^\/(?:faq|aide|actualites|contact|accessibilite|mentions|cgu|suivi)\b/ };

const DOSSIER = { pattern: /dossier n° ?(\d{6,9})\b/ } as const;
const DOSSIER_IN_ROUTE = { from: 'route', pattern: /\/dossiers\/(\d{6,9})\b/ } as const;
const PROCEDURE_IN_ROUTE = { from: 'route', pattern: /^\/(?:commencer|fermeture)\/(?:test\/)?([^/]{2,120})/ } as const;

export const DEMARCHE_NUMERIQUE: SiteTable = {
  site: 'demarche-numerique',
  label: 'Démarche numérique',
  hosts: NATIONAL_HOSTS['demarche-numerique'],
  loggedOut: {
    any: [
      { text: /^vous êtes maintenant déconnecté/ },
      { route: /\/(?:users\/)?sign_in$/, none: [{ action: /se déconnecter/ }] },
    ],
  },
  rows: [
    {
      id: 'demarche-numerique/error',
      outcome: 'down',
      label: 'Démarche numérique : page d’erreur',
      when: {
        any: [
          { status: [400, 599] },
          SERVER_ERROR_PAGE,
          {
            text: /^erreur ?:? ?(?:40[346]|422|429|50[0234])$/,
            any: [
              {
                heading:
                  /^(?:l'action demandée a été rejetée|page non trouvée|votre navigateur n'est plus supporté|impossible de traiter votre demande|erreur inattendue|problème de connexion au serveur|service temporairement indisponible|délai de connexion dépassé)/,
              },
              {
                title:
                  /^(?:l'action demandée a été rejetée|page non trouvée|votre navigateur n'est plus supporté|impossible de traiter votre demande|erreur inattendue|problème de connexion au serveur|service temporairement indisponible|délai de connexion dépassé|erreur \d{3})/,
              },
            ],
          },
        ],
      },
      extract: { errorCode: { pattern: /^erreur ?:? ?(\d{3})$/ } },
      hints: ['B5'],
      sources: [{ ref: 'pages.md § 4.4 « Error pages » (e1338d79)', seen: '2026-11-21', sure: 'confirmed' }],
    },
    {
      id: 'demarche-numerique/merci',
      outcome: 'confirmation',
      label: 'Dossier déposé : page de remerciement',
      when: {
        none: [EXPLAINS],
        any: [
          { route: /^\/dossiers\/\d{6,9}\/merci$/ },
          { text: /votre dossier sur la démarche .{0,250}a bien été envoyé/ },
        ],
      },
      extract: {
        dossierNumber: DOSSIER_IN_ROUTE,
        procedure: { pattern: /votre dossier sur la démarche «? ?(.{3,200}?) ?»? a bien été envoyé/ },
      },
      sources: [{ ref: 'pages.md § 4.4 « Exact » (fr.yml)', seen: '2026-11-21', sure: 'confirmed' }],
    },
    {
      id: 'demarche-numerique/closed',
      outcome: 'blocked',
      label: 'Démarche close',
      when: {
        none: [EXPLAINS],
        any: [
          { route: /^\/fermeture\// },
          {
            text: /cette démarche (?:en ligne )?(?:est|a été) close|la démarche .{0,250}est close depuis|^la démarche n'existe pas/,
          },
        ],
      },
      extract: { closedOn: { pattern: /est close depuis (?:le )?([^.]{4,40})/ }, procedurePath: PROCEDURE_IN_ROUTE },
      hints: ['F4', 'F5'],
      sources: [
        { ref: 'pages.md § 4.4 « Exact » (fr.yml, issues #5234, #7007)', seen: '2026-11-21', sure: 'confirmed' },
      ],
    },
    {
      id: 'demarche-numerique/draft',
      outcome: 'step',
      label: 'Dossier en brouillon',
      when: { route: /^\/dossiers\/\d{6,9}\/(?:brouillon|modifier)$/ },
      extract: { dossierNumber: DOSSIER_IN_ROUTE },
      sources: [{ ref: 'pages.md § 4.4 (routes)', seen: '2026-11-21', sure: 'confirmed' }],
    },
    {
      id: 'demarche-numerique/filed',
      outcome: 'step',
      label: 'Dossier déposé : suivi',
      when: {
        any: [
          { route: /^\/dossiers\/\d{6,9}(?:\/(?:demande|messagerie|rendez-vous|attestation))?\/?$/ },
          { heading: /^dossier n° ?\d{6,9} ?[-–] ?déposé le/ },
        ],
      },
      extract: {
        dossierNumber: DOSSIER,
        filedOn: { pattern: /déposé le (\d{1,2}(?:er)? p{L}{3,9} \d{4}(?: (?:à )?\d{1,2}[:h]\d{2})?)/ },
        state: { pattern: /^(brouillon|déposé|en construction|en instruction|accepté|refusé|classé sans suite)$/ },
      },
      hints: ['F1', 'F2', 'F3'],
      sources: [
        { ref: 'pages.md § 4.4 (routes, states); S003 l.737-787, 930-960', seen: '2026-03-01', sure: 'confirmed' },
      ],
    },
  ],
};
