/** The end of a form that writes a line: save, or leave it. */
import { useSpeech } from '../text';
import { Button } from './Button';

export function SaveOrCancel({ busy, onCancel }: { readonly busy: boolean; readonly onCancel: () => void }) {
  const { t } = useSpeech();
  return (
    <div class="row">
      <Button type="submit" kind="primary" name="save" busy={busy}>
        {t(busy ? 'common.saving' : 'common.save')}
      </Button>
      <Button name="cancel" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </div>
  );
}
