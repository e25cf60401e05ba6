/** Step 3 of the national appointment module: slots, no slot, the next opening. The sentences are those of the site's own script. */
import type { Condition, Extraction, PageRow } from '@/lib/domain/page';
import { OTHER_LANGUAGES } from '../shared';
import { EXTRACT, MODULE, SLOTS } from './words';

const SLOT_STEP: Condition = {
  all: [
    MODULE,
    {
      any: [
        { route: /\/creneau\b/ },
        { text: /^(?:étape \d sur \d )?(?:choisissez votre créneau|choose your (?:time ?slot|appointment))/ },
      ],
    },
  ],
};

/** « Veuillez » or « Veillez », with or without a calendar: anchored on what never changes (pages.md § 0.11). */
const RETRY = /^(?:v(?:eu|e)illez réessayer (?:ultérieurement|plus tard)|please try again later)[ .!]{0,3}$/;

const NO_SLOT: Condition = {
  any: [
    { text: RETRY },
    {
      text: /^(?:désolé,? )?aucun (?:créneau|rendez-vous) (?:n'est )?(?:actuellement )?disponible(?: (?:à partir de cette date|sur cette semaine|actuellement|à ce jour|pour (?:le moment|l'instant|cette (?:date|période|semaine|démarche))))?[ .!]{0,3}(?:v(?:eu|e)illez réessayer (?:ultérieurement|plus tard).{0,200})?$/,
    },
    {
      text: /^no (?:time ?slots?|appointments?) (?:is |are )?(?:currently )?available(?: (?:from this date|this week|at the moment))?[ .!]{0,3}(?:please try again later.{0,200})?$/,
    },
  ],
};

/** Days printed one under the other, as on a telephone; each opens on its own slots. */
const DAY = /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) \d{1,2}\/\d{1,2}$/;
const WHOLE_PERIOD =
  /^aucun (?:créneau|rendez-vous) (?:n'est )?disponible (?:à partir de cette date|sur cette semaine)/;

/**
 * On a telephone the list of days exists only when some slot does, one day is open at a time, and an empty one prints the bare
 * sentence: the slots are folded away under the others (the site's script, rdv-choix-tranche). Neither a blockage nor an offer.
 */
const FOLDED_DAYS: Condition = {
  any: [
    { action: DAY },
    {
      all: [{ text: DAY }, { text: /^aucun créneau disponible[ .!]{0,3}$/ }],
      none: [{ text: RETRY }, { text: WHOLE_PERIOD }],
    },
  ],
};

const INSTANT = '(\\d{1,2}\\/\\d{1,2}\\/\\d{4}(?: (?:à )?\\d{1,2} ?[:h] ?\\d{2})?)';
const NEXT = 'prochaine mise en ligne de (?:nouveaux )?rendez-vous ?: ?(?:le )?';

const OPENINGS = {
  nextOpening: { pattern: new RegExp(NEXT + INSTANT), is: 'date-time' },
  weekOf: {
    pattern: /(?:prochaine mise en ligne.{0,90}|^)pour des créneaux de la semaine du (\d{1,2}\/\d{1,2}\/\d{4})/,
    is: 'date',
  },
  lastOpening: {
    pattern: new RegExp(`dernière mise en ligne de (?:nouveaux )?rendez-vous ?: ?(?:le )?${INSTANT}`),
    is: 'date-time',
  },
} as const satisfies Readonly<Record<string, Extraction>>;

const SCRIPT = 'pages.md § 4.1 « No slot, exact strings » (the site’s own script: rdv-choix-tranche)';

export const SLOT_ROWS: readonly PageRow[] = [
  {
    id: 'rdv-prefecture/slot-taken',
    outcome: 'blocked',
    label: 'Rendez-vous : le créneau choisi n’est plus disponible',
    when: {
      all: [
        MODULE,
        {
          text: /^(?:désolé,? )?(?:ce|le|votre) créneau(?: (?:que vous avez )?(?:choisi|sélectionné|demandé|horaire))?,? (?:n'est (?:plus|pas) (?:disponible|libre)|vient d'être (?:réservé|pris)|a (?:déjà )?été (?:réservé|pris))/,
        },
      ],
    },
    extract: EXTRACT,
    hints: ['E1'],
    sources: [
      {
        ref: 'Wording not seen on this site: that of RDV Service Public (pages.md § 4.6) and its like',
        seen: '2026-11-22',
        sure: 'inferred',
      },
    ],
  },
  {
    id: 'rdv-prefecture/slots',
    outcome: 'step',
    label: 'Rendez-vous : des créneaux sont proposés',
    when: { all: [SLOT_STEP, SLOTS] },
    extract: {
      ...EXTRACT,
      nextAvailable: { pattern: /prochaine disponibilité ?:? ?(?:le )?(.{4,60})/, is: 'date' },
      ...OPENINGS,
    },
    sources: [
      { ref: 'pages.md § 4.1 (li.radio-card > input[name=trhId]), § 0.10', seen: '2026-03-01', sure: 'confirmed' },
      OTHER_LANGUAGES,
    ],
  },
  {
    id: 'rdv-prefecture/slot-days',
    outcome: 'step',
    label: 'Rendez-vous : jour sans créneau, d’autres jours à ouvrir',
    when: { all: [SLOT_STEP, FOLDED_DAYS] },
    extract: { ...EXTRACT, ...OPENINGS },
    sources: [
      {
        ref: 'pages.md § 0.10 (per day, mobile); the site’s own script: the list of days exists only when there are slots',
        seen: '2026-03-01',
        sure: 'confirmed',
      },
      OTHER_LANGUAGES,
    ],
  },
  {
    id: 'rdv-prefecture/no-slot-next-opening',
    outcome: 'blocked',
    label: 'Rendez-vous : aucun créneau, prochaine mise en ligne annoncée',
    when: { all: [SLOT_STEP, { text: new RegExp(`${NEXT}\\d`) }] },
    extract: { ...EXTRACT, ...OPENINGS },
    hints: ['E1', 'E2'],
    sources: [{ ref: `${SCRIPT}; S003 l.661-667`, seen: '2026-03-01', sure: 'confirmed' }, OTHER_LANGUAGES],
  },
  {
    id: 'rdv-prefecture/no-slot',
    outcome: 'blocked',
    label: 'Rendez-vous : aucun créneau disponible',
    when: { all: [SLOT_STEP, NO_SLOT] },
    extract: { ...EXTRACT, lastOpening: OPENINGS.lastOpening },
    hints: ['E1', 'E2'],
    sources: [{ ref: `${SCRIPT}, § 0.10, § 0.11`, seen: '2026-03-01', sure: 'confirmed' }, OTHER_LANGUAGES],
  },
];
