/** The foreigners' pages of the prefectures' sites: which way in they name, and the ones that say there is none. */
import type { PageRow } from '@/lib/domain/page';
import { EMAILS, FOREIGNERS, GONE, NEWS, NOT_A_STAY, PHONES, PREFECTURE_NAME, SPEAKS_OF_STAY } from './guards';

/** One clause that begins there: « si aucun rendez-vous n'est disponible » is not it. */
const CLAUSE =
  '(?:^|[.!:;] )(?:attention ?[:,!]? ?)?(?:(?:actuellement|à ce jour|pour le moment|en ce moment|à cette date),? )?';
const NO_APPOINTMENT = new RegExp(
  `${CLAUSE}(?:aucun (?:nouveau )?(?:rendez-vous|rdv|créneau|créneaux)(?: de rendez-vous)? (?:n'est |ne sont |n'a été )?(?:actuellement |plus |pour le moment |encore )?(?:disponibles?|possibles?|ouverts?|proposés?)|il n'y a (?:actuellement |pour le moment |donc )?(?:plus|pas|aucun) (?:aucun |de |d')?(?:rendez-vous|rdv|créneaux?)(?: .{0,40})?disponibles?|(?:tous les|les) (?:créneaux|rendez-vous|plannings?|plages)(?: .{0,60})? (?:sont|est) (?:actuellement |tous |désormais )?(?:complets?|saturés?))`,
);
const SUSPENDED = new RegExp(
  `${CLAUSE}(?:en raison .{0,160}?, ?)?(?:la |les |toutes les )?(?:prises?|réservations?|ouvertures?) (?:de |des |en ligne de )(?:rendez-vous|rdv|créneaux)(?: .{0,140}?)? (?:est|sont) (?:actuellement |temporairement |momentanément |provisoirement |désormais )?(?:suspendue?s?|interrompue?s?|fermée?s?|arrêtée?s?|impossibles?|indisponibles?)`,
);
const RESUMED =
  /(?:prises?|réservations?) (?:de |des )(?:rendez-vous|rdv) .{0,140}(?:a repris|ont repris|est (?:de nouveau|à nouveau)|sont (?:de nouveau|à nouveau)|rouvert|reprendra)/;

/** Asking the CCC, said in one sentence of advice (pages.md § 4.7). */
const CCC =
  /(?:saisir|saisissez|contacter|contactez|joindre|joignez|appeler|appelez|solliciter|sollicitez|adresser? (?:au|à)|adressez-vous au|rapprocher du|prendre contact avec|auprès) .{0,60}centres? de contact citoyens?/;
const CCC_SENTENCE =
  /((?:(?:vous (?:pouvez|devez) )?(?:saisir|contacter|contactez|saisissez|appeler|appelez|joindre|solliciter)|(?:veuillez|merci de) .{3,20}) .{0,60}centres? de contact citoyens?.{0,200})/;

/** Files are asked by post… */
const BY_POST =
  /(?:demandes?|dossiers?|formulaires?|pièces|dépôts?|envois?) .{0,160}(?:par voie postale|par courrier(?! électronique)|par la poste|par lettre recommandée)/;
const BY_POST_SENTENCE =
  /((?:[^.]{0,160} )?(?:demandes?|dossiers?|formulaires?|pièces|dépôts?|envois?) [^.]{0,160}(?:par voie postale|par courrier(?! électronique)|par la poste|par lettre recommandée)[^.]{0,140})/;
/** …or are not: « aucun dossier par voie postale », « ne seront pas traités », « le titre est envoyé par courrier ». */
const NOT_BY_POST =
  /(?:\baucune? (?:demande|dossier|envoi|pièce|formulaire)s?|\bne (?:sont|seront|sera|peut|peuvent) (?:pas|plus)|\bn'est (?:pas|plus)|\bni par mail,? ni) .{0,140}(?:par voie postale|par courrier|par la poste)|(?:par voie postale|par courrier|par la poste).{0,120}(?:\bne (?:sont|seront|sera|peut|peuvent)|n'est pas|refus|rejet|retourné|irrecevable|pas (?:été )?(?:acceptée?s?|traitée?s?))/;

const SITE_TEXT = { ref: 'pages.md § 4.7 (text markers, path hints)', seen: '2026-08-31', sure: 'confirmed' } as const;

/** Blocked first: the same address may name the channel on other days. */
export const NO_APPOINTMENT_ROWS: readonly PageRow[] = [
  {
    id: 'prefecture/no-appointment',
    outcome: 'blocked',
    label: 'Préfecture : pas de rendez-vous pour les étrangers',
    when: {
      none: [NOT_A_STAY, GONE, { text: RESUMED }],
      any: [
        { all: [FOREIGNERS], any: [{ text: NO_APPOINTMENT }, { text: SUSPENDED }] },
        // On a page for everybody, the sentence itself must name them.
        {
          route: /rendez-vous|rdv/,
          any: [
            { text: new RegExp(`${SUSPENDED.source}.{0,200}(?:titres? de séjour|étrangers)`) },
            { text: new RegExp(`${NO_APPOINTMENT.source}.{0,200}(?:titres? de séjour|étrangers)`) },
            {
              text: /^(?:la |les )?prises? de (?:rendez-vous|rdv) .{0,100}(?:titres? de séjour|étrangers).{0,60}(?:est|sont) (?:actuellement |temporairement |momentanément )?(?:suspendue?s?|fermée?s?|interrompue?s?)/,
            },
          ],
        },
      ],
    },
    extract: {
      prefecture: PREFECTURE_NAME,
      message: {
        pattern:
          /((?:[^.]{0,160} )?(?:aucun (?:nouveau )?(?:rendez-vous|rdv|créneau)|plus (?:de|aucun) (?:rendez-vous|rdv|créneau)|prises? de (?:rendez-vous|rdv)|créneaux|rendez-vous)[^.]{0,160}(?:disponible|suspendue?s?|fermée?s?|interrompue?s?|complets?|saturés?|possibles?)[^.]{0,80})/,
      },
      nextOpening: {
        pattern:
          /(?:prochaine (?:ouverture|mise en ligne)|rouvri(?:ra|ront)|reprendra|à partir du|jusqu'au) .{0,80}?(\d{1,2}(?:\/\d{2}\/|(?:er)? [a-zéèûôâ]{3,9} )\d{4})/,
        is: 'date',
      },
    },
    hints: ['E1', 'G3'],
    sources: [
      {
        ref: 'pages.md § 4.2, domain.md § 2.5 E1: the situation; the wording on a prefecture’s own page was not seen',
        seen: '2026-11-22',
        sure: 'inferred',
      },
    ],
  },
];

export const CHANNEL_ROWS: readonly PageRow[] = [
  {
    id: 'prefecture/channel',
    outcome: 'info',
    label: 'Préfecture : page qui indique la voie à suivre (CCC)',
    when: {
      text: CCC,
      any: [{ all: [FOREIGNERS] }, { all: [SPEAKS_OF_STAY], none: [NOT_A_STAY, GONE] }],
    },
    extract: {
      prefecture: PREFECTURE_NAME,
      channel: { pattern: CCC_SENTENCE },
      phone: PHONES,
      email: EMAILS,
    },
    hints: ['F4', 'G1', 'A4'],
    sources: [
      { ref: 'pages.md § 4.7 (page of the 93), S003 l.1601-1623', seen: '2026-03-01', sure: 'confirmed' },
      {
        ref: 'www.yonne.gouv.fr and www.alpes-de-haute-provence.gouv.fr, stored texts (« contactez le centre de contact citoyen »)',
        seen: '2024-03-05',
        sure: 'confirmed-old',
      },
    ],
  },
  {
    id: 'prefecture/exceptional-admission',
    outcome: 'info',
    label: 'Préfecture : admission exceptionnelle au séjour',
    when: {
      any: [
        { route: /\/[^/]{0,80}(?:admission-exceptionnelle|\baes\b)/, text: /admission exceptionnelle au séjour/ },
        { title: /admission exceptionnelle au séjour/ },
      ],
      none: [NOT_A_STAY, GONE],
    },
    extract: {
      prefecture: PREFECTURE_NAME,
      channel: {
        pattern:
          /((?:[^.]{0,120} )?(?:demandes?|dossiers?|rendez-vous) [^.]{0,160}(?:par voie postale|par courrier|en ligne|sur rendez-vous|sur le site|demarches?[-.](?:simplifiees|numerique)|démarche numérique|par la démarche)[^.]{0,140})/,
      },
      email: EMAILS,
    },
    hints: ['F4', 'E1'],
    sources: [
      {
        ref: 'www.oise.gouv.fr /Demarches/Etrangers-dans-l-Oise/Admission-exceptionnelle-au-sejour, stored text',
        seen: '2023-03-02',
        sure: 'confirmed-old',
      },
    ],
  },
  {
    id: 'prefecture/by-post',
    outcome: 'info',
    label: 'Préfecture : dépôt par voie postale',
    when: { all: [FOREIGNERS], text: BY_POST, none: [{ text: NOT_BY_POST }] },
    extract: { prefecture: PREFECTURE_NAME, channel: { pattern: BY_POST_SENTENCE }, email: EMAILS },
    hints: ['F4'],
    sources: [{ ref: 'domain.md § 2.5 F4; words on the page not seen', seen: '2026-11-22', sure: 'inferred' }],
  },
  {
    id: 'prefecture/appointments',
    outcome: 'info',
    label: 'Préfecture : prise de rendez-vous des étrangers',
    when: {
      any: [
        { all: [FOREIGNERS], any: [{ route: /rendez-vous|\brdv\b/ }, { title: /rendez-vous|\brdv\b/ }] },
        {
          route: /\/[^/]{0,80}(?:rendez-vous|\brdv\b)/,
          any: [{ text: /titres? de séjour|accueil des étrangers/ }],
          none: [NOT_A_STAY, GONE, { route: /\/booking\// }],
        },
      ],
    },
    extract: {
      prefecture: PREFECTURE_NAME,
      procedureId: { pattern: /rdvpref\/reservation\/demarche\/(\d{3,6})/, is: 'integer' },
      email: EMAILS,
    },
    hints: ['E1', 'F4'],
    sources: [
      { ref: 'pages.md § 4.7 (path /Prendre-un-rendez-vous, breadcrumb)', seen: '2026-03-01', sure: 'confirmed' },
    ],
  },
  {
    id: 'prefecture/foreigners-page',
    outcome: 'info',
    label: 'Préfecture : démarches des étrangers',
    when: {
      all: [FOREIGNERS],
      // The path alone is a hint: the page must speak of it too.
      any: [{ text: /étrangers?\b|titres? de séjour|récépissé|\banef\b|droit au séjour/ }],
      none: [{ route: /^\/(?:index\.php\/?)?$/ }, { route: /\/horaires$/ }],
    },
    extract: { prefecture: PREFECTURE_NAME, phone: PHONES, email: EMAILS },
    hints: ['F4', 'G1'],
    sources: [SITE_TEXT],
  },
];

/** The site's own contact form: not a procedure, but how an e-mail to the prefecture often leaves. */
export const CONTACT_ROWS: readonly PageRow[] = [
  {
    id: 'prefecture/contact-sent',
    outcome: 'confirmation',
    label: 'Préfecture : message envoyé par le formulaire',
    when: {
      route: /contact|ecrire|saisi(?:r|ne)|collectedinfo|formulaire/,
      text: /^(?:merci[ ,.!]{0,3})?votre (?:message|demande|courriel|mail|e-mail|formulaire|question) (?:a (?:bien )?été|a été correctement|est bien) (?:envoyée?|transmise?|enregistrée?|pris en compte|prise en compte|parti)/,
      none: [NEWS, GONE],
    },
    extract: {
      prefecture: PREFECTURE_NAME,
      reference: { pattern: /(?:référence|numéro de (?:suivi|demande)) ?:? ?([a-z0-9-]{4,30})\b/ },
    },
    sources: [
      { ref: 'form of the sites’ editor; its confirmation was not seen', seen: '2026-11-22', sure: 'inferred' },
    ],
  },
  {
    id: 'prefecture/contact',
    outcome: 'info',
    label: 'Préfecture : page ou formulaire de contact',
    when: {
      any: [
        {
          route:
            /\/(?:[^/]{0,60}-)?(?:contacts?|nous-contacter|contactez-nous|nous-ecrire|ecrire-a[^/]{0,40})(?:-[^/]{0,60})?\/?$/,
        },
        {
          title:
            /^(?:nous contacter|contactez[- ](?:nous|la préfecture)|contact(?:er|ez)? la préfecture|contacts?)(?: |$)/,
        },
      ],
      none: [NEWS, GONE, { route: /presse|booking/ }],
    },
    extract: { prefecture: PREFECTURE_NAME, email: EMAILS, phone: PHONES },
    sources: [{ ref: 'usual address of the sites’ editor; not seen', seen: '2026-11-22', sure: 'inferred' }],
  },
];
