/** Match patterns of the prefectures' sites, for the manifest's optional_host_permissions: import-light on purpose, the build reads it. */
import { PREFECTURES } from './table';

/** Every host that may be asked for, once (two collectivities share a site). */
export const PREFECTURE_HOSTS: readonly string[] = [
  ...new Set(PREFECTURES.filter((row) => row.foreigners !== false).map((row) => row.host)),
];

/** `https://host/*`, one a host, asked only when the person chooses a department. */
export const PREFECTURE_MATCHES: string[] = PREFECTURE_HOSTS.map((host) => `https://${host}/*`);
