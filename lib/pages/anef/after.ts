/** ANEF once something was sent: the contact form, the confirmation, and the administration's messages. */
import type { PageRow } from '@/lib/domain/page';
import { EXPLAINS } from './explains';

/** « n° de demande »: 19 digits with a date inside, or whatever long number is printed after « n° » (pages.md § 5). */
const DOSSIER = { pattern: /(?:n° ?(?=\d{15,22}\b)|\b(?=\d{4}20\d{2}(?:0[1-9]|1[0-2])\d{9}\b))(\d{15,22})\b/ } as const;
const DEADLINE = { pattern: /(dans un délai de \d{1,3} jours?[^,.;]{0,120})/ } as const;

export const AFTER_ROWS: readonly PageRow[] = [
  {
    id: 'anef/contact-sent',
    outcome: 'confirmation',
    label: 'Message envoyé par « Nous contacter »',
    when: {
      route: /#\/contact\b/,
      text: /(?:message|demande|question|formulaire|réclamation).{0,30}a (?:bien |correctement )?été (?:envoyé|transmis|enregistré|pris en compte|prise en compte|reçu)e?|your (?:message|request) has been (?:successfully )?(?:sent|submitted|received)/,
    },
    extract: {
      reference: {
        pattern: /(?:référence|numéro de (?:demande|ticket|dossier)|reference)[^\d]{0,20}([A-Z0-9][A-Z0-9-]{4,30})/,
      },
    },
    proofOf: 'CCC_FORM',
    sources: [
      { ref: 'pages.md § 3.4 « Text after sending: NOT found » (loose)', seen: '2026-03-01', sure: 'inferred' },
    ],
  },
  {
    id: 'anef/contact',
    outcome: 'step',
    label: 'Formulaire « Nous contacter » (CCC)',
    when: {
      any: [
        { route: /#\/contact\b/ },
        {
          heading: /^(?:nous contacter|contact us)$/,
          text: /^(?:votre question concerne|vos informations de contact)/,
        },
      ],
    },
    sources: [{ ref: 'pages.md § 1 (route), § 3.4', seen: '2026-03-01', sure: 'confirmed' }],
  },
  {
    id: 'anef/confirmation',
    outcome: 'confirmation',
    label: 'Demande enregistrée : page de confirmation',
    when: {
      none: [EXPLAINS],
      text: /votre demande a bien été enregistrée|your (?:application|request) has been (?:successfully )?(?:registered|submitted)/,
    },
    extract: { dossierNumber: DOSSIER },
    sources: [
      { ref: 'pages.md § 3.3 (exact text), § 0.3 (only when visible)', seen: '2026-06-12', sure: 'confirmed-old' },
    ],
  },
  {
    id: 'anef/closure',
    outcome: 'refused',
    label: 'Notification de clôture de la demande',
    when: {
      none: [EXPLAINS],
      any: [
        { heading: /^notification de clôture/ },
        { text: /votre demande en ligne .{0,120} a été (?:clôturée|close)\b/ },
        { text: /your online application .{0,120} has been closed/ },
      ],
    },
    extract: { dossierNumber: DOSSIER, reason: { pattern: /(malgré les relances de nos services[^.]{0,250})/ } },
    hints: ['D3', 'D4', 'D5'],
    sources: [
      { ref: 'pages.md § 3.3 « Notification de clôture de la demande »', seen: '2026-03-01', sure: 'confirmed' },
    ],
  },
  {
    id: 'anef/decision',
    outcome: 'notice',
    label: 'Notification de décision',
    when: {
      none: [EXPLAINS],
      any: [
        { heading: /^notification de décision/ },
        { text: /votre demande en ligne .{0,120} a été (?:acceptée|refusée|rejetée)/ },
        { text: /your online application .{0,120} has been (?:accepted|approved|refused|rejected)/ },
      ],
    },
    extract: {
      dossierNumber: DOSSIER,
      answer: { pattern: /votre demande en ligne .{0,120}? a été (acceptée|refusée|rejetée)/ },
    },
    sources: [{ ref: 'pages.md § 3.3 « Notification de décision »', seen: '2026-03-01', sure: 'confirmed' }],
  },
  {
    id: 'anef/complement-request',
    outcome: 'notice',
    label: 'Demande de complément',
    when: {
      none: [EXPLAINS],
      text: /un complément est nécessaire à la poursuite de son instruction|mentionnés ci-dessous (?:ne correspondent pas au justificatif demandé|sont manquants)|additional documents? (?:is|are) (?:required|needed)/,
    },
    extract: { dossierNumber: DOSSIER, deadline: DEADLINE },
    hints: ['D1', 'D2'],
    sources: [{ ref: 'pages.md § 3.3 « Complement request »; domain.md § 2.4', seen: '2026-03-01', sure: 'confirmed' }],
  },
  {
    id: 'anef/notifications',
    outcome: 'step',
    label: 'Mes notifications',
    when: {
      any: [
        { route: /#\/espace-personnel\/mes-notifications/ },
        { text: /^(?:filtrer mes notifications|filter my notifications)/ },
        { title: /[|–-] ?(?:mes notifications|my notifications)$/ },
      ],
    },
    extract: {
      dossierNumbers: { ...DOSSIER, every: true },
      messages: { pattern: /^((?:notification|demande) (?:de|d')[^.]{3,120})$/, every: true },
    },
    hints: ['D2', 'C-API-1', 'C-API-2'],
    sources: [{ ref: 'pages.md § 1 (route), § 3.3 « Notifications page »', seen: '2026-03-01', sure: 'confirmed' }],
  },
];
