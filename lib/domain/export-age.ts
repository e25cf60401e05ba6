/** How long the only copy has been alone: when the dossier was last exported, and what was added since. */
import { daysBetween } from './days';
import type { EntryKind } from './entry';
import { PARIS } from './moment';

/** Days after which new lines without an export are said louder. A « repère pratique » of ours, from no text. */
export const EXPORT_REMINDER_DAYS = 7;

/** Lines by which nothing would be lost: what is written when a dossier is opened, or exported. */
const NOTHING_TO_LOSE: readonly EntryKind[] = ['dossier-opened', 'dossier-track', 'exported'];

/** A line as it is read back; `entry` is null where this version cannot read it: it is evidence all the same. */
export interface AgedLine {
  readonly seq: number;
  readonly entry: { readonly kind: EntryKind; readonly at: { readonly utc: string } } | null;
}

export type ExportAge =
  /** Nothing noted yet: there is nothing to keep elsewhere. */
  | { readonly is: 'empty' }
  | { readonly is: 'never'; readonly added: number; readonly captures: number; readonly loud: boolean }
  | {
      readonly is: 'behind' | 'current';
      /** Number of the line of the last export. */
      readonly seq: number;
      readonly at: { readonly utc: string };
      /** Calendar days since; 0 where the device's clock was set back. */
      readonly days: number;
      /** Lines since, those left out that would lose nothing. */
      readonly added: number;
      readonly loud: boolean;
    };

const counts = ({ entry }: AgedLine): boolean => entry === null || !NOTHING_TO_LOSE.includes(entry.kind);

/**
 * @param lines of one dossier, in order
 * @param now milliseconds since the Unix epoch
 */
export function exportAge(lines: readonly AgedLine[], now: number, zone: string = PARIS): ExportAge {
  const last = lines.findLastIndex(({ entry }) => entry?.kind === 'exported');
  const since = lines.slice(last + 1).filter(counts);
  const exported = lines[last];
  if (!exported?.entry) {
    if (since.length === 0) return { is: 'empty' };
    const captures = since.filter(({ entry }) => entry?.kind === 'capture').length;
    return { is: 'never', added: since.length, captures, loud: captures > 0 };
  }
  const { at } = exported.entry;
  const days = Math.max(0, daysBetween(Date.parse(at.utc), now, zone));
  const behind = since.length > 0;
  return {
    is: behind ? 'behind' : 'current',
    seq: exported.seq,
    at: { utc: at.utc },
    days,
    added: since.length,
    loud: behind && days > EXPORT_REMINDER_DAYS,
  };
}
