/** The national appointment module (rdv-prefecture.interieur.gouv.fr). */
import type { Condition, SiteTable } from '@/lib/domain/page';
import { NATIONAL_HOSTS } from '../hosts';
import { DOWN_STATUS, MAINTENANCE, SERVER_ERROR_PAGE } from '../shared';

const SLOT_STEP: Condition = {
  any: [{ route: /\/creneau\b/ }, { text: /^(?:choisissez votre créneau|choose your (?:time ?slot|appointment))/ }],
};

/** A slot can be chosen, or one exists another week: then « aucun créneau » speaks of a day or a week only (pages.md § 0.10). */
const SLOTS: Condition = {
  any: [
    { field: /^trhId$/ },
    { choice: /^(?:[01]?\d|2[0-3]) ?[h:] ?[0-5]\d\b/ },
    { text: /^prochaine disponibilité|^next availability/ },
  ],
};

/** « Veuillez » or « Veillez », with or without a calendar: anchored on what never changes (pages.md § 0.11). */
const NO_SLOT: Condition = {
  text: /aucun créneau (?:n'est )?disponible|réessayer ultérieurement|no (?:time ?slots?|appointments?) (?:is |are )?available|try again later/,
};

const NEXT_OPENING =
  /prochaine mise en ligne de (?:nouveaux )?rendez-vous ?: ?le (\d{1,2}\/\d{1,2}\/\d{4}(?: à \d{1,2}[:h]\d{2})?)/;

const EXTRACT = {
  procedureId: { from: 'route', pattern: /\/reservation\/demarche\/(\d{3,6})\b/ },
  prefecture: { pattern: /^((?:sous-)?préfecture (?:de la |de l'|des |du |de |d').{2,60})$/ },
  procedure: {
    pattern:
      /^(?:\d{1,2} ?[-–] ?)?((?:première demande|renouvellement|demande|dépôt|retrait|remise|duplicata|changement|accueil|titre)\b.{3,150})$/,
  },
} as const;

export const RDV_PREFECTURE: SiteTable = {
  site: 'rdv-prefecture',
  label: 'Rendez-vous en préfecture (module national)',
  hosts: NATIONAL_HOSTS['rdv-prefecture'],
  rows: [
    {
      id: 'rdv-prefecture/http-error',
      outcome: 'down',
      label: 'Module de rendez-vous : erreur du serveur',
      when: { any: [DOWN_STATUS, SERVER_ERROR_PAGE, MAINTENANCE] },
      extract: { procedureId: EXTRACT.procedureId },
      hints: ['E1'],
      sources: [{ ref: 'pages.md § 4.2 « Overload » (same kind of module)', seen: '2023-12-31', sure: 'inferred' }],
    },
    {
      id: 'rdv-prefecture/captcha-refused',
      outcome: 'blocked',
      label: 'Rendez-vous : code de sécurité refusé',
      when: {
        any: [
          { query: /^error=invalidCaptcha$/ },
          { text: /(?:code|captcha|texte|saisie).{0,80}est incorrect/, field: /captcha/ },
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
      ],
    },
    {
      id: 'rdv-prefecture/slots',
      outcome: 'step',
      label: 'Rendez-vous : des créneaux sont proposés',
      when: { all: [SLOT_STEP, SLOTS] },
      extract: { ...EXTRACT, nextAvailable: { pattern: /prochaine disponibilité ?:? ?(?:le )?(.{4,60})/ } },
      sources: [
        { ref: 'pages.md § 4.1 (li.radio-card > input[name=trhId]), § 0.10', seen: '2026-03-01', sure: 'confirmed' },
      ],
    },
    {
      id: 'rdv-prefecture/no-slot-next-opening',
      outcome: 'blocked',
      label: 'Rendez-vous : aucun créneau, prochaine mise en ligne annoncée',
      when: {
        all: [SLOT_STEP, { any: [NO_SLOT, { text: NEXT_OPENING }] }, { text: /prochaine mise en ligne/ }],
        none: [SLOTS],
      },
      extract: {
        ...EXTRACT,
        nextOpening: { pattern: NEXT_OPENING },
        weekOf: { pattern: /pour des créneaux de la semaine du (\d{1,2}\/\d{1,2}\/\d{4})/ },
        lastOpening: {
          pattern:
            /dernière mise en ligne de (?:nouveaux )?rendez-vous ?: ?le (\d{1,2}\/\d{1,2}\/\d{4}(?: à \d{1,2}[:h]\d{2})?)/,
        },
      },
      hints: ['E1', 'E2'],
      sources: [
        { ref: 'pages.md § 4.1 « No slot, exact strings »; S003 l.661-667', seen: '2026-03-01', sure: 'confirmed' },
      ],
    },
    {
      id: 'rdv-prefecture/no-slot',
      outcome: 'blocked',
      label: 'Rendez-vous : aucun créneau disponible',
      when: { all: [SLOT_STEP, NO_SLOT], none: [SLOTS] },
      extract: {
        ...EXTRACT,
        lastOpening: {
          pattern:
            /dernière mise en ligne de (?:nouveaux )?rendez-vous ?: ?le (\d{1,2}\/\d{1,2}\/\d{4}(?: à \d{1,2}[:h]\d{2})?)/,
        },
      },
      hints: ['E1', 'E2'],
      sources: [
        { ref: 'pages.md § 4.1 « No slot, exact strings », § 0.10, § 0.11', seen: '2026-03-01', sure: 'confirmed' },
      ],
    },
    {
      id: 'rdv-prefecture/cgu',
      outcome: 'step',
      label: 'Rendez-vous : conditions et code de sécurité',
      when: { any: [{ route: /\/demarche\/\d{3,6}\/cgu\b/ }, { field: /captchaFormulaireExtInput/ }] },
      extract: EXTRACT,
      sources: [{ ref: 'pages.md § 4.1 (/cgu/ = CGU + captcha)', seen: '2026-04-30', sure: 'confirmed' }],
    },
    {
      id: 'rdv-prefecture/start',
      outcome: 'step',
      label: 'Rendez-vous : début de la démarche',
      when: {
        any: [{ route: /^\/rdvpref\/reservation\/demarche\/\d{3,6}\/?$/ }, { heading: /^que souhaitez-vous faire/ }],
      },
      extract: EXTRACT,
      sources: [{ ref: 'pages.md § 4.1 (start, headings)', seen: '2026-04-30', sure: 'confirmed' }],
    },
  ],
};
