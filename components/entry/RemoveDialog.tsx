/** Asks why the files of a line are taken away: the reason stays in the journal. */
import { Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { displayNumber } from '@/lib/domain/entry';
import { useSpeech } from '../text';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Modal } from '../ui/Modal';

export function RemoveDialog({
  seq,
  copiesToo = false,
  onClose,
  onRemove,
}: {
  readonly seq: number;
  /** The picture has masked copies, which go with it. */
  readonly copiesToo?: boolean;
  readonly onClose: () => void;
  readonly onRemove: (reason: string) => void;
}) {
  const { t } = useSpeech();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  return (
    <Modal title={t('entry.remove-title', { number: displayNumber(seq) })} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (reason.trim()) onRemove(reason.trim());
        }}
      >
        <p>{t('entry.remove-explain')}</p>
        {copiesToo ? <p>{t('redact.remove-too')}</p> : null}
        <Field label={t('entry.remove-reason')} error={asked && !reason.trim() ? t('common.required') : null}>
          {(ids) => (
            <input {...ids} value={reason} maxLength={500} onInput={(event) => setReason(event.currentTarget.value)} />
          )}
        </Field>
        <div class="row">
          <Button type="submit" kind="alarm" icon={Trash2} name="remove-confirm">
            {t('entry.remove')}
          </Button>
          <Button name="cancel" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
