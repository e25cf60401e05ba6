/** Long work: how far it is, in words and as a bar, and the way to stop it. */
import { X } from 'lucide-preact';
import { useId } from 'preact/hooks';
import { useSpeech } from '../text';
import { Button } from './Button';

export interface ProgressProps {
  readonly label: string;
  readonly done: number;
  /** 0 when not known yet: the bar then shows that work goes on, without a figure. */
  readonly total: number;
  readonly onCancel?: () => void;
}

export function Progress({ label, done, total, onCancel }: ProgressProps) {
  const { t } = useSpeech();
  const id = useId();
  return (
    <div class="progress">
      <p id={id}>
        {label} {total > 0 ? t('common.progress', { done, total }) : null}
      </p>
      {total > 0 ? <progress aria-labelledby={id} value={done} max={total} /> : <progress aria-labelledby={id} />}
      {onCancel ? (
        <Button icon={X} name="cancel" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      ) : null}
    </div>
  );
}
