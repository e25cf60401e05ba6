/** What can be changed of one pièce: its label, its heading, which captures it holds. */
import { useMemo, useState } from 'preact/hooks';
import { grouped, labelled, putTogether, separated, takenApart } from '@/lib/domain/pack-choices';
import { PACK_GROUPS, type PackChoices, type PackGroup, type PackPiece, type PackPlan } from '@/lib/domain/pack-types';
import { useSpeech } from '../text';
import { Button } from '../ui/Button';
import { Choice, Field } from '../ui/Field';
import { Modal } from '../ui/Modal';
import { SaveOrCancel } from '../ui/SaveOrCancel';

export interface PieceDialogProps {
  readonly piece: PackPiece;
  readonly plan: PackPlan;
  /** Why its number does not move; null when it does. */
  readonly frozen: string | null;
  readonly onChange: (choices: PackChoices) => void;
  readonly onClose: () => void;
}

const MAX_LABEL = 500;

export function PieceDialog({ piece, plan, frozen, onChange, onClose }: PieceDialogProps) {
  const { t } = useSpeech();
  const { choices } = plan;
  const [label, setLabel] = useState(piece.label);
  const [group, setGroup] = useState<PackGroup>(piece.group);
  const [missing, setMissing] = useState(false);
  const change = (next: PackChoices): void => {
    onChange(next);
    onClose();
  };
  const save = (): void => {
    const typed = label.trim();
    setMissing(typed === '');
    if (typed === '') return;
    const named = typed === piece.label ? choices : labelled(choices, piece.id, typed);
    change(group === piece.group ? named : grouped(named, piece.id, group));
  };
  return (
    <Modal title={t('pack-screen.edit-title', { number: piece.number })} onClose={onClose}>
      <form
        class="stack-loose"
        data-form="piece"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field
          label={t('pack-screen.label')}
          hint={t('pack-screen.label-hint')}
          error={missing ? t('pack-screen.label-empty') : null}
        >
          {(ids) => (
            <textarea
              {...ids}
              lang="fr"
              dir="auto"
              maxLength={MAX_LABEL}
              value={label}
              onInput={(event) => setLabel(event.currentTarget.value)}
            />
          )}
        </Field>
        {Object.hasOwn(choices.labels, piece.id) ? (
          <div>
            <Button name="piece-label-proposed" onClick={() => change(labelled(choices, piece.id, null))}>
              {t('pack-screen.label-proposed')}
            </Button>
          </div>
        ) : null}
        <GroupField group={group} frozen={frozen} onChange={setGroup} />
        <SaveOrCancel busy={false} onCancel={onClose} />
      </form>
      <Captures piece={piece} plan={plan} onChange={change} />
    </Modal>
  );
}

interface GroupFieldProps {
  readonly group: PackGroup;
  readonly frozen: string | null;
  readonly onChange: (group: PackGroup) => void;
}

function GroupField({ group, frozen, onChange }: GroupFieldProps) {
  const { t } = useSpeech();
  return (
    <Field label={t('pack-screen.group')} {...(frozen ? { hint: frozen } : {})}>
      {(ids) => (
        <select
          {...ids}
          value={group}
          disabled={frozen !== null}
          onChange={({ currentTarget }) => {
            const chosen = PACK_GROUPS.find((one) => one === currentTarget.value);
            if (chosen) onChange(chosen);
          }}
        >
          {PACK_GROUPS.map((one) => (
            <option key={one} value={one}>
              {t(`pack-screen.group.${one}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface CapturesProps {
  readonly piece: PackPiece;
  readonly plan: PackPlan;
  readonly onChange: (choices: PackChoices) => void;
}

/** A series is taken apart, captures alone are put together. */
function Captures({ piece, plan, onChange }: CapturesProps) {
  const { t } = useSpeech();
  const { choices } = plan;
  if (piece.kind === 'series') {
    const byHand = piece.id.startsWith('m:');
    const apart = byHand ? separated(choices, piece.seqs) : takenApart(choices, piece.id, true);
    return (
      <div class="piece-captures">
        <Button name="piece-apart" onClick={() => onChange(apart)}>
          {t(byHand ? 'pack-screen.separate' : 'pack-screen.apart')}
        </Button>
      </div>
    );
  }
  return piece.kind === 'capture' && !piece.frozen ? <Together {...{ piece, plan, onChange }} /> : null;
}

function Together({ piece, plan, onChange }: CapturesProps) {
  const { t } = useSpeech();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const others = useMemo(
    () => plan.pieces.filter(({ kind, frozen, id }) => kind === 'capture' && !frozen && id !== piece.id),
    [plan, piece],
  );
  if (others.length === 0) return null;
  const toggle = (seqs: readonly number[], on: boolean): void => {
    const next = new Set(chosen);
    for (const seq of seqs) {
      if (on) next.add(seq);
      else next.delete(seq);
    }
    setChosen(next);
  };
  return (
    <details class="letter-fold piece-captures" data-fold="together">
      <summary>{t('pack-screen.together')}</summary>
      <div class="stack">
        <p class="field-hint">{t('pack-screen.together-hint')}</p>
        <ul class="piece-others">
          {others.map((other) => (
            <li key={other.id}>
              <Choice
                checked={other.seqs.every((seq) => chosen.has(seq))}
                label={
                  <>
                    {other.number}. <bdi lang="fr">{other.label}</bdi>
                  </>
                }
                onChange={(on) => toggle(other.seqs, on)}
              />
            </li>
          ))}
        </ul>
        <div>
          <Button
            name="piece-together"
            disabled={chosen.size === 0}
            onClick={() => onChange(putTogether(plan.choices, [...piece.seqs, ...chosen]))}
          >
            {t('pack-screen.together-do', { count: chosen.size })}
          </Button>
        </div>
      </div>
    </details>
  );
}
