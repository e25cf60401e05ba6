/** T0 as a form: what it starts from, and the one entry that says only what is new. Pure. */
import type { EntryData, KeyDate, Regime, Stop, UrgencyFact } from '@/lib/domain/entry';
import { KEY_DATES, STOPS, URGENCY_FACTS } from '@/lib/domain/entry';
import type { Triage } from '@/lib/domain/triage';

export interface SituationDraft {
  readonly track: string;
  readonly blockages: readonly string[];
  /** In the person's words; '' when nothing is said. */
  readonly title: string;
  /** « Je préfère ne pas le dire »: written as an empty title, so that it is not asked again and no letter prints it. */
  readonly titleKept: boolean;
  readonly department: string;
  readonly regime: Regime | null;
  readonly filed: 'yes' | 'no' | 'unknown' | null;
  /** Null: not answered. Empty: none applies. */
  readonly stops: readonly Stop[] | null;
  readonly urgency: readonly UrgencyFact[] | null;
  /** `YYYY-MM-DD`, '' when nothing is said. */
  readonly dates: Readonly<Record<KeyDate, string>>;
}

export type SituationChange = EntryData['dossier-track'];

export function draftOf(triage: Triage): SituationDraft {
  const dates = Object.fromEntries(KEY_DATES.map((name) => [name, triage.dates[name] ?? '']));
  return {
    track: triage.track ?? '',
    blockages: triage.blockages,
    title: triage.title ?? '',
    titleKept: triage.stated['title'] !== undefined && triage.title === null,
    department: triage.department ?? '',
    regime: triage.regime,
    filed: triage.filed,
    stops: triage.stops,
    urgency: triage.urgency,
    dates: dates as Record<KeyDate, string>,
  };
}

const same = (one: readonly string[] | null, other: readonly string[] | null): boolean =>
  one === other || (one !== null && other !== null && one.toSorted().join() === other.toSorted().join());

/** In the order of the list that asks. */
const ordered = <T extends string>(all: readonly T[], chosen: readonly T[]): T[] =>
  all.filter((one) => chosen.includes(one));

/** What the draft says that the journal does not; null when there is nothing new. */
export function changeOf(draft: SituationDraft, triage: Triage): SituationChange | null {
  const before = draftOf(triage);
  const title = draft.titleKept ? '' : draft.title.trim();
  const retitled = title !== before.title || draft.titleKept !== before.titleKept;
  const days = KEY_DATES.filter((name) => draft.dates[name] !== before.dates[name]);
  const change: SituationChange = {
    ...(draft.track !== before.track && draft.track !== '' ? { track: draft.track } : {}),
    ...(same(draft.blockages, before.blockages) ? {} : { blockages: [...draft.blockages] }),
    // An emptied title that nobody asked to keep back is nothing to say, unless something stood there.
    ...(retitled && (title !== '' || draft.titleKept || before.title !== '') ? { title } : {}),
    ...(draft.department === before.department ? {} : { department: draft.department }),
    ...(draft.regime !== null && draft.regime !== before.regime ? { regime: draft.regime } : {}),
    ...(draft.filed !== null && draft.filed !== before.filed ? { filed: draft.filed } : {}),
    ...(draft.stops === null || same(draft.stops, before.stops) ? {} : { stops: ordered(STOPS, draft.stops) }),
    ...(draft.urgency === null || same(draft.urgency, before.urgency)
      ? {}
      : { urgency: ordered(URGENCY_FACTS, draft.urgency) }),
    ...(days.length > 0 ? { dates: Object.fromEntries(days.map((name) => [name, draft.dates[name] || null])) } : {}),
  };
  return Object.keys(change).length > 0 ? change : null;
}

/** One box of a list whose empty answer is « none of these ». */
export function toggled<T extends string>(chosen: readonly T[] | null, one: T, on: boolean): readonly T[] | null {
  const rest = (chosen ?? []).filter((other) => other !== one);
  if (on) return [...rest, one];
  return rest.length > 0 ? rest : null;
}

/** A day that the calendar has, or nothing. */
export function possibleDay(day: string): boolean {
  if (day === '') return true;
  const read = Date.parse(`${day}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(day) && Number.isFinite(read) && new Date(read).toISOString().slice(0, 10) === day;
}
