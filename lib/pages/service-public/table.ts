/** service-public.gouv.fr (formerly service-public.fr): the pages that tell a foreigner which way to go. Asked for by one click, never at install. */
import type { Condition, Extraction, SiteTable } from '@/lib/domain/page';
import { OPTIONAL_HOSTS } from '../hosts';
import { DOWN_STATUS, SERVER_ERROR_PAGE } from '../shared';

/** A right to stay, by the words of the titles; « séjour » alone would take in the tourist tax and French people abroad. */
const STAY =
  /(?:titres?|cartes?|permis|documents?) de séjour|carte de résident|admission (?:exceptionnelle )?au séjour|récépissé de (?:demande|titre)|document de circulation pour étranger|titre de voyage pour (?:étranger|réfugié)|attestation de (?:prolongation|décision favorable)|étrangers? en (?:situation|séjour|france)|regroupement familial|visa de long séjour|\bvls-ts\b|residence (?:permit|card)|foreign(?:er|ers|ers') in france/;
/** Foreigners, but not their stay. */
const NOT_STAY =
  /taxe de séjour|tourist tax|séjour à l'étranger|français à l'étranger|permis de conduire|carte grise|driv(?:ing|er'?s) licen[cs]e|mineur seul|voyage scolaire/;

const SHEET: Condition = { route: /^(?:\/particuliers)?\/vosdroits\/[fn]\d{1,6}(?:\/[^/]{0,60})?\/?$/ };
const ONLINE_OR_FORM: Condition = { route: /^(?:\/particuliers)?\/vosdroits\/r\d{1,6}(?:\/[^/]{0,60})?\/?$/ };
const ABOUT_STAY: Condition = { title: STAY, none: [{ title: NOT_STAY }] };

const ANEF =
  /administration numérique (?:pour les|des) étrangers|administration-etrangers-en-france\.interieur\.gouv\.fr|\banef\b|étrangers en france/;

/** The sentence that says where or how to ask. */
const CHANNEL: Extraction = {
  pattern:
    /((?:(?:vous devez|il faut|la demande (?:se fait|doit être)|votre demande (?:se fait|doit être)|la démarche (?:se fait|s'effectue)|you must) [^.]{0,200}(?:en ligne|téléservice|préfecture|sous-préfecture|site|par courrier|online|prefecture))[^.]{0,160})/,
};
const WHERE: Extraction = { pattern: /^(?:où s'adresser ?\?|who to contact ?\?) ?(.{3,160})$/ };
const UPDATED: Extraction = {
  pattern: /vérifié le (\d{1,2}(?:er)? [a-zéèûôâ]{3,9} \d{4})/,
  is: 'date',
};

export const SERVICE_PUBLIC: SiteTable = {
  site: 'service-public',
  label: 'Service Public',
  hosts: OPTIONAL_HOSTS['service-public'],
  rows: [
    {
      id: 'service-public/http-error',
      outcome: 'down',
      label: 'Service Public : erreur du serveur',
      when: { any: [DOWN_STATUS, SERVER_ERROR_PAGE] },
      sources: [{ ref: 'stock pages of servers (lib/pages/shared.ts)', seen: '2026-11-22', sure: 'inferred' }],
    },
    {
      id: 'service-public/online-service',
      outcome: 'info',
      label: 'Service Public : accès au service en ligne de l’ANEF',
      when: {
        all: [ONLINE_OR_FORM, { any: [{ text: ANEF }, { title: ANEF }] }],
        text: /^(?:accéder au service en ligne|accéder au (?:téléservice|formulaire)|access (?:the )?online service)/,
        none: [{ title: NOT_STAY }, { status: [400, 599] }],
      },
      extract: {
        service: { from: 'title', pattern: /^(.{3,200}?) ?(?:[|–-] ?service[- ]public.{0,30})?$/ },
        channel: CHANNEL,
      },
      hints: ['F4'],
      sources: [
        {
          ref: 'addresses vosdroits/R… and button label: general knowledge of the site',
          seen: '2026-11-22',
          sure: 'inferred',
        },
      ],
    },
    {
      id: 'service-public/residence-permit',
      outcome: 'info',
      label: 'Service Public : fiche sur le droit au séjour',
      when: { all: [SHEET, ABOUT_STAY], none: [{ status: [400, 599] }] },
      extract: { channel: CHANNEL, whereToAsk: WHERE, checkedOn: UPDATED },
      hints: ['F4'],
      sources: [
        {
          ref: 'town sites that carry the same sheets (F2209, F35808), stored texts',
          seen: '2026-11-22',
          sure: 'confirmed-old',
        },
        {
          ref: 'host since the renaming and « Vérifié le »: general knowledge of the site',
          seen: '2026-11-22',
          sure: 'inferred',
        },
      ],
    },
  ],
};
