/**
 * How long a person takes, modelled and not measured: the keystroke-level model (Card, Moran & Newell, 1980) with its own
 * operators, and the reading of what a screen newly shows. A wall clock would only measure the test machine.
 */

/** Seconds. */
export const MODEL = {
  /** To point at a control and press it (P + B). On a touch screen it is less: kept as the worse case. */
  click: 1.1,
  /** One key, of somebody who types but not for a living (K). */
  key: 0.28,
  /** Getting ready for the next step (M). */
  mental: 1.35,
  /** Words a minute of the text newly shown: slow readers, or readers in a second language. */
  wordsPerMinute: 200,
} as const;

export interface Tally {
  readonly clicks: number;
  readonly keys: number;
  readonly fields: number;
  readonly steps: number;
  readonly words: number;
}

export interface Step {
  readonly what: string;
  readonly clicks: number;
  readonly keys: number;
  readonly fields: number;
  /** Words newly read at this step. */
  readonly words: number;
}

export function seconds({ clicks, keys, steps, words }: Omit<Tally, 'fields'>): number {
  return clicks * MODEL.click + keys * MODEL.key + steps * MODEL.mental + (words / MODEL.wordsPerMinute) * 60;
}

/** Counts each gesture as it is done. */
export class Human {
  private readonly done: Step[] = [];
  /** Lines already read: a screen that comes back is not read again. */
  private readonly read = new Set<string>();

  /** One thing that the person does, after they got ready for it. */
  step(what: string, part: Partial<Omit<Step, 'what'>> = {}): void {
    this.done.push({ what, clicks: 0, keys: 0, fields: 0, words: 0, ...part });
  }

  /** What of this text was not read before, in words. */
  newWords(text: string): number {
    const lines = text
      .split(/\n+/)
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line !== '' && !this.read.has(line));
    for (const line of lines) this.read.add(line);
    return lines.join(' ').split(' ').filter(Boolean).length;
  }

  /** Reads a text whole, whatever of it was not read before. */
  reads(what: string, text: string): void {
    this.step(what, { words: this.newWords(text) });
  }

  get steps(): readonly Step[] {
    return this.done;
  }

  tally(counted: (step: Step) => boolean = () => true): Tally {
    const done = this.done.filter(counted);
    const sum = (of: (step: Step) => number): number => done.reduce((all, step) => all + of(step), 0);
    return {
      clicks: sum(({ clicks }) => clicks),
      keys: sum(({ keys }) => keys),
      fields: sum(({ fields }) => fields),
      steps: done.length,
      words: sum(({ words }) => words),
    };
  }

  /** Seconds, as the model says, of all the steps or of those that count. */
  time(counted?: (step: Step) => boolean): number {
    return seconds(this.tally(counted));
  }

  /** One line a step, and the total. */
  report(): string {
    const lines = this.done.map(
      (step) =>
        `${step.what}: ${step.clicks} clicks, ${step.keys} keys, ${step.words} words, ${seconds({ ...step, steps: 1 }).toFixed(1)} s`,
    );
    const { clicks, keys, fields, words } = this.tally();
    return [
      ...lines,
      `TOTAL ${clicks} clicks, ${keys} keys, ${fields} fields, ${words} words: ${this.time().toFixed(0)} s`,
    ].join('\n');
  }
}
