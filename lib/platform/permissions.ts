/** Host permissions: what is granted, asked by one click, revoked by the person at any time. */
import { NATIONAL_MATCHES, OPTIONAL_MATCHES } from '@/lib/pages/hosts';
import { PREFECTURE_MATCHES } from '@/lib/prefectures/matches';
import { browser } from './browser';

/** Which of our hosts: asked at install, asked by the person for a department, or asked by the person for itself. */
export type HostKind = 'national' | 'prefecture' | 'optional';

const KINDS: readonly (readonly [HostKind, readonly string[]])[] = [
  ['national', NATIONAL_MATCHES],
  ['prefecture', PREFECTURE_MATCHES],
  ['optional', OPTIONAL_MATCHES],
];

const toPattern = (host: string): string => (host.includes('://') ? host : `https://${host}/*`);

/** One pattern a host, however often it was named (departments share sites). */
const toPatterns = (hosts: readonly string[]): string[] => [...new Set(hosts.map(toPattern))];

/** True when every host is granted. */
export async function hasHosts(hosts: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: toPatterns(hosts) });
}

/** Those of `hosts` that are granted now, in their order. */
export async function grantedAmong(hosts: readonly string[]): Promise<string[]> {
  const granted = new Set((await browser.permissions.getAll()).origins ?? []);
  return hosts.filter((host) => granted.has(toPattern(host)));
}

/**
 * Asks for hosts, all of them in one prompt. Must be the first call of a click handler: both browsers want the person's gesture.
 * @returns false when the person said no
 */
export function requestHosts(hosts: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: toPatterns(hosts) });
}

/** Gives hosts back to the browser. */
export async function removeHosts(hosts: readonly string[]): Promise<boolean> {
  return browser.permissions.remove({ origins: toPatterns(hosts) });
}

/** Hears grants and revocations, also those made in the browser's own settings. */
export function onPermissionsChanged(listener: () => void): () => void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  return () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  };
}

/** The match patterns of our tables that are granted now. */
export async function grantedMatches(): Promise<string[]> {
  const granted = new Set((await browser.permissions.getAll()).origins ?? []);
  return KINDS.flatMap(([, matches]) => matches).filter((match) => granted.has(match));
}

/** Which of our hosts this is; null for one that is not in our tables. */
export function hostKind(host: string): HostKind | null {
  const match = toPattern(host);
  return KINDS.find(([, matches]) => matches.includes(match))?.[0] ?? null;
}
