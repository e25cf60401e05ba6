/** A calendar file (RFC 5545) of a dossier's days. It tells nothing: one neutral title, no place, no description of the step. */
import type { Due } from './reminders';

export interface CalendarOptions {
  /** Milliseconds since the Unix epoch: days before it are left out. */
  readonly now: number;
  /** Today in the dossier's zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** Identifier of the dossier: it only makes the events' own identifiers, from which it cannot be read back. */
  readonly dossier: string;
  /** The neutral title, in the person's language: « Carnet : rappel ». */
  readonly title: string;
}

const LINE_BYTES = 75;

/**
 * One whole-day event a day, however many things are due on it, with an alarm at nine.
 * @returns the text of an .ics file: CRLF, lines of 75 bytes at most
 */
export function calendarFile(dues: readonly Due[], options: CalendarOptions): string {
  const days = [...new Set(dues.map((due) => due.on).filter((day) => day >= options.today))].toSorted();
  const stamp = `${new Date(options.now).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const title = escapeText(options.title);
  const events = days.flatMap((day) => [
    'BEGIN:VEVENT',
    `UID:${fingerprint(`${options.dossier} ${day}`)}@carnet.invalid`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `SUMMARY:${title}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${title}`,
    'TRIGGER;RELATED=START:PT9H',
    'END:VALARM',
    'END:VEVENT',
  ]);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Carnet//Rappels//FR',
    'CALSCALE:GREGORIAN',
    ...events,
    'END:VCALENDAR',
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join('');
}

/** RFC 5545 § 3.3.11. */
export function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** RFC 5545 § 3.1: no line longer than 75 bytes, never cut inside a character; what follows opens with a space. */
export function fold(line: string): string {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let current = '';
  let bytes = 0;
  for (const sign of line) {
    const more = encoder.encode(sign).length;
    if (bytes + more > LINE_BYTES) {
      lines.push(current);
      current = ' ';
      bytes = 1;
    }
    current += sign;
    bytes += more;
  }
  return [...lines, current].join('\r\n');
}

/** FNV-1a, 64 bits: the same event keeps its identifier from one file to the next, so a calendar replaces it. */
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
