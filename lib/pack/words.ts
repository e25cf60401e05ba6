/** French words of the court pack, whatever the interface's language: sites, natures, dates. Dates are those of the recorded offset. */
import type { Entry, EntryOf } from '@/lib/domain/entry';
import { printTime } from '@/lib/domain/letter-values';
import { localFields, type Moment } from '@/lib/domain/moment';
import type { PackGroup } from '@/lib/domain/pack-types';
import { isLetterId } from '@/lib/letters';
import type { PageLabel } from '@/lib/letters/chronology';
import { translator } from '@/lib/locales';
import { pageLabel } from '@/lib/locales/page-label';

/** Words that come from other tables. */
export interface PackWords {
  /** The French name of a recognised page. */
  readonly page: PageLabel;
  /** The French name of a letter of this version; another one is a « courrier ». */
  readonly letter: (template: string) => string;
}

/** The words of this version's own tables. */
export const PACK_WORDS: PackWords = {
  page: (page) => pageLabel(page, 'fr'),
  letter: (template) => (isLetterId(template) ? translator('fr')(`letters.name.${template}`) : 'Courrier'),
};

export const GROUP_HEADING: Readonly<Record<PackGroup, string>> = {
  identity: 'Sur l’identité et le séjour',
  procedure: 'Sur la procédure',
  urgency: 'Sur l’urgence',
};

/** How a site is named in « Capture d’écran … », and what its pages' names begin with and need not say twice. */
export const SITE: Readonly<
  Record<string, { readonly of: string; readonly said: RegExp | null; readonly host: boolean }>
> = {
  anef: { of: 'du portail ANEF', said: /^ANEF : /, host: false },
  'anef-sso': { of: 'de la page de connexion du portail ANEF', said: /^Page de connexion de l’ANEF : /, host: false },
  franceconnect: { of: 'du service FranceConnect', said: /^FranceConnect : /, host: false },
  'rdv-prefecture': {
    of: 'du module national de rendez-vous en préfecture',
    said: /^(?:Rendez-vous|Module de rendez-vous) : /,
    host: false,
  },
  'rdv-service-public': { of: 'du site RDV Service Public', said: /^RDV Service Public : /, host: false },
  'demarche-numerique': { of: 'du site Démarche numérique', said: /^(?:Démarche numérique) : /, host: false },
  'contacts-demarches': { of: 'du site Contacts-démarches', said: /^Contacts-démarches : /, host: false },
  prefecture: { of: 'du site de la préfecture', said: /^(?:Préfecture|Site de la préfecture) : /, host: true },
  'service-public': { of: 'du site Service Public', said: /^Service Public : /, host: false },
};

/** The name of a page without what the name of its site already says. */
export function pageWords(site: string, label: string): string {
  const said = Object.hasOwn(SITE, site) ? SITE[site]?.said : null;
  const page = said ? label.replace(said, '') : label;
  return `${page.charAt(0).toUpperCase()}${page.slice(1)}`;
}

/** Who made it or gave it; the journal does not say who held the mouse. */
export const TAKEN_BY = 'par l’intéressé(e) ou pour son compte';
export const BY = 'par l’intéressé(e)';

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** `YYYY-MM-DD` of a moment at the place where it was recorded. */
export const dayOf = (moment: Moment): string => localFields(moment).date;

/** « 1er juin 2026 ». @param day `YYYY-MM-DD` */
export function longDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date === 1 ? '1er' : date}\u00a0${MONTHS[(month ?? 1) - 1]}\u00a0${year}`;
}

/** « 1er juin 2026 » or « du 2 juin au 6 octobre 2026 ». */
export function longDays(from: string, to: string): string {
  if (from === to) return longDay(from);
  const start = longDay(from);
  return `du\u00a0${from.slice(0, 4) === to.slice(0, 4) ? start.slice(0, -5) : start} au\u00a0${longDay(to)}`;
}

/** « 2 juin 2026, 9 h 05 », or the day alone. */
export function longMoment(moment: Moment, precision: 'day' | 'minute' = 'minute'): string {
  const { date, time } = localFields(moment);
  const hour = precision === 'minute' ? printTime(time.slice(0, 5)) : null;
  return hour ? `${longDay(date)}, ${hour}` : longDay(date);
}

export function isKind<K extends Entry['kind']>(entry: Entry | null | undefined, kind: K): entry is Entry & EntryOf<K> {
  return entry?.kind === kind;
}
