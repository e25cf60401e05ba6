/** One row of the pack: a pièce, its number, its file, and what can be done with it. Drawn again only when something that it shows changed. */
import { ArrowDown, ArrowUp, Eye, GripVertical, Lock, Pencil, TriangleAlert } from 'lucide-preact';
import { Component } from 'preact';
import type { Step } from '@/lib/domain/pack-choices';
import type { PackPiece } from '@/lib/domain/pack-types';
import type { Speech } from '../text';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { type Drop, startDrag } from './drag';
import { dates, kindWords, sizeWords, tooLarge } from './pack-words';

/** The same object from one drawing to the next: rows compare it. */
export interface PieceActions {
  readonly step: (id: string, step: Step) => void;
  readonly drop: (id: string, drop: Drop) => void;
  readonly join: (id: string, on: boolean) => void;
  readonly edit: (id: string) => void;
  readonly preview: (id: string) => void;
}

export interface PieceRowProps {
  readonly piece: PackPiece;
  readonly speech: Speech;
  /** Why its number does not move; null when it does. */
  readonly frozen: string | null;
  readonly actions: PieceActions;
}

const SHOWN = ['id', 'number', 'kind', 'group', 'label', 'from', 'to', 'vague'] as const;

function same(one: PieceRowProps, other: PieceRowProps): boolean {
  if (one.speech !== other.speech || one.actions !== other.actions || one.frozen !== other.frozen) return false;
  if (one.piece === other.piece) return true;
  return (
    SHOWN.every((name) => one.piece[name] === other.piece[name]) &&
    one.piece.seqs.length === other.piece.seqs.length &&
    one.piece.volumes.length === other.piece.volumes.length &&
    one.piece.volumes.every(({ estimate }, index) => estimate === other.piece.volumes[index]?.estimate)
  );
}

export class PieceRow extends Component<PieceRowProps> {
  override shouldComponentUpdate(next: PieceRowProps): boolean {
    return !same(this.props, next);
  }

  override render({ piece, speech, frozen, actions }: PieceRowProps) {
    const { t } = speech;
    const { id, number, label } = piece;
    const field = `join-${id}`;
    return (
      <li class="piece" data-piece={id} data-number={number} {...(frozen ? { 'data-frozen': '' } : {})}>
        <span class="piece-join">
          <input
            id={field}
            type="checkbox"
            checked
            data-control="join"
            onChange={(event) => {
              // What is shown follows the plan, not the press.
              event.currentTarget.checked = true;
              actions.join(id, false);
            }}
          />
          <label for={field}>
            <span class="visually-hidden">{t('pack-screen.include', { label })}</span>
          </label>
        </span>
        <span class="piece-number">{number}</span>
        <div class="piece-body">
          <p class="piece-label">
            <bdi lang="fr">{label}</bdi>
          </p>
          <p class="small soft">
            {[kindWords(piece, speech), dates(piece, speech), sizeWords(piece, speech)].join(' · ')}
          </p>
          {tooLarge(piece) ? (
            <p class="piece-warn">
              <Icon of={TriangleAlert} /> {t('pack-screen.too-large')}
            </p>
          ) : null}
          {piece.vague ? (
            <p class="piece-warn" data-vague>
              <Icon of={TriangleAlert} /> {t('pack-screen.vague')}
            </p>
          ) : null}
          {frozen ? (
            <p class="piece-frozen" id={`frozen-${id}`}>
              <Icon of={Lock} /> {frozen}
            </p>
          ) : null}
        </div>
        <Tools {...{ piece, speech, frozen, actions }} />
      </li>
    );
  }
}

function Tools({ piece, speech, frozen, actions }: PieceRowProps) {
  const { t } = speech;
  const { id, number, label } = piece;
  const why = frozen ? { describedBy: `frozen-${id}` } : {};
  const moves = { kind: 'quiet' as const, disabled: frozen !== null, ...why };
  return (
    <div class="piece-tools">
      <button
        type="button"
        class="button button-quiet piece-handle"
        data-control="handle"
        disabled={frozen !== null}
        {...(frozen ? { 'aria-describedby': `frozen-${id}` } : {})}
        onPointerDown={(event) => startDrag(event, (drop) => actions.drop(id, drop))}
        onKeyDown={(event) => {
          if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
          event.preventDefault();
          actions.step(id, event.key === 'ArrowUp' ? 'up' : 'down');
        }}
      >
        <Icon of={GripVertical} />
        <span class="visually-hidden">{t('pack-screen.handle', { number, label })}</span>
      </button>
      <Button {...moves} icon={ArrowUp} name="piece-up" onClick={() => actions.step(id, 'up')}>
        <span class="visually-hidden">{t('pack-screen.up', { number })}</span>
      </Button>
      <Button {...moves} icon={ArrowDown} name="piece-down" onClick={() => actions.step(id, 'down')}>
        <span class="visually-hidden">{t('pack-screen.down', { number })}</span>
      </Button>
      <Button kind="quiet" icon={Pencil} name="piece-edit" onClick={() => actions.edit(id)}>
        <span aria-hidden="true">{t('pack-screen.edit')}</span>
        <span class="visually-hidden">{t('pack-screen.edit-for', { number, label })}</span>
      </Button>
      <Button kind="quiet" icon={Eye} name="piece-preview" onClick={() => actions.preview(id)}>
        <span aria-hidden="true">{t('pack-screen.preview')}</span>
        <span class="visually-hidden">{t('pack-screen.preview-for', { number, label })}</span>
      </Button>
    </div>
  );
}
