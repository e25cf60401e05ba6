/** Bench of the pack's PDFs: 1, 228 and 1,000 captures inside an extension page, beside hashing and joining the same pictures. */
import { openBench } from './letters/open';

const counts = (process.env['BENCH_CAPTURES'] ?? '1,228,1000').split(',').map(Number);
const browsers = (process.env['BENCH_BROWSERS'] ?? 'chromium,firefox').split(',');

for (const browser of ['chromium', 'firefox'] as const) {
  if (!browsers.includes(browser)) continue;
  const bench = await openBench(browser);
  try {
    for (const count of counts) {
      const { ms, given, bytes, pages, yardstick, heap } = await bench.pack(count);
      const mega = (value: number): string => `${(value / 1e6).toFixed(2)} MB`;
      const grown = heap === null ? 'not said' : `${heap.toFixed(0)} MB`;
      console.log(
        `${browser.padEnd(9)} ${String(count).padStart(5)} captures  ${(ms / 1000).toFixed(2)} s  PNG ${mega(given)} → PDF ${mega(bytes)}, ${pages} pages  hash and join ${(yardstick / 1000).toFixed(2)} s  ratio ${(ms / yardstick).toFixed(1)}  JavaScript heap + ${grown}`,
      );
    }
  } finally {
    await bench.close();
  }
}
