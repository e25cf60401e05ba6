/** The texts of law that letters may name: locked word for word, with their source and the day on which they were read; and which letter may carry which. */
import type { Citation } from '@/lib/domain/letter-types';
import { CONTENT_DATE } from './define';

/**
 * `sha256` is that of printed, text, source and seen, joined by line feeds. Whoever changes a text reads it again at
 * its source, dates it, and takes the new hash from the failing test.
 */
export const CITATIONS = {
  'R431-2': {
    printed: 'article R. 431-2 du CESEDA',
    text: 'En outre, une solution de substitution, prenant la forme d’un accueil physique permettant l’enregistrement de la demande, est mise en place pour l’étranger qui, ayant accompli toutes les diligences qui lui incombent, notamment en ayant fait appel au dispositif d’accueil et d’accompagnement prévu à l’alinéa précédent, se trouve dans l’impossibilité constatée d’utiliser le téléservice pour des raisons tenant à la conception ou au mode de fonctionnement de celui-ci.',
    verbatim: true,
    source: 'texte consolidé, copie publique de la version du 3 avril 2026 (domain.md § 4.1)',
    seen: '2026-11-21',
    state: CONTENT_DATE,
    regimes: ['R431_2'],

    sha256: '222e3e0a2e39313cfca06672957720396450ab6126d81803604151848b416504',
  },
  'ARRETE-2023': {
    printed: 'arrêté du 1er août 2023 (NOR IOMV2311395A)',
    text: 'Fixe les modalités de l’accueil et de l’accompagnement, et les conditions de recours à la solution de substitution de l’article R. 431-2. Le texte entier n’a pas été lu : cité en bloc, sans article (domain.md § 4.1, § 9.2).',
    verbatim: false,
    source: 'JO du 4 août 2023 n° 179 texte 8, extraits (domain.md § 4.1)',
    seen: '2026-11-21',
    state: CONTENT_DATE,
    regimes: ['R431_2'],

    sha256: 'f749a237cc6011b7d5dd047af320f1923823228cb1b824c3e2204ba70f443a71',
  },
  'R431-3': {
    printed: 'article R. 431-3 du CESEDA',
    text: 'La demande de titre de séjour ne figurant pas dans la liste mentionnée à l’article R. 431-2, est effectuée à Paris, à la préfecture de police et, dans les autres départements, à la préfecture ou à la sous-préfecture.',
    verbatim: true,
    source: 'texte consolidé, copie publique de la version du 3 avril 2026 (domain.md § 4.1)',
    seen: '2026-11-21',
    state: CONTENT_DATE,
    regimes: ['R431_3'],

    sha256: '9b82176edfe65f496d337c7a1d6ea72ba190c8603e8d8e4c5a00b9f646dd86ad',
  },
  'R431-15-1': {
    printed: 'article R. 431-15-1 du CESEDA',
    text: 'Lorsque l’instruction d’une demande complète et déposée dans le respect des délais mentionnés à l’article R. 431-5 se poursuit au-delà de la date de validité du document de séjour détenu, le préfet est tenu de mettre à la disposition du demandeur via le téléservice mentionné au premier alinéa une attestation de prolongation de l’instruction de sa demande dont la durée de validité ne peut être supérieure à trois mois. […] Lorsque l’instruction se prolonge, en raison de circonstances particulières, au-delà de la date d’expiration de l’attestation, celle-ci est renouvelée aussi longtemps que le préfet n’a pas statué sur la demande.',
    verbatim: true,
    source: 'texte consolidé, copie publique de la version du 3 avril 2026 (domain.md § 4.1)',
    seen: '2026-11-21',
    state: CONTENT_DATE,
    regimes: ['R431_2'],

    sha256: 'f6263747c3598aa6ed1098c720c4acef2a3ad20f21b24bb2c00b560e4e0a4b92',
  },
  'R431-15-2': {
    printed: 'article R. 431-15-2 du CESEDA',
    text: 'Liste les titres dont l’attestation de prolongation autorise le travail (première demande, renouvellement). Un avocat ou une association lit d’abord le titre de la personne (domain.md § 5.6).',
    verbatim: false,
    source: 'texte consolidé, copie publique de la version du 3 avril 2026 (domain.md § 4.1)',
    seen: '2026-11-21',
    state: CONTENT_DATE,
    regimes: ['R431_2'],
    onlyIf: 'workVerified',
    sha256: '621695638e7ef26f4b51b52ad5d1bae380345225a99bdfaabd79119c1df35458',
  },
  'R431-15-3': {
    printed: 'article R. 431-15-3 du CESEDA',
    text: 'Dès la souscription de cette demande, une attestation de prolongation de l’instruction de sa demande mentionnée au deuxième alinéa l’article R. 431-15-1, d’une durée de six mois renouvelable, est mise à sa disposition par le préfet au moyen de ce téléservice.',
    verbatim: true,
    source: 'S003:1195, support de formation du 10 mars 2026',
    seen: '2026-03-10',
    state: CONTENT_DATE,
    regimes: ['R431_2'],

    sha256: '61f06b7741383282148244a230bc6680c03efbf4bd1afc74cc416d79598f732c',
  },
  'R431-15-4': {
    printed: 'article R. 431-15-4 du CESEDA',
    text: 'Dès la souscription de cette demande, une attestation de prolongation de l’instruction de sa demande mentionnée au deuxième alinéa de l’article R. 431-15-1, d’une durée de six mois renouvelable, est mise à sa disposition par le préfet au moyen de ce téléservice.',
    verbatim: true,
    source: 'S003:1199, support de formation du 10 mars 2026',
    seen: '2026-03-10',
    state: CONTENT_DATE,
    regimes: ['R431_2'],

    sha256: '00e91d4996cb89c65feff3ff14cb6ac51c6b47178380efe8ea7cbf29f4511439',
  },
  'R431-12': {
    printed: 'article R. 431-12 du CESEDA',
    text: 'L’étranger admis à souscrire une demande de délivrance ou de renouvellement de titre de séjour se voit remettre un récépissé qui autorise sa présence sur le territoire pour la durée qu’il précise.',
    verbatim: true,
    source: 'texte consolidé, copie publique de la version du 3 avril 2026 (domain.md § 4.1)',
    seen: '2026-11-21',
    state: CONTENT_DATE,
    regimes: ['R431_3'],

    sha256: 'a7fb0f0f25f6a13685092eb2c669e78e29557ee9bca2b4cbb8d937fc5df155b6',
  },
  'R431-13': {
    printed: 'article R. 431-13 du CESEDA',
    text: 'La durée de validité du récépissé ne peut être inférieure à un mois ; il peut être renouvelé (sens du texte).',
    verbatim: false,
    source: 'texte consolidé, copie publique de la version du 3 avril 2026 (domain.md § 4.1)',
    seen: '2026-11-21',
    state: CONTENT_DATE,
    regimes: ['R431_3'],

    sha256: 'c21e1dcfaf87698698f68a476f6d77812e7d57cedd3c971dcfe7361abbae73f2',
  },
  'R431-15': {
    printed: 'article R. 431-15 du CESEDA',
    text: 'Récépissé d’une demande de renouvellement d’un titre qui permet de travailler (sens du texte). Un avocat ou une association lit d’abord le titre (domain.md § 5.6).',
    verbatim: false,
    source: 'domain.md § 5.6',
    seen: '2026-11-21',
    state: CONTENT_DATE,
    regimes: ['R431_3'],
    onlyIf: 'workVerified',
    sha256: '0d11b68d76732b9abac9386ae5d48e80d85cc4ca3888197e9e4bf9ed35ac426c',
  },
  'R431-11': {
    printed: 'article R. 431-11 du CESEDA',
    text: 'En cas de demande incomplète, les pièces justificatives et les informations manquantes doivent être demandées par l’administration et transmises par l’étranger dans un délai raisonnable.',
    verbatim: true,
    source: 'texte consolidé, copie publique de la version du 3 avril 2026 (domain.md § 4.1)',
    seen: '2026-11-21',
    state: CONTENT_DATE,
    regimes: ['R431_2', 'R431_3'],
    onlyIf: 'citeComplement',
    sha256: 'ab53f61bba3a39b050a0aff53e3d9e5cadfff0efc70774f50159377553b27c3a',
  },
  'L114-5': {
    printed: 'article L. 114-5 du CRPA',
    text: 'L’administration indique au demandeur les pièces manquantes et le délai pour les produire (sens du texte).',
    verbatim: false,
    source: 'texte consolidé, copie publique de la version du 3 avril 2026 (domain.md § 4.1)',
    seen: '2026-11-21',
    state: CONTENT_DATE,
    regimes: ['R431_2', 'R431_3'],
    onlyIf: 'citeComplement',
    sha256: 'c81eb55d2013779dd62206f0b24e0f6efcaa2f5ab2c2cea7ecc1d6a6651a0b1f',
  },
  'L114-5-1': {
    printed: 'article L. 114-5-1 du CRPA',
    text: 'L’absence d’une pièce qui n’est pas indispensable ne peut suspendre l’examen de la demande (sens du texte).',
    verbatim: false,
    source: 'texte consolidé, copie publique de la version du 3 avril 2026 (domain.md § 4.1)',
    seen: '2026-11-21',
    state: CONTENT_DATE,
    regimes: ['R431_2', 'R431_3'],
    onlyIf: 'citeComplement',
    sha256: '3676281b0ff3426fdca8f41b31cb69c9cc066374be42a66fd565c45ea9ca38b6',
  },
  'L112-3': {
    printed: 'article L. 112-3 du CRPA',
    text: 'Toute demande adressée à l’administration fait l’objet d’un accusé de réception.',
    verbatim: true,
    source: 'texte consolidé, copie publique de la version du 3 avril 2026 (domain.md § 4.1)',
    seen: '2026-11-21',
    state: CONTENT_DATE,
    regimes: ['R431_2', 'R431_3'],
    onlyIf: 'askReceipt',
    sha256: '6e478182190710253a3b566f9f421e91d117a94824def1bee49e369182524ed6',
  },
} as const satisfies Readonly<Record<string, Citation>>;

export type CitationId = keyof typeof CITATIONS;

/**
 * domain.md § 5.10, with § 5.6 (récépissé) and § 5.7 (R. 431-11). A letter that is not named cites nothing. No letter
 * ever cites the CJA: « never threaten ». The mail goes with the registered letter and has its object.
 */
export const CITATION_MATRIX = {
  'ccc-message': ['R431-2', 'ARRETE-2023'],
  'pan-letter': ['R431-2', 'ARRETE-2023'],
  'substitution-lrar': ['R431-2', 'ARRETE-2023', 'L112-3'],
  'prefecture-mail': ['R431-2', 'ARRETE-2023', 'L112-3'],
  'attestation-prolongation': [
    'R431-15-1',
    'R431-15-2',
    'R431-15-3',
    'R431-15-4',
    'R431-12',
    'R431-13',
    'R431-15',
    'L112-3',
  ],
  'appointment-request': ['R431-3', 'L112-3'],
  'complement-cover': ['R431-11', 'L114-5', 'L114-5-1'],
} as const satisfies Readonly<Record<string, readonly CitationId[]>>;
