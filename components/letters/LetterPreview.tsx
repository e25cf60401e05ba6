/** The letter as it stands: what stops it or is missing, its text, and how long it is. */
import { Copy } from 'lucide-preact';
import { useId } from 'preact/hooks';
import { lineText } from '@/lib/domain/letter-plain';
import type { ComposedLetter, LetterDocument } from '@/lib/domain/letter-types';
import type { FieldId } from '@/lib/letters/fields';
import { useSpeech } from '../text';
import { Button } from '../ui/Button';
import { LetterSheet, MessageText } from './LetterSheet';
import { Problems } from './Problems';

export interface LetterPreviewProps {
  readonly composed: ComposedLetter;
  readonly onField: (id: FieldId) => void;
  readonly onCopyObject: () => void;
}

export function LetterPreview({ composed, onField, onCopyObject }: LetterPreviewProps) {
  const { t } = useSpeech();
  const id = useId();
  const { document, counter } = composed;
  return (
    <section class="stack" aria-labelledby={id} data-letter-preview>
      <h2 id={id}>{t('letters-screen.review')}</h2>
      <p class="field-hint">{t('letters-screen.french')}</p>
      <Problems composed={composed} onField={onField} />
      {document ? <Shown document={document} onCopyObject={onCopyObject} /> : null}
      {counter ? (
        <p class="soft" data-counter={counter.used}>
          {t('letters-screen.counter', { used: counter.used, limit: counter.limit })}
        </p>
      ) : null}
    </section>
  );
}

function Shown({ document, onCopyObject }: { readonly document: LetterDocument; readonly onCopyObject: () => void }) {
  const { t } = useSpeech();
  const message = document.medium === 'form' || document.medium === 'mail';
  if (!message)
    return (
      <section class="letter-desk" aria-label={t('letters-screen.preview')}>
        <LetterSheet document={document} />
      </section>
    );
  return (
    <>
      {document.object ? (
        <div class="letter-object">
          <p>
            <span class="soft">{t('letters-screen.object')}</span>{' '}
            <span lang="fr" data-letter-object>
              {lineText(document.object)}
            </span>
          </p>
          <Button kind="quiet" icon={Copy} name="copy-object" onClick={onCopyObject}>
            {t('letters-screen.copy-object')}
          </Button>
        </div>
      ) : null}
      <section class="letter-desk" aria-label={t('letters-screen.preview')}>
        <MessageText document={document} />
      </section>
    </>
  );
}
