/** The time-stamps of a journal: each token is that of the line that it names, and says when a third party saw it. */
import type { EntryOf } from '@/lib/domain/entry';
import { displayNumber } from '@/lib/domain/entry';
import type { ExportPlan, PlanEntry } from '@/lib/domain/export-plan';
import { MAX_TOKEN_BYTES } from '@/lib/domain/time-stamp';
import { readToken } from './time-stamp-token';
import { hashesOf } from './verify-links';
import { type Bag, bytesOf, type DatedBy } from './verify-types';

/** A line that says an hour later than the third party that saw it: the device's clock was ahead. Seconds of tolerance. */
const TOLERANCE = 60;

async function checkStamp(entry: EntryOf<'stamped'>, plan: ExportPlan, bag: Bag): Promise<DatedBy | null> {
  const { target, hash } = entry.data;
  const number = displayNumber(entry.seq);
  const path = plan.files.find((file) => file.seq === entry.seq && file.role === 'time-stamp')?.path;
  // Absent or altered: said with the other references.
  const bytes = path ? await bytesOf(path, MAX_TOKEN_BYTES, bag) : null;
  if (!path || !bytes || bag.hashes.get(path) !== entry.data.token.sha256) return null;
  const reading = await readToken(bytes, hash);
  if (reading.is !== 'dated') {
    const wrong = reading.is === 'fault';
    bag.say(wrong ? 'problem' : 'warning', wrong ? 'stamp-wrong' : 'stamp-void', {
      path,
      number,
      token: reading.reason,
    });
    return null;
  }
  const { at, signer, issuer, fingerprint, isWhole } = reading.date;
  const moment = `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  const found = { number: displayNumber(target), at: moment, signer, issuer };
  bag.say('ok', 'stamp-ok', found);
  bag.say('warning', 'stamp-unknown', { signer, issuer, fingerprint, whole: isWhole ? 'yes' : 'no' });
  return found;
}

/** Says when a line that was stamped gives itself a later hour than the authority's. */
function checkClock(target: PlanEntry | undefined, at: string, bag: Bag): void {
  const written = target?.entry ? Date.parse(target.entry.at.utc) : Number.NaN;
  const seconds = Math.round((written - Date.parse(at.replace(' UTC', 'Z').replace(' ', 'T'))) / 1000);
  if (seconds > TOLERANCE && target) bag.say('warning', 'stamp-clock', { number: displayNumber(target.seq), seconds });
}

/** Checks every time-stamp of a journal whose files were hashed; gives those that hold. */
export async function verifyStamps(entries: readonly PlanEntry[], plan: ExportPlan, bag: Bag): Promise<DatedBy[]> {
  const hashes = hashesOf(entries);
  const found: DatedBy[] = [];
  for (const { entry } of entries) {
    if (entry?.kind !== 'stamped') continue;
    const { target, hash } = entry.data;
    if (target >= entry.seq || hashes.get(target) !== hash) {
      bag.say('problem', 'stamp-target', { number: displayNumber(entry.seq), target: displayNumber(target) });
      continue;
    }
    const dated = await checkStamp(entry, plan, bag);
    if (!dated) continue;
    found.push(dated);
    checkClock(
      entries.find((stored) => stored.seq === target),
      dated.at,
      bag,
    );
  }
  return found;
}
