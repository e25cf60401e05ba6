/** What every surface does the same way, on top of six primitives that each browser gives in its own way. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  clickArrived,
  describeQuery,
  type Located,
  locate,
  optionIndexes,
  selectFocused,
  setFocusedValue,
  toWire,
} from './in-page';
import type { Point, Query, Surface, WaitOptions } from './types';

/** Milliseconds that a person would wait before saying that nothing happens. */
export const PATIENCE = 30_000;
/** Milliseconds that a browser may take to start on a machine that does other things too. */
export const LAUNCH = 60_000;
const POLL = 60;

/** Asks until the answer is not null, then gives it. @throws Error with `what` once `timeout` ms have passed */
export async function until<T>(
  what: string | (() => string | Promise<string>),
  ask: () => Promise<T | null>,
  timeout: number = PATIENCE,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > end) throw new Error(`${typeof what === 'string' ? what : await what()} (waited ${timeout} ms)`);
    await sleep(POLL);
  }
}

/** The expression that runs `work` with `argument`. `__name` is what esbuild's keepNames leaves in functions. */
export function expressionOf(work: (argument: never) => unknown, argument: unknown): string {
  const given = argument === undefined ? '' : JSON.stringify(argument);
  return `(() => { const __name = (f) => f; return (${work.toString()})(${given}); })()`;
}

export abstract class BaseSurface implements Surface {
  /** Evaluates an expression and gives its awaited value back as JSON. */
  protected abstract evaluateExpression(expression: string): Promise<unknown>;
  protected abstract pointerClick(x: number, y: number): Promise<void>;
  protected abstract pointerDrag(from: Point, to: Point): Promise<void>;
  protected abstract typeText(text: string): Promise<void>;
  abstract press(...keys: string[]): Promise<void>;
  abstract setFiles(selector: string, paths: readonly string[]): Promise<void>;
  abstract screenshot(): Promise<Buffer>;
  abstract close(): Promise<void>;

  evaluate<T>(work: () => T | Promise<T>): Promise<T>;
  evaluate<A, T>(work: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
  async evaluate<A, T>(work: (argument: A) => T | Promise<T>, argument?: A): Promise<T> {
    return (await this.evaluateExpression(expressionOf(work, argument))) as T;
  }

  async text(): Promise<string> {
    return this.evaluate(() => document.body?.innerText ?? '');
  }

  async count(query: Query): Promise<number> {
    return (await this.find(query, 'look')).count;
  }

  async waitFor(query: Query, options: WaitOptions = {}): Promise<void> {
    await this.settled(`not found: ${describeQuery(query)}`, async () => (await this.count(query)) > 0, options);
  }

  async waitForGone(query: Query, options: WaitOptions = {}): Promise<void> {
    await this.settled(`still there: ${describeQuery(query)}`, async () => (await this.count(query)) === 0, options);
  }

  async waitForText(text: string | RegExp, options: WaitOptions = {}): Promise<void> {
    const squeeze = (raw: string): string => raw.replace(/[\s\u00a0\u202f]+/g, ' ').replace(/’/g, "'");
    const wanted = typeof text === 'string' ? squeeze(text) : text;
    const holds = async (): Promise<boolean> => {
      const seen = squeeze(await this.text());
      return typeof wanted === 'string' ? seen.includes(wanted) : wanted.test(seen);
    };
    await this.settled(`text not shown: ${text}`, holds, options);
  }

  async click(query: Query, options: WaitOptions = {}): Promise<void> {
    for (let again = 3; ; again -= 1) {
      const place = await this.ready(query, 'scroll', options);
      await this.pointerClick(place.x, place.y);
      if (await this.arrived()) return;
      // What was drawn in between moved the element away: a person clicks again.
      if (again === 0) throw new Error(`the click did not come to ${describeQuery(query)}: it keeps moving`);
    }
  }

  async drag(selector: string, from: Point, to: Point): Promise<void> {
    await this.waitFor(selector);
    const frame = await this.evaluate((wanted: string) => {
      const element = document.querySelector(wanted);
      element?.scrollIntoView({ block: 'start' });
      const box = element?.getBoundingClientRect();
      return box ? { x: box.x, y: box.y, width: box.width, height: box.height } : null;
    }, selector);
    if (!frame) throw new Error(`not found: ${selector}`);
    const at = ({ x, y }: Point): Point => ({ x: frame.x + x * frame.width, y: frame.y + y * frame.height });
    await this.pointerDrag(at(from), at(to));
  }

  async fill(query: Query, value: string, options: WaitOptions = {}): Promise<void> {
    const place = await this.ready(query, 'focus', options);
    if (/^(date|time|datetime-local|month|week|color|range)$/.test(place.type)) {
      await this.evaluate(setFocusedValue, value);
      return;
    }
    await this.evaluate(selectFocused);
    if (value === '') await this.press('Delete');
    else await this.typeText(value);
  }

  async choose(query: Query, option: string, options: WaitOptions = {}): Promise<void> {
    await this.ready(query, 'focus', options);
    const look = (): Promise<{ wanted: number; chosen: number }> =>
      this.evaluate(optionIndexes, { query: toWire(query), option });
    const { wanted, chosen } = await look();
    if (wanted < 0) throw new Error(`no option « ${option} » in ${describeQuery(query)}`);
    const steps = wanted - Math.max(chosen, 0);
    const key = steps > 0 ? 'ArrowDown' : 'ArrowUp';
    await this.press(...Array.from({ length: Math.abs(steps) }, () => key));
    await until(`« ${option} » was not chosen`, async () => ((await look()).chosen === wanted ? true : null));
  }

  private async arrived(): Promise<boolean> {
    try {
      return await this.evaluate(clickArrived);
    } catch (error) {
      // The click closed the popup, or leads to another document.
      if (/closed|destroyed|no such frame|navigat|discarded|Inspected target/i.test(String(error))) return true;
      throw error;
    }
  }

  /** The element, once it is there, enabled, still and uncovered. */
  private async ready(query: Query, act: 'scroll' | 'focus', options: WaitOptions): Promise<Located> {
    let last: Located | null = null;
    let trouble = '';
    const name = describeQuery(query);
    const why = async (): Promise<string> => {
      const text = await this.text().catch((error: unknown) => `(no text: ${error})`);
      const state = !last?.count ? 'not found' : last.disabled ? 'disabled' : `covered by ${last.coveredBy}`;
      return `cannot use ${name}: ${state}${trouble && ` — ${trouble}`}. The page says: ${text.slice(0, 600)}`;
    };
    return until(
      why,
      async () => {
        const before: Located | null = last;
        try {
          last = await this.find(query, act);
        } catch (error) {
          trouble = String(error); // a document that goes away while we ask is « not yet »
          return null;
        }
        if (!last.count || last.disabled || (act === 'scroll' && last.coveredBy)) return null;
        return before && Math.abs(before.x - last.x) < 1 && Math.abs(before.y - last.y) < 1 ? last : null;
      },
      options.timeout,
    );
  }

  private find(query: Query, act: 'look' | 'scroll' | 'focus'): Promise<Located> {
    return this.evaluate(locate, { query: toWire(query), act });
  }

  /** Polls a condition through navigations: a document that goes away while we ask is « not yet ». */
  private async settled(what: string, holds: () => Promise<boolean>, options: WaitOptions): Promise<void> {
    let trouble = '';
    const why = async (): Promise<string> => {
      const text = await this.text().catch((error: unknown) => `(no text: ${error})`);
      return `${what}${trouble && ` — ${trouble}`}. The page says: ${text.slice(0, 600)}`;
    };
    await until(
      why,
      async () => {
        try {
          return (await holds()) ? true : null;
        } catch (error) {
          trouble = String(error);
          return null;
        }
      },
      options.timeout,
    );
  }
}
