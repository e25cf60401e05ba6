/** What the tool must never say (domain.md § 4.3), looked for in every text of every language and in the protocol's tables. */
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '@/lib/locales';
import { EN } from '@/lib/locales/en';
import { FR } from '@/lib/locales/fr';
import { TRACKS } from '@/lib/protocols';
import { BLOCKAGES } from '@/lib/protocols/blockages';

const TABLES: Record<Locale, Readonly<Record<string, string>>> = { fr: FR, en: EN };

/** One pattern for each row of the table of domain.md § 4.3, with the sentence that it must catch. */
const NEVER: Record<Locale, readonly (readonly [RegExp, string])[]> = {
  fr: [
    [/situation (?:ir)?régulière/i, 'Vous êtes en situation régulière'],
    [/vous avez (?:le )?droit/i, 'Vous avez le droit de travailler'],
    [/vous pouvez (?:travailler|voyager)/i, 'Vous pouvez voyager avec ce document'],
    [/rempliss(?:ez|ent) les conditions/i, 'Vous remplissez les conditions'],
    [/dossier (?:est |semble )?complet\b/i, 'Votre dossier est complet'],
    [/titre relève de/i, "Votre titre relève de l'ANEF"],
    [/(?:obligée?|tenue?) de vous (?:recevoir|répondre)/i, 'La préfecture est obligée de vous recevoir'],
    [/refusée? implicitement|refus implicite|rejet implicite/i, 'Votre demande est refusée implicitement'],
    [/il vous reste \S+ jours?/i, 'il vous reste 12 jours pour faire un recours'],
    [/(?:pouvez|devez) faire un (?:référé|recours)/i, 'Vous devez faire un référé'],
    [/clôture (?:est )?(?:illégale|abusive)/i, 'Clôture abusive'],
    [/certifié|valeur légale|preuve légale|force probante/i, 'Horodatage certifié'],
    [/délai légal/i, 'Délai légal : 7 jours'],
    [/créez un (?:2ᵉ|deuxième|second|autre) compte/i, 'Créez un 2ᵉ compte'],
    [/taux de (?:réussite|succès)|chances de (?:réussite|succès|gagner)/i, 'Taux de réussite : 80 %'],
    [/prêt pour gagner|(?:c'est|est) (?:assez|suffisant)|dossier suffisant/i, 'Votre dossier est suffisant'],
    [/mise en demeure/i, 'Envoyer une mise en demeure'],
  ],
  en: [
    [/(?:legally|illegally) (?:present|resident|staying)/i, 'You are legally present'],
    [/you have the right|you are (?:entitled|allowed) to/i, 'You have the right to work'],
    [/you (?:can|may) (?:work|travel)\b/i, 'You may travel with this document'],
    [/you (?:meet|fulfil) the (?:conditions|requirements)/i, 'You meet the conditions'],
    [/file is complete\b/i, 'Your file is complete'],
    [/(?:must|obliged to|has to) receive you/i, 'The préfecture must receive you'],
    [/implicit(?:ly)? (?:refus|reject)/i, 'Your request is implicitly refused'],
    [/you have \S+ days left/i, 'You have 12 days left to appeal'],
    [/(?:should|must|can) (?:appeal|sue|go to court)/i, 'You must go to court'],
    [/(?:abusive|unlawful|illegal) closure/i, 'Unlawful closure'],
    [/\bcertified\b|legal (?:value|proof)/i, 'Certified time-stamp'],
    [/legal deadline/i, 'Legal deadline: 7 days'],
    [/create a second account/i, 'Create a second account'],
    [/success rate|chances of (?:success|winning)/i, 'Success rate: 80 %'],
    [
      /\b(?:file|evidence|captures?|attempts?|this|that) (?:is|are) (?:enough|sufficient)\b/i,
      'Your file is sufficient',
    ],
  ],
};

/** The attestation has a name; the three letters alone are also those of an interface (domain.md § 1). */
const BARE = /\bAPI\b/;

describe.each(LOCALES)('the texts in %s', (locale) => {
  it('never say what domain.md § 4.3 forbids', () => {
    const said = Object.entries(TABLES[locale]).flatMap(([key, text]) =>
      NEVER[locale].filter(([pattern]) => pattern.test(text)).map(([pattern]) => `${key}: ${pattern}`),
    );
    expect(said, 'domain.md § 4.3 has what to say instead').toEqual([]);
  });

  it('would be caught if they did', () => {
    for (const [pattern, example] of NEVER[locale]) expect(example).toMatch(pattern);
  });

  it('never call the attestation de prolongation by its three letters', () => {
    expect(Object.entries(TABLES[locale]).filter(([, text]) => BARE.test(text))).toEqual([]);
  });
});

it('the tables neither', () => {
  const words = [
    ...TRACKS.flatMap(({ label, steps }) => [
      label,
      ...steps.flatMap((step) => [
        step.label,
        step.explain,
        ...(step.parts ?? []).map((part) => part.label),
        ...(step.marks ?? []).flatMap((mark) => [mark.label, mark.ref ?? '']),
      ]),
    ]),
    ...BLOCKAGES.flatMap((one) => [one.label, one.plain]),
  ];
  for (const text of words) for (const [pattern] of [...NEVER.fr, [BARE]]) expect(text).not.toMatch(pattern ?? BARE);
});
