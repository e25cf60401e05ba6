/** A short name for a long text: the same text gives the same name. Not for security. */

/** Two 32-bit multiplicative mixes in one pass over the characters: two texts collide once in some 2^60. */
export function shortKey(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    high ^= high >>> 15;
    low = Math.imul(low ^ unit, 1597334677);
    low ^= low >>> 13;
  }
  return `${(high >>> 0).toString(36)}-${(low >>> 0).toString(36)}`;
}
