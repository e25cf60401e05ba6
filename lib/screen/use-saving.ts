/** Saves a form: one writing at a time, its files read before with a way to stop; the form stays open when it failed. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FormState } from '@/components/journal/ProofFields';
import { useSpeech } from '@/components/text';
import { displayNumber } from '@/lib/domain/entry';
import { AppError } from '@/lib/domain/errors';
import type { Journal } from '@/lib/journal/types';
import { codeOf } from './failure';
import type { Reading, Watch } from './join-files';

/** Codes whose `detail` is the name of the file that was refused. */
const OF_A_FILE = /^(?:file-|import-)/;

const fileOf = (cause: unknown): string | null =>
  cause instanceof AppError && OF_A_FILE.test(cause.code) ? (cause.detail ?? null) : null;

export interface Saving {
  readonly state: FormState;
  /** What was saved last, in words. */
  readonly saved: string | null;
  readonly save: (write: (journal: Journal, watch: Watch) => Promise<number>, done: (seq: number) => void) => void;
  readonly forgetError: () => void;
}

export function useSaving(journal: Journal): Saving {
  const { t } = useSpeech();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ readonly error: string; readonly errorFile: string | null } | null>(null);
  const [reading, setReading] = useState<Reading | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const abort = useRef<AbortController | null>(null);
  const stop = (): void => abort.current?.abort();
  // A form that is closed while its files are read writes nothing.
  useEffect(() => stop, []);
  return {
    state: { busy, error: null, errorFile: null, ...failure, reading, onStopReading: stop },
    saved,
    save: (write, done) => {
      const controller = new AbortController();
      abort.current = controller;
      setBusy(true);
      setFailure(null);
      write(journal, { signal: controller.signal, onReading: setReading })
        .then(
          (seq) => {
            setSaved(t('journal.saved', { number: displayNumber(seq) }));
            done(seq);
          },
          (cause) => setFailure({ error: codeOf(cause, 'storage-unavailable'), errorFile: fileOf(cause) }),
        )
        .finally(() => {
          setReading(null);
          setBusy(false);
        });
    },
    forgetError: () => {
      stop();
      setFailure(null);
    },
  };
}
