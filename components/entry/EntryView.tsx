/** One entry in full: every datum in plain words, its pictures side by side, its files, its place in the chain. */
import { ArrowLeft, EyeOff, FileWarning, MessageSquareText, Paperclip, Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Entry, FileRef } from '@/lib/domain/entry';
import { displayNumber } from '@/lib/domain/entry';
import { type Reread, readingRef } from '@/lib/domain/reread';
import type { StoredEntry } from '@/lib/journal/types';
import { longDay } from '../format';
import { ImportedFile } from '../imports/ImportedFile';
import { type Masked, MaskedPicture } from '../redact/MaskedPicture';
import { useSpeech } from '../text';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { rowsOf, titleOf } from './describe';
import { Files, Pictures } from './EntryFiles';
import { KIND_ICONS, UNREADABLE_ICON } from './kinds';
import type { LoadBlob } from './Picture';
import { RemoveDialog } from './RemoveDialog';

export interface RereadView extends Reread {
  /** Version of the tables that read it now. */
  readonly tables: string;
}

export interface EntryViewProps {
  readonly stored: StoredEntry;
  readonly loadBlob: LoadBlob;
  /** True when the entry's date is before the one of the entry just before it. */
  readonly clockBack: boolean;
  /** Number of the tombstone, when the files were removed. */
  readonly removedBy: number | null;
  /** What today's tables say of what was read then; absent while it is loading, or where nothing was kept. */
  readonly reread?: RereadView;
  readonly onBack: () => void;
  readonly onRecordOutcome?: () => void;
  /** Offered for a capture that our tables cannot call a blockage. */
  readonly onSayShows?: () => void;
  /** Ways to add a file that proves this exchange. */
  readonly proofLinks?: readonly { readonly name: string; readonly label: string; readonly href: string }[];
  /** The masking of this entry's picture that counts, or the one that this entry is. */
  readonly masked?: Masked | undefined;
  /** Where a part of the picture is masked; absent when there is no picture. */
  readonly redactHref?: string | undefined;
  readonly onAddNote: () => void;
  readonly onRemoveFiles: (reason: string) => void;
}

export function EntryView(props: EntryViewProps) {
  const speech = useSpeech();
  const { t } = speech;
  const { stored, onBack } = props;
  const entry = stored.entry;
  const icon = entry ? KIND_ICONS[entry.kind] : UNREADABLE_ICON;
  return (
    <article class="entry stack-loose" aria-labelledby="entry-title" data-entry={stored.seq}>
      <div>
        <Button kind="quiet" icon={ArrowLeft} name="back" onClick={onBack}>
          {t('entry.back')}
        </Button>
      </div>
      <header class="stack">
        <p class="row">
          <Icon of={icon} />
          <span class="number entry-number">{displayNumber(stored.seq)}</span>
          {entry ? <span class="soft">{longDay(entry.at, speech.locale)}</span> : null}
        </p>
        <h1 id="entry-title" tabIndex={-1}>
          {entry ? titleOf(entry, speech) : t('entry.title.unreadable')}
        </h1>
      </header>
      <Warnings {...props} />
      {entry ? <Readable entry={entry} {...props} /> : null}
      <Chain stored={stored} />
    </article>
  );
}

function Warnings({ stored, clockBack, removedBy }: EntryViewProps) {
  const { t } = useSpeech();
  return (
    <>
      {stored.problem ? <Banner tone="warn" icon={FileWarning} title={t(`errors.${stored.problem}`)} /> : null}
      {clockBack ? <Banner tone="warn" title={t('entry.clock-back')} /> : null}
      {removedBy !== null ? (
        <Banner tone="warn" title={t('entry.removed-by', { number: displayNumber(removedBy) })} />
      ) : null}
    </>
  );
}

function filesOf(entry: Entry): readonly FileRef[] {
  return entry.kind === 'exchange' || entry.kind === 'exchange-outcome' || entry.kind === 'letter-generated'
    ? entry.data.files
    : [];
}

type ReadableProps = EntryViewProps & { readonly entry: Entry };

function Readable(props: ReadableProps) {
  const { entry, loadBlob, removedBy } = props;
  const gone = removedBy !== null;
  const files = gone ? [] : filesOf(entry);
  return (
    <>
      {props.masked && (entry.kind === 'redacted' || !gone) ? (
        <MaskedPicture masked={props.masked} loadBlob={loadBlob}>
          {entry.kind === 'redacted' ? undefined : <Shown {...props} />}
        </MaskedPicture>
      ) : (
        <Shown {...props} />
      )}
      {files.length > 0 ? <Files files={files} loadBlob={loadBlob} /> : null}
      <Data entry={entry} />
      {props.reread && !gone ? <RereadNote reread={props.reread} /> : null}
      <Actions
        {...props}
        removable={
          !gone &&
          (entry.kind === 'capture' ||
            entry.kind === 'imported' ||
            entry.kind === 'redacted' ||
            files.length > 0 ||
            readingRef(entry) !== null)
        }
      />
    </>
  );
}

/** The picture or the file as it was taken or given. */
function Shown({ entry, loadBlob, removedBy }: ReadableProps) {
  const gone = removedBy !== null;
  if (entry.kind === 'capture') return <Pictures entry={entry} loadBlob={loadBlob} gone={gone} />;
  return entry.kind === 'imported' && !gone ? <ImportedFile entry={entry} loadBlob={loadBlob} /> : null;
}

function Data({ entry }: { readonly entry: Entry }) {
  const speech = useSpeech();
  return (
    <section class="stack" aria-labelledby="entry-data">
      <h2 id="entry-data">{speech.t('entry.data')}</h2>
      <dl class="rows">
        {rowsOf(entry, speech).map((row, index) => (
          <div key={`${index}-${row.label}`}>
            <dt>{row.label}</dt>
            <dd class={row.mono ? 'mono' : undefined}>{row.value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The line says what was recognised that day; the tables of today may know better. Both show, the line stays. */
function RereadNote({ reread }: { readonly reread: RereadView }) {
  const { t, labels } = useSpeech();
  const date = reread.tables;
  return (
    <p class="soft" data-reread={reread.changed ? 'changed' : 'same'}>
      {reread.changed
        ? t('entry.reread.changed', { date, page: labels.page(reread.page) })
        : t('entry.reread.same', { date })}
    </p>
  );
}

/** What may be added to the line, or taken from it; the line itself never changes. */
function Actions(props: ReadableProps & { readonly removable: boolean }) {
  const { t } = useSpeech();
  const { entry, removable, onRecordOutcome, onSayShows, onAddNote, onRemoveFiles } = props;
  const [removing, setRemoving] = useState(false);
  return (
    <div class="row">
      {onRecordOutcome ? (
        <Button kind="primary" name="record-outcome" onClick={onRecordOutcome}>
          {t('exchange.record-outcome')}
        </Button>
      ) : null}
      {onSayShows ? (
        <Button kind="primary" icon={MessageSquareText} name="say-shows" onClick={onSayShows}>
          {t('shows.action')}
        </Button>
      ) : null}
      {(props.proofLinks ?? []).map(({ name, label, href }) => (
        <a key={name} class="button" href={href} data-action={name}>
          <Icon of={Paperclip} />
          {label}
        </a>
      ))}
      {props.redactHref ? (
        <a class="button" href={props.redactHref} data-action="redact">
          <Icon of={EyeOff} />
          {t(props.masked ? 'redact.open-again' : 'redact.open')}
        </a>
      ) : null}
      <Button name="note-about" onClick={onAddNote}>
        {t('note.add-about')}
      </Button>
      {removable ? (
        <Button kind="alarm" icon={Trash2} name="remove-files" onClick={() => setRemoving(true)}>
          {t('entry.remove')}
        </Button>
      ) : null}
      {removing ? (
        <RemoveDialog
          seq={entry.seq}
          copiesToo={props.masked !== undefined && entry.kind !== 'redacted'}
          onClose={() => setRemoving(false)}
          onRemove={(reason) => {
            setRemoving(false);
            onRemoveFiles(reason);
          }}
        />
      ) : null}
    </div>
  );
}

function Chain({ stored }: { readonly stored: StoredEntry }) {
  const { t } = useSpeech();
  return (
    <details class="chain" data-chain>
      <summary>{t('entry.chain')}</summary>
      <p class="small">{t('entry.chain-explain')}</p>
      <dl class="rows">
        {stored.entry ? (
          <>
            <div>
              <dt>{t('entry.row.hash')}</dt>
              <dd class="mono">{stored.entry.hash}</dd>
            </div>
            <div>
              <dt>{t('entry.row.prev')}</dt>
              <dd class="mono">{stored.entry.prev ?? t('entry.first')}</dd>
            </div>
          </>
        ) : null}
        <div>
          <dt>{t('entry.row.line')}</dt>
          <dd class="mono line">{stored.line}</dd>
        </div>
      </dl>
    </details>
  );
}
