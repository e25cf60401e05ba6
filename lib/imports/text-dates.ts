/** Days that a French text says: proposed to the person, never taken by themselves. */
import { MONTHS } from '@/lib/domain/extracted';
import { MAX_PROPOSED } from './limits';
import type { ProposedDay } from './types';

/** « 3 novembre 2026 », « 1er mars 2026 », « 03/11/2026 », « 03.11.2026 », « 2026-11-03 ». Bounded: no nested repetition. */
const DAY =
  /(?<![\d/.-])(?:(\d{1,2})(?:er)?\s{1,3}(\p{L}{3,9})\s{1,3}(20\d\d)|(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)|(20\d\d)-(\d\d)-(\d\d))(?![\d/])/gu;
/** Only the beginning is read: a letter's date stands on its first pages. */
const READ = 60_000;

export function proposedDays(text: string): ProposedDay[] {
  const found = new Map<string, ProposedDay>();
  for (const match of text.slice(0, READ).matchAll(DAY)) {
    const day = dayOf(match);
    if (day && !found.has(day)) found.set(day, { day, text: match[0].replace(/\s+/g, ' ') });
    if (found.size >= MAX_PROPOSED) break;
  }
  return [...found.values()];
}

function dayOf(match: RegExpMatchArray): string | null {
  const [, wordDay, word, wordYear, day, month, year, isoYear, isoMonth, isoDay] = match;
  if (word) return valid(wordYear, MONTHS.indexOf(plain(word)) + 1, wordDay);
  if (month) return valid(year, Number(month), day);
  return valid(isoYear, Number(isoMonth), isoDay);
}

const plain = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** Only days that exist: 31/02 is nobody's day. */
function valid(year: string | undefined, month: number, day: string | undefined): string | null {
  if (!year || !day || month < 1 || month > 12) return null;
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(read) && new Date(read).toISOString().slice(0, 10) === text ? text : null;
}
