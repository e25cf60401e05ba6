/** Observational webRequest on the hosts of our tables only; what is kept of an event is lib/receipt's business. */
import { NATIONAL_MATCHES } from '@/lib/pages/hosts';
import { PREFECTURE_MATCHES } from '@/lib/prefectures/matches';
import { browser, type WebRequest } from './browser';

export type NetworkPhase = 'before-request' | 'response-started' | 'completed' | 'error-occurred';

/** The members of a webRequest event that both browsers give (a subset; more is there, and never read). */
export interface NetworkDetails {
  readonly requestId: string;
  readonly tabId: number;
  readonly type: string;
  readonly url: string;
  readonly timeStamp: number;
  readonly statusCode?: number | undefined;
  readonly fromCache?: boolean | undefined;
  readonly error?: string | undefined;
  readonly responseHeaders?: readonly { readonly name: string; readonly value?: string | undefined }[] | undefined;
}

/** Hears navigations and page calls on our hosts (those that are granted). Must be called synchronously at start. */
export function hearNetwork(listener: (phase: NetworkPhase, details: NetworkDetails) => void): void {
  const filter: WebRequest.RequestFilter = {
    urls: [...NATIONAL_MATCHES, ...PREFECTURE_MATCHES],
    types: ['main_frame', 'xmlhttprequest'],
  };
  const hear = (phase: NetworkPhase) => (details: NetworkDetails) => listener(phase, details);
  const { onBeforeRequest, onResponseStarted, onCompleted, onErrorOccurred } = browser.webRequest;
  type Listener<T extends { addListener: (...args: never[]) => void }> = Parameters<T['addListener']>[0];
  onBeforeRequest.addListener(hear('before-request') as Listener<typeof onBeforeRequest>, filter);
  onResponseStarted.addListener(hear('response-started') as Listener<typeof onResponseStarted>, filter, [
    'responseHeaders',
  ]);
  onCompleted.addListener(hear('completed') as Listener<typeof onCompleted>, filter, ['responseHeaders']);
  onErrorOccurred.addListener(hear('error-occurred') as Listener<typeof onErrorOccurred>, filter);
}
