/** Gives a file to the browser, the same way in both and on Android: no `downloads` permission. */

/** The browser has read the bytes by the next minute. */
const READ_BY_MS = 60_000;

export function saveAs(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), READ_BY_MS);
}
