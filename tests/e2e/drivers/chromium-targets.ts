/** Reaches every target of a Chromium (tabs, our popup, the worker) over one connection, without a library's opinion. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession } from 'playwright-core';

export interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

/** One attached target. */
export interface Attached {
  readonly send: Send;
  detach(): Promise<void>;
}

/** Milliseconds after which a target that says nothing is taken for stuck. */
const ANSWER = 30_000;

type Listener = (method: string, params: Record<string, unknown>) => void;

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/** Sends one protocol command to one target. */
export type Send = (method: string, params?: Record<string, unknown>) => Promise<Record<string, unknown>>;

/** The document that was asked is no more: a popup that closed, a tab that left. */
class TargetClosed extends Error {
  constructor() {
    super('the target was closed');
  }
}

/** Whether a call failed because its document was closed meanwhile. */
export function isGone(error: unknown): boolean {
  return error instanceof TargetClosed;
}

/** The answer, or an error that names what was asked: a browser that says nothing must not hold a suite for ever. */
async function within<T>(what: string, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: no answer in ${ANSWER} ms`)), ANSWER);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Nested sessions (`flatten: false`): the library gives no page for a popup, this does (measured on Chromium 156). */
export class Targets {
  private readonly browser: CDPSession;
  private readonly sessions = new Map<string, (message: string | null) => void>();

  constructor(browser: CDPSession) {
    this.browser = browser;
    browser.on('Target.receivedMessageFromTarget', (event) => this.sessions.get(event.sessionId)?.(event.message));
    browser.on('Target.detachedFromTarget', (event) => this.sessions.get(event.sessionId)?.(null));
  }

  async list(...types: string[]): Promise<TargetInfo[]> {
    const { targetInfos } = await within(
      'Target.getTargets',
      this.browser.send('Target.getTargets', { filter: types.map((type) => ({ type })) }),
    );
    return targetInfos;
  }

  async create(url: string, how: { background?: boolean; newWindow?: boolean } = {}): Promise<string> {
    return (await within('Target.createTarget', this.browser.send('Target.createTarget', { url, ...how }))).targetId;
  }

  async close(targetId: string): Promise<void> {
    await within('Target.closeTarget', this.browser.send('Target.closeTarget', { targetId }));
  }

  async activate(targetId: string): Promise<void> {
    await within('Target.activateTarget', this.browser.send('Target.activateTarget', { targetId }));
  }

  /** The toolbar button, clicked as a person does: opens the popup and gives `activeTab`. @param tabTarget of type `tab` */
  async triggerAction(id: string, tabTarget: string): Promise<void> {
    await within(
      'Extensions.triggerAction',
      this.browser.send('Extensions.triggerAction', { id, targetId: tabTarget }),
    );
  }

  async attach(targetId: string, listener?: Listener): Promise<Attached> {
    const { sessionId } = await within(
      'Target.attachToTarget',
      this.browser.send('Target.attachToTarget', { targetId, flatten: false }),
    );
    const waiting = new Map<
      number,
      { resolve: (value: Record<string, unknown>) => void; reject: (error: Error) => void }
    >();
    let last = 0;
    let gone = false;
    this.sessions.set(sessionId, (message) => {
      if (message === null) {
        gone = true;
        this.sessions.delete(sessionId);
        for (const one of waiting.values()) one.reject(new TargetClosed());
        return;
      }
      const answer = JSON.parse(message) as Answer;
      if (answer.id === undefined) return listener?.(answer.method ?? '', answer.params ?? {});
      const one = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (answer.error) one?.reject(new Error(answer.error.message));
      else one?.resolve(answer.result ?? {});
    });
    const send: Send = (method, params = {}) =>
      within(
        method,
        new Promise((resolve, reject) => {
          if (gone) return reject(new TargetClosed());
          last += 1;
          waiting.set(last, { resolve, reject });
          const message = JSON.stringify({ id: last, method, params });
          this.browser.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
        }),
      );
    const detach = async (): Promise<void> => {
      if (!gone) await this.browser.send('Target.detachFromTarget', { sessionId });
    };
    return { send, detach };
  }

  /** When this life of a worker began; « gone » when it stops while it is asked, which may leave the question without an answer. */
  birthOf(target: string): Promise<string> {
    return Promise.race([this.toldBirth(target), sleep(2_000).then(() => 'gone (no answer)')]);
  }

  private async toldBirth(target: string): Promise<string> {
    try {
      const attached = await this.attach(target);
      const asked = attached.send('Runtime.evaluate', { expression: 'performance.timeOrigin', returnByValue: true });
      // One that stops while it is asked never answers.
      const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer')), 1_000));
      const { result } = await Promise.race([asked, late]);
      await attached.detach();
      return String((result as { value?: number }).value);
    } catch (error) {
      return `gone (${error instanceof Error ? error.message : String(error)})`;
    }
  }

  /** The target of type `tab` that holds a page: what `triggerAction` wants. */
  async tabOf(pageTarget: string): Promise<string> {
    const url = (await this.list('page')).find((one) => one.targetId === pageTarget)?.url;
    const tabs = (await this.list('tab')).filter((one) => one.url === url);
    if (tabs.length === 1 && tabs[0]) return tabs[0].targetId;
    for (const tab of tabs) {
      if (await this.holds(tab.targetId, pageTarget)) return tab.targetId;
    }
    throw new Error(`no tab holds the page ${url}`);
  }

  private async holds(tab: string, page: string): Promise<boolean> {
    const inside: string[] = [];
    const attached = await this.attach(tab, (method, params) => {
      const info = params['targetInfo'] as TargetInfo | undefined;
      if (method === 'Target.attachedToTarget' && info) inside.push(info.targetId);
    });
    await attached.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
    await attached.detach();
    return inside.includes(page);
  }
}
