/** Host permissions: what is granted, asked by one click, revoked by the person at any time. */
import { NATIONAL_MATCHES } from '@/lib/pages/hosts';
import { PREFECTURE_MATCHES } from '@/lib/prefectures/matches';
import { browser } from './browser';

const toPattern = (host: string): string => (host.includes('://') ? host : `https://${host}/*`);

/** True when every host is granted. */
export async function hasHosts(hosts: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: hosts.map(toPattern) });
}

/**
 * Asks for hosts. Must be the first call of a click handler: both browsers want the person's gesture.
 * @returns false when the person said no
 */
export function requestHosts(hosts: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: hosts.map(toPattern) });
}

/** Gives hosts back to the browser. */
export async function removeHosts(hosts: readonly string[]): Promise<boolean> {
  return browser.permissions.remove({ origins: hosts.map(toPattern) });
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
  return [...NATIONAL_MATCHES, ...PREFECTURE_MATCHES].filter((match) => granted.has(match));
}

/** Which of our hosts this is: national (asked at install), prefecture (asked by the person), or none. */
export function hostKind(host: string): 'national' | 'prefecture' | null {
  const match = `https://${host}/*`;
  if (NATIONAL_MATCHES.includes(match)) return 'national';
  return PREFECTURE_MATCHES.includes(match) ? 'prefecture' : null;
}
