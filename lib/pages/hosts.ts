/** The hosts that we know: what the manifest asks for at install, and which site a host belongs to. Import-light: the build reads it. */
import { PREFECTURE_HOSTS } from '../prefectures/matches';

export type SiteId =
  | 'anef'
  | 'anef-sso'
  | 'franceconnect'
  | 'rdv-prefecture'
  | 'prefecture'
  | 'demarche-numerique'
  | 'contacts-demarches'
  | 'rdv-service-public'
  | 'service-public';

/** Exact host names of each national site (pages.md §§ 1, 1.1, 4.1, 4.3, 4.4, 4.5). The agents' application is left out on purpose. */
export const NATIONAL_HOSTS = {
  anef: ['administration-etrangers-en-france.interieur.gouv.fr'],
  'anef-sso': ['sso.anef.dgef.interieur.gouv.fr'],
  franceconnect: ['app.franceconnect.gouv.fr'],
  'rdv-prefecture': ['www.rdv-prefecture.interieur.gouv.fr', 'rdv-prefecture.interieur.gouv.fr'],
  'demarche-numerique': [
    'demarche.numerique.gouv.fr',
    'www.demarche.numerique.gouv.fr',
    'www.demarches-simplifiees.fr',
    'demarches-simplifiees.fr',
  ],
  'contacts-demarches': ['contacts-demarches.interieur.gouv.fr'],
} as const satisfies Readonly<Partial<Record<SiteId, readonly string[]>>>;

/**
 * Hosts that not everybody needs: asked for by one click, never at install (least privilege).
 * RDV Service Public is what some prefectures use for appointments in 2026 (field guide § 4.6; its move to
 * rdv.numerique.gouv.fr began in June 2026, betagouv/rdv-service-public #6397); service-public orients.
 */
export const OPTIONAL_HOSTS = {
  'rdv-service-public': ['rdv.anct.gouv.fr', 'www.rdv.numerique.gouv.fr', 'rdv.numerique.gouv.fr'],
  'service-public': ['www.service-public.gouv.fr', 'www.service-public.fr'],
} as const satisfies Readonly<Partial<Record<SiteId, readonly string[]>>>;

/** `https://host/*`, in the manifest's optional hosts beside the prefectures'. */
export const OPTIONAL_MATCHES: string[] = Object.values(OPTIONAL_HOSTS)
  .flat()
  .map((host) => `https://${host}/*`);

/** `https://host/*`, asked at install (design.md § 5). */
export const NATIONAL_MATCHES: string[] = Object.values(NATIONAL_HOSTS)
  .flat()
  .map((host) => `https://${host}/*`);

const SITE_BY_HOST: ReadonlyMap<string, SiteId> = new Map<string, SiteId>([
  ...PREFECTURE_HOSTS.map((host): [string, SiteId] => [host, 'prefecture']),
  ...(Object.entries({ ...NATIONAL_HOSTS, ...OPTIONAL_HOSTS }) as [SiteId, readonly string[]][]).flatMap(
    ([site, hosts]) => hosts.map((host): [string, SiteId] => [host, site]),
  ),
]);

/** The site of a host name, without its port and in any case; `null` when it is none of ours. */
export function siteOfHost(host: string): SiteId | null {
  return (
    SITE_BY_HOST.get(
      host
        .toLowerCase()
        .replace(/:\d{1,5}$/, '')
        .replace(/\.$/, ''),
    ) ?? null
  );
}
