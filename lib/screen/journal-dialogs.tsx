/** The journal's dialogs: which one is open, and what its form writes. */
import { useState } from 'preact/hooks';
import { titleOf } from '@/components/entry/describe';
import { type CaptureOption, type ExchangeDraft, ExchangeForm } from '@/components/journal/ExchangeForm';
import { TextForm } from '@/components/journal/TextForm';
import { type Speech, useSpeech } from '@/components/text';
import { Modal } from '@/components/ui/Modal';
import { displayNumber } from '@/lib/domain/entry';
import type { Journal, StoredEntry } from '@/lib/journal/types';
import { codeOf } from './failure';
import { today } from './when';
import { writeExchange, writeNote, writeOutcome, writeSkip } from './write';

export type Dialog =
  | { readonly is: 'exchange' }
  | { readonly is: 'outcome'; readonly exchange: number }
  | { readonly is: 'note'; readonly about: number | null }
  | { readonly is: 'skip'; readonly step: string };

export interface DialogsProps {
  readonly dialog: Dialog;
  readonly journal: Journal;
  readonly dossier: string;
  readonly entries: readonly StoredEntry[];
  readonly onClose: () => void;
  readonly onSaved: (seq: number) => void;
}

function captureOptions(entries: readonly StoredEntry[], speech: Speech): CaptureOption[] {
  return entries
    .flatMap(({ entry }) => (entry?.kind === 'capture' ? [{ seq: entry.seq, label: titleOf(entry, speech) }] : []))
    .reverse();
}

function titleFor(dialog: Dialog, { t }: Speech): string {
  if (dialog.is === 'exchange') return t('exchange.add');
  if (dialog.is === 'outcome') return t('exchange.outcome-title', { number: displayNumber(dialog.exchange) });
  if (dialog.is === 'skip') return t('checklist.screen.skip-title');
  return t(dialog.about === null ? 'note.add' : 'note.add-about');
}

export function Dialogs(props: DialogsProps) {
  const speech = useSpeech();
  const { t } = speech;
  const { dialog, journal, dossier, entries, onClose, onSaved } = props;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const save = (write: () => Promise<number>): void => {
    setBusy(true);
    setError(null);
    write()
      .then(onSaved, (cause) => setError(codeOf(cause, 'storage-unavailable')))
      .finally(() => setBusy(false));
  };
  const common = { busy, error, onCancel: onClose };
  const exchange = (draft: ExchangeDraft): void =>
    save(() =>
      dialog.is === 'outcome'
        ? writeOutcome(journal, dossier, dialog.exchange, draft)
        : writeExchange(journal, dossier, draft),
    );
  return (
    <Modal title={titleFor(dialog, speech)} onClose={onClose}>
      {dialog.is === 'exchange' || dialog.is === 'outcome' ? (
        <ExchangeForm
          {...common}
          purpose={dialog.is}
          today={today()}
          captures={captureOptions(entries, speech)}
          onSubmit={exchange}
        />
      ) : null}
      {dialog.is === 'note' ? (
        <TextForm
          {...common}
          label={t('note.words')}
          hint={t('note.hint')}
          onSubmit={(text) => save(() => writeNote(journal, dossier, text, dialog.about))}
        />
      ) : null}
      {dialog.is === 'skip' ? (
        <TextForm
          {...common}
          label={t('checklist.screen.skip-reason')}
          hint={t('checklist.screen.skip-hint')}
          onSubmit={(text) => save(() => writeSkip(journal, dossier, dialog.step, text))}
        />
      ) : null}
    </Modal>
  );
}
