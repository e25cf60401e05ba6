/** Bench of the letters' PDFs: milliseconds inside an extension page, beside the layout of the same letter's print view in the same run. */
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LetterDocument } from '@/lib/domain/letter-types';
import { PERSON, write } from '@/tests/unit/letters/support';
import { type Bench, openBench } from './letters/open';

/** Where to leave the PDFs, to look at them. */
const keep = process.env['BENCH_OUT'];

const LETTERS: Readonly<Record<string, LetterDocument>> = {
  'two pages, Latin': write('substitution-lrar', 'lrar'),
  'and a Persian name': write('substitution-lrar', 'lrar', { values: { ...PERSON, lastName: 'علی‌رضا' } }),
  'and a Chinese name': write('substitution-lrar', 'lrar', { values: { ...PERSON, lastName: '王小明' } }),
  'and a Khmer name': write('substitution-lrar', 'lrar', { values: { ...PERSON, lastName: 'សុភា' } }),
  'and Hebrew, drawn': write('substitution-lrar', 'lrar', { values: { ...PERSON, lastName: 'משה כהן' } }),
};

async function benchOne(browser: 'chromium' | 'firefox'): Promise<void> {
  const bench = await openBench(browser);
  try {
    for (const [name, letter] of Object.entries(LETTERS)) {
      const made = await bench.make(letter);
      const ms = (value: number): string => `${value.toFixed(0)} ms`.padStart(8);
      const ratio = (made.next / made.printView).toFixed(1);
      console.log(
        `${browser.padEnd(9)} ${name.padEnd(20)} first ${ms(made.first)}  next ${ms(made.next)}  print view ${ms(made.printView)}  ratio ${ratio}  flags ${made.flags}`,
      );
      if (keep)
        writeFileSync(join(keep, `${browser}-${name.replace(/\W+/g, '-')}.pdf`), Buffer.from(made.base64, 'base64'));
    }
    if (browser === 'chromium') printSizes(bench);
  } finally {
    await bench.close();
  }
}

function printSizes({ folder }: Bench): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => ({ name, bytes: statSync(join(folder, name)).size }))
    .filter(({ name, bytes }) => bytes > 10_000 && /\.(js|wasm|ttf)$/.test(name));
  for (const { name, bytes } of files) console.log(`${(bytes / 1000).toFixed(0).padStart(6)} kB  ${name}`);
}

for (const browser of ['chromium', 'firefox'] as const) await benchOne(browser);
