/** The boxes as a list of numbers: the way in for whoever cannot see or point at the picture. */
import { Trash2 } from 'lucide-preact';
import type { Box } from '@/lib/domain/redacted';
import { useSpeech } from '../text';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import type { DrawnBox } from './boxes-model';

const SIDES = ['x', 'y', 'width', 'height'] as const;

export interface BoxListProps {
  readonly boxes: readonly DrawnBox[];
  readonly onChange: (id: number, box: Box) => void;
  readonly onRemove: (id: number) => void;
}

export function BoxList({ boxes, onChange, onRemove }: BoxListProps) {
  const { t } = useSpeech();
  return (
    <section class="stack" aria-labelledby="redact-list">
      <h2 id="redact-list">{t('redact.list')}</h2>
      {boxes.length === 0 ? <p class="soft">{t('redact.list.none')}</p> : null}
      <ol class="stack redact-list">
        {boxes.map((box, index) => (
          <li key={box.id}>
            <fieldset class="stack-tight" data-box-fields={index + 1}>
              <legend>{t('redact.row.box', { n: index + 1 })}</legend>
              <div class="redact-sides">
                {SIDES.map((side) => (
                  <Field key={side} label={t(`redact.side.${side}`)}>
                    {(ids) => (
                      <input
                        {...ids}
                        type="number"
                        inputMode="numeric"
                        min={side === 'x' || side === 'y' ? 0 : 1}
                        step={1}
                        data-side={side}
                        value={box[side]}
                        onChange={(event) => {
                          const value = event.currentTarget.valueAsNumber;
                          if (Number.isFinite(value) && value >= 0) onChange(box.id, { ...box, [side]: value });
                          // What was refused, or cut at the edge, does not stay in the field.
                          else event.currentTarget.value = String(box[side]);
                        }}
                      />
                    )}
                  </Field>
                ))}
              </div>
              <div>
                <Button kind="quiet" icon={Trash2} name={`remove-box-${index + 1}`} onClick={() => onRemove(box.id)}>
                  {t('redact.box.remove', { n: index + 1 })}
                </Button>
              </div>
            </fieldset>
          </li>
        ))}
      </ol>
    </section>
  );
}
