/** Reads an unpacked export: the files of a folder as a browser gives them, under the same bounds as a ZIP. */
import { Bounds, type OpenedZip, SourceError, ZIP_LIMITS, type ZipItem, type ZipLimits } from './zip-reader';

/** A file of a folder. */
export interface FolderFile {
  /** Path from the folder that was chosen, `/` as separator. */
  readonly path: string;
  readonly file: Blob;
}

/** Lists a folder as if it were a ZIP; nothing is read yet. */
export function openFolder(files: readonly FolderFile[], limits: ZipLimits = ZIP_LIMITS): OpenedZip {
  const bounds = new Bounds(Number.POSITIVE_INFINITY, limits);
  const items: ZipItem[] = [];
  for (const { path, file } of files) {
    const refusal = bounds.add(path, file.size);
    if (refusal) return { items, ambiguities: [], refusal };
    items.push({
      path,
      bytes: file.size,
      directory: false,
      encrypted: false,
      special: false,
      async read() {
        try {
          return new Uint8Array(await file.arrayBuffer());
        } catch (error) {
          throw new SourceError(error);
        }
      },
    });
  }
  return { items, ambiguities: [], refusal: null };
}
