/** The PDF of one pièce, made on the spot: opened in a tab of the browser's own viewer (a `blob:` link works under our policy in both browsers). */
import { FileText } from 'lucide-preact';
import type { PackPiece } from '@/lib/domain/pack-types';
import { errorSentence } from '../entry/describe';
import { size } from '../format';
import { useSpeech } from '../text';
import { Announcer } from '../ui/Announcer';
import { Banner } from '../ui/Banner';
import { Icon } from '../ui/Icon';
import { Modal } from '../ui/Modal';
import { Progress } from '../ui/Progress';

export type PreviewState =
  | { readonly is: 'making'; readonly done: number; readonly total: number }
  | { readonly is: 'ready'; readonly files: readonly PreviewFile[] }
  | { readonly is: 'failed'; readonly code: string };

export interface PreviewFile {
  readonly url: string;
  readonly bytes: number;
  /** Null for a PDF that was given: nobody counted. */
  readonly pages: number | null;
}

export interface PreviewDialogProps {
  readonly piece: Pick<PackPiece, 'number' | 'label'>;
  readonly state: PreviewState;
  readonly onClose: () => void;
}

export function PreviewDialog({ piece, state, onClose }: PreviewDialogProps) {
  const speech = useSpeech();
  const { t } = speech;
  return (
    <Modal title={t('pack-screen.preview-title', { number: piece.number })} onClose={onClose}>
      <div class="stack" data-preview={state.is}>
        <p>
          <bdi lang="fr">{piece.label}</bdi>
        </p>
        {state.is === 'making' ? (
          <Progress label={t('pack-screen.preview-making')} done={state.done} total={state.total} onCancel={onClose} />
        ) : null}
        <Announcer>
          {state.is === 'ready' ? (
            <>
              <p>{t('pack-screen.preview-ready')}</p>
              <ul class="stack">
                {state.files.map((file, index) => (
                  <li key={file.url}>
                    <Opened file={file} index={index + 1} of={state.files.length} />
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          {state.is === 'failed' ? (
            <Banner
              tone="alarm"
              name="preview-failed"
              title={t('pack-screen.preview-failed', { reason: errorSentence(state.code, speech) })}
            />
          ) : null}
        </Announcer>
      </div>
    </Modal>
  );
}

function Opened({ file, index, of }: { readonly file: PreviewFile; readonly index: number; readonly of: number }) {
  const { t, locale } = useSpeech();
  const bytes = size(file.bytes, locale);
  return (
    <div class="row">
      <a class="button" href={file.url} target="_blank" rel="noopener" data-action="preview-open">
        <Icon of={FileText} />
        <span>
          {t('pack-screen.preview-open')}
          {of > 1 ? ` (${t('pack-screen.preview-part', { index, of })})` : ''}
        </span>
      </a>
      <span class="small soft">
        {file.pages === null ? bytes : t('pack-screen.preview-size', { size: bytes, pages: file.pages })}
      </span>
    </div>
  );
}
