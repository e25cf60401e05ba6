/** The person's settings: one record in storage.local, with defaults, and a way to hear of changes. */
import * as z from 'zod/mini';
import { browser } from './browser';

/** The longest wait that can be asked for, in days. */
export const MAX_WAIT_DAYS = 365;
const waitDays = z.int().check(z.gte(0), z.lte(MAX_WAIT_DAYS));

const settingsSchema = z.strictObject({
  language: z._default(z.enum(['fr', 'en']), 'fr'),
  departments: z._default(z.array(z.string().check(z.maxLength(4))), []),
  /** Log attempts by themselves on the granted hosts (design.md § 6: on, and welcome says so). */
  automaticLog: z._default(z.boolean(), true),
  /** Take the picture by itself while a gesture is still in force. */
  automaticCapture: z._default(z.boolean(), true),
  /** « Rendu reconstitué » where there is no gesture: off until the person allows it. */
  rerender: z._default(z.boolean(), false),
  activeDossier: z._default(z.nullable(z.string()), null),
  /** Practical waits set otherwise, in days, by step or mark (lib/domain/checklist-waits.ts). What a text gives is not here. */
  waits: z._default(
    z.record(z.string().check(z.maxLength(48)), z.strictObject({ days: waitDays, urgentDays: waitDays })),
    {},
  ),
  /** UTC instant at which welcome was finished, null before. */
  welcomedAt: z._default(z.nullable(z.string()), null),
});
export type Settings = z.infer<typeof settingsSchema>;
export type Language = Settings['language'];

const KEY = 'settings';

/** Reads the settings; what cannot be read falls back to its default, member by member, and is left as it is on disk. */
export async function readSettings(): Promise<Settings> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  const whole = settingsSchema.safeParse(stored ?? {});
  if (whole.success) return whole.data;
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(typeof stored === 'object' && stored !== null ? stored : {})) {
    const one = settingsSchema.safeParse({ [name]: value });
    if (one.success) kept[name] = value;
  }
  const rest = settingsSchema.safeParse(kept);
  if (rest.success) return rest.data;
  throw new Error('settings schema has no defaults', { cause: rest.error });
}

/** Changes some settings, under a lock so that two windows do not lose each other's change. */
export async function changeSettings(change: Partial<Settings>): Promise<Settings> {
  return navigator.locks.request('settings', async () => {
    const next = { ...(await readSettings()), ...change };
    await browser.storage.local.set({ [KEY]: next });
    return next;
  });
}

/** Calls back after each change, from any context. Returns the way to stop. */
export function onSettingsChanged(listener: () => void): () => void {
  const heard = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && KEY in changes) listener();
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}
