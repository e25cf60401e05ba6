/** Reads a page's resources from the browser's own cache, and from nowhere else. */

/** Bounds of what one re-rendering reads, in number and in bytes: a page is a few fonts and icons. */
const MAX_FILES = 150;
const MAX_BYTES = 12_000_000;
/** Longest wait for one file, in ms: the cache is on the disk. */
const READ_MS = 1_500;

/**
 * Reads files as data URLs. `only-if-cached` is the guarantee: the browser answers from its cache or fails, it never
 * asks the network (Fetch standard, « HTTP-network-or-cache fetch »); it works for the page's own origin only.
 */
export class CachedFiles {
  readonly #origin: string;
  readonly #files = new Map<string, Promise<string | null>>();
  #left = MAX_BYTES;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** The file as a data URL, or null when it is not in the cache or belongs to another origin. */
  read(url: string): Promise<string | null> {
    if (url.startsWith('data:')) return Promise.resolve(url);
    const known = this.#files.get(url);
    if (known) return known;
    const own = URL.canParse(url) && new URL(url).origin === this.#origin && this.#files.size < MAX_FILES;
    const reading = own ? this.#fetch(url) : Promise.resolve(null);
    this.#files.set(url, reading);
    return reading;
  }

  async #fetch(url: string): Promise<string | null> {
    try {
      const answer = await fetch(url, {
        mode: 'same-origin',
        cache: 'only-if-cached',
        credentials: 'same-origin',
        signal: AbortSignal.timeout(READ_MS),
      });
      if (!answer.ok) return null;
      const blob = await answer.blob();
      this.#left -= blob.size;
      return this.#left < 0 ? null : await dataUrl(blob);
    } catch {
      // Not in the cache: the copy does without it, which is what « rendu reconstitué » warns of.
      return null;
    }
  }
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
