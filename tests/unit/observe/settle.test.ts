/** The settler on a clock of ours: quiet, flashes, endless changes, giving up and starting afresh. */
import { describe, expect, it } from 'vitest';
import { type Clock, createSettler, SETTLE_DEFAULTS } from '@/lib/observe/settle';

/** A clock that only moves when told. */
class TestClock implements Clock {
  time = 0;
  private timers: { at: number; run: () => void }[] = [];
  readonly now = (): number => this.time;
  readonly setTimer = (run: () => void, milliseconds: number): unknown => {
    const timer = { at: this.time + milliseconds, run };
    this.timers.push(timer);
    return timer;
  };
  readonly clearTimer = (timer: unknown): void => {
    this.timers = this.timers.filter((one) => one !== timer);
  };
  get armed(): number {
    return this.timers.length;
  }

  advance(milliseconds: number): void {
    const end = this.time + milliseconds;
    for (;;) {
      const next = this.timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.time = Math.max(this.time, next.at);
      this.clearTimer(next);
      next.run();
    }
    this.time = end;
  }
}

function start(page: { key: string; cost?: number }) {
  const clock = new TestClock();
  const log = { reads: 0, accepted: [] as string[], wavered: [] as string[], gaveUp: 0 };
  let read = '';
  const settler = createSettler(
    {
      read: (done) => {
        log.reads += 1;
        clock.time += page.cost ?? 0;
        read = page.key;
        done(read);
      },
      waver: () => log.wavered.push(read),
      accept: () => log.accepted.push(read),
      giveUp: () => {
        log.gaveUp += 1;
      },
    },
    clock,
  );
  return { clock, log, settler };
}

/** The page changes every `every` milliseconds for `total`; `then` is called at each change. */
function churn(
  { clock, settler }: ReturnType<typeof start>,
  total: number,
  every: number,
  then: (time: number) => void = () => undefined,
): void {
  for (let spent = 0; spent < total; spent += every) {
    then(spent);
    settler.changed();
    clock.advance(every);
  }
}

describe('a page that settles', () => {
  it('is read once, after a quiet moment', () => {
    const page = { key: 'home' };
    const run = start(page);
    churn(run, 600, 100);
    expect(run.log.reads).toBe(0);
    run.clock.advance(300);
    expect(run.log).toMatchObject({ reads: 1, accepted: ['home'] });
    run.clock.advance(60_000);
    expect(run.log.reads).toBe(1);
    expect(run.clock.armed).toBe(0);
  });

  it('does not take for a state what flashed for less than 300 ms', () => {
    const page = { key: 'home' };
    const run = start(page);
    run.settler.changed();
    run.clock.advance(400);
    page.key = 'flash';
    run.settler.changed();
    run.clock.advance(200);
    page.key = 'form';
    run.settler.changed();
    run.clock.advance(1_000);
    expect(run.log.accepted).toEqual(['home', 'form']);
  });
});

describe('a page that never settles', () => {
  it('is read all the same, and a state seen twice is one', () => {
    const page = { key: 'blocked' };
    const run = start(page);
    churn(run, 3_000, 50);
    expect(run.log.accepted[0]).toBe('blocked');
  });

  it('does not take for a state what changes at each reading', () => {
    const page = { key: '' };
    const run = start(page);
    churn(run, 20_000, 50, (time) => {
      page.key = `state ${Math.floor(time / 100)}`;
    });
    expect(run.log.accepted).toEqual([]);
  });

  it('costs a bounded number of readings, then none', () => {
    const run = start({ key: 'same' });
    churn(run, 600_000, 50);
    expect(run.log.reads).toBe(SETTLE_DEFAULTS.maxReads);
    expect(run.log.gaveUp).toBe(1);
    expect(run.settler.exhausted).toBe(true);
    expect(run.clock.armed).toBe(0);
  });

  it('is bounded too when each change leaves a quiet moment (a clock that ticks)', () => {
    const run = start({ key: 'same' });
    churn(run, 900_000, 1_000);
    expect(run.log.reads).toBe(SETTLE_DEFAULTS.maxReads);
    expect(run.settler.exhausted).toBe(true);
  });

  it('takes at most a tenth of the time when reading is slow', () => {
    const run = start({ key: 'same', cost: 400 });
    churn(run, 30_000, 50);
    expect(run.log.reads * 400).toBeLessThanOrEqual(30_000 / 10 + 400);
  });

  it('starts afresh when the person acts', () => {
    const page = { key: 'same' };
    const run = start(page);
    churn(run, 600_000, 50);
    page.key = 'next';
    run.settler.renewed();
    run.clock.advance(1_000);
    expect(run.settler.exhausted).toBe(false);
    expect(run.log.accepted.at(-1)).toBe('next');
  });

  it('forgives the readings spent after a real silence', () => {
    const run = start({ key: 'same' });
    for (let round = 0; round < 40; round += 1) {
      run.settler.changed();
      run.clock.advance(10_000);
    }
    expect(run.log.reads).toBe(40);
    expect(run.settler.exhausted).toBe(false);
  });
});

it('does nothing once stopped', () => {
  const run = start({ key: 'home' });
  run.settler.changed();
  run.settler.stop();
  run.settler.changed();
  run.clock.advance(10_000);
  expect(run.log.reads).toBe(0);
  expect(run.clock.armed).toBe(0);
});
