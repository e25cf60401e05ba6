/** Work on a list of files a few ahead of whoever takes the results, which come in the order of the list. */

/** How many files are under way at once, and above how many bytes no other is begun (one always is). */
const FILES_AHEAD = 8;
const BYTES_AHEAD = 8_000_000;

/**
 * Reading a file from the browser's storage is mostly waiting: eight at once take less than half the time of one after
 * the other (456 pictures of 130 kB: 0.8 s to 0.3 s in Chromium, 2.3 s to 0.6 s in Firefox).
 * @param work begins in the order of the list; its failure is thrown when its turn comes, and nothing more is begun
 */
export async function* readAhead<F extends { readonly bytes: number }, R>(
  files: readonly F[],
  work: (file: F) => Promise<R>,
): AsyncGenerator<{ readonly file: F; readonly result: R }> {
  const running: { readonly file: F; readonly result: Promise<R> }[] = [];
  let next = 0;
  let bytes = 0;
  for (;;) {
    for (let file = files[next]; file; file = files[next]) {
      if (running.length >= FILES_AHEAD || (running.length > 0 && bytes + file.bytes > BYTES_AHEAD)) break;
      const result = work(file);
      // Whoever takes the results meets this failure in its turn, or has stopped at an earlier one.
      result.catch(() => undefined);
      running.push({ file, result });
      bytes += file.bytes;
      next += 1;
    }
    const first = running.shift();
    if (!first) return;
    bytes -= first.file.bytes;
    yield { file: first.file, result: await first.result };
  }
}
