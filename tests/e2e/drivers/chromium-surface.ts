/** A document in Chromium, driven over the DevTools protocol: real input events, our popup included. */
import { BaseSurface, PATIENCE, until } from './base-surface';
import { isGone, type Send } from './chromium-targets';
import { keyEvents } from './keys';
import type { Point } from './types';

interface Evaluated {
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text?: string; readonly exception?: { readonly description?: string } };
}

export class ChromiumSurface extends BaseSurface {
  protected readonly send: Send;
  private readonly end: () => Promise<void>;

  constructor(send: Send, end: () => Promise<void>) {
    super();
    this.send = send;
    this.end = end;
  }

  protected async evaluateExpression(expression: string): Promise<unknown> {
    const answer: Evaluated = await this.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    const trouble = answer.exceptionDetails;
    if (trouble) throw new Error(trouble.exception?.description ?? trouble.text ?? 'evaluation failed');
    return answer.result?.value;
  }

  protected async pointerClick(x: number, y: number): Promise<void> {
    const at = { x, y, button: 'left', clickCount: 1 };
    await this.send('Input.dispatchMouseEvent', { ...at, type: 'mouseMoved', button: 'none', clickCount: 0 });
    await this.send('Input.dispatchMouseEvent', { ...at, type: 'mousePressed', buttons: 1 });
    try {
      await this.send('Input.dispatchMouseEvent', { ...at, type: 'mouseReleased', buttons: 0 });
    } catch (error) {
      // The click took effect before its answer came: it opened the browser's prompt, and the popup closed behind it.
      if (!isGone(error)) throw error;
    }
  }

  protected async pointerDrag(from: Point, to: Point): Promise<void> {
    const send = (type: string, at: Point, buttons: number): Promise<unknown> =>
      this.send('Input.dispatchMouseEvent', { ...at, type, buttons, button: 'left', clickCount: 1 });
    await send('mouseMoved', from, 0);
    await send('mousePressed', from, 1);
    await send('mouseMoved', { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, 1);
    await send('mouseMoved', to, 1);
    await send('mouseReleased', to, 0);
  }

  protected async typeText(text: string): Promise<void> {
    await this.send('Input.insertText', { text });
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      for (const event of keyEvents(key)) await this.send('Input.dispatchKeyEvent', { ...event });
    }
  }

  async setFiles(selector: string, paths: readonly string[]): Promise<void> {
    const { root } = (await this.send('DOM.getDocument')) as { root: { nodeId: number } };
    const { nodeId } = await this.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    if (!nodeId) throw new Error(`no file field ${selector}`);
    await this.send('DOM.setFileInputFiles', { nodeId, files: [...paths] });
  }

  async screenshot(): Promise<Buffer> {
    const { data } = (await this.send('Page.captureScreenshot', { format: 'png' })) as { data: string };
    return Buffer.from(data, 'base64');
  }

  close(): Promise<void> {
    return this.end();
  }

  /** Waits until the document is whole. */
  protected async loaded(): Promise<void> {
    await until(
      'the page did not finish loading',
      async () => {
        const state = await this.evaluate(() => document.readyState).catch(() => 'gone');
        return state === 'complete' ? true : null;
      },
      PATIENCE * 2,
    );
  }
}
