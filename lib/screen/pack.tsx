/** The pack's part of the export's screen: choices, pièces, and the dialogs of one pièce. */
import { useMemo, useState } from 'preact/hooks';
import { shortDay } from '@/components/format';
import { PackPanel } from '@/components/pack/PackPanel';
import { PieceDialog } from '@/components/pack/PieceDialog';
import { PreviewDialog } from '@/components/pack/PreviewDialog';
import { type Speech, useSpeech } from '@/components/text';
import { displayNumber } from '@/lib/domain/entry';
import type { PackPiece } from '@/lib/domain/pack-types';
import type { StoredEntry } from '@/lib/journal/types';
import type { Open } from './journal-parts';
import type { PackAccess } from './use-pack';
import { usePreview } from './use-preview';

export interface PackPartProps extends Pick<Open, 'journal' | 'active' | 'entries'> {
  readonly pack: PackAccess;
}

export function PackPart({ journal, active, entries, pack }: PackPartProps) {
  const speech = useSpeech();
  const [edited, setEdited] = useState<string | null>(null);
  const preview = usePreview(journal, active.id, entries);
  const { plan, change, letterOf } = pack;
  const frozenWhy = useMemo(() => frozenWords(entries, letterOf, speech), [entries, letterOf, speech]);
  const find = (id: string): PackPiece | undefined => plan?.pieces.find((one) => one.id === id);
  const piece = edited === null ? undefined : find(edited);
  return (
    <>
      <PackPanel
        plan={plan}
        fileBytes={pack.fileBytes}
        withOriginal={pack.withOriginal}
        frozenWhy={frozenWhy}
        seriesName={(id) => seriesName(id, speech)}
        onChange={change}
        onEdit={setEdited}
        onPreview={(id) => {
          const found = find(id);
          if (found) preview.open(found);
        }}
      />
      {piece && plan ? (
        <PieceDialog
          key={piece.id}
          piece={piece}
          plan={plan}
          frozen={piece.frozen ? frozenWhy(piece) : null}
          onChange={change}
          onClose={() => setEdited(null)}
        />
      ) : null}
      {preview.shown ? <PreviewDialog {...preview.shown} onClose={preview.close} /> : null}
    </>
  );
}

/** « Cité dans le courrier du 12 mars 2026 : ce numéro ne bouge pas. » */
function frozenWords(entries: readonly StoredEntry[], letterOf: PackAccess['letterOf'], { t, locale }: Speech) {
  const days = new Map<number, string>();
  for (const { entry } of entries) {
    if (entry?.kind !== 'letter-sent' || days.has(entry.data.letter)) continue;
    const exchange = entries.find(({ seq }) => seq === entry.data.exchange)?.entry;
    const on = exchange?.kind === 'exchange' ? exchange.data.on : entry.at;
    days.set(entry.data.letter, shortDay(on, locale));
  }
  return (piece: PackPiece): string => {
    const date = days.get(letterOf(piece) ?? 0);
    return date ? t('pack-screen.frozen', { date }) : t('pack-screen.frozen-plain');
  };
}

/** `s:anef/maintenance` is named by its page, `s:12` by its first capture. */
function seriesName(id: string, { labels }: Speech): string {
  const page = /^s:([^/]+)\/(.+)$/.exec(id);
  if (page) return labels.page({ site: page[1] ?? '', page: page[2] ?? '' });
  const seq = Number(id.slice(2));
  return Number.isInteger(seq) ? displayNumber(seq) : id;
}
