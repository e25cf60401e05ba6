/** Every site's table, in the order in which they are asked, and the way to find a row again. */
import type { PageRow, SiteTable } from '@/lib/domain/page';
import { ANEF } from './anef/table';
import { ANEF_SSO } from './anef-sso/table';
import { ANY } from './any/table';
import { CONTACTS_DEMARCHES } from './contacts-demarches/table';
import { DEMARCHE_NUMERIQUE } from './demarche-numerique/table';
import { FRANCECONNECT } from './franceconnect/table';
import { PREFECTURE } from './prefecture/table';
import { RDV_PREFECTURE } from './rdv-prefecture/table';
import { RDV_SERVICE_PUBLIC } from './rdv-service-public/table';
import { SERVICE_PUBLIC } from './service-public/table';

/** Written with each attempt. Change it by hand to the day's date whenever a row changes. */
export const TABLES_VERSION = '2026-11-22';

/** `any` first: a block page stands in place of the site, whatever its status. */
export const SITES: readonly SiteTable[] = [
  ANY,
  ANEF,
  ANEF_SSO,
  FRANCECONNECT,
  RDV_PREFECTURE,
  RDV_SERVICE_PUBLIC,
  DEMARCHE_NUMERIQUE,
  CONTACTS_DEMARCHES,
  PREFECTURE,
  SERVICE_PUBLIC,
];

const ROWS: ReadonlyMap<string, PageRow> = new Map(
  SITES.flatMap((site) => site.rows.map((row) => [row.id, row] as const)),
);

/** The row of a recognised page; `undefined` when this version no longer, or not yet, knows it. */
export function rowOf(site: string, page: string): PageRow | undefined {
  return ROWS.get(`${site}/${page}`);
}
