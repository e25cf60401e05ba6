/** ANEF: what the portal gives back: the documents it generated, and where a request stands. */
import type { PageRow } from '@/lib/domain/page';
import { LOADING, NOTIFICATION_LIST, NOTIFICATION_OPEN, QUOTES, TROUBLE } from './guards';
import { DOSSIER, daysAfter } from './values';

const DOCUMENT = String.raw`(?:attestation (?:de prolongation|de décision|de dépôt)|confirmation (?:de|du) dépôt|récépissé\b|attestation de validation)`;
/** The stages of a nationality request, as printed (read by several peers). */
const NATIONALITY_STAGE = `(?:examen des pièces en cours|réception du récépissé de complétude|entretien d'assimilation|décision statuée|cérémonie de remise du livret)`;
const STATE = `(?:demande (?:soumise|déposée|envoyée|enregistrée|incomplète|acceptée|refusée|clôturée)|dossier déposé|(?:en cours d'|instruction (?:est )?en cours)[^.]{0,30}|en attente (?:de|d')[^.]{3,40}|décision (?:favorable|prise|rendue)|titre (?:en (?:cours de )?fabrication|disponible|à fabriquer))`;

export const DOCUMENT_ROWS: readonly PageRow[] = [
  {
    id: 'anef/nationality',
    outcome: 'info',
    label: 'Demande de nationalité française : avancement',
    when: {
      none: [QUOTES, LOADING, NOTIFICATION_LIST, NOTIFICATION_OPEN],
      any: [
        { text: new RegExp(`^(?:${NATIONALITY_STAGE})`) },
        { route: /#\/(?:.{0,60}\/)?(?:demande-)?(?:anf|nationalite|naturalisation)\b/, none: [TROUBLE] },
        { title: /[|–-] ?.{0,40}nationalité française/, none: [TROUBLE] },
      ],
    },
    extract: {
      states: {
        pattern: new RegExp(`^(${NATIONALITY_STAGE}|création de la demande|dépôt de la demande|traitement en cours)`),
        every: true,
      },
    },
    sources: [
      {
        ref: 'public code of ANEF readers: tab « Demande d’accès à la Nationalité Française », names of the stages',
        seen: '2026-06-29',
        sure: 'confirmed-old',
      },
      { ref: 'route and title', seen: '2026-11-22', sure: 'inferred' },
    ],
  },
  {
    id: 'anef/documents',
    outcome: 'info',
    label: 'Mes documents et attestations',
    when: {
      none: [QUOTES, LOADING, TROUBLE, NOTIFICATION_LIST, NOTIFICATION_OPEN],
      any: [
        { title: /[|–-] ?(?:mes (?:documents|attestations)|my (?:documents|certificates))\b/ },
        { route: /#\/(?:.{0,60}\/)?mes-(?:documents|attestations)\b/ },
        {
          all: [
            { text: new RegExp(`^${DOCUMENT}`) },
            {
              text: /^(?:mes (?:documents|attestations)|documents (?:générés|disponibles|mis à (?:ma|votre) disposition)|my documents)\b/,
            },
          ],
        },
      ],
    },
    extract: {
      documents: { pattern: new RegExp(`^(${DOCUMENT}[^.]{0,120})$`), every: true },
      validUntil: daysAfter("valable jusqu'au|valide jusqu'au|jusqu'au|au"),
      dossierNumbers: { ...DOSSIER, every: true },
    },
    hints: ['C-API-1', 'C-API-2', 'C-API-3'],
    sources: [
      {
        ref: 'domain.md § 1, § 2.3 (documents generated); the page was not seen',
        seen: '2026-03-01',
        sure: 'inferred',
      },
    ],
  },
  {
    id: 'anef/request-state',
    outcome: 'info',
    label: 'Suivi de ma demande : état affiché',
    when: {
      none: [QUOTES, LOADING, TROUBLE, NOTIFICATION_LIST, NOTIFICATION_OPEN],
      any: [
        { title: /[|–-] ?(?:suivi de (?:ma|mes) demandes?|mes demandes|my applications?|application status)\b/ },
        { route: /#\/(?:.{0,60}\/)?(?:suivi|mes-demandes|mes-dossiers)\b/ },
        {
          text: /^(?:(?:statut|état)(?: d'avancement)? (?:de (?:ma|votre) (?:demande|dossier)|du dossier)|suivi de ma demande n°|status of (?:my|your) application) ?:/,
        },
      ],
    },
    extract: {
      state: {
        from: 'page',
        pattern:
          /(?:(?:statut|état)(?: d'avancement)?(?: de (?:ma|votre) (?:demande|dossier)| du dossier)? ?:[ \n]?([^\n]{3,100}))/,
      },
      states: { pattern: new RegExp(`^(${STATE})$`), every: true },
      dossierNumbers: { ...DOSSIER, every: true },
      filedOn: daysAfter('déposée?|submitted on'),
    },
    hints: ['C-API-1', 'C-API-2', 'A2', 'A3'],
    sources: [
      {
        ref: 'pages.md § 1.3 (tab « suivi de statut », gone in June 2026), § 3.3 (names of the states); page not seen',
        seen: '2026-06-12',
        sure: 'inferred',
      },
    ],
  },
];
