/** A place that screen readers watch: what is put in it is read out; it stays mounted so that the first message is heard too. */
import type { ComponentChildren } from 'preact';

export function Announcer({ urgent, children }: { readonly urgent?: boolean; readonly children?: ComponentChildren }) {
  return urgent ? <div role="alert">{children}</div> : <div role="status">{children}</div>;
}
