/** Wires the page that shows a skeleton in full, and saves it when the person says so. */
import { useEffect, useState } from 'preact/hooks';
import { HelpScreen, type HelpState } from '@/components/help/HelpScreen';
import { onSessionChanged } from '@/lib/platform/session';
import { closeOwnTab } from '@/lib/platform/tabs';
import { codeOf } from './failure';
import { SKELETON_KEY, skeletonName, takeSkeleton } from './skeleton';
import { today } from './when';

/** The common path of both browsers, Android too: no `downloads` permission. The browser has read the bytes by the next minute. */
function saveText(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/html' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export function Help() {
  const [state, setState] = useState<HelpState>({ is: 'loading' });
  useEffect(() => {
    const failed = (cause: unknown): void => setState({ is: 'failed', code: codeOf(cause, 'page-unreadable') });
    const take = async (): Promise<void> => {
      const text = await takeSkeleton();
      if (text !== null) setState({ is: 'shown', text, name: skeletonName(today()), saved: false });
      else setState((before) => (before.is === 'loading' ? { is: 'none' } : before));
    };
    take().catch(failed);
    // Asked again from another page while this one is open.
    return onSessionChanged((keys) => {
      if (keys.includes(SKELETON_KEY)) take().catch(failed);
    });
  }, []);
  const save = (): void => {
    if (state.is !== 'shown') return;
    saveText(state.text, state.name);
    setState({ ...state, saved: true });
  };
  const close = (): void =>
    void closeOwnTab().catch((cause) => setState({ is: 'failed', code: codeOf(cause, 'page-unreadable') }));
  return <HelpScreen state={state} onSave={save} onClose={close} />;
}
