/** « Whose page is it? »: every way in which the next capture must ask, and every way in which it must not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IDLE_MS, type OwnerFacts, ownerQuestion } from '@/lib/domain/owner-guard';

const NOW = Date.parse('2026-11-21T10:00:00Z');
const busy: OwnerFacts = {
  activeDossier: 'a',
  dossiers: ['a', 'b'],
  loggedOutSeenAt: null,
  lastActivityAt: NOW - 60_000,
  confirmedAt: NOW - 3_600_000,
  now: NOW,
};

describe('ownerQuestion', () => {
  it.each<[string, Partial<OwnerFacts>, ReturnType<typeof ownerQuestion>]>([
    ['somebody at work', {}, null],
    [
      'no dossier at all: one is opened without asking',
      { dossiers: [], activeDossier: null, lastActivityAt: null, confirmedAt: null },
      null,
    ],
    ['dossiers, none active', { activeDossier: null }, 'no-dossier'],
    ['the active dossier was erased', { activeDossier: 'gone' }, 'no-dossier'],
    ['a log-out since the last answer', { loggedOutSeenAt: NOW - 30_000 }, 'logged-out'],
    ['a log-out, and nobody ever answered', { loggedOutSeenAt: NOW - 30_000, confirmedAt: null }, 'logged-out'],
    ['a log-out before the last answer', { loggedOutSeenAt: NOW - 30_000, confirmedAt: NOW - 10_000 }, null],
    ['19 minutes 59 seconds without an act', { lastActivityAt: NOW - IDLE_MS + 1000 }, null],
    ['20 minutes without an act', { lastActivityAt: NOW - IDLE_MS }, 'idle'],
    ['idle, but somebody has just answered', { lastActivityAt: NOW - IDLE_MS, confirmedAt: NOW - 1000 }, null],
    [
      'idle, but an entry has just been written',
      { lastActivityAt: null, confirmedAt: null, lastEntryAt: NOW - 1000 },
      null,
    ],
    ['the browser was started again: nothing is known', { lastActivityAt: null, confirmedAt: null }, 'idle'],
    ['the clock was set back by a day', { lastActivityAt: NOW + 86_400_000, confirmedAt: null }, 'idle'],
    ['a log-out weighs more than idleness', { loggedOutSeenAt: NOW - 30_000, lastActivityAt: null }, 'logged-out'],
  ])('%s', (_name, facts, question) => {
    expect(ownerQuestion({ ...busy, ...facts })).toBe(question);
  });

  it('never stays silent once a log-out has not been answered', () => {
    const instant = fc.option(fc.integer({ min: NOW - 10 * IDLE_MS, max: NOW }), { nil: null });
    fc.assert(
      fc.property(
        fc.integer({ min: NOW - 10 * IDLE_MS, max: NOW }),
        instant,
        instant,
        (loggedOutSeenAt, lastActivityAt, confirmedAt) => {
          fc.pre(confirmedAt === null || confirmedAt < loggedOutSeenAt);
          expect(ownerQuestion({ ...busy, loggedOutSeenAt, lastActivityAt, confirmedAt })).toBe('logged-out');
        },
      ),
    );
  });
});
