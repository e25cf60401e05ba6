/** The national appointment module (rdv-prefecture.interieur.gouv.fr). */
import type { PageRow, SiteTable } from '@/lib/domain/page';
import { NATIONAL_HOSTS } from '../hosts';
import {
  CLIENT_ERROR_PAGE,
  DOWN_STATUS,
  MAINTENANCE,
  MAINTENANCE_SENTENCE,
  OTHER_LANGUAGES,
  SERVER_ERROR_PAGE,
} from '../shared';
import { BOOKED_ROWS, FORM_ROWS, MANAGE_ROW } from './appointment';
import { SLOT_ROWS } from './slots';
import { AT_STEP, CGU_ROUTE, EXTRACT, MODULE, SLOTS, START_ROUTE, TROUBLE } from './words';

const NOT_SEEN = 'No copy seen on this site';

/** The server, the session or the procedure fails: whatever the step. */
const TROUBLE_ROWS: readonly PageRow[] = [
  {
    id: 'rdv-prefecture/not-found',
    outcome: 'down',
    label: 'Module de rendez-vous : page introuvable',
    when: {
      any: [
        { status: [404, 410] },
        { all: [MODULE, CLIENT_ERROR_PAGE] },
        {
          all: [
            MODULE,
            {
              text: /^(?:erreur 404\b|404 ?[-–:] ?.{0,60}(?:introuvable|non trouvée|not found)|(?:cette |la )?(?:page|démarche)(?: demandée)?(?: est)? (?:introuvable|non trouvée|inconnue)|(?:cette |la )?(?:page|démarche)(?: demandée)? n'existe (?:pas|plus))/,
            },
          ],
        },
      ],
    },
    extract: { procedureId: EXTRACT.procedureId },
    hints: ['E1'],
    sources: [{ ref: `${NOT_SEEN}; HTTP 404`, seen: '2026-11-22', sure: 'inferred' }],
  },
  {
    id: 'rdv-prefecture/http-error',
    outcome: 'down',
    label: 'Module de rendez-vous : erreur du serveur',
    when: {
      any: [
        DOWN_STATUS,
        SERVER_ERROR_PAGE,
        {
          // A warning above slots that can be chosen is not an outage.
          any: [
            { all: [MODULE], any: [MAINTENANCE, MAINTENANCE_SENTENCE] },
            {
              all: [
                MODULE,
                {
                  text: /^(?:une erreur (?:technique|interne|inattendue|est survenue|s'est produite)|(?:le |ce |notre )?(?:site|service|module|téléservice|application)(?: [^.]{0,50})? est (?:actuellement |momentanément |temporairement )?(?:indisponible|inaccessible|en (?:cours de )?maintenance|hors service))/,
                },
              ],
            },
          ],
          none: [SLOTS],
        },
      ],
    },
    extract: { procedureId: EXTRACT.procedureId },
    hints: ['E1'],
    sources: [{ ref: 'pages.md § 4.2 « Overload » (same kind of module)', seen: '2023-12-31', sure: 'inferred' }],
  },
  {
    id: 'rdv-prefecture/session-expired',
    outcome: 'blocked',
    label: 'Rendez-vous : session expirée',
    when: {
      all: [
        MODULE,
        {
          text: /^(?:votre |la )?session (?:a expiré|est expirée|expirée|n'est plus valide)|^(?:désolé, )?le (?:temps|délai) (?:imparti )?[^.]{0,60}(?:est )?(?:écoulé|dépassé|expiré)|^your session (?:has )?(?:expired|timed out)/,
        },
      ],
    },
    extract: { procedureId: EXTRACT.procedureId },
    hints: ['E1'],
    sources: [{ ref: `${NOT_SEEN} (bots speak of a short session)`, seen: '2026-11-22', sure: 'inferred' }],
  },
  {
    id: 'rdv-prefecture/procedure-closed',
    outcome: 'blocked',
    label: 'Rendez-vous : démarche fermée ou indisponible',
    when: {
      all: [
        MODULE,
        {
          text: /^(?:(?:cette|la) (?:démarche|prise de rendez-vous)(?: en ligne)?(?: [^.]{0,80})? (?:n'est (?:actuellement )?(?:pas|plus) (?:disponible|ouverte|accessible|active|proposée)|est (?:actuellement |momentanément |temporairement |désormais )?(?:fermée|suspendue|close|désactivée|indisponible|inaccessible))|(?:démarche|prise de rendez-vous) (?:actuellement |momentanément |temporairement )?(?:fermée|close|suspendue|indisponible|désactivée)\b|this procedure is (?:currently )?(?:closed|unavailable))/,
        },
      ],
      none: [SLOTS],
    },
    extract: EXTRACT,
    hints: ['E1', 'E2'],
    sources: [{ ref: NOT_SEEN, seen: '2026-11-22', sure: 'inferred' }],
  },
  {
    id: 'rdv-prefecture/captcha-refused',
    outcome: 'blocked',
    label: 'Rendez-vous : code de sécurité refusé',
    when: {
      all: [
        MODULE,
        {
          any: [
            { query: /^error=invalidCaptcha$/ },
            // The site's mask-url-params directive may have deleted the parameter: the message is left.
            {
              route: CGU_ROUTE,
              text: /^(?:(?:le |la |les )?(?:code|captcha|texte|saisie|réponse|caractères)\b.{0,80} (?:est|sont) (?:incorrect|erroné|invalide)|(?:code|captcha)(?: de sécurité)? (?:incorrect|erroné|invalide)|(?:incorrect|invalid|wrong) (?:captcha|code)|the (?:captcha|code).{0,40} is (?:incorrect|invalid|wrong))/,
            },
          ],
        },
      ],
      none: [{ route: /\/creneau\b/ }],
    },
    extract: EXTRACT,
    hints: ['E1'],
    sources: [
      {
        ref: 'pages.md § 4.1 (/cgu/?error=invalidCaptcha, #text-input-captcha-desc-error)',
        seen: '2026-04-30',
        sure: 'confirmed',
      },
      OTHER_LANGUAGES,
    ],
  },
];

const FIRST_ROWS: readonly PageRow[] = [
  {
    id: 'rdv-prefecture/cgu',
    outcome: 'step',
    label: 'Rendez-vous : conditions et code de sécurité',
    when: {
      all: [MODULE],
      any: [
        { field: /captchaFormulaireExtInput/ },
        { route: CGU_ROUTE, text: /\bconditions (?:générales|d'utilisation)|\bcaptcha\b|code (?:de sécurité|affiché)/ },
        { route: CGU_ROUTE, none: [TROUBLE] },
      ],
    },
    extract: EXTRACT,
    sources: [{ ref: 'pages.md § 4.1 (/cgu/ = CGU + captcha)', seen: '2026-04-30', sure: 'confirmed' }],
  },
  {
    id: 'rdv-prefecture/start',
    outcome: 'step',
    label: 'Rendez-vous : début de la démarche',
    when: {
      all: [MODULE],
      any: [
        { text: /^(?:que souhaitez-vous faire|what would you like to do)/ },
        { route: START_ROUTE, none: [TROUBLE] },
      ],
    },
    extract: EXTRACT,
    sources: [{ ref: 'pages.md § 4.1 (start, headings)', seen: '2026-04-30', sure: 'confirmed' }, OTHER_LANGUAGES],
  },
  {
    id: 'rdv-prefecture/step',
    outcome: 'step',
    label: 'Rendez-vous : étape en cours',
    when: { all: [MODULE, { text: AT_STEP.any }] },
    extract: { ...EXTRACT, step: { pattern: /^(?:étape|step) (\d) (?:sur|of) \d/, is: 'integer' } },
    sources: [{ ref: 'pages.md § 4.1 (« Étape 3 sur 6 »)', seen: '2026-03-01', sure: 'confirmed' }, OTHER_LANGUAGES],
  },
];

export const RDV_PREFECTURE: SiteTable = {
  site: 'rdv-prefecture',
  label: 'Rendez-vous en préfecture (module national)',
  hosts: NATIONAL_HOSTS['rdv-prefecture'],
  rows: [...TROUBLE_ROWS, ...BOOKED_ROWS, ...SLOT_ROWS, ...FORM_ROWS, ...FIRST_ROWS, MANAGE_ROW],
};
