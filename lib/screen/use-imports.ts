/** Files on their way into the journal: chosen, dropped or pasted, read one after the other, saved one by one. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportLine } from '@/components/imports/AddScreen';
import { type Asked, firstDraft, type ImportDraft, problemOf } from '@/components/imports/import-draft';
import { sha256Hex } from '@/lib/domain/chain';
import { filesOf } from '@/lib/domain/chain-files';
import { localFields, momentAt } from '@/lib/domain/moment';
import { MAX_IMPORT_BYTES, MAX_IMPORTS } from '@/lib/imports/limits';
import type { ReadFile, ReadResult } from '@/lib/imports/types';
import type { Journal, StoredEntry } from '@/lib/journal/types';
import { codeOf } from './failure';
import { today } from './when';
import { writeImport } from './write-import';

/** A line keeps its own dossier: whoever is chosen later, the file goes where it was given. */
interface Kept extends ImportLine {
  readonly dossier: string;
  readonly file: File;
  readonly sha256: string | null;
  readonly bytesRead: Uint8Array<ArrayBuffer> | null;
}

export interface ImportsAccess {
  readonly lines: readonly ImportLine[];
  readonly tooMany: boolean;
  readonly add: (files: readonly File[]) => void;
  readonly change: (id: string, part: Partial<ImportDraft>) => void;
  readonly save: (id: string) => void;
  readonly saveAll: () => void;
  readonly remove: (id: string) => void;
  /** Stops the reading; what was read stays. */
  readonly cancel: () => void;
}

/** A file that nothing asked for. */
export const NOBODY_ASKED: Asked = { exchange: null, shows: null };

function lineOf(file: File, dossier: string): Kept {
  const large = file.size > MAX_IMPORT_BYTES;
  return {
    id: crypto.randomUUID(),
    dossier,
    file,
    name: file.name,
    bytes: file.size,
    // Refused on what the browser says of it: not a byte is read.
    status: large ? 'refused' : 'waiting',
    error: large ? 'file-too-large' : null,
    read: null,
    draft: null,
    asked: false,
    duplicate: null,
    fileDay: null,
    seq: null,
    preview: null,
    sha256: null,
    bytesRead: null,
  };
}

/** The day and hour that the file itself says, as the person would type them. */
function fileDayOf({ date }: ReadFile): ImportLine['fileDay'] {
  if (!date || date.from === 'file-modified') return null;
  if (date.instant !== null) {
    const fields = localFields(momentAt(date.instant));
    return { day: fields.date, time: fields.time.slice(0, 5) };
  }
  return date.wall ? { day: date.wall.slice(0, 10), time: date.wall.slice(11, 16) } : null;
}

/** Number of the entry of this dossier that holds these bytes, or that held them before they were cleaned. */
function holderOf(sha256: string, entries: readonly StoredEntry[]): number | null {
  return entries.find(({ entry }) => entry && filesOf(entry.data).some((file) => file.sha256 === sha256))?.seq ?? null;
}

async function readLine(line: Kept, signal: AbortSignal): Promise<Partial<Kept> & { result: ReadResult }> {
  const { readInWorker } = await import('@/lib/imports/client');
  const bytes = new Uint8Array(await line.file.arrayBuffer());
  const { name, lastModified } = line.file;
  const result = await readInWorker({ name, bytes, lastModified }, signal);
  return { bytesRead: bytes, sha256: await sha256Hex(bytes), result };
}

function readyOf(read: ReadFile, line: Kept, asked: Asked): Partial<Kept> {
  const shown = read.copy ?? line.bytesRead;
  return {
    status: 'ready',
    error: null,
    read,
    draft: firstDraft(read, asked),
    fileDay: fileDayOf(read),
    preview: read.what === 'picture' && shown ? new Blob([shown], { type: read.type }) : null,
  };
}

/** Writes one line that was read, once its draft holds; a failure is said beside it and the line stays. */
async function saveLine(journal: Journal, line: Kept, say: (part: Partial<Kept>) => void): Promise<void> {
  const { id, name, read, draft, bytesRead } = line;
  if (line.status !== 'ready' || !read || !draft || !bytesRead) return;
  if (problemOf(draft, today()) !== null) {
    say({ asked: true });
    return;
  }
  say({ status: 'saving', error: null });
  try {
    const seq = await writeImport(journal, line.dossier, { id, name, bytes: bytesRead, read, draft });
    say({ status: 'saved', seq, bytesRead: null, preview: null });
  } catch (cause) {
    say({ status: 'ready', error: codeOf(cause, 'storage-unavailable') });
  }
}

/** @param asked the exchange that waits for a file, from the address of the page */
export function useImports(
  journal: Journal,
  dossier: string,
  entries: readonly StoredEntry[],
  asked: Asked = NOBODY_ASKED,
): ImportsAccess {
  const [all, setAll] = useState<readonly Kept[]>([]);
  const [tooMany, setTooMany] = useState(false);
  const abort = useRef<AbortController | null>(null);
  const known = useRef({ entries, asked });
  known.current = { entries, asked };
  const patch = (id: string, part: Partial<Kept>): void =>
    setAll((lines) => lines.map((line) => (line.id === id ? { ...line, ...part } : line)));
  useReading(all, patch, known, abort);
  const lines = all.filter((line) => line.dossier === dossier);
  const save = (line: Kept): Promise<void> => saveLine(journal, line, (part) => patch(line.id, part));
  return {
    lines,
    tooMany,
    add: (files) => {
      const open = lines.filter(({ status }) => status !== 'saved' && status !== 'refused').length;
      const room = Math.max(0, MAX_IMPORTS - open);
      setTooMany(files.length > room);
      setAll((before) => [...before, ...files.slice(0, room).map((file) => lineOf(file, dossier))]);
    },
    change: (id, part) =>
      setAll((before) =>
        before.map((line) => (line.id === id && line.draft ? { ...line, draft: { ...line.draft, ...part } } : line)),
      ),
    save: (id) => {
      for (const line of lines) if (line.id === id) void save(line);
    },
    // One after the other: each entry follows the one before in the chain, and so do their numbers.
    saveAll: () => void lines.reduce((before, line) => before.then(() => save(line)), Promise.resolve()),
    remove: (id) => {
      if (lines.some((line) => line.id === id && line.status === 'reading')) abort.current?.abort();
      setAll((before) => before.filter((line) => line.id !== id));
    },
    cancel: () => {
      abort.current?.abort();
      setAll((before) =>
        before.map((line) =>
          line.status === 'waiting' ? { ...line, status: 'refused', error: 'import-cancelled' } : line,
        ),
      );
    },
  };
}

/** Reads the first line that waits, as long as none is being read. */
function useReading(
  all: readonly Kept[],
  patch: (id: string, part: Partial<Kept>) => void,
  known: { readonly current: { readonly entries: readonly StoredEntry[]; readonly asked: Asked } },
  abort: { current: AbortController | null },
): void {
  const reading = all.some(({ status }) => status === 'reading');
  const next = reading ? undefined : all.find(({ status }) => status === 'waiting');
  const nextId = next?.id;
  // The line is named by its number: the list itself changes at each key typed in a form.
  useEffect(() => {
    if (!next) return;
    const controller = new AbortController();
    abort.current = controller;
    patch(next.id, { status: 'reading' });
    readLine(next, controller.signal).then(
      ({ result, ...read }) => {
        if (!result.ok) {
          patch(next.id, { status: 'refused', error: result.error });
          return;
        }
        const line: Kept = { ...next, ...read };
        const twin = all.some((one) => one.id !== next.id && one.sha256 === line.sha256 && one.status !== 'refused');
        const holder = holderOf(line.sha256 ?? '', known.current.entries);
        patch(next.id, {
          ...read,
          ...readyOf(result.read, line, known.current.asked),
          duplicate: holder ?? (twin ? 'here' : null),
        });
      },
      (cause) => patch(next.id, { status: 'refused', error: codeOf(cause, 'import-failed') }),
    );
  }, [nextId]);
}

/** Files dropped or pasted anywhere on the page; a field that takes files or text keeps its own. */
export function useDroppedFiles(onFiles: (files: readonly File[]) => void): void {
  const give = useRef(onFiles);
  give.current = onFiles;
  useEffect(() => {
    const root = document.documentElement;
    const own = (event: Event): boolean =>
      event.target instanceof Element && event.target.closest('input, textarea, [contenteditable], dialog') !== null;
    const over = (event: DragEvent): void => {
      if (own(event) || !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      root.classList.add('dropping');
    };
    const leave = (): void => root.classList.remove('dropping');
    const take = (event: Event, from: DataTransfer | null): void => {
      leave();
      const files = [...(from?.files ?? [])];
      if (own(event) || files.length === 0) return;
      event.preventDefault();
      give.current(files);
    };
    const drop = (event: DragEvent): void => take(event, event.dataTransfer);
    const paste = (event: ClipboardEvent): void => take(event, event.clipboardData);
    const stops = new AbortController();
    const options = { signal: stops.signal };
    document.addEventListener('dragover', over, options);
    document.addEventListener('dragleave', leave, options);
    document.addEventListener('drop', drop, options);
    document.addEventListener('paste', paste, options);
    return () => stops.abort();
  }, []);
}
