/** One capture at a time, asked from the popup, and what came of it. */
import { useRef, useState } from 'preact/hooks';
import type { CaptureResult } from '@/components/popup/CapturePanel';
import { isFirefox } from '@/lib/platform/capabilities';
import { askCapture } from '@/lib/platform/messaging';
import { answerCode } from './failure';
import { subjectTab } from './use-tab';

/** A result, and the dossier whose line it names; null when nothing was written. */
type Taken = CaptureResult & { readonly dossier: string | null };

export interface CaptureAccess {
  readonly busy: boolean;
  readonly result: Taken | null;
  /** Resolves once the result is known; does nothing while another runs. */
  readonly capture: (area: 'view' | 'page') => Promise<void>;
}

async function take(area: 'view' | 'page'): Promise<Taken> {
  const method = area === 'view' ? 'screen' : isFirefox ? 'full-page' : 'stitched';
  const answer = await askCapture(await subjectTab(), method);
  if ('error' in answer) return { is: 'failed', code: answerCode(answer, 'capture-failed'), seq: null, dossier: null };
  const { seq, dossier, reason } = answer;
  return reason === null ? { is: 'saved', seq, dossier } : { is: 'failed', code: reason, seq, dossier };
}

/** What the dossier may be told: another person's number would name another line here. */
export function resultFor(result: Taken | null, dossier: string | undefined): CaptureResult | null {
  return result && (result.dossier === null || result.dossier === dossier) ? result : null;
}

export function useCapture(): CaptureAccess {
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Taken | null>(null);
  const running = useRef(false);
  const capture = async (area: 'view' | 'page'): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setResult(null);
    try {
      setResult(await take(area));
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, result, capture };
}
