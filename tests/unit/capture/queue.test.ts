/** The shutter: spacing, counting, trying again, giving up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHROMIUM_GAP_MS, createShutter } from '@/lib/capture/queue';
import { AppError } from '@/lib/domain/errors';

const PICTURE = `data:image/png;base64,${'A'.repeat(200)}`;
const QUOTA = 'This request exceeds the MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND quota.';

/** A clock that only moves by sleeping and by the time that a call takes. */
function world(takes: () => number = () => 0) {
  let time = 1_000;
  const starts: number[] = [];
  return {
    starts,
    now: () => time,
    sleep: async (ms: number) => {
      time += Math.max(1, ms);
    },
    /** Chromium's rule: more than two calls in any second, rejected ones included, is refused. */
    chromium: async (): Promise<string> => {
      starts.push(time);
      const recent = starts.filter((start) => time - start < 1_000).length;
      time += takes();
      if (recent > 2) throw new Error(QUOTA);
      return PICTURE;
    },
  };
}

describe('createShutter', () => {
  it('gives 10 pictures for 10 requests at once, at least 550 ms apart', async () => {
    const { starts, now, sleep, chromium } = world(() => 50);
    const shutter = createShutter({ shoot: chromium, now, sleep });
    const pictures = await Promise.all(Array.from({ length: 10 }, () => shutter.take([])));
    expect(pictures).toEqual(Array.from({ length: 10 }, () => PICTURE));
    expect(starts).toHaveLength(10);
    expect(Math.min(...starts.slice(1).map((start, index) => start - (starts[index] ?? 0)))).toBeGreaterThanOrEqual(
      CHROMIUM_GAP_MS,
    );
  });

  it('never shows a quota error, whatever the number of requests and their length', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(900), { minLength: 1, maxLength: 25 }), async (lengths) => {
        const left = [...lengths];
        const { starts, now, sleep, chromium } = world(() => left.shift() ?? 0);
        const shutter = createShutter({ shoot: chromium, now, sleep });
        const pictures = await Promise.all(lengths.map(() => shutter.take([])));
        expect(pictures).toHaveLength(lengths.length);
        expect(starts).toHaveLength(lengths.length);
      }),
    );
  });

  it('counts a rejected call: the next one waits as long', async () => {
    const { now, sleep } = world();
    const starts: number[] = [];
    const shutter = createShutter({
      shoot: async () => {
        starts.push(now());
        if (starts.length === 1) throw new Error('Cannot access a chrome:// URL');
        return PICTURE;
      },
      now,
      sleep,
    });
    await expect(shutter.take([])).rejects.toMatchObject({ code: 'protected-page' });
    await shutter.take([]);
    expect((starts[1] ?? 0) - (starts[0] ?? 0)).toBeGreaterThanOrEqual(CHROMIUM_GAP_MS);
  });

  it('tries again when another extension has used the quota, longer each time, and then says so', async () => {
    const { now, sleep } = world();
    const starts: number[] = [];
    const shoot = async (): Promise<string> => {
      starts.push(now());
      throw new Error(QUOTA);
    };
    await expect(createShutter({ shoot, now, sleep }).take([])).rejects.toMatchObject({ code: 'capture-quota' });
    expect(starts).toHaveLength(5);
    const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
  });

  it('tries an unreadable picture again, and an empty one, twice at most', async () => {
    const { now, sleep } = world();
    const answers = [
      () => Promise.reject(new Error('Failed to capture tab: image readback failed')),
      async () => '',
      async () => PICTURE,
    ];
    expect(await createShutter({ shoot: () => (answers.shift() ?? (async () => ''))(), now, sleep }).take([])).toBe(
      PICTURE,
    );
    let calls = 0;
    const empty = async (): Promise<string> => {
      calls += 1;
      return 'data:,';
    };
    await expect(createShutter({ shoot: empty, now, sleep }).take([])).rejects.toMatchObject({
      code: 'picture-unreadable',
    });
    expect(calls).toBe(3);
  });

  it('makes no call for a request cancelled while it waited, and goes on with the others', async () => {
    const { starts, now, sleep, chromium } = world();
    const shutter = createShutter({ shoot: chromium, now, sleep });
    const abort = new AbortController();
    const [first, second, third] = [shutter.take([]), shutter.take([], abort.signal), shutter.take([])];
    abort.abort();
    await expect(second).rejects.toEqual(new AppError('cancelled'));
    await expect(Promise.all([first, third])).resolves.toHaveLength(2);
    expect(starts).toHaveLength(2);
  });

  it('does not hang when the clock is set back', async () => {
    let time = 10_000;
    const shutter = createShutter({ shoot: async () => PICTURE, now: () => time, sleep: async () => undefined });
    await shutter.take([]);
    time = 0;
    await expect(shutter.take([])).resolves.toBe(PICTURE);
  });

  it('does not wait on Firefox', async () => {
    const slept: number[] = [];
    const shutter = createShutter({
      shoot: async () => PICTURE,
      now: () => 5,
      sleep: async (ms) => void slept.push(ms),
      gap: 0,
    });
    await Promise.all([shutter.take([]), shutter.take([])]);
    expect(slept).toEqual([]);
  });
});
