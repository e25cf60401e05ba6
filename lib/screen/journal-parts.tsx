/** The journal's parts that need an open dossier: the timeline with its steps, one line in full, the export. */
import { useMemo } from 'preact/hooks';
import { Checklist } from '@/components/checklist/Checklist';
import { EntryView } from '@/components/entry/EntryView';
import { WeekStrip } from '@/components/follow-up/WeekStrip';
import { stepHref } from '@/components/home/HomeScreen';
import { ExportPanel } from '@/components/journal/ExportPanel';
import { AddBar, EmptyJournal } from '@/components/journal/JournalScreen';
import { Timeline } from '@/components/journal/Timeline';
import { tombstones } from '@/components/journal/timeline-model';
import { VerifyPanel } from '@/components/journal/VerifyPanel';
import type { Masked } from '@/components/redact/MaskedPicture';
import { useSpeech } from '@/components/text';
import { Banner } from '@/components/ui/Banner';
import type { Entry } from '@/lib/domain/entry';
import { readGauge } from '@/lib/domain/gauge';
import { redactions, sourceOf } from '@/lib/domain/redact';
import type { DossierSummary, Journal, StoredEntry } from '@/lib/journal/types';
import { proofLinks } from './imports';
import type { Dialog } from './journal-dialogs';
import { PackPart } from './pack';
import { showsOffer } from './proof';
import { readableOf } from './read-values';
import { ExportAgePart, SavedFilePart } from './safety';
import type { ChecklistAccess } from './use-checklist';
import { useExport } from './use-export';
import { useLoadBlob } from './use-journal';
import { usePack } from './use-pack';
import { useReread } from './use-reread';
import { useVerify } from './use-verify';

export interface Open {
  readonly journal: Journal;
  readonly active: DossierSummary;
  readonly entries: readonly StoredEntry[];
  readonly checklist: ChecklistAccess;
  readonly onDialog: (dialog: Dialog) => void;
  readonly onFailure: (cause: unknown) => void;
}

export const goTo = (hash: string): void => {
  location.hash = hash;
};

export function TimelinePart({
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
  const gauge = useMemo(() => readGauge(readableOf(entries)), [entries]);
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
                substitution={checklist.track?.substitution === true}
                skippable={checklist.skippable}
                onOpenEntry={openEntry}
                onSkip={(step) => onDialog({ is: 'skip', step })}
                stepHref={stepHref}
              />
            </section>
          ) : null}
          <section class="sheet stack" aria-labelledby="weeks-title">
            <h2 id="weeks-title">{t('journal.weeks')}</h2>
            <WeekStrip gauge={gauge} />
          </section>
        </aside>
      </div>
    </>
  );
}

export function ExportPart({ journal, active, entries, checklist, onFailure }: Open) {
  const { t } = useSpeech();
  const verify = useVerify(journal, active.id);
  const pack = usePack(active.id, entries, onFailure);
  const exporting = useExport(journal, active, checklist, pack.choices);
  return (
    <>
      <h1 tabIndex={-1}>{t('journal.part.export')}</h1>
      <ExportAgePart entries={entries} />
      <ExportPanel
        state={exporting.state}
        alias={active.alias}
        entries={entries.length}
        onExport={exporting.start}
        onCancel={exporting.cancel}
      />
      <SavedFilePart entries={entries} />
      <PackPart journal={journal} active={active} entries={entries} pack={pack} />
      <VerifyPanel state={verify.state} onVerify={verify.start} onCancel={verify.cancel} />
    </>
  );
}

/** The masking that an entry's page shows: its own, or the last one of its picture. */
function maskedOf(
  entries: readonly StoredEntry[],
  entry: Entry | null,
  removed: ReadonlyMap<number, number>,
): Masked | undefined {
  const found = entry?.kind === 'redacted' ? entry : entry && redactions(entries).get(entry.seq);
  return found ? { entry: found, gone: removed.has(found.seq) } : undefined;
}

export function EntryPart({
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
  const again = useReread(journal, stored, removed.has(seq));
  const masked = useMemo(() => maskedOf(entries, stored?.entry ?? null, removed), [entries, stored, removed]);
  if (!stored) return <Banner tone="warn" title={t('journal.entry-absent')} />;
  const isExchange = stored.entry?.kind === 'exchange';
  const shows = showsOffer(entries, seq);
  return (
    <EntryView
      key={seq}
      stored={stored}
      loadBlob={loadBlob}
      clockBack={clockBack}
      removedBy={removed.get(seq) ?? null}
      {...(again ? { reread: again } : {})}
      onBack={() => goTo('#/journal')}
      proofLinks={proofLinks(stored.entry, t)}
      {...(isExchange ? { onRecordOutcome: () => onDialog({ is: 'outcome', exchange: seq }) } : {})}
      {...(shows && shows.said === null && !removed.has(seq)
        ? { onSayShows: () => onDialog({ is: 'shows', about: seq }) }
        : {})}
      masked={masked}
      redactHref={sourceOf(stored.entry) && !removed.has(seq) ? `#/piece/${seq}/masquer` : undefined}
      onAddNote={() => onDialog({ is: 'note', about: seq })}
      onRemoveFiles={(reason) => void journal.removeFiles(active.id, seq, reason).catch(onFailure)}
    />
  );
}
