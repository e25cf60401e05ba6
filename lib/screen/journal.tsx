/** Wires the journal's full tab: route, dossiers, entries, dialogs, verification, export. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { errorSentence } from '@/components/entry/describe';
import { Dossiers } from '@/components/journal/Dossiers';
import { JournalScreen, type Route, routeOf } from '@/components/journal/JournalScreen';
import { KnowsPanel, storageTight } from '@/components/journal/KnowsPanel';
import { clockSetBack } from '@/components/journal/timeline-model';
import { forkWarnings } from '@/components/receive/CopiesNote';
import { type Speech, useSpeech } from '@/components/text';
import { displayNumber, type EntryKind } from '@/lib/domain/entry';
import type { DossierSummary, Journal, StoredEntry } from '@/lib/journal/types';
import { forgetPackChoices } from '@/lib/platform/pack-choices';
import { changeSettings, type Settings } from '@/lib/platform/settings';
import { codeOf } from './failure';
import { HomePart } from './home';
import { AddPart } from './imports';
import { type Dialog, Dialogs } from './journal-dialogs';
import { EntryPart, ExportPart, goTo, type Open, TimelinePart } from './journal-parts';
import { forgetLetterValues, LetterPart, LettersPart, useKeptIdentities } from './letters';
import { ReceivePart } from './receive';
import { RedactPart } from './redact';
import { useStorageProtection } from './safety';
import { SituationPart } from './situation';
import type { ScreenProps } from './start';
import { openWith, type Start } from './start-dossier';
import { StepPart } from './step';
import { useChecklist } from './use-checklist';
import { NOBODY_ASKED, useDroppedFiles, useImports } from './use-imports';
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

/** Where a dossier's other copy is called to mind: before reading, adding to or exporting one of the two. */
const FORK_PARTS: readonly Route['part'][] = ['home', 'timeline', 'export'];

/** All that « Que sait cette extension ? » counts. */
function useStored(journal: Journal | null, dossiers: readonly DossierSummary[] | null, part: string) {
  return {
    ...useUsage(journal, dossiers),
    protection: useStorageProtection(),
    identities: useKeptIdentities(dossiers ?? [], part),
  };
}

interface DossierWork {
  readonly journal: Journal | null;
  readonly dossiers: readonly DossierSummary[];
  readonly settings: Settings;
}

const openDossier = (dossier: string): Promise<unknown> => changeSettings({ activeDossier: dossier });

async function openReceived(dossier: string): Promise<void> {
  await openDossier(dossier);
  goTo('#/');
}

async function createDossier({ journal, settings }: DossierWork, alias: string, start: Start): Promise<void> {
  if (!journal) return;
  const dossier = await openWith(journal, { alias, start, departments: settings.departments });
  await changeSettings({ activeDossier: dossier });
  goTo('#/');
}

/** @returns the alias of the dossier that is no more */
async function eraseDossier({ journal, dossiers, settings }: DossierWork, dossier: string): Promise<string> {
  const alias = dossiers.find((one) => one.id === dossier)?.alias ?? '';
  await journal?.eraseDossier(dossier);
  await forgetLetterValues(dossier);
  await forgetPackChoices(dossier);
  if (settings.activeDossier === dossier) await changeSettings({ activeDossier: null });
  return alias;
}

/** What is wrong around the journal: little room left, a clock that went back (said beside the lines that it touches). */
function useWarnings(
  entries: readonly StoredEntry[] | null,
  usage: Usage | null,
  linesShow: boolean,
  t: Speech['t'],
): { readonly back: ReadonlySet<number>; readonly warnings: readonly string[] } {
  const back = useMemo(() => clockSetBack(entries ?? []), [entries]);
  const tight = storageTight(usage) ? [t('journal.storage-tight')] : [];
  return { back, warnings: [...tight, ...(back.size > 0 && linesShow ? [t('journal.clock-back')] : [])] };
}

export function JournalPage({ settings }: ScreenProps) {
  const speech = useSpeech();
  const { t, locale } = speech;
  const { journal, dossiers, problem: journalProblem } = useJournal();
  const active = dossiers?.find((one) => one.id === settings.activeDossier) ?? null;
  const { entries, problem: entriesProblem } = useEntries(journal, active?.id ?? null);
  const checklist = useChecklist(active, entries, settings.waits);
  const { message, setMessage, failure, onFailure, act } = useOutcome();
  // What was just done belongs to the part where it was done.
  const route = useRoute(() => setMessage(null));
  const problem = failure ?? journalProblem ?? entriesProblem;
  const work: DossierWork = { journal, dossiers: dossiers ?? [], settings };
  const use = (dossier: string): void => act(() => openDossier(dossier));
  const erase = (dossier: string): void =>
    act(async () => setMessage(t('erase.done', { alias: await eraseDossier(work, dossier) })));
  const stored = useStored(journal, dossiers, route.part);
  const { back, warnings } = useWarnings(entries, stored.usage, route.part === 'timeline', t);
  return (
    <JournalScreen
      route={route}
      dossiers={work.dossiers}
      active={active}
      legalDate={checklist.legalDate ? longDate(checklist.legalDate, locale) : undefined}
      message={message}
      problem={problem ? errorSentence(problem, speech) : null}
      warnings={FORK_PARTS.includes(route.part) ? [...forkWarnings(active, speech), ...warnings] : warnings}
      onSwitch={use}
    >
      {/* Not before they are read: the form of a first dossier would show, then go under somebody's fingers. */}
      {dossiers && (route.part === 'dossiers' || (!active && route.part !== 'data' && route.part !== 'receive')) ? (
        <Dossiers
          dossiers={work.dossiers}
          active={active?.id ?? null}
          onSwitch={use}
          onCreate={(alias, start) => act(() => createDossier(work, alias, start))}
          onErase={erase}
        />
      ) : null}
      {route.part === 'data' ? (
        <KnowsPanel dossiers={work.dossiers} kinds={countKinds(entries)} {...stored} settings={settings} />
      ) : null}
      {journal && route.part === 'receive' ? (
        <ReceivePart journal={journal} onOpen={(dossier) => act(() => openReceived(dossier))} />
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
  const asked = route.part === 'add' ? { exchange: route.exchange, shows: route.shows } : NOBODY_ASKED;
  const imports = useImports(open.journal, open.active.id, open.entries, asked);
  useDroppedFiles((files) => {
    // There a dropped file is a ZIP to receive.
    if (route.part === 'receive') return;
    imports.add(files);
    if (route.part !== 'add') goTo('#/ajouter');
  });
  const saved = (seq: number): void => {
    setDialog(null);
    onMessage(t('journal.saved', { number: displayNumber(seq) }));
  };
  return (
    <>
      {route.part === 'home' ? <HomePart {...open} /> : null}
      {route.part === 'step' ? <StepPart {...open} id={route.id} /> : null}
      {route.part === 'situation' ? <SituationPart {...open} /> : null}
      {route.part === 'timeline' ? <TimelinePart {...open} clockBack={clockBack} /> : null}
      {route.part === 'letters' ? <LettersPart {...open} /> : null}
      {route.part === 'letter' ? <LetterPart {...open} template={route.template} medium={route.medium} /> : null}
      {route.part === 'export' ? <ExportPart {...open} /> : null}
      {route.part === 'add' ? <AddPart imports={imports} entries={open.entries} asked={asked} /> : null}
      {route.part === 'entry' ? <EntryPart {...open} seq={route.seq} clockBack={clockBack.has(route.seq)} /> : null}
      {route.part === 'redact' ? <RedactPart key={route.seq} {...open} seq={route.seq} onSaved={saved} /> : null}
      {dialog ? (
        <Dialogs
          dialog={dialog}
          journal={open.journal}
          dossier={open.active.id}
          track={open.checklist.track?.id ?? open.active.track}
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
