/** ANEF: the form of a request, from the page that introduces it to its recapitulation and its confirmation. */
import type { Condition, Extraction, PageRow } from '@/lib/domain/page';
import { OTHER_LANGUAGES } from '../shared';
import { LOADING, QUOTES, TROUBLE } from './guards';
import { DOSSIER, dayAfter, STEP_SHOWN } from './values';

const GROUND: Extraction = {
  from: 'route',
  pattern: /\/demande-tse\/([a-z-]{2,40}(?:\/(?!info\b)[a-z-]{2,40})?)/,
};
const STEP: Extraction = { from: 'title', pattern: /(?:étape|step) (\d{1,2})/, is: 'integer' };

/** The form of a request, or what a filed one leaves behind: without either, the sentence is quoted. */
const OF_A_REQUEST: Condition = {
  any: [
    { route: /#\/(?:sejour|anf|nationalite|naturalisation|demande)[^?]{0,80}|#\/[^?]{0,80}\/confirmation\b/ },
    { title: /[|–-] ?(?:étape|step) \d/ },
    { text: /^(?:j'ouvre|télécharger|ouvrir|open|download) .{0,20}(?:confirmation|attestation|accusé)/ },
    { text: /(?<!\d)\d{4}[ .-]?20\d{2}[ .-]?(?:0[1-9]|1[0-2])[ .-]?(?:0[1-9]|[12]\d|3[01])[ .-]?\d{7}(?!\d)/ },
  ],
};

export const CONFIRMATION_ROWS: readonly PageRow[] = [
  {
    id: 'anef/confirmation',
    outcome: 'confirmation',
    label: 'Demande enregistrée : page de confirmation',
    when: {
      all: [OF_A_REQUEST],
      // Hidden in the page from the second step on: only what is visible counts, and the reader gives nothing else.
      text: /(?:^|[.!:] ?)(?:votre demande a bien été enregistrée|your (?:application|request) has been (?:successfully )?(?:registered|submitted|recorded))/,
      none: [QUOTES],
    },
    extract: {
      dossierNumber: DOSSIER,
      filedOn: dayAfter('déposée?|enregistrée?|submitted on|registered on'),
      ground: GROUND,
      documents: {
        pattern: /^((?:j'ouvre|télécharger|ouvrir|open|download) .{0,20}(?:confirmation|attestation|accusé).{0,80})$/,
        every: true,
      },
    },
    sources: [
      { ref: 'pages.md § 3.3 (exact text), § 0.3 (only when visible)', seen: '2026-06-12', sure: 'confirmed-old' },
      OTHER_LANGUAGES,
    ],
  },
];

export const WIZARD_ROWS: readonly PageRow[] = [
  {
    id: 'anef/request-info',
    outcome: 'step',
    label: 'Avant la demande : informations et pièces à préparer',
    when: { route: /#\/sejour\/demande-tse\/(?:[a-z-]{2,40}\/){1,3}info$/, none: [LOADING, TROUBLE] },
    extract: {
      ground: GROUND,
      formats: {
        pattern: /(?:formats? (?:acceptés?)? ?:? ?)((?:\.?(?:jpe?g|png|pdf|tiff?|bmp),? ?(?:et |ou )?){2,8})/,
      },
    },
    hints: ['A7', 'B5'],
    sources: [
      {
        ref: 'pages.md § 1 (route `/info` before step 1), § 3.2 « Upload limits »',
        seen: '2026-06-12',
        sure: 'confirmed-old',
      },
    ],
  },
  {
    id: 'anef/recapitulation',
    outcome: 'step',
    label: 'Récapitulatif avant l’envoi de la demande',
    when: {
      none: [QUOTES, LOADING, TROUBLE],
      any: [
        {
          text: /^je vérifie les informations que j'ai saisies\b|^i (?:check|review) the information (?:that )?i (?:have )?entered\b/,
        },
        // Only the step that is shown carries its count; « Étape suivante : Récapitulatif » is the one before.
        {
          text: /^(?:récapitulatif|summary) (?:étape|step) \d|^(?:étape|step) \d{1,2} ?(?:sur|\/|of) ?\d{1,2} ?:? ?(?:récapitulatif|summary)\b/,
        },
      ],
    },
    extract: { step: STEP, stepShown: STEP_SHOWN, ground: GROUND },
    hints: ['A2', 'A3'],
    sources: [{ ref: 'pages.md § 2.1 (h2 of the steps)', seen: '2026-06-12', sure: 'confirmed-old' }, OTHER_LANGUAGES],
  },
  {
    id: 'anef/wizard-step',
    outcome: 'step',
    label: 'Formulaire de demande en cours',
    when: {
      any: [
        { title: /[|–-] ?(?:étape|step) \d/ },
        { route: /#\/sejour\/demande-tse\/[a-z]/ },
        { text: /^(?:.{0,60} )?(?:étape|step) \d{1,2} ?(?:sur|\/|of) ?\d{1,2}\b/ },
        {
          text: /^je (?:vérifie et complète mes informations personnelles|m'engage à remplir les conditions de séjour|renseigne mes ressources et leur|joins mes documents justificatifs)/,
        },
      ],
      none: [QUOTES, LOADING, TROUBLE],
    },
    extract: { step: STEP, stepShown: STEP_SHOWN, ground: GROUND },
    hints: ['A7', 'B5'],
    sources: [
      { ref: 'pages.md § 2.1 (title, routes, h2 of the steps), § 0.3', seen: '2026-06-12', sure: 'confirmed-old' },
      { ref: 'pages.md § 2.2 (fr-stepper__state « Étape X sur Y »)', seen: '2026-11-21', sure: 'inferred' },
    ],
  },
];
