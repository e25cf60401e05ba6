/** Calendar days of a place: which day an instant is, how many days lie between two, and the same hour some days later. */
import { offsetMinutesAt, PARIS } from './moment';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The day of an instant in a zone, `YYYY-MM-DD`. @throws RangeError when the instant is no number */
export function dayOf(instant: number, zone: string = PARIS): string {
  return new Date(instant + offsetMinutesAt(instant, zone) * MINUTE).toISOString().slice(0, 10);
}

/**
 * Calendar days from one instant to another, as a person counts them on a calendar of that zone:
 * 23:59 to 00:01 is one day, and a day of 23 or 25 hours is one day. Negative when `to` is before `from`.
 */
export function daysBetween(from: number, to: number, zone: string = PARIS): number {
  return Math.round((dayNumber(to, zone) - dayNumber(from, zone)) / DAY);
}

function dayNumber(instant: number, zone: string): number {
  return Date.parse(`${dayOf(instant, zone)}T00:00:00Z`);
}

/** The same wall-clock time `days` calendar days later in that zone (so that a wait does not move by an hour in March). */
export function addDays(instant: number, days: number, zone: string = PARIS): number {
  return fromWallClock(instant + offsetMinutesAt(instant, zone) * MINUTE + days * DAY, zone);
}

/**
 * The instant of a day and an hour that somebody typed.
 * An hour that does not exist (the last Sunday of March) is moved forward; one that exists twice is the first.
 * @param date `YYYY-MM-DD`
 * @param time `HH:MM`
 * @returns milliseconds since the Unix epoch, or null when the date does not exist
 */
export function instantOfLocal(date: string, time: string, zone: string = PARIS): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d$/.test(time)) return null;
  const wall = Date.parse(`${date}T${time}:00Z`);
  // Date.parse takes 30 February for 1 or 2 March: read it back.
  if (!Number.isFinite(wall) || new Date(wall).toISOString().slice(0, 16) !== `${date}T${time}`) return null;
  return fromWallClock(wall, zone);
}

/** @param wall the wall-clock time, written as if it were UTC */
function fromWallClock(wall: number, zone: string): number {
  // The offset one day before and one day after are the only two that can hold at this hour.
  const before = wall - offsetMinutesAt(wall - DAY, zone) * MINUTE;
  const after = wall - offsetMinutesAt(wall + DAY, zone) * MINUTE;
  const holds = (instant: number): boolean => instant + offsetMinutesAt(instant, zone) * MINUTE === wall;
  if (holds(before)) return before;
  if (holds(after)) return after;
  return before; // in the gap: the clock had not moved yet, so the hour read with the old offset falls after it
}
