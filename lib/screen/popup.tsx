/** Wires the popup: the tab's state, the captures, whose page it is, the checklist. */
import { useCallback, useState } from 'preact/hooks';
import { dueLabel } from '@/components/follow-up/Reminders';
import type { ProofOffer, ShowsOffer } from '@/components/popup/Offers';
import { PopupScreen } from '@/components/popup/PopupScreen';
import { useSpeech } from '@/components/text';
import { exportAge } from '@/lib/domain/export-age';
import type { DossierSummary, Journal, StoredEntry } from '@/lib/journal/types';
import type { TabState } from '@/lib/messages/contract';
import { rowOf } from '@/lib/pages';
import { sendToBackground } from '@/lib/platform/messaging';
import { requestHosts } from '@/lib/platform/permissions';
import { changeSettings, type Settings } from '@/lib/platform/settings';
import { openExtensionPage } from '@/lib/platform/tabs';
import { answerCode, codeOf } from './failure';
import { awaitingProof, captureAt, proofOffer, showsOffer } from './proof';
import { wantedFor } from './sites';
import { readSkeleton } from './skeleton';
import type { ScreenProps } from './start';
import { openWith, type Start } from './start-dossier';
import { resultFor, useCapture } from './use-capture';
import { useChecklist } from './use-checklist';
import { nextDue, useDues } from './use-dues';
import { useEntries, useJournal } from './use-journal';
import { leavePopup, subjectTab, useProgress, useTab } from './use-tab';
import { longDate } from './when';
import { writeNote, writeProof } from './write';

interface Open {
  readonly journal: Journal | null;
  readonly active: DossierSummary | null;
  readonly entries: readonly StoredEntry[] | null;
  readonly settings: Settings;
}

interface Actions {
  /** Gives the page, and the tool from now on, to a dossier; null lets go what waited. */
  readonly own: (dossier: string | null) => Promise<void>;
  readonly create: (alias: string, start: Start) => Promise<void>;
  readonly count: (offer: ProofOffer) => Promise<void>;
  readonly say: (offer: ShowsOffer, words: string) => Promise<void>;
}

function actionsOn({ journal, active, entries, settings }: Open, onCode: (code: string) => void): Actions {
  const own = async (dossier: string | null): Promise<void> => {
    const answer = await sendToBackground('owner-answer', { dossier });
    if ('error' in answer) onCode(answerCode(answer, 'dossier-unknown'));
  };
  return {
    own,
    create: async (alias, start) => {
      if (!journal) return;
      await own(await openWith(journal, { alias, start, departments: settings.departments }));
    },
    count: async ({ seq, channel }) => {
      const capture = captureAt(entries ?? [], seq);
      if (!journal || !active || !capture) return;
      const noted = awaitingProof(entries ?? [], capture);
      await writeProof(journal, active.id, capture, { channel, noted });
    },
    say: async ({ seq }, words) => {
      if (journal && active) await writeNote(journal, active.id, words, seq);
    },
  };
}

/** Everything that the popup reads. */
function usePopup(settings: Settings) {
  const { journal, dossiers, problem: journalProblem } = useJournal();
  const [problem, setProblem] = useState<string | null>(null);
  const active = dossiers?.find((one) => one.id === settings.activeDossier) ?? null;
  const { entries, problem: entriesProblem } = useEntries(journal, active?.id ?? null);
  const failed = useCallback((cause: unknown) => setProblem(codeOf(cause, 'message-refused')), []);
  const subscribe = useCallback((again: () => void) => journal?.subscribe(again) ?? (() => undefined), [journal]);
  const { tab, refresh } = useTab(failed, subscribe);
  const capturing = useCapture();
  useProgress(capturing.busy, refresh, failed);
  /** Does one thing, then looks again; a failure is said. */
  const act = (work: () => Promise<unknown>): void => {
    setProblem(null);
    work().then(refresh).catch(failed);
  };
  const [switching, setSwitching] = useState(false);
  /** Changes whose page it is; until that is written, no picture may be asked for: it would go to who was there before. */
  const become = (work: () => Promise<unknown>): void => {
    setSwitching(true);
    act(() => work().finally(() => setSwitching(false)));
  };
  const said = problem ?? journalProblem ?? entriesProblem;
  const does = { act, become, failed, setProblem };
  return { journal, dossiers, active, entries, tab, refresh, capturing, switching, ...does, problem: said };
}

type PopupAccess = ReturnType<typeof usePopup>;

/** What the one button asks for where access is missing, and what the person answered. */
function useAccess({ tab, act }: PopupAccess, settings: Settings) {
  const [refused, setRefused] = useState(false);
  const wanted = tab?.url && tab.host === 'missing' ? wantedFor(new URL(tab.url).host) : null;
  const onGrant = (): void => {
    if (!wanted) return;
    setRefused(false);
    // First call of the click handler: both browsers want the person's gesture.
    const asked = requestHosts(wanted.hosts);
    act(async () => {
      const given = await asked;
      setRefused(!given);
      const { departments } = settings;
      const added = wanted.departments.filter((code) => !departments.includes(code));
      if (given && added.length > 0) await changeSettings({ departments: [...departments, ...added] });
    });
  };
  return { grant: wanted, refused, onGrant };
}

/** A page that nobody knows: captured and described in one go, or read for those who improve the tables. */
function useUnknown({ act, capturing }: PopupAccess) {
  const [describing, setDescribing] = useState(false);
  const onDescribe = (): void => {
    setDescribing(true);
    act(() => capturing.capture('view'));
  };
  /** Read here, on the click; our page shows it. */
  const onHelp = (): void =>
    act(async () => {
      await readSkeleton(await subjectTab());
      await openExtensionPage('help');
      leavePopup();
    });
  return { describing, onDescribe, onHelp };
}

/** The blockages that the recognised page may show (`PageRow.hints`). */
function hintsOf(tab: TabState | null): readonly string[] {
  const page = tab?.page?.recognition;
  return (page && rowOf(page.site, page.page)?.hints) ?? [];
}

/** The next day of the dossier, in the person's words. */
function useNextDue(entries: readonly StoredEntry[] | null, { waits }: Settings) {
  const speech = useSpeech();
  const access = useDues(entries, waits);
  const due = nextDue(access);
  if (!due) return null;
  const date = longDate(due.on, speech.locale);
  const when = due.over ? 'over' : due.on === access.today ? 'today' : null;
  return { label: dueLabel(due, speech), date, when } as const;
}

/** A tab looked at for the dossier before says nothing of this one's pictures. */
function tabFor(tab: TabState | null, dossier: string | undefined): TabState | null {
  return tab && tab.activeDossier !== (dossier ?? null) ? { ...tab, captured: null } : tab;
}

export function Popup({ settings }: ScreenProps) {
  const popup = usePopup(settings);
  const { dossiers, active, entries, capturing, act, become } = popup;
  const tab = tabFor(popup.tab, active?.id);
  const checklist = useChecklist(active, entries, settings.waits);
  const access = useAccess(popup, settings);
  const unknown = useUnknown(popup);
  const does = actionsOn({ ...popup, settings }, popup.setProblem);
  const result = resultFor(capturing.result, active?.id);
  const captured = result?.is === 'saved' ? result.seq : (tab?.captured ?? null);
  return (
    <PopupScreen
      tab={tab}
      dossiers={dossiers ?? []}
      active={active}
      checklist={checklist.view}
      legalDate={checklist.legalDate ? longDate(checklist.legalDate, settings.language) : undefined}
      last={entries?.at(-1) ?? null}
      logging={settings.automaticLog}
      busy={capturing.busy}
      switching={popup.switching}
      progress={tab?.progress ?? null}
      result={result}
      proof={proofOffer(entries ?? [], captured)}
      shows={showsOffer(entries ?? [], captured)}
      hints={hintsOf(tab)}
      {...access}
      {...unknown}
      due={useNextDue(entries, settings)}
      age={entries ? exportAge(entries, Date.now()) : null}
      problem={popup.problem}
      onCapture={(area) => act(() => capturing.capture(area))}
      onCancel={() => act(() => sendToBackground('capture-cancel', {}))}
      onOwner={(dossier) => become(() => does.own(dossier))}
      onNewDossier={(alias, start) => become(() => does.create(alias, start))}
      onDiscardHeld={() => act(() => does.own(null))}
      onSwitch={(dossier) => become(() => does.own(dossier))}
      onCountProof={(offer) => act(() => does.count(offer))}
      onSayShows={(offer, words) => act(() => does.say(offer, words))}
      onOpenJournal={(route) => act(() => openExtensionPage('journal', route).then(leavePopup))}
      onOpenOptions={() => act(() => openExtensionPage('options').then(leavePopup))}
    />
  );
}
