/** Wires « Recevoir un dossier »: the ZIP is verified, compared, shown; the journal takes it in when the person says so. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { ReceiveScreen, type ReceiveState } from '@/components/receive/ReceiveScreen';
import { useSpeech } from '@/components/text';
import type { Arrival, ArrivalPlan } from '@/lib/journal/arrival';
import type { Journal } from '@/lib/journal/types';
import { codeOf } from './failure';
import { useDroppedFiles } from './use-imports';

type Speech = ReturnType<typeof useSpeech>;

interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

interface Looked {
  readonly state: ReceiveState;
  /** What may be taken in; null for a ZIP that is refused. */
  readonly found: { readonly arrival: Arrival; readonly plan: ArrivalPlan } | null;
}

/** Verifies and compares. Writes nothing. @throws AppError */
async function look(journal: Journal, file: File, watch: Watch, { t }: Speech): Promise<Looked> {
  // The verifier and the ZIP reader are heavy, and few people come here: not in the page's own chunk.
  const [{ openArrival }, { verifyText }, { blobSource }] = await Promise.all([
    import('@/lib/export/arrival'),
    import('@/lib/export/verify-text'),
    import('@/lib/export/zip-reader'),
  ]);
  const { verification, holds } = await openArrival(blobSource(file), watch);
  const lines = verification.lines.map((line) => ({ level: line.level, text: verifyText(line, t) }));
  const { name } = file;
  if (!holds)
    return { state: { is: 'refused', name, altered: verification.verdict === 'altered', lines }, found: null };
  const plan = await journal.compareArrival(holds.content);
  return {
    state: { is: 'shown', name, facts: holds.facts, lines, plan },
    found: { arrival: holds.content, plan },
  };
}

async function takeIn(
  journal: Journal,
  { arrival, plan }: NonNullable<Looked['found']>,
  choice: { readonly beside: boolean; readonly bringBack: boolean },
  watch: Watch,
): Promise<ReceiveState> {
  const { dossier, mode, added } = await journal.receive(arrival, { relation: plan.relation, ...choice, ...watch });
  const alias = (await journal.dossiers()).find((one) => one.id === dossier)?.alias ?? '';
  return { is: 'done', mode, dossier, alias, count: added };
}

/** A stopped reading and a stopped writing are told with the same words: nothing was kept. */
function failureOf(cause: unknown, signal: AbortSignal): ReceiveState {
  return { is: 'failed', code: signal.aborted ? 'arrival-cancelled' : codeOf(cause, 'arrival-unreadable') };
}

function useReceive(journal: Journal) {
  const speech = useSpeech();
  const [state, setState] = useState<ReceiveState>({ is: 'idle' });
  const found = useRef<Looked['found']>(null);
  const abort = useRef<AbortController | null>(null);
  // A tab that leaves stops its work: the journal undoes it.
  useEffect(() => () => abort.current?.abort(), []);
  const begin = (work: (signal: AbortSignal) => Promise<ReceiveState>): void => {
    const controller = new AbortController();
    abort.current = controller;
    work(controller.signal).then(setState, (cause) => setState(failureOf(cause, controller.signal)));
  };
  const onFiles = ([file]: readonly File[]): void => {
    if (!file || state.is === 'reading' || state.is === 'writing') return;
    const { name } = file;
    setState({ is: 'reading', name, done: 0, total: 0 });
    begin(async (signal) => {
      const onProgress = (done: number, total: number): void => setState({ is: 'reading', name, done, total });
      const looked = await look(journal, file, { signal, onProgress }, speech);
      found.current = looked.found;
      return looked.state;
    });
  };
  const onReceive = (choice: { readonly beside: boolean; readonly bringBack: boolean }): void => {
    const chosen = found.current;
    if (!chosen) return;
    setState({ is: 'writing', done: 0, total: 0 });
    begin((signal) => {
      const onProgress = (done: number, total: number): void => setState({ is: 'writing', done, total });
      return takeIn(journal, chosen, choice, { signal, onProgress });
    });
  };
  const onAgain = (): void => {
    found.current = null;
    setState({ is: 'idle' });
  };
  return { state, onFiles, onReceive, onAgain, onCancel: () => abort.current?.abort() };
}

export interface ReceivePartProps {
  readonly journal: Journal;
  /** Makes a dossier the active one: a click, never by itself. */
  readonly onOpen: (dossier: string) => void;
}

export function ReceivePart({ journal, onOpen }: ReceivePartProps) {
  const receive = useReceive(journal);
  useDroppedFiles(receive.onFiles);
  return <ReceiveScreen {...receive} onOpen={onOpen} />;
}
