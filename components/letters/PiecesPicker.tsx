/** The pièces of a letter: which are joined, with the numbers that they will have. */

import { displayNumber } from '@/lib/domain/entry';
import type { Candidate } from '@/lib/domain/letter-pieces';
import type { Piece } from '@/lib/domain/letter-types';
import { useSpeech } from '../text';
import { Choice } from '../ui/Field';

export interface PiecesPickerProps {
  readonly candidates: readonly Candidate[];
  readonly pieces: readonly Piece[];
  readonly onChange: (chosen: ReadonlySet<number>) => void;
}

export function PiecesPicker({ candidates, pieces, onChange }: PiecesPickerProps) {
  const { t } = useSpeech();
  const numbers = new Map(pieces.map(({ seq, number }) => [seq, number]));
  const toggle = (seq: number, on: boolean): void => {
    const chosen = new Set(numbers.keys());
    if (on) chosen.add(seq);
    else chosen.delete(seq);
    onChange(chosen);
  };
  return (
    <details class="letter-fold" data-fold="pieces">
      <summary>{t('letters-screen.pieces-summary', { count: pieces.length })}</summary>
      <div class="stack">
        <p class="field-hint">
          {t(candidates.length > 0 ? 'letters-screen.pieces-hint' : 'letters-screen.pieces-empty')}
        </p>
        <ul class="stack">
          {candidates.map(({ seq, label }) => (
            <li key={seq} data-piece={seq}>
              <Choice
                checked={numbers.has(seq)}
                label={<span lang="fr">{label}</span>}
                hint={[
                  displayNumber(seq),
                  numbers.has(seq) ? t('entry.row.letter-piece', { number: numbers.get(seq) ?? 0 }) : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
                onChange={(on) => toggle(seq, on)}
              />
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
