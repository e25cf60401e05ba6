/** The browser's own <dialog>: focus kept inside, Escape closes, focus given back. */
import { X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useSpeech } from '../text';
import { Button } from './Button';

export interface ModalProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** Open as long as it is mounted. */
export function Modal({ title, onClose, children }: ModalProps) {
  const { t } = useSpeech();
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Before the next key: a quick Tab between drawing and opening would change whom the focus is given back to.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return undefined;
    const before = document.activeElement;
    dialog.showModal();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const cancelled = (event: Event): void => {
    event.preventDefault();
    onClose();
  };
  return (
    <dialog ref={ref} class="modal" aria-labelledby={titleId} onCancel={cancelled}>
      <div class="modal-head">
        <h2 id={titleId}>{title}</h2>
        <Button kind="quiet" icon={X} name="close" onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
      {children}
    </dialog>
  );
}
