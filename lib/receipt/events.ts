/** The events that the network receipt is built from: the few members of a webRequest event that we look at. */

/** Shared by every event. `url` is used for its host and path only; its query string is never kept. */
interface NetworkEventBase {
  readonly tabId: number;
  readonly requestId: string;
  readonly url: string;
  /** `document`: the page itself (main_frame). `call`: a request that the page's own code makes (xmlhttprequest, fetch). */
  readonly resource: 'document' | 'call';
  /** The browser's timestamp of the event: milliseconds since the Unix epoch. */
  readonly timeStamp: number;
}

export type NetworkEvent =
  | (NetworkEventBase & { readonly type: 'before-request' })
  | (NetworkEventBase & {
      readonly type: 'response-started' | 'completed';
      readonly status: number;
      readonly fromCache: boolean;
      readonly serverDate?: string | undefined;
    })
  | (NetworkEventBase & { readonly type: 'error-occurred'; readonly error: string; readonly fromCache: boolean });

export type NetworkEventType = NetworkEvent['type'];

/** A webRequest event as the browsers give it (onBeforeRequest, onResponseStarted, onCompleted, onErrorOccurred). */
export interface WebRequestDetails {
  readonly tabId: number;
  readonly requestId: string;
  readonly url: string;
  readonly type: string;
  readonly timeStamp: number;
  readonly statusCode?: number | undefined;
  readonly fromCache?: boolean | undefined;
  readonly error?: string | undefined;
  readonly responseHeaders?: readonly { readonly name: string; readonly value?: string | undefined }[] | undefined;
}

/**
 * Keeps of a browser's event only what a receipt may hold: of all the headers, `Date`.
 * Null for what is none of our business (images, frames, requests of no tab).
 */
export function networkEvent(type: NetworkEventType, details: WebRequestDetails): NetworkEvent | null {
  const resource = details.type === 'main_frame' ? 'document' : details.type === 'xmlhttprequest' ? 'call' : null;
  if (resource === null || details.tabId < 0) return null;
  const base = {
    tabId: details.tabId,
    requestId: details.requestId,
    url: details.url,
    resource,
    timeStamp: details.timeStamp,
  } as const;
  if (type === 'before-request') return { ...base, type };
  if (type === 'error-occurred')
    return {
      ...base,
      type,
      error: (details.error ?? 'unknown error').slice(0, 200),
      fromCache: details.fromCache ?? false,
    };
  const date = details.responseHeaders?.find((header) => header.name.toLowerCase() === 'date')?.value;
  return {
    ...base,
    type,
    status: details.statusCode ?? 0,
    fromCache: details.fromCache ?? false,
    ...(date === undefined ? {} : { serverDate: date }),
  };
}
