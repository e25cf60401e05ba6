/** The skeleton of a page on its way to the person's eyes: read on their click, shown by our page, kept nowhere else. */
import * as z from 'zod/mini';
import { AppError } from '@/lib/domain/errors';
import { recall, remember } from '@/lib/platform/session';
import { askScript } from '@/lib/platform/tabs';

/** In the browser's memory between the popup and our page, never on the disk. */
export const SKELETON_KEY = 'skeleton';
/** More than lib/skeleton ever writes: what is longer is not ours. */
const MAX_LENGTH = 100_000;

const skeletonSchema = z.string().check(z.minLength(1), z.maxLength(MAX_LENGTH));

/**
 * Reads the page of a tab. The page itself is left as it is.
 * @throws AppError page-unreadable when nothing came back
 */
export async function readSkeleton(tabId: number): Promise<void> {
  let answer: unknown;
  try {
    answer = await askScript(tabId, '/skeleton.js');
  } catch (cause) {
    throw new AppError('page-unreadable', { cause });
  }
  const read = skeletonSchema.safeParse(answer);
  if (!read.success) throw new AppError('page-unreadable', { cause: read.error });
  await remember<string>(SKELETON_KEY, () => read.data);
}

/** Takes what was read, once: nothing of it stays behind. Null when there is nothing. */
export async function takeSkeleton(): Promise<string | null> {
  const text = await recall<string>(SKELETON_KEY);
  if (text !== null) await remember<string>(SKELETON_KEY, () => null);
  return text;
}

/** `page-a-reconnaitre_20261122.html`: no site, no name. @param day YYYY-MM-DD */
export function skeletonName(day: string): string {
  return `page-a-reconnaitre_${day.replaceAll('-', '')}.html`;
}
