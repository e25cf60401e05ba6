/** A lucide drawing (ISC), always beside words: hidden from screen readers. */
import type { LucideIcon } from 'lucide-preact';

export function Icon({ of: Drawing, directional }: { readonly of: LucideIcon; readonly directional?: boolean }) {
  return <Drawing class={directional ? 'icon icon-directional' : 'icon'} aria-hidden="true" focusable="false" />;
}
