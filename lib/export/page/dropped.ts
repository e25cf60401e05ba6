/** What a person gave to the page of an export: one ZIP, or the files of one folder. */
import type { FolderFile } from '../folder-reader';

export type Given =
  | { readonly is: 'zip'; readonly name: string; readonly file: File }
  | { readonly is: 'folder'; readonly name: string; readonly files: readonly FolderFile[] };

/** Why nothing could be taken: a key of `check.…`. */
export type Refusal = 'one' | 'folder-refused';

/** Files of an `<input type="file">`; null when the person chose none. */
export function fromInput(input: HTMLInputElement): Given | null {
  const files = [...(input.files ?? [])];
  const first = files[0];
  if (!first) return null;
  if (!input.webkitdirectory) return { is: 'zip', name: first.name, file: first };
  return {
    is: 'folder',
    name: first.webkitRelativePath.split('/')[0] ?? '',
    files: files.map((file) => ({ path: withoutFolder(file.webkitRelativePath), file })),
  };
}

/** The path from the folder that was chosen, without its own name. */
function withoutFolder(path: string): string {
  return path.slice(path.indexOf('/') + 1);
}

/** Chromium alone has it (File System API); in a page of the disk it is the only way that it leaves to a dropped folder. */
interface HandleItem extends DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** What was dropped. It must be called while the event lasts: the browser then takes the list away. */
export async function fromDrop(transfer: DataTransfer): Promise<Given | Refusal> {
  const files = [...transfer.files];
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const [item] = items;
  const [file] = files;
  if (items.length > 1 || files.length > 1 || !file) return 'one';
  const entry = item?.webkitGetAsEntry();
  if (!item || !entry?.isDirectory) return { is: 'zip', name: file.name, file };
  const handle = (item as HandleItem).getAsFileSystemHandle?.();
  try {
    return handle ? await walkHandle(handle) : await walk(entry as FileSystemDirectoryEntry);
  } catch (error) {
    // A browser may list a dropped folder in a page of the disk, and then refuse its files.
    if (error instanceof DOMException) return 'folder-refused';
    throw error;
  }
}

async function walkHandle(asked: Promise<FileSystemHandle | null>): Promise<Given | Refusal> {
  const root = await asked;
  if (root?.kind !== 'directory') return 'folder-refused';
  const files: FolderFile[] = [];
  const waiting: [string, FileSystemDirectoryHandle][] = [['', root as FileSystemDirectoryHandle]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [base, folder] = next;
    for await (const [name, child] of folder.entries()) {
      const path = `${base}${name}`;
      if (child.kind === 'directory') waiting.push([`${path}/`, child as FileSystemDirectoryHandle]);
      else files.push({ path, file: await (child as FileSystemFileHandle).getFile() });
    }
  }
  return { is: 'folder', name: root.name, files };
}

async function walk(root: FileSystemDirectoryEntry): Promise<Given> {
  const files: FolderFile[] = [];
  const waiting: FileSystemDirectoryEntry[] = [root];
  for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
    for (const child of await childrenOf(folder)) {
      if (child.isDirectory) waiting.push(child as FileSystemDirectoryEntry);
      else {
        const file = await fileOf(child as FileSystemFileEntry);
        files.push({ path: child.fullPath.slice(root.fullPath.length + 1), file });
      }
    }
  }
  return { is: 'folder', name: root.name, files };
}

/** A reader gives at most a hundred entries at a time, and none at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return found;
    found.push(...some);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}
