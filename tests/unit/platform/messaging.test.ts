/** Who may speak to the background: our pages and our content scripts, each for what is theirs, nobody else. */
import { beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('@/lib/platform/browser', async () => ({ browser: (await import('../flow/fake-browser')).browser }));

import { type Handlers, hearMessages, senderKind } from '@/lib/platform/messaging';
import { browser, resetFake } from '../flow/fake-browser';

const own = { id: 'carnet', origin: 'chrome-extension://carnet/' };

describe('senderKind', () => {
  it.each([
    ['our popup', { id: 'carnet', url: 'chrome-extension://carnet/popup.html' }, 'page'],
    [
      'our journal in a tab',
      { id: 'carnet', url: 'chrome-extension://carnet/journal.html', tab: { id: 1 }, frameId: 0 },
      'page',
    ],
    ['our content script', { id: 'carnet', url: 'https://a.gouv.fr/', tab: { id: 1 }, frameId: 0 }, 'content'],
    ['our script in a frame', { id: 'carnet', url: 'https://a.gouv.fr/', tab: { id: 1 }, frameId: 3 }, null],
    ['another extension', { id: 'other', url: 'chrome-extension://carnet/popup.html' }, null],
    ['a page named like us', { id: 'carnet', url: 'https://chrome-extension/carnet/' }, null],
    ['an http page', { id: 'carnet', url: 'http://a.gouv.fr/', tab: { id: 1 }, frameId: 0 }, null],
  ])('%s', (_name, sender, kind) => {
    expect(senderKind(sender as never, own)).toBe(kind);
  });
});

describe('hearMessages', () => {
  beforeEach(() => resetFake());
  const called: string[] = [];
  const handlers = new Proxy(
    {},
    {
      get: (_target, name) => async () => {
        called.push(String(name));
        return {};
      },
    },
  ) as Handlers;

  async function send(message: unknown, sender: unknown): Promise<unknown> {
    called.length = 0;
    browser.runtime.onMessage.all.clear();
    hearMessages(handlers);
    const [listener] = browser.runtime.onMessage.all;
    return (listener as unknown as (message: unknown, sender: unknown) => unknown)(message, sender);
  }
  const page = { id: 'carnet', url: 'chrome-extension://carnet/popup.html' };
  const content = { id: 'carnet', url: 'https://a.gouv.fr/', tab: { id: 1 }, frameId: 0 };

  it('refuses a content script that asks for a capture', async () => {
    const body = { tabId: 1, method: 'screen', intent: '00000000-0000-4000-8000-000000000001' };
    expect(await send({ to: 'background', name: 'capture', body }, content)).toEqual({ error: 'message-refused' });
    expect(called).toEqual([]);
    await send({ to: 'background', name: 'capture', body }, page);
    expect(called).toEqual(['capture']);
  });

  it('refuses a body that is not in the contract, and a name from the prototype', async () => {
    expect(await send({ to: 'background', name: 'capture', body: { tabId: 'x', method: 'screen' } }, page)).toEqual({
      error: 'message-refused',
    });
    expect(await send({ to: 'background', name: 'constructor', body: {} }, page)).toBeUndefined();
    expect(await send('hello', page)).toBeUndefined();
    expect(called).toEqual([]);
  });
});
