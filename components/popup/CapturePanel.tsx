/** The two capture buttons, the work in progress, and what came of it. */
import { Camera, CircleCheck, ScrollText } from 'lucide-preact';
import { displayNumber } from '@/lib/domain/entry';
import { errorSentence } from '../entry/describe';
import { useSpeech } from '../text';
import { Announcer } from '../ui/Announcer';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Progress } from '../ui/Progress';

/** `failed` with a number: the failure itself is in the journal. Without: nothing could be written. */
export type CaptureResult =
  | { readonly is: 'saved'; readonly seq: number }
  | { readonly is: 'failed'; readonly code: string; readonly seq: number | null };

export interface CapturePanelProps {
  readonly capturable: boolean;
  /** Why the buttons are off, when they are. */
  readonly offReason: string | null;
  readonly busy: boolean;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly result: CaptureResult | null;
  /** The picture that this state of the page already has. */
  readonly captured: number | null;
  readonly onCapture: (area: 'view' | 'page') => void;
  readonly onCancel: () => void;
  readonly onOpenEntry: (seq: number) => void;
}

export function CapturePanel(props: CapturePanelProps) {
  const { t } = useSpeech();
  const { busy, capturable, captured, offReason, progress, onCapture, onCancel } = props;
  return (
    <section class="capture stack" aria-label={t('capture.section')}>
      {busy ? (
        <Progress
          label={t('capture.busy')}
          done={progress?.done ?? 0}
          total={progress?.total ?? 0}
          onCancel={onCancel}
        />
      ) : (
        <>
          <Button
            kind="primary"
            wide
            icon={Camera}
            name="capture-view"
            disabled={!capturable}
            onClick={() => onCapture('view')}
          >
            {t('capture.view')}
          </Button>
          <Button wide icon={ScrollText} name="capture-page" disabled={!capturable} onClick={() => onCapture('page')}>
            {t('capture.page')}
          </Button>
          {offReason ? <p class="small soft">{offReason}</p> : null}
        </>
      )}
      {/* Under the buttons: it comes late (an automatic picture), and a button that moves under a finger is not pressed. */}
      {captured !== null ? <p class="small">{t('popup.already', { number: displayNumber(captured) })}</p> : null}
      <Announcer>
        <Result {...props} />
      </Announcer>
    </section>
  );
}

function Result({ result, onOpenEntry }: CapturePanelProps) {
  const speech = useSpeech();
  const { t } = speech;
  if (!result) return null;
  const seq = result.seq;
  const open =
    seq === null ? null : (
      <Button kind="quiet" name="open-result" onClick={() => onOpenEntry(seq)}>
        {t('capture.see', { number: displayNumber(seq) })}
      </Button>
    );
  if (result.is === 'saved') {
    return (
      <Banner
        tone="good"
        icon={CircleCheck}
        name="capture-saved"
        title={t('capture.saved', { number: displayNumber(result.seq) })}
      >
        {open}
      </Banner>
    );
  }
  return (
    <Banner tone="warn" name="capture-failed" title={t('capture.failed')}>
      <p>{errorSentence(result.code, speech)}</p>
      {seq === null ? null : <p>{t('capture.failed-kept', { number: displayNumber(seq) })}</p>}
      {open}
    </Banner>
  );
}
