/** ANEF: a file that the site does not take. The mere list of accepted formats, printed on every such page, is not a refusal. */
import type { Condition, PageRow } from '@/lib/domain/page';
import { QUOTES } from './guards';

/** « Si votre fichier est trop volumineux… », « ne doit pas dépasser », « sera refusé »: advice, before or after, is not a refusal. */
const ADVICE = String.raw`\b(?:si|lorsque|quand|dont|doit|doivent|devez|veillez|sera|seront|if|when|must|should|will)\b`;
const EXTENSION = 'pdf|jpe?g|png|tiff?|bmp|docx?|heic|zip';

/** « subject … verdict » in one breath, without a word of advice on the way. */
function refused(subject: string, verdict: string): Condition {
  return {
    text: new RegExp(
      // The subject first, what comes before it only then: a page without the word costs next to nothing.
      String.raw`${subject}(?<!(?:${ADVICE}|«).{0,200})(?:(?!${ADVICE}).){0,120}?(?:${verdict})(?![^.]{0,100}\b(?:sera|seront|will be)\b)`,
    ),
  };
}

/** The words of the machine: it says « fichier ». Agents who ask for a complement write « document » and « justificatif ». */
const FILE_REFUSED: Condition = {
  any: [
    refused('(?:taille|poids) (?:du|de votre|de ce|maximale?|totale?|autorisée?)', 'dépass|excède|trop |supérieur'),
    refused(
      String.raw`(?:\bfichiers?\b|\.(?:${EXTENSION})\b)`,
      "trop (?:volumineux|lourds?|gros|grands?)|(?:dépasse|excède)(?:nt)? (?:la |le |les )?(?:taille|limite|poids|10 ?mo)|illisible|corrompu|endommagé|protégé par (?:un )?mot de passe|n'a pas pu être (?:chargé|téléchargé|téléversé|lu|ajouté|importé|joint|envoyé)",
    ),
    refused(
      `(?:format|type|extension)s? (?:de |du |de ce |de votre )?(?:fichier|[^ ]{1,120}\\.(?:${EXTENSION}))`,
      "(?:n'est pas|non|pas) (?:accepté|autorisé|supporté|pris en charge|valide|reconnu|conforme)|incorrect|invalide|refusé",
    ),
    {
      text: /^(?:échec|erreur) (?:du|de|lors du|lors de l'|d') ?(?:téléchargement|téléversement|chargement|ajout|envoi|import).{0,40}(?:fichier|document|pièce)/,
    },
    // PrimeNG's own messages, in English whatever the interface, then plausible English ones.
    { text: /invalid file (?:size|type)|maximum upload size is|allowed file types: / },
    refused(
      String.raw`(?:\bfile\b|\.(?:${EXTENSION})\b)`,
      'too (?:large|big|heavy)|exceeds the (?:maximum|limit|size)|could not be (?:uploaded|read|added)|(?:type|format) (?:is )?not (?:supported|accepted|allowed)',
    ),
  ],
};

/** Away from the agents' messages, « document » and « pièce jointe » are the machine's words as well. */
const DOCUMENT_REFUSED: Condition = {
  ...refused(
    String.raw`\b(?:documents?|pièces? jointes?)\b`,
    "trop (?:volumineux|volumineuse|lourde?s?)|dépassent? (?:la taille|la limite|le poids|10 ?mo)|n'a pas pu être (?:chargée?|téléchargée?|téléversée?|lue?|ajoutée?|jointe?)",
  ),
  none: [{ text: /un complément est nécessaire à la poursuite|mentionnés ci-dessous|^notification de / }],
};

export const UPLOAD_ROWS: readonly PageRow[] = [
  {
    id: 'anef/upload-refused',
    outcome: 'blocked',
    label: 'Document refusé par le site (taille, format ou lecture)',
    when: { none: [QUOTES], any: [FILE_REFUSED, DOCUMENT_REFUSED] },
    extract: {
      message: {
        pattern:
          /^(.{0,160}(?:trop (?:volumineu|lourd|gros|grand)|dépass|excède|illisible|corrompu|endommagé|protégé par|pas pu être|(?:n'est pas|non|pas) (?:accepté|autorisé|supporté|pris en charge|valide|reconnu|conforme)|incorrect|invalid|maximum upload|too (?:large|big|heavy)|exceeds|could not be|not (?:supported|accepted|allowed)).{0,140})$/,
      },
      limit: { pattern: /((?:\d{1,3}(?:[.,]\d)?) ?(?:mo|ko|mb|kb)\b)/ },
      ground: { from: 'route', pattern: /\/demande-tse\/([a-z-]{2,40}(?:\/(?!info\b)[a-z-]{2,40})?)/ },
    },
    hints: ['A7', 'B5'],
    sources: [
      {
        ref: 'pages.md § 3.2 « Upload limits » (the limits; no refusal was seen)',
        seen: '2026-03-01',
        sure: 'inferred',
      },
      {
        ref: 'PrimeNG 7 fileupload.ts, default messages « Invalid file size », « Invalid file type »',
        seen: '2026-06-12',
        sure: 'inferred',
      },
    ],
  },
];
