/** After an export: the person looks for the file, and may have it read again whole. The tool cannot see a download that failed. */
import { FileCheck2 } from 'lucide-preact';
import { useId, useRef } from 'preact/hooks';
import { useSpeech } from '../text';
import { Announcer } from '../ui/Announcer';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Progress } from '../ui/Progress';

export type SavedState =
  | { readonly is: 'idle' | 'cancelled' }
  | { readonly is: 'running'; readonly done: number; readonly total: number }
  /** `same`: the bag that the last `exported` line names. `older`: whole, but another bag. */
  | { readonly is: 'same' | 'older' | 'broken' | 'unreadable'; readonly name: string };

export interface SavedCheckProps {
  readonly state: SavedState;
  readonly onFile: (file: File) => void;
  readonly onCancel: () => void;
}

export function SavedCheck({ state, onFile, onCancel }: SavedCheckProps) {
  const { t } = useSpeech();
  const title = useId();
  const field = useRef<HTMLInputElement>(null);
  return (
    <section class="sheet stack" aria-labelledby={title} data-saved={state.is}>
      <h2 id={title}>{t('safety.check.title')}</h2>
      <p>{t('safety.check.explain')}</p>
      {state.is === 'running' ? (
        <Progress label={t('safety.check.running')} done={state.done} total={state.total} onCancel={onCancel} />
      ) : (
        <div>
          <input
            ref={field}
            type="file"
            accept=".zip,application/zip"
            hidden
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              // The same file may be chosen again once it was saved again.
              event.currentTarget.value = '';
              if (file) onFile(file);
            }}
          />
          <Button icon={FileCheck2} name="check-saved" onClick={() => field.current?.click()}>
            {t('safety.check.choose')}
          </Button>
        </div>
      )}
      <Announcer>
        <Outcome state={state} />
      </Announcer>
    </section>
  );
}

function Outcome({ state }: { readonly state: SavedState }) {
  const { t } = useSpeech();
  switch (state.is) {
    case 'same':
      return <Banner tone="good" name="saved-same" title={t('safety.check.same', { name: state.name })} />;
    case 'older':
      return (
        <Banner tone="warn" name="saved-older" title={t('safety.check.older', { name: state.name })}>
          <p>{t('safety.check.older-explain')}</p>
        </Banner>
      );
    case 'broken':
      return (
        <Banner tone="alarm" name="saved-broken" title={t('safety.check.broken', { name: state.name })}>
          <p>{t('safety.check.broken-explain')}</p>
        </Banner>
      );
    case 'unreadable':
      return <Banner tone="alarm" name="saved-unreadable" title={t('safety.check.unreadable')} />;
    case 'cancelled':
      return <Banner title={t('safety.check.cancelled')} />;
    default:
      return null;
  }
}
