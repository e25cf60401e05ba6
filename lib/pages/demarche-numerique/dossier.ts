/** demarche.numerique: the pages of one dossier, state by state, and the list of them. */
import type { PageRow } from '@/lib/domain/page';
import {
  APPOINTMENT_ON,
  CARDS,
  DOSSIER,
  EXPLAINS,
  FILED_ON,
  fromCode,
  fromGuide,
  MESSAGE_DATES,
  NUMBER_IN_ROUTE,
  NUMBERS,
  PROCEDURE_OF_DOSSIER,
  REASON,
  STATE,
} from './parts';

const FOLLOW_UP = /^\/dossiers\/\d{5,9}\/?$/;
const SHOWN = fromCode('config/locales/fr.yml 009fe139 (views.users.dossiers.show.status_overview)');
const TITLES = fromCode('config/locales/metas.fr.yml 009fe139');

const READ_OUT = { dossierNumber: NUMBER_IN_ROUTE, procedure: PROCEDURE_OF_DOSSIER, filedOn: FILED_ON } as const;

export const DOSSIERS: readonly PageRow[] = [
  {
    id: 'demarche-numerique/merci',
    outcome: 'confirmation',
    label: 'Dossier déposé : page de remerciement',
    when: {
      none: [EXPLAINS],
      any: [
        { route: /^\/dossiers\/\d{5,9}\/merci$/ },
        { title: /^(?:dossier envoyé|file submitted) \x28/ },
        {
          text: /^(?:merci ?! )?(?:votre dossier (?:sur la démarche .{0,250} a bien été envoyé|a bien été déposé sur la démarche)|your file has been submitted on the procedure)/,
        },
      ],
    },
    extract: {
      dossierNumber: NUMBER_IN_ROUTE,
      procedure: {
        pattern:
          /(?:a bien été déposé sur la démarche|votre dossier sur la démarche|submitted on the procedure) ?[«“"]? ?(.{3,250}?) ?(?:[»”"]|a bien été envoyé)/,
      },
    },
    hints: ['F1'],
    sources: [fromGuide('Exact'), fromCode('config/locales/fr.yml 009fe139 (views.users.dossiers.merci)'), TITLES],
  },
  {
    id: 'demarche-numerique/certificate',
    outcome: 'info',
    label: 'Attestation du dossier (PDF)',
    when: { route: /^\/dossiers\/\d{5,9}\/(?:attestation|attestation_depot|papertrail)(?:\.pdf)?$/ },
    extract: { dossierNumber: NUMBER_IN_ROUTE },
    hints: ['F1', 'F2'],
    sources: [fromGuide('Routes'), fromCode('config/routes.rb 02ba686f')],
  },
  {
    id: 'demarche-numerique/dossier-deleted',
    outcome: 'info',
    label: 'Dossier à la corbeille ou supprimé',
    when: {
      any: [
        { route: /^\/dossiers\/\d{5,9}\/(?:corbeille|supprime)$/ },
        { title: /^dossier n° ?[\d ]{5,12} - (?:en corbeille|supprimé définitivement)/ },
      ],
    },
    extract: { dossierNumber: NUMBER_IN_ROUTE },
    sources: [fromCode('config/routes.rb 02ba686f, config/locales/fr.yml 009fe139 (users.dossiers.show_in_trash)')],
  },
  {
    // The site itself says that it waits; who wrote last in a conversation is not ours to conclude.
    id: 'demarche-numerique/answer-awaited',
    outcome: 'notice',
    label: 'L’administration demande une correction ou une réponse',
    when: {
      all: [DOSSIER],
      text: /^(?:ce dossier attend (?:vos corrections|votre réponse)|comment corriger mon dossier|vous devez effectuer les modifications demandées|this file is waiting for your (?:corrections|response)|(?:à corriger|en attente de réponse|to be corrected|pending response)$)/,
    },
    extract: { ...READ_OUT, state: STATE, messageDates: MESSAGE_DATES },
    hints: ['F1'],
    sources: [
      fromCode('config/locales/fr.yml 009fe139 (dossiers_list.pending_correction_html, pending_response)'),
      fromCode('app/components/dossiers/message_component/message_component.fr.yml 5c0b8007'),
    ],
  },
  {
    id: 'demarche-numerique/refused',
    outcome: 'refused',
    label: 'Dossier refusé',
    when: {
      route: FOLLOW_UP,
      text: /^(?:(?:votre dossier a été refusé|your file had been rejected)[ .]{0,2}|(?:dossier n° .{0,300} )?refusé|refused)$/,
    },
    extract: {
      ...READ_OUT,
      state: { pattern: /^(?:votre dossier a été |dossier n° .{0,300} )?(refusé)[ .]{0,2}$/ },
      reason: REASON,
    },
    hints: ['F3'],
    sources: [SHOWN],
  },
  {
    id: 'demarche-numerique/closed-without-action',
    outcome: 'refused',
    label: 'Dossier classé sans suite',
    when: {
      route: FOLLOW_UP,
      text: /^(?:(?:votre dossier a été classé sans suite|your file had been closed, no further action)[ .]{0,2}|(?:dossier n° .{0,300} )?classé sans suite|no further action)$/,
    },
    extract: {
      ...READ_OUT,
      state: { pattern: /^(?:votre dossier a été |dossier n° .{0,300} )?(classé sans suite)[ .]{0,2}$/ },
      reason: REASON,
    },
    hints: ['F3'],
    sources: [SHOWN],
  },
  {
    // F2: « Accepté » is not always the decision that was asked for: the answer has to be read.
    id: 'demarche-numerique/accepted',
    outcome: 'notice',
    label: 'Dossier « accepté » : réponse à lire',
    when: {
      route: FOLLOW_UP,
      text: /^(?:(?:votre dossier a été accepté|your file had been accepted)[ .]{0,2}|(?:dossier n° .{0,300} )?accepté|accepted)$/,
    },
    extract: {
      ...READ_OUT,
      state: { pattern: /^(?:votre dossier a été |dossier n° .{0,300} )?(accepté)[ .]{0,2}$/ },
      reason: REASON,
    },
    hints: ['F2'],
    sources: [SHOWN],
  },
  {
    id: 'demarche-numerique/in-review',
    outcome: 'step',
    label: 'Dossier en instruction',
    when: {
      route: FOLLOW_UP,
      any: [
        { text: /^(?:votre dossier est en cours d'instruction|the administration is reviewing your file)/ },
        { text: /^dossier n° .{0,300} en instruction$/ },
        // The time line names every state; the badge alone is the state.
        { text: /^en instruction$/, none: [{ text: /^(?:terminé|completed)$|vous pouvez encore le modifier/ }] },
      ],
    },
    extract: {
      ...READ_OUT,
      state: { pattern: /(en instruction|en cours d'instruction|undergoing review)/ },
      deadline: { pattern: /vous aurez un retour de l'administration au plus tard le (.{8,30}?)\.?$/ },
    },
    hints: ['F1'],
    sources: [SHOWN, fromGuide('States')],
  },
  {
    id: 'demarche-numerique/messages',
    outcome: 'step',
    label: 'Messagerie du dossier',
    when: { route: /^\/dossiers\/\d{5,9}\/messagerie$/ },
    extract: { ...READ_OUT, state: STATE, messageDates: MESSAGE_DATES },
    hints: ['F1'],
    sources: [fromGuide('Routes'), TITLES],
  },
  {
    id: 'demarche-numerique/request',
    outcome: 'step',
    label: 'Contenu du dossier déposé',
    when: { route: /^\/dossiers\/\d{5,9}\/demande$/ },
    extract: { ...READ_OUT, state: STATE },
    sources: [fromGuide('Routes'), TITLES],
  },
  {
    id: 'demarche-numerique/appointment',
    outcome: 'info',
    label: 'Rendez-vous du dossier',
    when: { route: /^\/dossiers\/\d{5,9}\/rendez-vous$/ },
    extract: { ...READ_OUT, appointmentOn: APPOINTMENT_ON },
    sources: [fromGuide('Routes'), fromCode('config/locales/fr.yml 009fe139 (views.users.dossiers.rendez_vous)')],
  },
  {
    id: 'demarche-numerique/draft',
    outcome: 'step',
    label: 'Dossier en brouillon',
    when: {
      any: [
        { route: /^\/dossiers\/\d{5,9}\/(?:brouillon|identite|siret|etablissement)$/ },
        {
          route: FOLLOW_UP,
          text: /^(?:(?:dossier n° .{0,300} )?brouillon|draft)$|^dossier n° .{0,20}- en brouillon depuis/,
        },
      ],
    },
    extract: {
      dossierNumber: NUMBER_IN_ROUTE,
      procedure: PROCEDURE_OF_DOSSIER,
      state: { pattern: /\b(brouillon)\b/ },
    },
    sources: [fromGuide('Routes'), fromCode('config/routes.rb 02ba686f (identite, siret, etablissement)')],
  },
  {
    id: 'demarche-numerique/edit',
    outcome: 'step',
    label: 'Dossier déposé : modification',
    when: { route: /^\/dossiers\/\d{5,9}\/modifier$/ },
    extract: { ...READ_OUT, state: STATE },
    sources: [fromGuide('Routes'), fromCode('config/routes.rb 02ba686f')],
  },
  {
    id: 'demarche-numerique/filed',
    outcome: 'step',
    label: 'Dossier déposé : suivi',
    when: { route: FOLLOW_UP },
    extract: { ...READ_OUT, state: { pattern: /(?:^| )(déposé|en construction|submitted)$/ } },
    hints: ['F1', 'F2', 'F3'],
    sources: [fromGuide('States'), { ref: 'S003 l.737-787, 930-960', seen: '2026-03-01', sure: 'confirmed' }],
  },
  {
    id: 'demarche-numerique/list',
    outcome: 'info',
    label: 'Liste de mes dossiers',
    when: { route: /^\/dossiers\/?$/, none: [{ text: /^connexion à (?:demarche|demarches-)/ }] },
    extract: { dossierNumbers: NUMBERS, dossierStates: CARDS },
    hints: ['F1'],
    sources: [fromGuide('Routes'), fromCode('app/views/users/dossiers/_dossier_card_content.html.erb 5c0b8007')],
  },
];
