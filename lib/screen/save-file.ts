/** Saves bytes as a file, by a link: the common path of both browsers, Android too (toolchain.md § 4). */

/** How long the browser may take to read it. */
const READING_MS = 60_000;

export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), READING_MS);
}
