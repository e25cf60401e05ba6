/** The content script's end of the messages: the browser's own API, without the polyfill and the schemas, which would weigh more than the rest. */
import type { ContentMessageAnswer, ContentMessageName, MessageAnswer, MessageBody } from '@/lib/messages/contract';
import type { Runtime } from './browser';

/** The few members used here; promises in both browsers (Manifest V3). */
interface Api {
  readonly runtime: {
    readonly id: string;
    sendMessage(message: unknown): Promise<unknown>;
    readonly onMessage: {
      addListener(
        listener: (message: unknown, sender: Runtime.MessageSender, answer: (value: unknown) => void) => boolean,
      ): void;
    };
  };
}

/**
 * `chrome` exists in both browsers, as a property of the content script's own global: unlike `browser`, no element of
 * the page (`<form id="browser">`) can stand in its place.
 */
function api(): Api {
  return (globalThis as unknown as { chrome: Api }).chrome;
}

/** The background did not take the message: what this page says is not what the contract allows. */
export class Refused extends Error {}

/**
 * Tells the background what the page shows. The answer comes from our own background: it is not checked again.
 * @throws Refused, or the browser's own error when the worker was stopped before it answered
 */
export async function tellBackground(body: MessageBody<'page-seen'>): Promise<MessageAnswer<'page-seen'>> {
  const answer = (await api().runtime.sendMessage({ to: 'background', name: 'page-seen', body })) as
    | MessageAnswer<'page-seen'>
    | { readonly error: string }
    | undefined;
  if (answer === undefined) throw new Error('no answer');
  if ('error' in answer) throw new Refused(answer.error);
  return answer;
}

export type ContentHandlers = {
  [N in ContentMessageName]: (body: { readonly visible?: unknown }) => Promise<ContentMessageAnswer<N>>;
};

/** Hears what the background asks of a content script, and nobody else. */
export function hearBackground(handlers: ContentHandlers): void {
  const { runtime } = api();
  runtime.onMessage.addListener((message, sender, answer) => {
    if (sender.id !== runtime.id || sender.tab || typeof message !== 'object' || message === null) return false;
    const { to, name, body } = message as { to?: unknown; name?: unknown; body?: unknown };
    if (to !== 'content' || typeof name !== 'string' || !Object.hasOwn(handlers, name)) return false;
    handlers[name as ContentMessageName]((body ?? {}) as { visible?: unknown }).then(answer, (cause) => {
      console.error(name, cause);
      answer(undefined);
    });
    return true;
  });
}
