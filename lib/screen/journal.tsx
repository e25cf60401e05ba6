/** Wires the journal's full tab: route, dossiers, entries, dialogs, verification, export. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { errorSentence } from '@/components/entry/describe';
import { Dossiers } from '@/components/journal/Dossiers';
import { JournalScreen, type Route, routeOf } from '@/components/journal/JournalScreen';
import { KnowsPanel, storageTight } from '@/components/journal/KnowsPanel';
import { clockSetBack } from '@/components/journal/timeline-model';
import { useSpeech } from '@/components/text';
import { displayNumber, type EntryKind } from '@/lib/domain/entry';
import type { DossierSummary, Journal, StoredEntry } from '@/lib/journal/types';
import { changeSettings, type Settings } from '@/lib/platform/settings';
import { codeOf } from './failure';
import { type Dialog, Dialogs } from './journal-dialogs';
import { EntryPart, ExportPart, goTo, type Open, TimelinePart } from './journal-parts';
import type { ScreenProps } from './start';
import { DEFAULT_TRACK } from './track';
import { useChecklist } from './use-checklist';
import { useEntries, useJournal } from './use-journal';
import { longDate } from './when';

/** @param onLeave called when another part is opened */
function useRoute(onLeave: () => void): Route {
  const first = useRef(location.hash);
  const [route, setRoute] = useState<Route>(routeOf(first.current));
  const leave = useRef(onLeave);
  leave.current = onLeave;
  useEffect(() => {
    const changed = (): void => {
      setRoute(routeOf(location.hash));
      leave.current();
    };
    addEventListener('hashchange', changed);
    // The address may have changed between the first drawing and this listener.
    if (location.hash !== first.current) changed();
    return () => removeEventListener('hashchange', changed);
  }, []);
  return route;
}

type Usage = Awaited<ReturnType<Journal['usage']>>;

function useUsage(journal: Journal | null, changes: unknown): { usage: Usage | null; held: number } {
  const [state, setState] = useState<{ usage: Usage | null; held: number }>({ usage: null, held: 0 });
  // Depends on more than it reads: `changes` is what makes the figures old.
  useEffect(() => {
    if (!journal) return;
    Promise.all([journal.usage(), journal.held()]).then(
      ([usage, held]) => setState({ usage, held: held.length }),
      (cause) => console.error('storage use not readable', cause),
    );
  }, [journal, changes]);
  return state;
}

/** What was just done or failed, for everyone to hear, and a way to do the next thing. */
function useOutcome() {
  const [message, setMessage] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const onFailure = (cause: unknown): void => setFailure(codeOf(cause, 'storage-unavailable'));
  const act = (work: () => Promise<unknown>): void => {
    setFailure(null);
    setMessage(null);
    work().catch(onFailure);
  };
  return { message, setMessage, failure, onFailure, act };
}

interface DossierWork {
  readonly journal: Journal | null;
  readonly dossiers: readonly DossierSummary[];
  readonly settings: Settings;
}

const openDossier = (dossier: string): Promise<unknown> => changeSettings({ activeDossier: dossier });

async function createDossier({ journal, settings }: DossierWork, alias: string): Promise<void> {
  if (!journal) return;
  const opened = await journal.openDossier({ alias, track: DEFAULT_TRACK, departments: settings.departments });
  await changeSettings({ activeDossier: opened.dossier });
  goTo('#/');
}

/** @returns the alias of the dossier that is no more */
async function eraseDossier({ journal, dossiers, settings }: DossierWork, dossier: string): Promise<string> {
  const alias = dossiers.find((one) => one.id === dossier)?.alias ?? '';
  await journal?.eraseDossier(dossier);
  if (settings.activeDossier === dossier) await changeSettings({ activeDossier: null });
  return alias;
}

export function JournalPage({ settings }: ScreenProps) {
  const speech = useSpeech();
  const { t, locale } = speech;
  const { journal, dossiers, problem: journalProblem } = useJournal();
  const active = dossiers?.find((one) => one.id === settings.activeDossier) ?? null;
  const { entries, problem: entriesProblem } = useEntries(journal, active?.id ?? null);
  const checklist = useChecklist(active, entries);
  const { message, setMessage, failure, onFailure, act } = useOutcome();
  // What was just done belongs to the part where it was done.
  const route = useRoute(() => setMessage(null));
  const problem = failure ?? journalProblem ?? entriesProblem;
  const work: DossierWork = { journal, dossiers: dossiers ?? [], settings };
  const use = (dossier: string): void => act(() => openDossier(dossier));
  const erase = (dossier: string): void =>
    act(async () => setMessage(t('erase.done', { alias: await eraseDossier(work, dossier) })));
  const { usage, held } = useUsage(journal, dossiers);
  const back = useMemo(() => clockSetBack(entries ?? []), [entries]);
  const warnings = [
    ...(storageTight(usage) ? [t('journal.storage-tight')] : []),
    ...(back.size > 0 && route.part === 'timeline' ? [t('journal.clock-back')] : []),
  ];
  return (
    <JournalScreen
      route={route}
      dossiers={work.dossiers}
      active={active}
      legalDate={checklist.legalDate ? longDate(checklist.legalDate, locale) : undefined}
      message={message}
      problem={problem ? errorSentence(problem, speech) : null}
      warnings={warnings}
      onSwitch={use}
    >
      {route.part === 'dossiers' || (dossiers && !active && route.part !== 'data') ? (
        <Dossiers
          dossiers={work.dossiers}
          active={active?.id ?? null}
          onSwitch={use}
          onCreate={(alias) => act(() => createDossier(work, alias))}
          onErase={erase}
        />
      ) : null}
      {route.part === 'data' ? (
        <KnowsPanel
          dossiers={work.dossiers}
          kinds={countKinds(entries)}
          usage={usage}
          held={held}
          settings={settings}
        />
      ) : null}
      {!dossiers && !problem ? <p role="status">{t('journal.loading')}</p> : null}
      {journal && active && entries ? (
        <OpenDossier
          {...{ journal, active, entries, checklist, onFailure, route, clockBack: back }}
          onMessage={setMessage}
        />
      ) : null}
    </JournalScreen>
  );
}

interface OpenDossierProps extends Omit<Open, 'onDialog'> {
  readonly route: Route;
  readonly clockBack: ReadonlySet<number>;
  readonly onMessage: (message: string) => void;
}

function OpenDossier({ route, clockBack, onMessage, ...rest }: OpenDossierProps) {
  const { t } = useSpeech();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const open: Open = { ...rest, onDialog: setDialog };
  const saved = (seq: number): void => {
    setDialog(null);
    onMessage(t('journal.saved', { number: displayNumber(seq) }));
  };
  return (
    <>
      {route.part === 'timeline' ? <TimelinePart {...open} clockBack={clockBack} /> : null}
      {route.part === 'export' ? <ExportPart {...open} /> : null}
      {route.part === 'entry' ? <EntryPart {...open} seq={route.seq} clockBack={clockBack.has(route.seq)} /> : null}
      {dialog ? (
        <Dialogs
          dialog={dialog}
          journal={open.journal}
          dossier={open.active.id}
          track={open.active.track}
          entries={open.entries}
          onClose={() => setDialog(null)}
          onSaved={saved}
        />
      ) : null}
    </>
  );
}

function countKinds(entries: readonly StoredEntry[] | null): Partial<Record<EntryKind | 'unreadable', number>> {
  const counts: Partial<Record<EntryKind | 'unreadable', number>> = {};
  for (const { entry } of entries ?? []) {
    const kind = entry?.kind ?? 'unreadable';
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}
