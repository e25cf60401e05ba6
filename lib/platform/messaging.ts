/** Sends and hears the messages of lib/messages: every body and answer is checked at both ends, every sender at ours. */
import { AppError } from '@/lib/domain/errors';
import {
  CONTENT_MESSAGES,
  type ContentMessageAnswer,
  type ContentMessageBody,
  type ContentMessageName,
  MESSAGES,
  type MessageAnswer,
  type MessageBody,
  type MessageName,
} from '@/lib/messages/contract';
import { browser, type Runtime } from './browser';

export interface Sender {
  readonly tabId: number | null;
  readonly windowId: number | null;
  readonly url: string;
  readonly active: boolean;
}

export type Handlers = { [N in MessageName]: (body: MessageBody<N>, sender: Sender) => Promise<MessageAnswer<N>> };

interface Envelope {
  readonly to: 'background' | 'content';
  readonly name: string;
  readonly body: unknown;
}

function isEnvelope(value: unknown): value is Envelope {
  return typeof value === 'object' && value !== null && 'to' in value && 'name' in value && 'body' in value;
}

/** Which of our two kinds of context a sender is; null for anybody else. */
export function senderKind(
  sender: Runtime.MessageSender,
  own: { id: string; origin: string },
): 'page' | 'content' | null {
  if (sender.id !== own.id) return null;
  const url = sender.url ?? '';
  if (url.startsWith(own.origin)) return 'page';
  return sender.tab && sender.frameId === 0 && url.startsWith('https://') ? 'content' : null;
}

/** Asks the background. @throws AppError message-refused when the answer is not what the contract says */
export async function sendToBackground<N extends MessageName>(
  name: N,
  body: MessageBody<N>,
): Promise<MessageAnswer<N>> {
  const answer: unknown = await browser.runtime.sendMessage({ to: 'background', name, body } satisfies Envelope);
  const read = MESSAGES[name].answer.safeParse(answer);
  if (!read.success) throw new AppError('message-refused', { detail: `${name}: answer`, cause: read.error });
  return read.data as MessageAnswer<N>;
}

/**
 * Asks the background for a capture, once more if its worker was stopped before it answered: the intent makes it one line.
 * @throws AppError message-refused; the browser's own error when the worker cannot be woken
 */
export async function askCapture(
  tabId: number,
  method: MessageBody<'capture'>['method'],
): Promise<MessageAnswer<'capture'>> {
  const body = { tabId, method, intent: crypto.randomUUID() };
  try {
    return await sendToBackground('capture', body);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    console.warn('the worker stopped during a capture, asking again', cause);
    return sendToBackground('capture', body);
  }
}

/** Asks the content script of a tab; null when there is none (no permission, error page). */
export async function askContent<N extends ContentMessageName>(
  tabId: number,
  name: N,
  body: ContentMessageBody<N>,
): Promise<ContentMessageAnswer<N> | null> {
  let answer: unknown;
  try {
    answer = await browser.tabs.sendMessage(tabId, { to: 'content', name, body } satisfies Envelope, { frameId: 0 });
  } catch (cause) {
    // The only way to learn that no content script runs there; anything else that went wrong is said.
    if (!/receiving end does not exist|could not establish connection/i.test(String(cause)))
      console.warn(`asking a page (${name})`, cause);
    return null;
  }
  const read = CONTENT_MESSAGES[name].answer.safeParse(answer);
  return read.success ? (read.data as ContentMessageAnswer<N>) : null;
}

/** Hears every message to the background. Must be called synchronously at start. */
export function hearMessages(handlers: Handlers): void {
  const own = { id: browser.runtime.id, origin: browser.runtime.getURL('/') };
  browser.runtime.onMessage.addListener(((message: unknown, sender: Runtime.MessageSender) => {
    if (!isEnvelope(message) || message.to !== 'background' || !Object.hasOwn(MESSAGES, message.name)) return undefined;
    const name = message.name as MessageName;
    const spec = MESSAGES[name];
    const body = spec.body.safeParse(message.body);
    if (senderKind(sender, own) !== spec.from || !body.success) {
      return Promise.resolve({ error: 'message-refused' });
    }
    const from: Sender = {
      tabId: sender.tab?.id ?? null,
      windowId: sender.tab?.windowId ?? null,
      url: sender.url ?? '',
      active: sender.tab?.active ?? false,
    };
    const handler = handlers[name] as (body: unknown, sender: Sender) => Promise<unknown>;
    return handler(body.data, from);
  }) as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
}
