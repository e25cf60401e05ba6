/** « Whose page is it? »: the active dossier, the question that must be answered first, and its answer (design.md § 6). */
import { AppError } from '@/lib/domain/errors';
import { type OwnerQuestion, ownerQuestion } from '@/lib/domain/owner-guard';
import type { DossierSummary } from '@/lib/journal/types';
import { backgroundTranslator } from '@/lib/locales/background';
import type { PageState } from '@/lib/messages/contract';
import { changeSettings, readSettings } from '@/lib/platform/settings';
import { changeOwner, ownerMemory } from './memory';
import { appJournal } from './open-journal';

export interface Owner {
  readonly dossier: DossierSummary | null;
  readonly question: OwnerQuestion;
}

/** The active dossier, and whether somebody must first say that the page is theirs. */
export async function currentOwner(): Promise<Owner> {
  const journal = await appJournal();
  const [settings, dossiers, memory] = await Promise.all([readSettings(), journal.dossiers(), ownerMemory()]);
  const chosen = dossiers.find((one) => one.id === settings.activeDossier) ?? null;
  // One dossier and none chosen: the worker was stopped between the two writes of its opening. There is nobody else.
  // One that came from another computer is not taken without a click.
  const only = dossiers.length === 1 && !dossiers[0]?.receivedAt ? (dossiers[0] ?? null) : null;
  const dossier = chosen ?? only;
  const question = ownerQuestion({
    activeDossier: dossier?.id ?? null,
    dossiers: dossiers.map((one) => one.id),
    loggedOutSeenAt: memory.loggedOutSeenAt,
    lastActivityAt: memory.lastActivityAt,
    confirmedAt: memory.confirmedAt,
    lastEntryAt: dossier ? Date.parse(dossier.lastAt.utc) : null,
    now: Date.now(),
  });
  return { dossier, question };
}

/**
 * The dossier to write in, opening a first one where there is none yet (somebody blocked before having read the welcome page).
 * @throws AppError owner-unconfirmed
 */
export async function confirmedDossier(): Promise<DossierSummary> {
  const { dossier, question } = await currentOwner();
  if (question) throw new AppError('owner-unconfirmed', { detail: question });
  return dossier ?? (await openFirstDossier());
}

/** Finishes, at each start, an opening that was cut short: a single dossier is the active one. */
export async function adoptOnlyDossier(): Promise<void> {
  const [settings, dossiers] = [await readSettings(), await (await appJournal()).dossiers()];
  const [only, ...others] = dossiers;
  if (!only || only.receivedAt || others.length > 0 || settings.activeDossier === only.id) return;
  await changeSettings({ activeDossier: only.id });
}

/** Opens the first dossier under a lock: two pages seen at once make one. */
async function openFirstDossier(): Promise<DossierSummary> {
  return navigator.locks.request('first-dossier', async () => {
    const journal = await appJournal();
    const existing = await journal.dossiers();
    const settings = await readSettings();
    if (existing.length === 0) {
      const alias = backgroundTranslator(settings.language)('flow.dossier.default');
      await journal.openDossier({ alias, track: 'T1', departments: settings.departments });
    }
    const [first] = await journal.dossiers();
    if (!first) throw new AppError('dossier-unknown');
    if (settings.activeDossier !== first.id) await changeSettings({ activeDossier: first.id });
    return first;
  });
}

/** Notes that somebody is at work: the twenty idle minutes start again. Only while no question is open. */
export async function noteActivity(): Promise<void> {
  const { question } = await currentOwner();
  if (!question) await changeOwner((before) => ({ ...before, lastActivityAt: Date.now() }));
}

/**
 * Follows log-ins and log-outs on recognised pages: a log-out is a logged-out page where a logged-in one stood.
 * A site that is down, or a protection that stands in its place, says nothing of who is logged in.
 */
export async function noteLogin(state: PageState): Promise<void> {
  const { recognition } = state;
  if (!recognition || recognition.outcome === 'down' || recognition.site === 'any') return;
  const { site } = recognition;
  await changeOwner((before) => {
    const wasIn = before.loggedIn.includes(site);
    if (!state.loggedOut) return wasIn ? before : { ...before, loggedIn: [...before.loggedIn, site] };
    if (!wasIn) return before;
    return { ...before, loggedIn: before.loggedIn.filter((one) => one !== site), loggedOutSeenAt: Date.now() };
  });
}

/**
 * The person's answer. A dossier: it becomes active and receives what was held. Null: what was held is dropped,
 * because nobody wants it; the question stays open for the next capture.
 * @returns how many held attempts were written
 * @throws AppError dossier-unknown
 */
export async function answerOwner(dossier: string | null): Promise<number> {
  const journal = await appJournal();
  if (dossier === null) {
    await journal.dropHeld();
    return 0;
  }
  const known = (await journal.dossiers()).some((one) => one.id === dossier);
  if (!known) throw new AppError('dossier-unknown');
  await changeSettings({ activeDossier: dossier });
  const now = Date.now();
  await changeOwner((before) => ({ ...before, confirmedAt: now, lastActivityAt: now, loggedOutSeenAt: null }));
  return journal.releaseHeld(dossier);
}
