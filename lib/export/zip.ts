/** A ZIP as a stream: files stored as they are (PNG and JPEG do not shrink), dated once, pulled one at a time. */
import { makeZip } from 'client-zip';
import { localFields, type Moment } from '@/lib/domain/moment';

export interface ZipFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * ZIP has no time zone: its dates are what a clock on the wall said. client-zip reads them with local getters,
 * so this date shows the moment's own wall clock whatever the zone of this machine.
 */
function wallClock(moment: Moment): Date {
  const { date, time } = localFields(moment);
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return new Date(year, month - 1, day, hour, minute, second);
}

/** Streams a ZIP; an error in `files` errors the stream, and the ZIP then has no directory. */
export function zipStream(files: AsyncIterable<ZipFile>, date: Moment): ReadableStream<Uint8Array<ArrayBuffer>> {
  const lastModified = wallClock(date);
  async function* inputs(): AsyncGenerator<{ name: string; input: Uint8Array<ArrayBuffer>; lastModified: Date }> {
    for await (const { path, bytes } of files) yield { name: path, input: bytes, lastModified };
  }
  // client-zip makes plain ArrayBuffers only; its type says less than it does.
  return makeZip(inputs()) as ReadableStream<Uint8Array<ArrayBuffer>>;
}
