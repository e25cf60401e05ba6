/** The journal's dialogs: which one is open, and what its form writes. */
import { useState } from 'preact/hooks';
import { titleOf } from '@/components/entry/describe';
import { DescribeForm } from '@/components/journal/DescribeForm';
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
  /** What the page of that capture shows, in the person's words. */
  | { readonly is: 'shows'; readonly about: number }
  | { readonly is: 'skip'; readonly step: string };

export interface DialogsProps {
  readonly dialog: Dialog;
  readonly journal: Journal;
  readonly dossier: string;
  readonly track: string;
  readonly entries: readonly StoredEntry[];
  readonly onClose: () => void;
  readonly onSaved: (seq: number) => void;
}

function captureOptions(entries: readonly StoredEntry[], speech: Speech): CaptureOption[] {
  return entries
    .flatMap(({ entry }) => (entry?.kind === 'capture' ? [{ seq: entry.seq, label: titleOf(entry, speech) }] : []))
    .reverse();
}

function titleFor(dialog: Dialog, track: string, { t, labels }: Speech): string {
  switch (dialog.is) {
    case 'exchange':
      return t('exchange.add');
    case 'outcome':
      return t('exchange.outcome-title', { number: displayNumber(dialog.exchange) });
    case 'skip':
      return labels.skip(track, dialog.step).title;
    case 'shows':
      return t('shows.title');
    case 'note':
      return t(dialog.about === null ? 'note.add' : 'note.add-about');
  }
}

export function Dialogs(props: DialogsProps) {
  const speech = useSpeech();
  const { dialog, journal, dossier, track, entries, onClose, onSaved } = props;
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
  const text = (words: string): void =>
    save(() => {
      if (dialog.is === 'skip') return writeSkip(journal, dossier, dialog.step, words);
      return writeNote(journal, dossier, words, 'about' in dialog ? dialog.about : null);
    });
  return (
    <Modal title={titleFor(dialog, track, speech)} onClose={onClose}>
      {dialog.is === 'exchange' || dialog.is === 'outcome' ? (
        <ExchangeForm
          {...common}
          purpose={dialog.is}
          today={today()}
          captures={captureOptions(entries, speech)}
          onSubmit={exchange}
        />
      ) : dialog.is === 'shows' ? (
        <DescribeForm {...common} onSubmit={text} />
      ) : (
        <TextForm {...common} {...questionOf(dialog, track, speech)} onSubmit={text} />
      )}
    </Modal>
  );
}

type Question = { readonly label: string; readonly hint: string; readonly initial?: string };

/** What the one field of a text dialog asks. */
function questionOf(dialog: Dialog, track: string, { t, labels }: Speech): Question {
  if (dialog.is === 'skip') {
    const { hint, reason } = labels.skip(track, dialog.step);
    return { label: t('checklist.screen.skip-reason'), hint, initial: reason };
  }
  return { label: t('note.words'), hint: t('note.hint') };
}
