/** ANEF's other procedures: travel documents, change of situation, validation of a VLS-TS, and the pages that lead elsewhere. */
import type { Condition, PageRow } from '@/lib/domain/page';
import { LOADING, QUOTES, TROUBLE } from './guards';
import { DOSSIER, dayAfter, GROUNDS, STEP_SHOWN } from './values';

const ON_VLS_TS: Condition = { any: [{ route: /#\/vls-ts\b/ }, { title: /[|–-] ?.{0,40}\bvls-?ts\b/ }] };
const REFERENCE = {
  from: 'page',
  pattern: /r[ée]f[ée]rence\b[^\n:]{0,60}?(?: ?:)?[ \n]((?=[A-Z0-9-]{0,30}\d)[A-Z0-9][A-Z0-9-]{4,30})\b/,
} as const;

export const VLS_TS_ROWS: readonly PageRow[] = [
  {
    id: 'anef/vls-ts-confirmation',
    outcome: 'confirmation',
    label: 'VLS-TS : validation de l’enregistrement confirmée',
    when: {
      none: [QUOTES],
      any: [
        { text: /^confirmation de la validation de l'enregistrement de votre vls-?ts/ },
        {
          all: [
            ON_VLS_TS,
            {
              text: /(?:^|[.!:] ?)(?:(?:l'enregistrement|la validation) de )?votre (?:vls-?ts|visa)\b.{0,60}\b(?:est|a)(?: bien)?(?: été)? (?:bien )?(?:validée?|enregistrée?|effectuée?|prise? en compte)\b|your (?:vls-?ts|visa) has been (?:successfully )?(?:validated|registered)/,
            },
          ],
        },
      ],
    },
    extract: { reference: REFERENCE, filedOn: dayAfter('validée?|enregistrée?|effectuée?|validated on') },
    sources: [
      {
        ref: 'pages.md § 3.1 « VLS-TS account »: the name of the document and its « référence » are confirmed, that a page bears them is not',
        seen: '2026-03-01',
        sure: 'inferred',
      },
      { ref: 'the sentence of the page itself', seen: '2026-11-22', sure: 'inferred' },
    ],
  },
  {
    id: 'anef/vls-ts-refused',
    outcome: 'blocked',
    label: 'VLS-TS : validation refusée',
    when: {
      all: [
        ON_VLS_TS,
        {
          text: /(?:\bvisas?\b(?<!\b(?:si|lorsque|quand|if|when)\b.{0,200}).{0,80}(?:inconnue?|introuvable|invalide|incorrecte?|erroné|non reconnu|n'est pas reconnu|n'existe pas|n'a pas (?:été|pu être) (?:trouvé|reconnu|identifié)|déjà (?:été )?(?:validé|enregistré)|not (?:found|recogni[sz]ed|valid))|aucun visa\b.{0,40}(?:ne correspond|n'a été trouvé|trouvé|connu)|(?:unknown|invalid) visa\b|informations que vous avez saisies sont incorrectes|(?:délai|période)\b(?<!\b(?:si|lorsque|quand)\b.{0,80}).{0,80}(?:est dépassé|est expiré|dépassée|expirée)|ne pouvez plus valider)/,
        },
      ],
      none: [QUOTES],
    },
    extract: {
      message: {
        pattern:
          /^(.{0,200}(?:inconnu|introuvable|invalide|incorrect|erroné|reconnu|identifié|n'existe pas|trouvé|déjà|dépassé|expiré|ne pouvez plus|aucun visa|unknown|invalid|not (?:found|recogni[sz]ed|valid)).{0,200})$/,
      },
    },
    hints: ['B6', 'B5'],
    sources: [{ ref: 'pages.md § 1 (route); no refusal was seen, wording ours', seen: '2026-11-22', sure: 'inferred' }],
  },
  {
    id: 'anef/vls-ts',
    outcome: 'step',
    label: 'VLS-TS : validation en cours',
    when: {
      ...ON_VLS_TS,
      none: [QUOTES, LOADING, TROUBLE],
    },
    extract: {
      step: { from: 'route', pattern: /\/etape-(\d{1,2})\b/, is: 'integer' },
      stepShown: STEP_SHOWN,
    },
    hints: ['B6', 'B5'],
    sources: [{ ref: 'pages.md § 1 (routes `#/vls-ts/…`)', seen: '2026-06-12', sure: 'confirmed-old' }],
  },
];

const SITUATION_CHOICE: Condition = {
  choice:
    /changement d'adresse|changé d'adresse|situation (?:familiale|matrimoniale|maritale)|état civil|passeport|duplicata|change of address|marital status|passport/,
};

export const PROCEDURE_ROWS: readonly PageRow[] = [
  {
    id: 'anef/travel-document',
    outcome: 'step',
    label: 'Document de voyage : choix ou demande en cours',
    when: {
      none: [QUOTES, LOADING, TROUBLE],
      any: [
        {
          text: /^(?:je souhaite demander ou renouveler|i wish to apply for or renew|i want to apply for or renew) ?:?$/,
        },
        { choice: /titre de voyage pour étranger|document de circulation pour étranger mineur|\btve\b|\bdcem\b/ },
        {
          route:
            /#\/(?:.{0,60}\/)?(?:demande-)?(?:tve|dcem|titre-de-voyage|titre-voyage|documents?-de-voyage|document-voyage)\b/,
        },
        {
          title:
            /[|–-] ?(?:demander? un document de voyage|document de voyage|titre de voyage|apply for a travel document)\b/,
        },
      ],
    },
    extract: {
      ...GROUNDS,
      step: { from: 'title', pattern: /(?:étape|step) (\d{1,2})/, is: 'integer' },
      stepShown: STEP_SHOWN,
    },
    hints: ['A4', 'B4'],
    sources: [
      { ref: 'pages.md § 3.2 « Documents of travel » (the choice)', seen: '2026-03-01', sure: 'confirmed' },
      { ref: 'routes and titles of the steps', seen: '2026-11-22', sure: 'inferred' },
    ],
  },
  {
    id: 'anef/change-of-situation-sent',
    outcome: 'confirmation',
    label: 'Changement de situation déclaré',
    when: {
      none: [QUOTES],
      text: /(?:^|[.!:] ?)(?:votre (?:déclaration|changement (?:de situation|d'adresse|d'état civil)|demande de (?:changement|duplicata))\b.{0,80}\ba bien été (?:enregistrée?|prise? en compte|transmise?|envoyée?)|your (?:declaration|change of (?:circumstances|address))\b.{0,60}\bhas been (?:successfully )?(?:registered|submitted|recorded))/,
    },
    extract: {
      dossierNumber: DOSSIER,
      reference: REFERENCE,
      filedOn: dayAfter('enregistrée?|déposée?|déclarée?|submitted on'),
    },
    sources: [
      { ref: 'domain.md § 2.1 C1 (the procedure exists); wording not seen', seen: '2026-11-22', sure: 'inferred' },
    ],
  },
  {
    id: 'anef/change-of-situation',
    outcome: 'step',
    label: 'Changement de situation : déclaration en cours',
    when: {
      none: [QUOTES, LOADING, TROUBLE],
      any: [
        {
          title:
            /[|–-] ?(?:déclarer (?:un|mon) changement|changement (?:de situation|d'adresse)|duplicata|report a change)\b/,
        },
        { route: /#\/(?:.{0,60}\/)?(?:declar[a-z-]{0,20}-)?(?:changement|changements|duplicata)(?:-[a-z-]{1,40})?\b/ },
        { all: [{ text: /^.{0,60}changement de situation\b|^.{0,60}change of circumstances\b/ }, SITUATION_CHOICE] },
      ],
    },
    extract: {
      ...GROUNDS,
      step: { from: 'title', pattern: /(?:étape|step) (\d{1,2})/, is: 'integer' },
      stepShown: STEP_SHOWN,
    },
    hints: ['B5'],
    sources: [
      {
        ref: 'domain.md § 2.1 C1, S003 (menu « Je déclare un changement de situation »); pages below it not seen',
        seen: '2026-03-01',
        sure: 'inferred',
      },
    ],
  },
  {
    id: 'anef/work-permit',
    outcome: 'info',
    label: 'Autorisation de travail : page d’orientation',
    when: {
      none: [QUOTES, LOADING, TROUBLE],
      any: [
        { title: /[|–-] ?(?:demander une )?autorisation de travail\b|[|–-] ?apply for a work permit\b/ },
        { route: /#\/(?:.{0,60}\/)?(?:demande-)?autorisations?-(?:de-)?travail\b/ },
      ],
    },
    sources: [{ ref: 'pages.md § 2.1 (menu); the page was not seen', seen: '2026-11-22', sure: 'inferred' }],
  },
  {
    id: 'anef/tax-stamp',
    outcome: 'info',
    label: 'Timbre fiscal : page d’orientation',
    when: {
      none: [QUOTES, LOADING, TROUBLE],
      any: [
        { title: /[|–-] ?(?:acheter un )?timbre fiscal\b|[|–-] ?buy a tax stamp\b/ },
        { route: /#\/(?:.{0,60}\/)?(?:achat-)?timbres?(?:-fiscal|-fiscaux)?\b/ },
      ],
    },
    sources: [{ ref: 'pages.md § 2.1 (menu); the page was not seen', seen: '2026-11-22', sure: 'inferred' }],
  },
];
