/** Waits for the one connection that an injected script was injected for. */
import type { MessagePortLike } from '../ports';

/** A script injected and never connected to stops listening after this, in ms. */
const UNUSED_MS = 10_000;

/** The part of `runtime.onConnect` used here. */
export interface Connections<P extends MessagePortLike & { readonly name: string }> {
  addListener(listener: (port: P) => void): void;
  removeListener(listener: (port: P) => void): void;
}

/** Calls `serve` with the first port of that name, then listens no more: a page taken twice is served once each time. */
export function acceptOnce<P extends MessagePortLike & { readonly name: string }>(
  connections: Connections<P>,
  name: string,
  serve: (port: P) => void,
): void {
  const stop = (): void => {
    clearTimeout(timer);
    connections.removeListener(heard);
  };
  const heard = (port: P): void => {
    if (port.name !== name) return;
    stop();
    serve(port);
  };
  const timer = setTimeout(stop, UNUSED_MS);
  connections.addListener(heard);
}
