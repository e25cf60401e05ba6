/** Which hosts one click asks for: a department's sites together, a site's hosts together. */
import type { GrantOffer } from '@/components/popup/PopupScreen';
import type { SiteAccess } from '@/components/settings/SiteList';
import type { TextKey, Translate } from '@/lib/locales';
import { NATIONAL_HOSTS, OPTIONAL_HOSTS } from '@/lib/pages/hosts';
import { hostKind } from '@/lib/platform/permissions';
import { departmentsOfHost, hostsOf } from '@/lib/prefectures/table';
import { allGranted, departmentName } from './use-departments';

type NationalSite = keyof typeof NATIONAL_HOSTS;
type UsefulSite = keyof typeof OPTIONAL_HOSTS;

const ALL_SITES: Readonly<Record<string, readonly string[]>> = { ...NATIONAL_HOSTS, ...OPTIONAL_HOSTS };

export const SITE_HOSTS: readonly string[] = Object.values(ALL_SITES).flat();

/** What the popup's button asks for on a host without access. */
export interface Wanted extends GrantOffer {
  readonly hosts: readonly string[];
  /** Departments that the person thereby follows. */
  readonly departments: readonly string[];
}

/** @param host of a page in front of the person; null when it is none of our hosts */
export function wantedFor(host: string): Wanted | null {
  const kind = hostKind(host);
  if (kind === null) return null;
  if (kind === 'prefecture') {
    const departments = departmentsOfHost(host);
    const hosts = [...new Set(departments.flatMap(hostsOf))];
    return { kind, name: departments.map(departmentName).join(', '), hosts, departments };
  }
  const hosts = Object.values(ALL_SITES).find((one) => one.includes(host)) ?? [host];
  return { kind, name: host, hosts, departments: [] };
}

/** The sites asked at install, and the useful ones, as the settings show them. */
export function siteAccess(
  granted: ReadonlySet<string> | null,
  t: Translate,
): { national: SiteAccess[]; useful: SiteAccess[] } {
  const access = (site: NationalSite | UsefulSite, hosts: readonly string[]): SiteAccess => ({
    site,
    name: t(`site.${site}` satisfies TextKey),
    hosts,
    granted: allGranted(granted, hosts),
  });
  return {
    national: (Object.keys(NATIONAL_HOSTS) as NationalSite[]).map((site) => access(site, NATIONAL_HOSTS[site])),
    useful: (Object.keys(OPTIONAL_HOSTS) as UsefulSite[]).map((site) => ({
      ...access(site, OPTIONAL_HOSTS[site]),
      explain: t(`site.${site}.explain` satisfies TextKey),
    })),
  };
}
