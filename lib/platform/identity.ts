/** The contact details that a person asked to keep for one dossier's letters: on this device, until they take them back. */
import * as z from 'zod/mini';
import { browser } from './browser';

const identitySchema = z.record(z.string().check(z.maxLength(48)), z.string().check(z.maxLength(1_000)));
export type Identity = Readonly<Record<string, string>>;

const PREFIX = 'identity:';
const keyOf = (dossier: string): string => `${PREFIX}${dossier}`;

/** What is kept; null when nothing is, or when it cannot be read. */
export async function readIdentity(dossier: string): Promise<Identity | null> {
  const key = keyOf(dossier);
  const stored = identitySchema.safeParse((await browser.storage.local.get(key))[key]);
  return stored.success ? stored.data : null;
}

/** Keeps these values and no other. Called only after the person ticked the box. */
export async function keepIdentity(dossier: string, identity: Identity): Promise<void> {
  await browser.storage.local.set({ [keyOf(dossier)]: identity });
}

/** Forgets them: by the person's button, or with the dossier. */
export async function forgetIdentity(dossier: string): Promise<void> {
  await browser.storage.local.remove(keyOf(dossier));
}

/** The dossiers for which something is kept. */
export async function keptIdentities(): Promise<readonly string[]> {
  const stored = await browser.storage.local.get(null);
  return Object.keys(stored).flatMap((key) => (key.startsWith(PREFIX) ? [key.slice(PREFIX.length)] : []));
}
