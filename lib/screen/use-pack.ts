/** The pack of the open dossier: the choices kept on this device, and the plan that they give. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { planExport } from '@/lib/domain/export-plan';
import { momentAt } from '@/lib/domain/moment';
import type { PackChoices, PackPiece, PackPlan } from '@/lib/domain/pack-types';
import type { StoredEntry } from '@/lib/journal/types';
import { planPack } from '@/lib/pack/plan';
import { keepPackChoices, readPackChoices } from '@/lib/platform/pack-choices';

export interface PackAccess {
  /** Null until the choices are read. */
  readonly choices: PackChoices | null;
  readonly plan: PackPlan | null;
  /** Bytes of the captures and the files, as the ZIP holds them beside the PDFs. */
  readonly fileBytes: number;
  /** Added files whose bytes as given have not the same content as what is exported. */
  readonly withOriginal: number;
  readonly change: (choices: PackChoices) => void;
  /** The letters that hold the number of a pièce. */
  readonly letterOf: (piece: PackPiece) => number | null;
}

/** Waits until nobody types any more before the disk is written. */
const KEEP_AFTER_MS = 400;

/**
 * @param onFailure told when choices cannot be read or kept: the export goes on with what is on the screen
 */
export function usePack(
  dossier: string,
  entries: readonly StoredEntry[],
  onFailure: (cause: unknown) => void,
): PackAccess {
  const { choices, change } = useChoices(dossier, onFailure);
  // The moment only names the ZIP, which is not made here.
  const files = useMemo(() => planExport(dossier, entries, momentAt(0)), [dossier, entries]);
  const plan = useMemo(
    () => (choices ? planPack(entries, { present: files.files, absent: files.removed }, choices) : null),
    [entries, files, choices],
  );
  const letterOf = useMemo(() => letters(entries, plan), [entries, plan]);
  return {
    choices,
    plan,
    fileBytes: files.files.reduce((sum, { bytes }) => sum + bytes, 0),
    withOriginal: files.kept.filter(({ path }) => path !== null).length,
    change,
    letterOf,
  };
}

function useChoices(dossier: string, onFailure: (cause: unknown) => void) {
  const [state, setState] = useState<{ readonly dossier: string; readonly choices: PackChoices } | null>(null);
  const tell = useRef(onFailure);
  tell.current = onFailure;
  const waiting = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly write: () => void } | null>(null);
  const flush = (): void => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    waiting.current.write();
  };
  useEffect(() => {
    let here = true;
    readPackChoices(dossier).then(
      (choices) => {
        if (here) setState({ dossier, choices });
      },
      (cause) => tell.current(cause),
    );
    addEventListener('pagehide', flush);
    return () => {
      here = false;
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [dossier]);
  const change = (choices: PackChoices): void => {
    setState({ dossier, choices });
    if (waiting.current) clearTimeout(waiting.current.timer);
    const write = (): void => {
      waiting.current = null;
      keepPackChoices(dossier, choices).catch((cause) => tell.current(cause));
    };
    waiting.current = { timer: setTimeout(write, KEEP_AFTER_MS), write };
  };
  return { choices: state?.dossier === dossier ? state.choices : null, change };
}

/** From a pièce to the first sent letter that cites one of its entries. */
function letters(entries: readonly StoredEntry[], plan: PackPlan | null): (piece: PackPiece) => number | null {
  const found = new Map<number, number>();
  for (const seq of plan?.frozenBy ?? []) {
    const entry = entries.find((one) => one.seq === seq)?.entry;
    if (entry?.kind !== 'letter-generated') continue;
    for (const piece of entry.data.pieces) if (!found.has(piece.seq)) found.set(piece.seq, seq);
  }
  return ({ seqs }) => seqs.flatMap((seq) => found.get(seq) ?? [])[0] ?? null;
}
