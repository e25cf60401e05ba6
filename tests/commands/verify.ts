/** `npm run verify -- FILE.zip`: the verdict line by line; exit 0 intact, 1 altered, 2 not one of our exports or unreadable. */
import { type FileHandle, open } from 'node:fs/promises';
import { NOT_PROVED } from '@/lib/export/not-proved';
import { verifyExport } from '@/lib/export/verify';
import { verifyText } from '@/lib/export/verify-text';
import type { Verdict, Verification } from '@/lib/export/verify-types';
import { SourceError, type ZipSource } from '@/lib/export/zip-reader';
import { translator } from '@/lib/locales';

const EXIT: Record<Verdict, number> = { intact: 0, altered: 1, 'not-ours': 2 };
const LEVELS = { problem: 0, warning: 1, ok: 2 } as const;
const t = translator('fr');

/** A file as random access: only what is asked is read. */
async function fileSource(file: FileHandle): Promise<ZipSource> {
  const { size } = await file.stat();
  return {
    size,
    async read(offset, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      let done = 0;
      while (done < bytes.byteLength) {
        const { bytesRead } = await file.read(bytes, done, bytes.byteLength - done, offset + done);
        if (bytesRead === 0) throw new Error('the file became shorter while it was read');
        done += bytesRead;
      }
      return bytes;
    },
  };
}

/** What a terminal would obey (escape sequences in a file name) is shown, not sent. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '\ufffd');
}

function print(name: string, { verdict, dated, lines }: Verification): void {
  const sorted = [...lines].sort((a, b) => LEVELS[a.level] - LEVELS[b.level]);
  const last = dated.at(-1);
  console.log(printable(t('verify.file', { name })));
  console.log(printable(last ? t('verify.verdict.dated', { ...last }) : t(`verify.verdict.${verdict}`)));
  for (const line of sorted) console.log(printable(`  ${t(`verify.level.${line.level}`)} : ${verifyText(line, t)}`));
  if (verdict === 'not-ours') return;
  console.log(t('verify.limits'));
  console.log(`${t('verify.not')} :`);
  for (const key of NOT_PROVED) console.log(`  - ${t(key)}`);
}

async function main(name: string | undefined): Promise<number> {
  if (name === undefined) {
    console.error(t('verify.usage'));
    return 2;
  }
  let file: FileHandle | null = null;
  try {
    file = await open(name, 'r');
    const result = await verifyExport(await fileSource(file));
    print(name, result);
    return EXIT[result.verdict];
  } catch (error) {
    // A file that the system refuses is an answer (2); anything else is a bug and must show as one.
    if (!(error instanceof SourceError) && !(error instanceof Error && 'syscall' in error)) throw error;
    console.error(printable(t('verify.open-failed', { name, detail: error.message })));
    return 2;
  } finally {
    await file?.close();
  }
}

process.exitCode = await main(process.argv[2]);
