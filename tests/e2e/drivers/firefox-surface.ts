/** A document in Firefox, driven over WebDriver BiDi: real input events, our popup included. */
import { BaseSurface } from './base-surface';
import { bidiKeys } from './keys';
import type { Point } from './types';

/** Sends one BiDi command and gives its result. */
export type Bidi = (method: string, params: Record<string, unknown>) => Promise<Record<string, unknown>>;

interface Evaluated {
  readonly type: string;
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text?: string };
}

/** Evaluates in a BiDi context (a page, or the browser's own window) and gives the value back through JSON. */
export async function evaluateIn(bidi: Bidi, context: string, expression: string): Promise<unknown> {
  const answer = (await bidi('script.evaluate', {
    expression: `(async () => JSON.stringify({ value: await (${expression}) }))()`,
    target: { context },
    awaitPromise: true,
  })) as unknown as Evaluated;
  if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text ?? 'evaluation failed');
  return (JSON.parse(String(answer.result?.value)) as { value?: unknown }).value;
}

export class FirefoxSurface extends BaseSurface {
  protected readonly bidi: Bidi;
  readonly context: string;
  private readonly end: () => Promise<void>;

  constructor(bidi: Bidi, context: string, end: () => Promise<void>) {
    super();
    this.bidi = bidi;
    this.context = context;
    this.end = end;
  }

  protected evaluateExpression(expression: string): Promise<unknown> {
    return evaluateIn(this.bidi, this.context, expression);
  }

  protected async pointerClick(x: number, y: number): Promise<void> {
    await this.point(x, y, 0);
  }

  /** @param button 0 left, 2 right */
  async point(x: number, y: number, button: 0 | 2): Promise<void> {
    const actions = [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button },
      { type: 'pointerUp', button },
    ];
    await this.bidi('input.performActions', {
      context: this.context,
      actions: [{ type: 'pointer', id: 'mouse', actions }],
    });
  }

  protected async pointerDrag(from: Point, to: Point): Promise<void> {
    const move = ({ x, y }: Point) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y) });
    const halfway = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    const [press, release] = [
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    const actions = [move(from), press, move(halfway), move(to), release];
    await this.bidi('input.performActions', {
      context: this.context,
      actions: [{ type: 'pointer', id: 'mouse', actions }],
    });
  }

  protected async typeText(text: string): Promise<void> {
    await this.keys([...text].map((character) => [character === '\n' ? '\uE007' : character]));
  }

  async press(...keys: string[]): Promise<void> {
    await this.keys(keys.map(bidiKeys));
  }

  private async keys(strokes: readonly (readonly string[])[]): Promise<void> {
    const actions = strokes.flatMap((stroke) => [
      ...stroke.map((value) => ({ type: 'keyDown', value })),
      ...stroke.toReversed().map((value) => ({ type: 'keyUp', value })),
    ]);
    if (actions.length === 0) return;
    await this.bidi('input.performActions', {
      context: this.context,
      actions: [{ type: 'key', id: 'keyboard', actions }],
    });
  }

  async setFiles(selector: string, paths: readonly string[]): Promise<void> {
    const found = await this.bidi('browsingContext.locateNodes', {
      context: this.context,
      locator: { type: 'css', value: selector },
    });
    const element = (found['nodes'] as unknown[])[0];
    if (!element) throw new Error(`no file field ${selector}`);
    await this.bidi('input.setFiles', { context: this.context, element, files: [...paths] });
  }

  screenshot(): Promise<Buffer> {
    return this.picture('viewport');
  }

  protected async picture(origin: 'viewport' | 'document'): Promise<Buffer> {
    const { data } = await this.bidi('browsingContext.captureScreenshot', { context: this.context, origin });
    return Buffer.from(String(data), 'base64');
  }

  close(): Promise<void> {
    return this.end();
  }
}
