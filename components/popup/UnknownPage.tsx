/** A page of a site of ours that no row knows and that looks like a problem: capture it and say what it shows, help to know it. */
import { Camera, LifeBuoy } from 'lucide-preact';
import { useSpeech } from '../text';
import { Button } from '../ui/Button';

export interface UnknownPageProps {
  readonly busy: boolean;
  /** There is a picture already: the question of what it shows stands below it. */
  readonly captured: boolean;
  /** Takes the picture, then asks what it shows. */
  readonly onDescribe: () => void;
  /** Reads the skeleton, which our own page shows in full. Nothing is sent. */
  readonly onHelp: () => void;
}

export function UnknownPage({ busy, captured, onDescribe, onHelp }: UnknownPageProps) {
  const { t } = useSpeech();
  return (
    <div class="stack-tight unknown-page">
      {captured ? null : (
        <Button kind="primary" wide icon={Camera} name="capture-describe" busy={busy} onClick={onDescribe}>
          {t('unknown.describe')}
        </Button>
      )}
      <Button kind="quiet" icon={LifeBuoy} name="help-recognise" describedBy="help-explain" onClick={onHelp}>
        {t('unknown.help')}
      </Button>
      <p id="help-explain" class="small soft">
        {t('unknown.help-explain')}
      </p>
    </div>
  );
}
