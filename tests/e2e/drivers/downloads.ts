/** Waiting for a file that the browser saves: whole, not its temporary part. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from './base-surface';

/** The first file of `dir` whose name matches and whose size has stopped growing. @param timeout milliseconds */
export async function waitForFile(dir: string, name: RegExp, timeout?: number): Promise<string> {
  let before = -1;
  const seen = async (): Promise<string> =>
    `no file ${name} was saved; saved: ${(await readdir(dir)).join(', ') || 'nothing'}`;
  return until(
    seen,
    async () => {
      const names = await readdir(dir);
      // `.part` is Firefox's and `.crdownload` Chromium's name of a download under way.
      if (names.some((one) => /\.(part|crdownload)$/.test(one))) return null;
      const found = names.find((one) => name.test(one));
      if (!found) return null;
      const { size } = await stat(join(dir, found));
      if (size > 0 && size === before) return join(dir, found);
      before = size;
      return null;
    },
    timeout,
  );
}
