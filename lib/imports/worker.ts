/** The thread in which strangers' files are read: what blocks or fills it is ended from outside (lib/imports/client.ts). */
import { readImport } from './read';
import type { ImportInput } from './types';

/** A port of ours: pdf.js's worker module listens to the global one as soon as it is imported. */
addEventListener('message', (event: MessageEvent<unknown>) => {
  const port = event.ports[0];
  if (!port) return;
  port.onmessage = (asked: MessageEvent<ImportInput>) => {
    void readImport(asked.data).then((result) => {
      const copy = result.ok ? result.read.copy : null;
      port.postMessage(result, copy ? [copy.buffer] : []);
    });
  };
});
