/** The diligence gauge: attempts and contacts over time, beside files that judges have spoken about. « Plus proche de… », never « assez » (domain.md § 3.5 T6). */
import { readEvidence } from './checklist-evidence';
import { acceptedCaptures } from './checklist-predicates';
import type { CapturePredicate, Spread } from './checklist-types';
import { dayOf } from './days';
import type { Channel, Entry } from './entry';
import { measureDays, type SpreadMeasure } from './gauge-spread';
import { zoneOfDepartment } from './triage';

const DAY = 86_400_000;

/** Marks of ours for a person who cannot get an appointment (domain.md § 3.5 T6 [P]): « repère pratique, les juges apprécient au cas par cas ». */
export const PRACTICAL_SPREAD: Spread = { attempts: 4, days: 3, spanDays: 21, successivePeriods: 3 };

/** What counts as an attempt: a page that says no or is down; another page once the person says what it shows. */
const ATTEMPTS: CapturePredicate = {
  is: 'capture',
  outcomes: ['blocked', 'down'],
  noted: ['unrecognised', 'step', 'info', 'refused'],
};

export interface GaugeOptions {
  /** Else the zone of the dossier's department. */
  readonly zone?: string;
  /** The captures that count; else every blockage. */
  readonly captures?: CapturePredicate;
}

export interface StripDay {
  readonly day: string;
  readonly captures: number;
  /** Attempts that the notebook wrote down by itself, pictured or not. */
  readonly attempts: number;
}

/** One row of the strip: seven days in a row. The first row begins on the first day with anything. */
export interface StripPeriod {
  readonly from: string;
  readonly to: string;
  readonly days: readonly StripDay[];
  readonly captures: number;
  readonly attempts: number;
}

export interface Contact {
  readonly channel: Channel;
  readonly count: number;
  /** Days of the first and the last one sent. */
  readonly first: string;
  readonly last: string;
  /** The day of each one, in order: a day with two stands twice. */
  readonly days: readonly string[];
}

export interface Gauge {
  /** Captures that show the address and the hour on pixels of the screen. */
  readonly captures: SpreadMeasure;
  /** Lines that the notebook wrote by itself when a blockage was seen; weaker than a picture. */
  readonly attempts: SpreadMeasure;
  /** What the person sent, by channel, in the order of the first one. */
  readonly contacts: readonly Contact[];
  readonly strip: readonly StripPeriod[];
  /** Rows without anything were left out, because the strip would be too long. */
  readonly stripShortened: boolean;
  readonly marks: readonly MarkProgress[];
}

/** « 3 sur 4 » for each mark of ours. */
export interface MarkProgress {
  readonly mark: keyof Spread;
  readonly have: number;
  readonly of: number;
}

/** Beyond this (more than a year), rows without anything are left out. */
const MAX_ROWS = 60;

/** Reads the gauge of one dossier's entries. Their order does not matter. */
export function readGauge(entries: readonly Entry[], options: GaugeOptions = {}): Gauge {
  const evidence = readEvidence(entries);
  const zone = options.zone ?? zoneOfDepartment(evidence.triage.department);
  const day = (utc: string): string => dayOf(Date.parse(utc), zone);
  const captured = acceptedCaptures(options.captures ?? ATTEMPTS, evidence, zone).map(({ at }) => day(at));
  const logged = entries.flatMap((entry) =>
    entry.kind === 'attempt' && isBlockage(entry.data) ? [day((entry.data.seenAt ?? entry.at).utc)] : [],
  );
  const captures = measureDays(captured);
  const attempts = measureDays(logged);
  const { strip, shortened } = stripOf(captures, attempts);
  const sent = evidence.exchanges.filter((exchange) => exchange.sent);
  return {
    captures,
    attempts,
    contacts: contactsOf(sent.map(({ channel, at }) => ({ channel, day: day(at) }))),
    strip,
    stripShortened: shortened,
    marks: marksOf(captures),
  };
}

function isBlockage(data: Extract<Entry, { kind: 'attempt' }>['data']): boolean {
  if (data.page === null) return data.source === 'network';
  return data.page.outcome === 'blocked' || data.page.outcome === 'down';
}

function marksOf(captures: SpreadMeasure): readonly MarkProgress[] {
  const have: Spread = {
    attempts: captures.attempts,
    days: captures.days.length,
    spanDays: captures.spanDays,
    successivePeriods: captures.successivePeriods,
  };
  return (['attempts', 'days', 'spanDays', 'successivePeriods'] as const).map((mark) => ({
    mark,
    have: have[mark],
    of: PRACTICAL_SPREAD[mark],
  }));
}

function contactsOf(sent: readonly { readonly channel: Channel; readonly day: string }[]): readonly Contact[] {
  const byChannel = new Map<Channel, Contact>();
  for (const { channel, day } of sent.toSorted((one, other) =>
    one.day < other.day ? -1 : one.day > other.day ? 1 : 0,
  )) {
    const before = byChannel.get(channel);
    const days = [...(before?.days ?? []), day];
    byChannel.set(channel, { channel, count: days.length, first: before?.first ?? day, last: day, days });
  }
  return [...byChannel.values()];
}

function stripOf(
  captures: SpreadMeasure,
  attempts: SpreadMeasure,
): { readonly strip: readonly StripPeriod[]; readonly shortened: boolean } {
  const first = [captures.first, attempts.first].filter((day) => day !== null).toSorted()[0];
  const last = [captures.last, attempts.last]
    .filter((day) => day !== null)
    .toSorted()
    .at(-1);
  if (first === undefined || last === undefined) return { strip: [], shortened: false };
  const pictured = new Map(captures.days.map((one) => [one.day, one.attempts]));
  const logged = new Map(attempts.days.map((one) => [one.day, one.attempts]));
  const start = Date.parse(`${first}T00:00:00Z`);
  const rows = Math.floor((Date.parse(`${last}T00:00:00Z`) - start) / (7 * DAY)) + 1;
  const strip = Array.from({ length: rows }, (_, row): StripPeriod => {
    const days = Array.from({ length: 7 }, (_, column): StripDay => {
      const day = new Date(start + (row * 7 + column) * DAY).toISOString().slice(0, 10);
      return { day, captures: pictured.get(day) ?? 0, attempts: logged.get(day) ?? 0 };
    });
    return {
      from: days[0]?.day ?? first,
      to: days[6]?.day ?? last,
      days,
      captures: days.reduce((sum, one) => sum + one.captures, 0),
      attempts: days.reduce((sum, one) => sum + one.attempts, 0),
    };
  });
  const shortened = rows > MAX_ROWS;
  return { strip: shortened ? strip.filter((row) => row.captures + row.attempts > 0) : strip, shortened };
}
