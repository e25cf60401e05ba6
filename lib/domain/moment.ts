/** One instant with three readings: UTC, the offset that the place had, and the zone (style.md § 4, evidence.md § G.11). */

/** `utc` is ISO 8601 with milliseconds and Z; `offsetMinutes` is east-positive. */
export interface Moment {
  readonly utc: string;
  readonly offsetMinutes: number;
  readonly zone: string;
}

export const PARIS = 'Europe/Paris';

/**
 * The moment of an instant, as seen in a zone.
 * @param instant milliseconds since the Unix epoch, in the years 0 to 9999 (what `utc` can hold)
 * @param zone IANA zone name
 * @throws RangeError on any other instant, or an unknown zone: a bug of the caller, never a person's doing
 */
export function momentAt(instant: number, zone: string = PARIS): Moment {
  return { utc: isoOf(instant), offsetMinutes: offsetMinutesAt(instant, zone), zone };
}

/** Offset of `zone` at `instant`, in whole minutes, east-positive (Paris in winter: 60). @throws RangeError */
export function offsetMinutesAt(instant: number, zone: string): number {
  const utc = isoOf(instant);
  const parts = clockOf(zone).formatToParts(instant);
  const at = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value);
  // Not Date.UTC(year, …): it takes the years 0 to 99 for 1900 to 1999.
  const local = new Date(0);
  local.setUTCFullYear(yearOf(at('year'), parts), at('month') - 1, at('day'));
  local.setUTCHours(at('hour'), at('minute'), at('second'));
  return Math.round((local.getTime() - Math.floor(Date.parse(utc) / 1000) * 1000) / 60_000);
}

/** Astronomical year: 1 BC is 0 (a zone west of Greenwich may still be there on 1 January of year 1). */
function yearOf(year: number, parts: readonly Intl.DateTimeFormatPart[]): number {
  return parts.some((part) => part.type === 'era' && part.value.startsWith('B')) ? 1 - year : year;
}

// Building a formatter is a hundred times dearer than using it; a device sees a handful of zones.
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    clocks.set(zone, clock);
  }
  return clock;
}

function isoOf(instant: number): string {
  const text = Number.isFinite(instant) ? new Date(instant).toISOString() : '';
  if (!/^\d{4}-/.test(text)) throw new RangeError(`not an instant of the years 0 to 9999: ${instant}`);
  return text;
}

/**
 * Calendar fields of a moment in its own zone, from its recorded offset (no time-zone data needed to re-read it).
 * @throws RangeError when `utc` is not a date
 */
export function localFields(moment: Moment): { date: string; time: string; offset: string } {
  const local = isoOf(Date.parse(moment.utc) + moment.offsetMinutes * 60_000);
  const sign = moment.offsetMinutes < 0 ? '−' : '+';
  const absolute = Math.abs(moment.offsetMinutes);
  const minutes = absolute % 60;
  const offset = `UTC${sign}${Math.floor(absolute / 60)}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''}`;
  return { date: local.slice(0, 10), time: local.slice(11, 19), offset };
}
