/** Wires the popup: the tab's state, the captures, whose page it is, the checklist. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CaptureResult } from '@/components/popup/CapturePanel';
import { PopupScreen, type ProofOffer } from '@/components/popup/PopupScreen';
import { AppError } from '@/lib/domain/errors';
import type { StoredEntry } from '@/lib/journal/types';
import type { MessageAnswer, MessageBody, TabState } from '@/lib/messages/contract';
import { rowOf } from '@/lib/pages';
import { isFirefox } from '@/lib/platform/capabilities';
import { sendToBackground } from '@/lib/platform/messaging';
import { onPermissionsChanged, requestHosts } from '@/lib/platform/permissions';
import { activeTab, openExtensionPage } from '@/lib/platform/tabs';
import { answerCode, codeOf } from './failure';
import type { ScreenProps } from './start';
import { DEFAULT_TRACK } from './track';
import { useChecklist } from './use-checklist';
import { useEntries, useJournal } from './use-journal';
import { longDate } from './when';

/** How often progress is asked for while a capture runs, milliseconds. */
const PROGRESS_EVERY = 300;

/** The tab that this popup speaks of: `?tab=ID` where the popup is itself a tab (Firefox for Android, tests), else the one in front. */
async function subjectTab(): Promise<number> {
  const asked = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  return Number.isInteger(asked) ? asked : (await activeTab()).id;
}

/**
 * Asks for a capture, a second time when the browser stopped the worker in between: the same intent makes one line.
 * @throws AppError message-refused
 */
async function askCapture(body: MessageBody<'capture'>): Promise<MessageAnswer<'capture'>> {
  try {
    return await sendToBackground('capture', body);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    console.info('the background did not answer, asking again', cause);
    return sendToBackground('capture', body);
  }
}

interface TabAccess {
  readonly tab: TabState | null;
  readonly refresh: () => Promise<void>;
}

/** The tab's state, asked again after each change of the journal or of the permissions. */
function useTab(onFailure: (cause: unknown) => void, subscribe: ((again: () => void) => () => void) | null): TabAccess {
  const [tab, setTab] = useState<TabState | null>(null);
  const refresh = useCallback(async () => {
    setTab(await sendToBackground('tab-state', { tabId: await subjectTab() }));
  }, []);
  useEffect(() => {
    const again = (): void => void refresh().catch(onFailure);
    again();
    const stops = [onPermissionsChanged(again), subscribe?.(again)];
    return () => {
      for (const stop of stops) stop?.();
    };
  }, [refresh, onFailure, subscribe]);
  return { tab, refresh };
}

/** The last capture of this page, when its page is one that proves an exchange with the administration. */
function offerOf(tab: TabState | null, entries: readonly StoredEntry[] | null): ProofOffer | null {
  const seq = tab?.captured ?? null;
  if (seq === null || !entries) return null;
  const capture = entries.find((one) => one.seq === seq)?.entry;
  if (capture?.kind !== 'capture' || !capture.data.page) return null;
  const channel = rowOf(capture.data.page.site, capture.data.page.page)?.proofOf;
  if (!channel) return null;
  const counted = entries.find(({ entry }) => entry?.kind === 'exchange' && entry.data.captures.includes(seq));
  return { seq, channel, counted: counted?.seq ?? null };
}

export function Popup({ settings }: ScreenProps) {
  const { journal, dossiers, problem: journalProblem } = useJournal();
  const [problem, setProblem] = useState<string | null>(null);
  const [result, setResult] = useState<CaptureResult | null>(null);
  const [busy, setBusy] = useState(false);
  const active = dossiers?.find((one) => one.id === settings.activeDossier) ?? null;
  const { entries, problem: entriesProblem } = useEntries(journal, active?.id ?? null);
  const checklist = useChecklist(active, entries);
  const failed = useCallback((cause: unknown) => setProblem(codeOf(cause, 'message-refused')), []);
  const subscribe = useCallback((again: () => void) => journal?.subscribe(again) ?? (() => undefined), [journal]);
  const { tab, refresh } = useTab(failed, subscribe);
  useProgress(busy, refresh, failed);
  const running = useRef(false);

  /** Does one thing, then looks again; a failure is said. */
  const act = (work: () => Promise<void>): void => {
    setProblem(null);
    work().then(refresh).catch(failed);
  };
  const capture = async (area: 'view' | 'page'): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setResult(null);
    try {
      const method = area === 'view' ? 'screen' : isFirefox ? 'full-page' : 'stitched';
      const answer = await askCapture({ tabId: await subjectTab(), method, intent: crypto.randomUUID() });
      if ('error' in answer) setResult({ is: 'failed', code: answerCode(answer, 'capture-failed'), seq: null });
      else if (answer.reason !== null) setResult({ is: 'failed', code: answer.reason, seq: answer.seq });
      else setResult({ is: 'saved', seq: answer.seq });
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  const own = async (dossier: string | null): Promise<void> => {
    const answer = await sendToBackground('owner-answer', { dossier });
    if ('error' in answer) setProblem(answerCode(answer, 'dossier-unknown'));
  };
  const create = async (alias: string): Promise<void> => {
    if (!journal) return;
    const opened = await journal.openDossier({ alias, track: DEFAULT_TRACK, departments: settings.departments });
    await own(opened.dossier);
  };
  const count = async (offer: ProofOffer): Promise<void> => {
    const found = entries?.find((one) => one.seq === offer.seq)?.entry;
    if (!journal || !active || found?.kind !== 'capture') return;
    await journal.append(
      active.id,
      {
        kind: 'exchange',
        data: {
          channel: offer.channel,
          on: found.data.takenAt,
          precision: 'minute',
          outcome: 'NONE',
          files: [],
          captures: [offer.seq],
        },
      },
      { key: `proof-of:${active.id}:${offer.seq}` },
    );
  };
  const grant = (): void => {
    if (!tab?.url) return;
    // First call of the click handler: both browsers want the person's gesture.
    requestHosts([new URL(tab.url).host])
      .then(refresh)
      .catch(failed);
  };
  return (
    <PopupScreen
      tab={tab}
      dossiers={dossiers ?? []}
      active={active}
      checklist={checklist.view}
      legalDate={checklist.legalDate ? longDate(checklist.legalDate, settings.language) : undefined}
      last={entries?.at(-1) ?? null}
      logging={settings.automaticLog}
      busy={busy}
      progress={tab?.progress ?? null}
      result={result}
      offer={offerOf(tab, entries)}
      problem={problem ?? journalProblem ?? entriesProblem}
      onCapture={(area) => act(() => capture(area))}
      onCancel={() => act(async () => void (await sendToBackground('capture-cancel', {})))}
      onGrant={grant}
      onOwner={(dossier) => act(() => own(dossier))}
      onNewDossier={(alias) => act(() => create(alias))}
      onDiscardHeld={() => act(() => own(null))}
      onSwitch={(dossier) => act(() => own(dossier))}
      onCountProof={(offer) => act(() => count(offer))}
      onOpenJournal={(route) => act(() => openExtensionPage('journal', route))}
      onOpenOptions={() => act(() => openExtensionPage('options'))}
    />
  );
}

function useProgress(busy: boolean, refresh: () => Promise<void>, onFailure: (cause: unknown) => void): void {
  useEffect(() => {
    if (!busy) return undefined;
    const timer = setInterval(() => void refresh().catch(onFailure), PROGRESS_EVERY);
    return () => clearInterval(timer);
  }, [busy, refresh, onFailure]);
}
