/** What the pack's screen says of a pièce: its kind, its dates, its size against the limit of a file. */
import { MAX_PIECE_BYTES, type PackPiece, type PackPlan } from '@/lib/domain/pack-types';
import { calendarDay, size } from '../format';
import type { Speech } from '../text';

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };

type Dated = Pick<PackPiece, 'from' | 'to'>;

export function dates({ from, to }: Dated, { t, locale }: Speech): string {
  const first = calendarDay(from, locale, DAY);
  return from === to ? first : t('pack-screen.dates', { from: first, to: calendarDay(to, locale, DAY) });
}

export function kindWords({ kind, seqs }: Pick<PackPiece, 'kind' | 'seqs'>, { t }: Speech): string {
  return kind === 'series' ? t('pack-screen.kind.series', { count: seqs.length }) : t(`pack-screen.kind.${kind}`);
}

export function sizeWords({ volumes }: Pick<PackPiece, 'volumes'>, { t, locale }: Speech): string {
  const total = size(bytesOf(volumes), locale);
  return volumes.length > 1
    ? t('pack-screen.size-parts', { count: volumes.length, size: total })
    : t('pack-screen.size', { size: total });
}

export const bytesOf = (volumes: PackPiece['volumes']): number =>
  volumes.reduce((sum, { estimate }) => sum + estimate, 0);

/** Files expected above what one file may hold. */
export const tooLarge = ({ volumes }: Pick<PackPiece, 'volumes'>): boolean =>
  volumes.some(({ estimate }) => estimate > MAX_PIECE_BYTES);

export interface PackSize {
  readonly files: number;
  readonly bytes: number;
  readonly over: number;
}

export function packSize({ pieces }: PackPlan): PackSize {
  const volumes = pieces.flatMap((piece) => piece.volumes);
  return {
    files: volumes.length,
    bytes: bytesOf(volumes),
    over: volumes.filter(({ estimate }) => estimate > MAX_PIECE_BYTES).length,
  };
}
