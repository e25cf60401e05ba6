/** The journal's dialogs: which one is open, and what its form writes. */
import { titleOf } from '@/components/entry/describe';
import { hour, shortDay } from '@/components/format';
import { DescribeForm, saidOf } from '@/components/journal/DescribeForm';
import { type CaptureOption, type ExchangeDraft, ExchangeForm } from '@/components/journal/ExchangeForm';
import { TextForm } from '@/components/journal/TextForm';
import { type Speech, useSpeech } from '@/components/text';
import { Modal } from '@/components/ui/Modal';
import { type Channel, displayNumber, type Entry } from '@/lib/domain/entry';
import type { Journal, StoredEntry } from '@/lib/journal/types';
import { readableOf, readNumbers } from './read-values';
import { useSaving } from './use-saving';
import { today } from './when';
import { writeExchange, writeNote, writeOutcome, writeSkip } from './write';

export type Dialog =
  /** `channel`: how, already chosen where the button stood. */
  | { readonly is: 'exchange'; readonly channel?: Channel }
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

/** Many captures show the same page: the day tells them apart. */
function datedTitle(entry: Entry, speech: Speech): string {
  const at = entry.kind === 'capture' ? entry.data.takenAt : entry.at;
  return `${titleOf(entry, speech)}, ${shortDay(at, speech.locale)}, ${hour(at, speech.locale)}`;
}

export function captureOptions(entries: readonly StoredEntry[], speech: Speech): CaptureOption[] {
  return entries
    .flatMap(({ entry }) =>
      entry?.kind === 'capture' || entry?.kind === 'imported'
        ? [{ seq: entry.seq, label: datedTitle(entry, speech) }]
        : [],
    )
    .reverse();
}

/**
 * The channel of the exchange that an outcome speaks of: a letter also arrives, or comes back; and it has a number,
 * asked as long as nobody gave it; and the outcome that was last noted stays chosen.
 */
function initialOf(
  dialog: Dialog,
  entries: readonly StoredEntry[],
): { initial?: Partial<ExchangeDraft>; unnumbered?: boolean } {
  if (dialog.is === 'exchange' && dialog.channel) return { initial: { channel: dialog.channel } };
  if (dialog.is !== 'outcome') return {};
  const entry = entries.find((one) => one.seq === dialog.exchange)?.entry;
  if (entry?.kind !== 'exchange') return {};
  const { channel, direction } = entry.data;
  const said = [
    entry,
    ...entries.flatMap(({ entry: one }) =>
      one?.kind === 'exchange-outcome' && one.data.exchange === dialog.exchange ? [one] : [],
    ),
  ];
  const numbered = said.some((one) => one.data.reference !== undefined);
  // A proof that comes later does not take back what was answered: the last word is there until the person changes it.
  const outcome = said.findLast((one) => !('milestone' in one.data && one.data.milestone))?.data.outcome ?? 'NONE';
  return { initial: { channel, outcome }, unnumbered: channel === 'LRAR' && direction !== 'received' && !numbered };
}

/** What was chosen of the visit to the help desk goes before the person's own words. */
function withPanEvent(draft: ExchangeDraft, { t }: Speech): ExchangeDraft {
  if (draft.channel !== 'PAN' || draft.direction !== 'sent' || draft.pan === '') return draft;
  return { ...draft, words: saidOf(`${t(`follow.pan.is.${draft.pan}`)}.`, draft.words) };
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
  const { state, save } = useSaving(journal);
  const common = { ...state, onCancel: onClose };
  const exchange = (draft: ExchangeDraft): void =>
    save(
      (opened, watch) =>
        dialog.is === 'outcome'
          ? writeOutcome(opened, dossier, dialog.exchange, draft, watch)
          : writeExchange(opened, dossier, withPanEvent(draft, speech), watch),
      onSaved,
    );
  const text = (words: string): void =>
    save(() => {
      if (dialog.is === 'skip') return writeSkip(journal, dossier, dialog.step, words);
      return writeNote(journal, dossier, words, 'about' in dialog ? dialog.about : null);
    }, onSaved);
  return (
    <Modal title={titleFor(dialog, track, speech)} onClose={onClose}>
      {dialog.is === 'exchange' || dialog.is === 'outcome' ? (
        <ExchangeForm
          {...common}
          purpose={dialog.is}
          today={today()}
          captures={captureOptions(entries, speech)}
          read={readNumbers(readableOf(entries))}
          {...initialOf(dialog, entries)}
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
