/** SHA-256 of the bytes that enter the journal. */
import { sha256Hex } from '@/lib/domain/chain';

/** SHA-256 of `bytes`, lowercase hex: the name of a blob. Never await it inside a transaction (it would commit by itself). */
export function hashBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return sha256Hex(bytes);
}
