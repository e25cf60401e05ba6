/** Wires the journal's full tab: route, dossiers, entries, dialogs, verification, export. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Checklist } from '@/components/checklist/Checklist';
import { errorSentence } from '@/components/entry/describe';
import { EntryView } from '@/components/entry/EntryView';
import { Dossiers } from '@/components/journal/Dossiers';
import { ExportPanel } from '@/components/journal/ExportPanel';
import { AddBar, EmptyJournal, JournalScreen, type Route, routeOf } from '@/components/journal/JournalScreen';
import { KnowsPanel, storageTight } from '@/components/journal/KnowsPanel';
import { Timeline } from '@/components/journal/Timeline';
import { clockSetBack, tombstones, weekStrip } from '@/components/journal/timeline-model';
import { VerifyPanel } from '@/components/journal/VerifyPanel';
import { WeekStrip } from '@/components/journal/WeekStrip';
import { useSpeech } from '@/components/text';
import { Banner } from '@/components/ui/Banner';
import { displayNumber, type EntryKind } from '@/lib/domain/entry';
import type { DossierSummary, Journal, StoredEntry } from '@/lib/journal/types';
import { changeSettings } from '@/lib/platform/settings';
import { codeOf } from './failure';
import { type Dialog, Dialogs } from './journal-dialogs';
import type { ScreenProps } from './start';
import { DEFAULT_TRACK } from './track';
import { type ChecklistAccess, useChecklist } from './use-checklist';
import { useExport } from './use-export';
import { useEntries, useJournal, useLoadBlob } from './use-journal';
import { useVerify } from './use-verify';
import { longDate, today } from './when';

/** @param onLeave called when another part is opened */
function useRoute(onLeave: () => void): Route {
  const [route, setRoute] = useState<Route>(routeOf(location.hash));
  const leave = useRef(onLeave);
  leave.current = onLeave;
  useEffect(() => {
    const changed = (): void => {
      setRoute(routeOf(location.hash));
      leave.current();
    };
    addEventListener('hashchange', changed);
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

interface Open {
  readonly journal: Journal;
  readonly active: DossierSummary;
  readonly entries: readonly StoredEntry[];
  readonly checklist: ChecklistAccess;
  readonly onDialog: (dialog: Dialog) => void;
  readonly onFailure: (cause: unknown) => void;
}

const goTo = (hash: string): void => {
  location.hash = hash;
};

export function JournalPage({ settings }: ScreenProps) {
  const speech = useSpeech();
  const { t, locale } = speech;
  const { journal, dossiers, problem: journalProblem } = useJournal();
  const active = dossiers?.find((one) => one.id === settings.activeDossier) ?? null;
  const { entries, problem: entriesProblem } = useEntries(journal, active?.id ?? null);
  const checklist = useChecklist(active, entries);
  const { usage, held } = useUsage(journal, dossiers);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  // What was just done belongs to the part where it was done.
  const route = useRoute(() => setMessage(null));
  const onFailure = (cause: unknown): void => setFailure(codeOf(cause, 'storage-unavailable'));
  const problem = failure ?? journalProblem ?? entriesProblem;
  const back = useMemo(() => clockSetBack(entries ?? []), [entries]);
  const warnings = [
    ...(storageTight(usage) ? [t('journal.storage-tight')] : []),
    ...(back.size > 0 && route.part === 'timeline' ? [t('journal.clock-back')] : []),
  ];
  const act = (work: () => Promise<unknown>): void => {
    setFailure(null);
    setMessage(null);
    work().catch(onFailure);
  };
  const use = (dossier: string): void => act(() => changeSettings({ activeDossier: dossier }));
  const create = (alias: string): void =>
    act(async () => {
      if (!journal) return;
      const opened = await journal.openDossier({ alias, track: DEFAULT_TRACK, departments: settings.departments });
      await changeSettings({ activeDossier: opened.dossier });
      goTo('#/');
    });
  const erase = (dossier: string): void =>
    act(async () => {
      const alias = dossiers?.find((one) => one.id === dossier)?.alias ?? '';
      await journal?.eraseDossier(dossier);
      if (settings.activeDossier === dossier) await changeSettings({ activeDossier: null });
      setMessage(t('erase.done', { alias }));
    });
  const open: Open | null =
    journal && active && entries ? { journal, active, entries, checklist, onDialog: setDialog, onFailure } : null;
  return (
    <JournalScreen
      route={route}
      dossiers={dossiers ?? []}
      active={active}
      legalDate={checklist.legalDate ? longDate(checklist.legalDate, locale) : undefined}
      message={message}
      problem={problem ? errorSentence(problem, speech) : null}
      warnings={warnings}
      onSwitch={use}
    >
      {route.part === 'dossiers' || (dossiers && !active && route.part !== 'data') ? (
        <Dossiers
          dossiers={dossiers ?? []}
          active={active?.id ?? null}
          onSwitch={use}
          onCreate={create}
          onErase={erase}
        />
      ) : null}
      {route.part === 'data' ? (
        <KnowsPanel
          dossiers={dossiers ?? []}
          kinds={countKinds(entries ?? [])}
          usage={usage}
          held={held}
          settings={settings}
        />
      ) : null}
      {!dossiers && !problem ? <p role="status">{t('journal.loading')}</p> : null}
      {open && route.part === 'timeline' ? <TimelinePart {...open} clockBack={back} /> : null}
      {open && route.part === 'export' ? <ExportPart {...open} /> : null}
      {open && route.part === 'entry' ? <EntryPart {...open} seq={route.seq} clockBack={back.has(route.seq)} /> : null}
      {open && dialog ? (
        <Dialogs
          dialog={dialog}
          journal={open.journal}
          dossier={open.active.id}
          entries={open.entries}
          onClose={() => setDialog(null)}
          onSaved={(seq) => {
            setDialog(null);
            setMessage(t('journal.saved', { number: displayNumber(seq) }));
          }}
        />
      ) : null}
    </JournalScreen>
  );
}

function countKinds(entries: readonly StoredEntry[]): Partial<Record<EntryKind | 'unreadable', number>> {
  const counts: Partial<Record<EntryKind | 'unreadable', number>> = {};
  for (const { entry } of entries) {
    const kind = entry?.kind ?? 'unreadable';
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

function TimelinePart({
  journal,
  active,
  entries,
  checklist,
  clockBack,
  onDialog,
}: Open & { readonly clockBack: ReadonlySet<number> }) {
  const { t } = useSpeech();
  const loadBlob = useLoadBlob(journal);
  const removed = useMemo(() => tombstones(entries), [entries]);
  const strip = useMemo(() => weekStrip(entries, today()), [entries]);
  const openEntry = (seq: number): void => goTo(`#/piece/${seq}`);
  return (
    <>
      <h1 tabIndex={-1}>{active.alias}</h1>
      <AddBar onExchange={() => onDialog({ is: 'exchange' })} onNote={() => onDialog({ is: 'note', about: null })} />
      <div class="spread">
        <div class="stack-loose">
          {entries.length <= 1 ? <EmptyJournal /> : null}
          <Timeline entries={entries} clockBack={clockBack} removed={removed} loadBlob={loadBlob} onOpen={openEntry} />
        </div>
        <aside class="stack-loose" aria-label={t('journal.steps')}>
          {checklist.view ? (
            <section class="sheet stack" aria-labelledby="steps-title">
              <h2 id="steps-title">{t('journal.steps')}</h2>
              <Checklist
                view={checklist.view}
                legalWaits={checklist.legalWaits}
                onOpenEntry={openEntry}
                onSkip={(step) => onDialog({ is: 'skip', step })}
              />
            </section>
          ) : null}
          <section class="sheet stack" aria-labelledby="weeks-title">
            <h2 id="weeks-title">{t('journal.weeks')}</h2>
            <WeekStrip strip={strip} />
          </section>
        </aside>
      </div>
    </>
  );
}

function ExportPart({ journal, active, entries, checklist }: Open) {
  const { t } = useSpeech();
  const verify = useVerify(journal, active.id);
  const exporting = useExport(journal, active, checklist);
  return (
    <>
      <h1 tabIndex={-1}>{t('journal.part.export')}</h1>
      <ExportPanel
        state={exporting.state}
        alias={active.alias}
        entries={entries.length}
        onExport={exporting.start}
        onCancel={exporting.cancel}
      />
      <VerifyPanel state={verify.state} onVerify={verify.start} onCancel={verify.cancel} />
    </>
  );
}

function EntryPart({
  journal,
  active,
  entries,
  seq,
  clockBack,
  onDialog,
  onFailure,
}: Open & { readonly seq: number; readonly clockBack: boolean }) {
  const { t } = useSpeech();
  const loadBlob = useLoadBlob(journal);
  const removed = useMemo(() => tombstones(entries), [entries]);
  const stored = entries.find((one) => one.seq === seq);
  if (!stored) return <Banner tone="warn" title={t('journal.entry-absent')} />;
  const isExchange = stored.entry?.kind === 'exchange';
  return (
    <EntryView
      key={seq}
      stored={stored}
      loadBlob={loadBlob}
      clockBack={clockBack}
      removedBy={removed.get(seq) ?? null}
      onBack={() => goTo('#/')}
      {...(isExchange ? { onRecordOutcome: () => onDialog({ is: 'outcome', exchange: seq }) } : {})}
      onAddNote={() => onDialog({ is: 'note', about: seq })}
      onRemoveFiles={(reason) => void journal.removeFiles(active.id, seq, reason).catch(onFailure)}
    />
  );
}
