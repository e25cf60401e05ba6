/** The pièces of the pack by heading, those left out, and what was just done with one, said to everybody. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { joined, movable, movedBefore, type Step, stepped } from '@/lib/domain/pack-choices';
import { PACK_GROUPS, type PackChoices, type PackGroup, type PackPiece, type PackPlan } from '@/lib/domain/pack-types';
import { type Speech, useSpeech } from '../text';
import type { Drop } from './drag';
import { type PieceActions, PieceRow } from './PieceRow';
import { dates } from './pack-words';

export interface PieceListProps {
  readonly plan: PackPlan;
  /** Why the number of a pièce does not move. */
  readonly frozenWhy: (piece: PackPiece) => string;
  readonly onChange: (choices: PackChoices) => void;
  readonly onEdit: (id: string) => void;
  readonly onPreview: (id: string) => void;
}

/** Which control of which row gets the focus once the list is drawn again. */
interface Wanted {
  readonly id: string;
  readonly control: 'keep' | 'join';
  readonly say: 'moved' | 'left' | 'joined';
}

export function PieceList(props: PieceListProps) {
  const speech = useSpeech();
  const { t } = speech;
  const { plan } = props;
  const { ref, said, actions } = useMoves(props, speech);
  return (
    <div ref={ref} data-pieces class="stack-loose">
      <p class="visually-hidden" role="status" data-said>
        {said}
      </p>
      {plan.pieces.length + plan.left.length === 0 ? <p>{t('pack-screen.none')}</p> : null}
      {PACK_GROUPS.map((group) => (
        <Group key={group} {...{ group, plan, speech, actions }} frozenWhy={props.frozenWhy} />
      ))}
      {plan.left.length > 0 ? <LeftOut plan={plan} speech={speech} onJoin={(id) => actions.join(id, true)} /> : null}
    </div>
  );
}

/** The moves, the focus that stays on the row that moved, and the words for those who do not see it move. */
function useMoves(props: PieceListProps, speech: Speech) {
  const ref = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const wanted = useRef<Wanted | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const actions = useMemo<PieceActions>(() => {
    const change = (next: PackChoices | null, want: Wanted, otherwise: string): void => {
      if (next === null) {
        setSaid(otherwise);
        return;
      }
      wanted.current = want;
      latest.current.onChange(next);
    };
    return {
      step: (id, step) => {
        const { plan } = latest.current;
        change(stepped(plan, id, step), { id, control: 'keep', say: 'moved' }, edgeWords(plan, id, step, speech));
      },
      drop: (id, drop) => change(dropped(latest.current.plan, id, drop), { id, control: 'keep', say: 'moved' }, ''),
      join: (id, on) =>
        change(joined(latest.current.plan.choices, id, on), { id, control: 'join', say: on ? 'joined' : 'left' }, ''),
      edit: (id) => latest.current.onEdit(id),
      preview: (id) => latest.current.onPreview(id),
    };
  }, [speech]);
  // Moving a row in the page takes the focus from the button in it.
  const focused = document.activeElement;
  useLayoutEffect(() => {
    const want = wanted.current;
    if (!want) return;
    wanted.current = null;
    setSaid(wordsFor(props.plan, want, speech));
    const row = ref.current?.querySelector<HTMLElement>(`[data-piece="${CSS.escape(want.id)}"]`);
    const join = row?.querySelector<HTMLElement>('[data-control="join"]');
    const kept = focused instanceof HTMLElement && row?.contains(focused) ? focused : null;
    const target =
      want.control === 'join' ? join : (kept ?? row?.querySelector<HTMLElement>('[data-control="handle"]'));
    target?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  }, [props.plan]);
  return { ref, said, actions };
}

/** Let go on a row: before it, or before the next one that may move. */
function dropped(plan: PackPlan, id: string, { id: over, side }: Drop): PackChoices | null {
  const target = plan.pieces.find((one) => one.id === over);
  if (!target) return null;
  if (side === 'before') return movedBefore(plan, id, over, target.group);
  const own = plan.pieces.filter(({ group }) => group === target.group);
  const next = own[own.findIndex((one) => one.id === over) + 1];
  // After its own neighbour is where it already is.
  return next?.id === id ? null : movedBefore(plan, id, next?.id ?? null, target.group);
}

function edgeWords(plan: PackPlan, id: string, step: Step, { t }: Speech): string {
  const piece = plan.pieces.find((one) => one.id === id);
  if (!piece) return '';
  const group = t(`pack-screen.group.${piece.group}`);
  return t(step === 'up' ? 'pack-screen.first' : 'pack-screen.last', { label: piece.label, group });
}

function wordsFor(plan: PackPlan, { id, say }: Wanted, { t }: Speech): string {
  const piece = plan.pieces.find((one) => one.id === id);
  if (!piece) {
    const left = plan.left.find((one) => one.id === id);
    return left && say === 'left' ? t('pack-screen.now-left', { label: left.label }) : '';
  }
  const { label, number } = piece;
  if (say === 'joined') return t('pack-screen.now-joined', { label, number });
  const own = movable(plan, piece.group);
  return t('pack-screen.moved', {
    label,
    number,
    place: own.findIndex((one) => one.id === id) + 1,
    of: own.length,
    group: t(`pack-screen.group.${piece.group}`),
  });
}

/** Of a longer list, rows out of sight are not laid out. */
const LONG = 80;

interface GroupProps {
  readonly group: PackGroup;
  readonly plan: PackPlan;
  readonly speech: Speech;
  readonly actions: PieceActions;
  readonly frozenWhy: (piece: PackPiece) => string;
}

function Group({ group, plan, speech, actions, frozenWhy }: GroupProps) {
  const own = plan.pieces.filter((piece) => piece.group === group);
  if (own.length === 0) return null;
  const title = `pieces-${group}`;
  return (
    <section class="stack" aria-labelledby={title}>
      <h3 id={title}>{speech.t(`pack-screen.group.${group}`)}</h3>
      <ol class={own.length > LONG ? 'pieces pieces-long' : 'pieces'}>
        {own.map((piece) => (
          <PieceRow
            key={piece.id}
            piece={piece}
            speech={speech}
            actions={actions}
            frozen={piece.frozen ? frozenWhy(piece) : null}
          />
        ))}
      </ol>
    </section>
  );
}

interface LeftOutProps {
  readonly plan: PackPlan;
  readonly speech: Speech;
  readonly onJoin: (id: string) => void;
}

function LeftOut({ plan, speech, onJoin }: LeftOutProps) {
  const { t } = speech;
  return (
    <section class="stack" aria-labelledby="pieces-left">
      <h3 id="pieces-left">{t('pack-screen.left', { count: plan.left.length })}</h3>
      <p class="field-hint">{t('pack-screen.left-hint')}</p>
      <ul class="pieces">
        {plan.left.map((piece) => {
          const field = `join-${piece.id}`;
          return (
            <li key={piece.id} class="piece piece-left" data-piece={piece.id} data-left>
              <span class="piece-join">
                <input
                  id={field}
                  type="checkbox"
                  checked={false}
                  data-control="join"
                  onChange={(event) => {
                    event.currentTarget.checked = false;
                    onJoin(piece.id);
                  }}
                />
                <label for={field}>
                  <span class="visually-hidden">{t('pack-screen.include', { label: piece.label })}</span>
                </label>
              </span>
              <div class="piece-body">
                <p class="piece-label">
                  <bdi lang="fr">{piece.label}</bdi>
                </p>
                <p class="small soft">{dates(piece, speech)}</p>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
