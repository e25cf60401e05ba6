/** One entry in full: every datum in plain words, its pictures side by side, its files, its place in the chain. */
import { ArrowLeft, Download, FileWarning, Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Entry, EntryOf, FileRef, PictureRef } from '@/lib/domain/entry';
import { displayNumber } from '@/lib/domain/entry';
import type { StoredEntry } from '@/lib/journal/types';
import { longDay, size } from '../format';
import { useSpeech } from '../text';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { Modal } from '../ui/Modal';
import { rowsOf, titleOf } from './describe';
import { KIND_ICONS, UNREADABLE_ICON } from './kinds';
import { type LoadBlob, useBlobUrl } from './Picture';

export interface EntryViewProps {
  readonly stored: StoredEntry;
  readonly loadBlob: LoadBlob;
  /** True when the entry's date is before the one of the entry just before it. */
  readonly clockBack: boolean;
  /** Number of the tombstone, when the files were removed. */
  readonly removedBy: number | null;
  readonly onBack: () => void;
  readonly onRecordOutcome?: () => void;
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
  return entry.kind === 'exchange' || entry.kind === 'exchange-outcome' ? entry.data.files : [];
}

function Readable({
  entry,
  loadBlob,
  removedBy,
  onRecordOutcome,
  onAddNote,
  onRemoveFiles,
}: EntryViewProps & { readonly entry: Entry }) {
  const speech = useSpeech();
  const { t } = speech;
  const [removing, setRemoving] = useState(false);
  const files = filesOf(entry);
  const hasFiles = (entry.kind === 'capture' || files.length > 0) && removedBy === null;
  return (
    <>
      {entry.kind === 'capture' ? <Pictures entry={entry} loadBlob={loadBlob} gone={removedBy !== null} /> : null}
      {hasFiles && files.length > 0 ? (
        <section class="stack" aria-labelledby="entry-files">
          <h2 id="entry-files">{t('entry.files')}</h2>
          <ul class="stack">
            {files.map((file) => (
              <li key={file.sha256}>
                <SaveLink
                  sha256={file.sha256}
                  name={file.name}
                  label={t('entry.save-file', { name: file.name })}
                  loadBlob={loadBlob}
                />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section class="stack" aria-labelledby="entry-data">
        <h2 id="entry-data">{t('entry.data')}</h2>
        <dl class="rows">
          {rowsOf(entry, speech).map((row, index) => (
            <div key={`${index}-${row.label}`}>
              <dt>{row.label}</dt>
              <dd class={row.mono ? 'mono' : undefined}>{row.value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <div class="row">
        {onRecordOutcome ? (
          <Button kind="primary" name="record-outcome" onClick={onRecordOutcome}>
            {t('exchange.record-outcome')}
          </Button>
        ) : null}
        <Button name="note-about" onClick={onAddNote}>
          {t('note.add-about')}
        </Button>
        {hasFiles ? (
          <Button kind="alarm" icon={Trash2} name="remove-files" onClick={() => setRemoving(true)}>
            {t('entry.remove')}
          </Button>
        ) : null}
      </div>
      {removing ? (
        <RemoveDialog
          seq={entry.seq}
          onClose={() => setRemoving(false)}
          onRemove={(reason) => {
            setRemoving(false);
            onRemoveFiles(reason);
          }}
        />
      ) : null}
    </>
  );
}

function Pictures({
  entry,
  loadBlob,
  gone,
}: {
  readonly entry: EntryOf<'capture'>;
  readonly loadBlob: LoadBlob;
  readonly gone: boolean;
}) {
  const { t } = useSpeech();
  const { data } = entry;
  const base = displayNumber(entry.seq);
  return (
    <section class="stack" aria-labelledby="entry-pictures">
      <h2 id="entry-pictures">{t('entry.pictures')}</h2>
      <p>{t(`method.${data.method}`, { views: data.views ?? 0 })}</p>
      {data.method === 'rerendered' ? <Banner tone="warn" title={t('entry.rerendered')} /> : null}
      {data.uniform ? <Banner tone="warn" title={t('entry.uniform')} /> : null}
      {data.stamped ? null : (
        <Banner tone="warn" title={t('entry.unstamped')}>
          {data.stampError ? <p class="mono">{data.stampError}</p> : null}
        </Banner>
      )}
      {gone ? null : (
        <div class="pair">
          <Figure
            picture={data.original}
            name={`${base}-original.png`}
            label={t('entry.original')}
            loadBlob={loadBlob}
          />
          {data.stamped ? (
            <Figure
              picture={data.stamped}
              name={`${base}-estampillee.png`}
              label={t('entry.stamped')}
              loadBlob={loadBlob}
            />
          ) : null}
        </div>
      )}
    </section>
  );
}

interface FigureProps {
  readonly picture: PictureRef;
  readonly name: string;
  readonly label: string;
  readonly loadBlob: LoadBlob;
}

function Figure({ picture, name, label, loadBlob }: FigureProps) {
  const { t, locale } = useSpeech();
  const { url, failed } = useBlobUrl(picture.sha256, loadBlob);
  return (
    <figure class="picture">
      <figcaption>
        <strong>{label}</strong>{' '}
        <span class="soft small">
          {t('entry.picture-size', { width: picture.width, height: picture.height, size: size(picture.bytes, locale) })}
        </span>
      </figcaption>
      {failed ? <Banner tone="alarm" title={t('errors.blob-missing')} /> : null}
      {url ? (
        <>
          <a href={url} target="_blank" rel="noreferrer">
            <img src={url} alt={label} width={picture.width} height={picture.height} />
          </a>
          <a class="button" href={url} download={name}>
            <Icon of={Download} />
            {t('entry.save')}
            <span class="visually-hidden">{name}</span>
          </a>
        </>
      ) : null}
    </figure>
  );
}

function SaveLink({
  sha256,
  name,
  label,
  loadBlob,
}: {
  readonly sha256: string;
  readonly name: string;
  readonly label: string;
  readonly loadBlob: LoadBlob;
}) {
  const { t } = useSpeech();
  const { url, failed } = useBlobUrl(sha256, loadBlob);
  if (failed) return <Banner tone="alarm" title={t('errors.blob-missing')} />;
  return url ? (
    <a class="button" href={url} download={name}>
      <Icon of={Download} />
      {label}
    </a>
  ) : null;
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

function RemoveDialog({
  seq,
  onClose,
  onRemove,
}: {
  readonly seq: number;
  readonly onClose: () => void;
  readonly onRemove: (reason: string) => void;
}) {
  const { t } = useSpeech();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  return (
    <Modal title={t('entry.remove-title', { number: displayNumber(seq) })} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (reason.trim()) onRemove(reason.trim());
        }}
      >
        <p>{t('entry.remove-explain')}</p>
        <Field label={t('entry.remove-reason')} error={asked && !reason.trim() ? t('common.required') : null}>
          {(ids) => (
            <input {...ids} value={reason} maxLength={500} onInput={(event) => setReason(event.currentTarget.value)} />
          )}
        </Field>
        <div class="row">
          <Button type="submit" kind="alarm" icon={Trash2} name="remove-confirm">
            {t('entry.remove')}
          </Button>
          <Button name="cancel" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
