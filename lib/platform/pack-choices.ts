/** What a person chose for a dossier's court pack: on this device, until the dossier is erased. Never evidence, so never in the journal. */
import { PACK_DEFAULTS, type PackChoices, packChoicesSchema } from '@/lib/domain/pack-types';
import { browser } from './browser';

const keyOf = (dossier: string): string => `pack:${dossier}`;

/** What is kept; the proposed choices when nothing is, or when it cannot be read (another version, a damaged file). */
export async function readPackChoices(dossier: string): Promise<PackChoices> {
  const key = keyOf(dossier);
  const stored = packChoicesSchema.safeParse((await browser.storage.local.get(key))[key]);
  return stored.success ? stored.data : PACK_DEFAULTS;
}

export async function keepPackChoices(dossier: string, choices: PackChoices): Promise<void> {
  await browser.storage.local.set({ [keyOf(dossier)]: choices });
}

/** With the dossier. */
export async function forgetPackChoices(dossier: string): Promise<void> {
  await browser.storage.local.remove(keyOf(dossier));
}
