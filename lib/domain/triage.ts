/** T0: what the person says of the dossier, read from the journal; urgency and marker days. Asked, never decided (domain.md § 3.3). */
import { addDays, dayOf } from './days';
import type { Entry, EntryOf, KeyDate, Regime, Stop, UrgencyFact } from './entry';
import { KEY_DATES } from './entry';
import { PARIS } from './moment';

export interface Triage {
  /** `T1`…; the last one chosen, else the one with which the dossier was opened. Null: no dossier was opened yet. */
  readonly track: string | null;
  /** Every track that was followed, in order, each with the entry that chose it. */
  readonly tracks: readonly { readonly track: string; readonly seq: number }[];
  readonly blockages: readonly string[];
  readonly title: string | null;
  readonly department: string | null;
  readonly regime: Regime | null;
  readonly filed: 'yes' | 'no' | 'unknown' | null;
  /** Null: not asked yet. Empty: asked, none applies. */
  readonly stops: readonly Stop[] | null;
  readonly urgency: readonly UrgencyFact[] | null;
  readonly dates: Readonly<Partial<Record<KeyDate, string>>>;
  /** For each fact, the entry that last stated it. */
  readonly stated: Readonly<Record<string, { readonly seq: number; readonly at: string }>>;
}

type Told = EntryOf<'dossier-track'>['data'];

/** Reads T0 from one dossier's entries. Their order does not matter; their numbers do. */
export function readTriage(entries: readonly Entry[]): Triage {
  const ordered = entries.toSorted((one, other) => one.seq - other.seq);
  const told: Told = {};
  const dates: Partial<Record<KeyDate, string>> = {};
  const stated: Record<string, { seq: number; at: string }> = {};
  const tracks: { track: string; seq: number }[] = [];
  let department: string | null = null;
  for (const entry of ordered) {
    if (entry.kind === 'dossier-opened') {
      tracks.push({ track: entry.data.track, seq: entry.seq });
      department = entry.data.departments[0] ?? null;
    } else if (entry.kind === 'dossier-track') {
      const { dates: days = {}, ...facts } = entry.data;
      Object.assign(told, facts);
      for (const name of Object.keys(facts)) stated[name] = { seq: entry.seq, at: entry.at.utc };
      for (const name of KEY_DATES) {
        const day = days[name];
        if (day === undefined) continue;
        if (day === null) delete dates[name];
        else dates[name] = day;
        stated[name] = { seq: entry.seq, at: entry.at.utc };
      }
      if (facts.track && tracks.at(-1)?.track !== facts.track) tracks.push({ track: facts.track, seq: entry.seq });
    }
  }
  return {
    track: tracks.at(-1)?.track ?? null,
    tracks,
    blockages: told.blockages ?? [],
    title: told.title?.trim() || null,
    department: told.department ?? department,
    regime: told.regime ?? null,
    filed: told.filed ?? null,
    stops: told.stops ?? null,
    urgency: told.urgency ?? null,
    dates,
    stated,
  };
}

/** Overseas, a day is not the day of Paris. By department code; the Antarctic lands have no préfecture to write to. */
const ZONES: Readonly<Record<string, string>> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '975': 'America/Miquelon',
  '976': 'Indian/Mayotte',
  '977': 'America/St_Barthelemy',
  '978': 'America/Marigot',
  '986': 'Pacific/Wallis',
  '987': 'Pacific/Tahiti',
  '988': 'Pacific/Noumea',
};

/** The IANA zone in which a department counts its days: Paris on the mainland, in Corsica and where nobody knows. */
export function zoneOfDepartment(code: string | null): string {
  return (code !== null && Object.hasOwn(ZONES, code) ? ZONES[code] : undefined) ?? PARIS;
}

/** Days before the end of a document from which we speak of urgency (domain.md § 3.3 T0.5 [P]). */
export const URGENT_DAYS = 30;
/** Days before the end of a complement request from which we speak of urgency [P]. */
export const URGENT_COMPLEMENT_DAYS = 7;

/** Why a dossier is urgent: what the person says, and what the calendar says of the days that they gave. */
export type UrgencyReason = UrgencyFact | 'titleExpiry' | 'attestationEnd' | 'receiptEnd' | 'complement';

/**
 * The reasons for urgency; none is urgency NONE. Of the documents, only the last to end counts: a permit that expired
 * years ago under a running attestation is not what presses.
 * @param complementDeadlines days (`YYYY-MM-DD`) by which complement requests without answer are due
 */
export function urgencyReasons(
  triage: Triage,
  complementDeadlines: readonly string[],
  options: { readonly now: number; readonly zone: string },
): readonly UrgencyReason[] {
  const within = (days: number): string => dayOf(addDays(options.now, days, options.zone), options.zone);
  const documents = (['titleExpiry', 'attestationEnd', 'receiptEnd'] as const).flatMap((name) => {
    const day = triage.dates[name];
    return day ? [{ name, day }] : [];
  });
  const last = documents.reduce<(typeof documents)[number] | null>(
    (latest, one) => (latest === null || one.day > latest.day ? one : latest),
    null,
  );
  const pressing = complementDeadlines.some((day) => day <= within(URGENT_COMPLEMENT_DAYS));
  return [
    ...(triage.urgency ?? []),
    ...(last && last.day <= within(URGENT_DAYS) ? [last.name] : []),
    ...(pressing ? (['complement'] as const) : []),
  ];
}

/** Whether the tool must step back first: « contactez tout de suite un avocat ou une association ». */
export function stopReasons(triage: Triage, options: { readonly now: number; readonly zone: string }): readonly Stop[] {
  const said = triage.stops ?? [];
  const expiry = triage.dates.titleExpiry;
  const old = expiry !== undefined && addMonths(expiry, 6) < dayOf(options.now, options.zone);
  return old && !said.includes('expired-six-months') ? [...said, 'expired-six-months'] : said;
}

/**
 * The same day some months later, or the last day of that month when it has no such day (31 October + 4 → 28 February).
 * @param day `YYYY-MM-DD`
 */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}
