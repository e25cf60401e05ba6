/** Opens an export as a map of files, and makes a ZIP again from such a map, with or without new manifests. */
import { sha256Hex } from '@/lib/domain/chain';
import { BAG } from '@/lib/domain/export-plan';
import { manifestText } from '@/lib/export/tags';
import { verifyExport } from '@/lib/export/verify';
import type { Verification } from '@/lib/export/verify-types';
import { zipStream } from '@/lib/export/zip';
import { blobSource, bytesSource, openZip } from '@/lib/export/zip-reader';
import { NOW } from './sample';

export type Files = Map<string, Uint8Array<ArrayBuffer>>;
export const utf8 = new TextEncoder();
export const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

export async function filesOf(blob: Blob): Promise<Files> {
  const { items } = await openZip(blobSource(blob));
  const files: Files = new Map();
  for (const item of items) files.set(item.path, await item.read());
  return files;
}

export async function zipOf(
  files: Iterable<readonly [string, Uint8Array<ArrayBuffer>]>,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = zipStream(
    (async function* () {
      for (const [path, bytes] of files) yield { path, bytes };
    })(),
    NOW,
  );
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** What a careful forger does after a change: new manifests, new Payload-Oxum. */
export async function remanifest(files: Files): Promise<Files> {
  const next: Files = new Map(files);
  const payload = [...next].filter(([path]) => path.startsWith('data/'));
  const oxum = `${payload.reduce((sum, [, bytes]) => sum + bytes.byteLength, 0)}.${payload.length}`;
  next.set(BAG.info, utf8.encode(text(next.get(BAG.info)).replace(/Payload-Oxum: .*/, `Payload-Oxum: ${oxum}`)));
  const list = async (entries: [string, Uint8Array<ArrayBuffer>][]): Promise<Uint8Array<ArrayBuffer>> =>
    utf8.encode(
      manifestText(await Promise.all(entries.map(async ([path, bytes]) => ({ path, sha256: await sha256Hex(bytes) })))),
    );
  next.set(BAG.manifest, await list(payload));
  next.set(
    BAG.tagManifest,
    await list([...next].filter(([path]) => !path.startsWith('data/') && path !== BAG.tagManifest)),
  );
  return next;
}

export async function verifyFiles(files: Files): Promise<Verification> {
  return verifyExport(bytesSource(await zipOf(files)));
}

/** Codes of the problems. */
export function problems(result: Verification): string[] {
  return result.lines.filter((line) => line.level === 'problem').map((line) => line.code);
}
