/** One capture at a time, asked from the popup, and what came of it. */
import { useRef, useState } from 'preact/hooks';
import type { CaptureResult } from '@/components/popup/CapturePanel';
import { isFirefox } from '@/lib/platform/capabilities';
import { askCapture } from '@/lib/platform/messaging';
import { answerCode } from './failure';
import { subjectTab } from './use-tab';

export interface CaptureAccess {
  readonly busy: boolean;
  readonly result: CaptureResult | null;
  /** Resolves once the result is known; does nothing while another runs. */
  readonly capture: (area: 'view' | 'page') => Promise<void>;
}

async function take(area: 'view' | 'page'): Promise<CaptureResult> {
  const method = area === 'view' ? 'screen' : isFirefox ? 'full-page' : 'stitched';
  const answer = await askCapture(await subjectTab(), method);
  if ('error' in answer) return { is: 'failed', code: answerCode(answer, 'capture-failed'), seq: null };
  if (answer.reason !== null) return { is: 'failed', code: answer.reason, seq: answer.seq };
  return { is: 'saved', seq: answer.seq };
}

export function useCapture(): CaptureAccess {
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<CaptureResult | null>(null);
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
