/** Wires « Ajouter des fichiers »: the exchanges that a file may prove, and the one that asked for it. */
import { declaredMoment } from '@/components/entry/describe';
import { AddScreen } from '@/components/imports/AddScreen';
import type { ExchangeOption } from '@/components/imports/ImportForm';
import type { Asked } from '@/components/imports/import-draft';
import { type Speech, useSpeech } from '@/components/text';
import { displayNumber, type Entry } from '@/lib/domain/entry';
import type { StoredEntry } from '@/lib/journal/types';
import type { Translate } from '@/lib/locales';
import type { ImportsAccess } from './use-imports';
import { today } from './when';

/** The exchanges of the dossier, newest first. */
function exchangeOptions(entries: readonly StoredEntry[], speech: Speech): ExchangeOption[] {
  return entries
    .flatMap(({ entry }): ExchangeOption[] => {
      if (entry?.kind !== 'exchange') return [];
      const { channel, on, precision } = entry.data;
      const values = {
        number: displayNumber(entry.seq),
        channel: speech.t(`channel.${channel}`),
        date: declaredMoment(on, precision, speech),
      };
      return [{ seq: entry.seq, label: speech.t('imports.attach.existing', values) }];
    })
    .reverse();
}

function purposeOf({ exchange, shows }: Asked, { t }: Speech): string | null {
  if (exchange === null) return null;
  return t('imports.for-exchange', {
    number: displayNumber(exchange),
    what: t(`imports.shows.${shows ?? 'other'}`),
  });
}

export function AddPart({
  imports,
  entries,
  asked,
}: {
  readonly imports: ImportsAccess;
  readonly entries: readonly StoredEntry[];
  readonly asked: Asked;
}) {
  const speech = useSpeech();
  return (
    <AddScreen
      lines={imports.lines}
      today={today()}
      exchanges={exchangeOptions(entries, speech)}
      purpose={purposeOf(asked, speech)}
      tooMany={imports.tooMany}
      onFiles={imports.add}
      onChange={imports.change}
      onSave={imports.save}
      onSaveAll={imports.saveAll}
      onRemove={imports.remove}
      onCancel={imports.cancel}
    />
  );
}

/** What may still be added to an exchange; a registered letter has three documents, each with its own date. */
export function proofLinks(entry: Entry | null, t: Translate): { name: string; label: string; href: string }[] {
  if (entry?.kind !== 'exchange') return [];
  const letter = entry.data.channel === 'LRAR' && entry.data.direction !== 'received';
  const wanted = letter ? (['deposit-slip', 'receipt', 'return'] as const) : (['other'] as const);
  return wanted.map((shows) => ({
    name: `add-${shows}`,
    label: t(`imports.shortcut.${shows}`),
    href: `#/ajouter/${entry.seq}${shows === 'other' ? '' : `/${shows}`}`,
  }));
}
