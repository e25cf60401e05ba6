/** T0: what is asked before any track, and never decided for the person. */
import type { Track } from '@/lib/domain/checklist-types';
import { CONTENT_DATE, DECK, DOMAIN } from '../shared';

export const TRIAGE: Track = {
  id: 'T0',
  label: 'Avant de commencer',
  contentDate: CONTENT_DATE,
  steps: [
    {
      id: 'T0-stops',
      label: 'Y a-t-il une situation qui demande une aide tout de suite ?',
      explain:
        "Décision d'éloignement, rétention ou garde à vue, refus notifié, titre passé depuis plus de six mois, audience fixée, mineur isolé, violences : dans ces cas, contactez tout de suite un avocat ou une association. Le carnet garde vos preuves, il ne remplace pas cette aide.",
      mandatory: true,
      after: [],
      done: { is: 'told', what: 'stops' },
      sources: [{ ref: 'domain.md § 3.3 T0.4; R. 431-8 CESEDA (six months)', seen: DOMAIN }],
    },
    {
      id: 'T0-title',
      label: 'Quel titre demandez-vous, et à quelle préfecture ?',
      explain:
        'Avec vos mots : « renouvellement étudiant », « autre », ou « je préfère ne pas le dire ». Capturez la page de votre préfecture qui indique la démarche : une demande faite par la mauvaise voie ne compte pas toujours.',
      mandatory: true,
      after: [],
      done: { is: 'told', what: 'title' },
      sources: [
        { ref: 'S003:1651 (pièce n° 1), S003:302-334', seen: DECK },
        { ref: 'domain.md § 2.2, § 3.3 T0.1; CE 493514', seen: DOMAIN },
      ],
    },
    {
      id: 'T0-regime',
      label: 'Par quelle voie votre préfecture dit-elle de faire la demande ?',
      explain:
        "Le portail de l'ANEF, la préfecture (rendez-vous, Démarche numérique), ou « je ne sais pas : à faire vérifier ». Le carnet ne le décide pas à votre place.",
      mandatory: true,
      after: ['T0-title'],
      done: { is: 'told', what: 'regime' },
      sources: [{ ref: 'domain.md § 2.2, § 3.3 T0.2; R. 431-2, R. 431-3 CESEDA', seen: DOMAIN }],
    },
    {
      id: 'T0-filed',
      label: 'La demande est-elle déjà déposée ?',
      explain: "Si oui, avec quelle date ? Elle se lit sur la confirmation ou l'attestation de dépôt.",
      mandatory: true,
      after: [],
      done: { is: 'told', what: 'filed' },
      sources: [{ ref: 'domain.md § 3.3 T0.3', seen: DOMAIN }],
    },
    {
      id: 'T0-urgency',
      label: 'Est-ce urgent ?',
      explain:
        'Emploi suspendu ou menacé, prestations ou soins coupés, avec un document qui le montre. Les dates de vos documents comptent aussi : passés, ou qui se terminent dans les 30 jours (repère pratique).',
      mandatory: true,
      after: [],
      done: { is: 'told', what: 'urgency' },
      sources: [{ ref: 'domain.md § 3.3 T0.5', seen: DOMAIN }],
    },
    {
      id: 'T0-blockage',
      label: "Qu'est-ce qui vous bloque ?",
      explain:
        'Choisissez dans la liste ce qui ressemble le plus à votre situation : elle mène au parcours à suivre. Vous pourrez en changer.',
      mandatory: true,
      after: ['T0-stops'],
      done: { is: 'told', what: 'blockages' },
      sources: [{ ref: 'domain.md § 2.5', seen: DOMAIN }],
    },
  ],
};
