/** When to read a page that moves: after a quiet moment, now and then while it never is, less and less, then no more. */

export interface Clock {
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  readonly setTimer: (run: () => void, milliseconds: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
}

export interface SettleLimits {
  /** A state that lasts less is not one (milliseconds without a change). */
  readonly quietMs: number;
  /** Longest wait for quiet before reading all the same. */
  readonly maxWaitMs: number;
  /** Readings in a row, without a gesture, a navigation or a real silence, before giving up. */
  readonly maxReads: number;
  /** The first readings come as fast as the page settles; then each waits twice as long as the one before. */
  readonly freeReads: number;
  readonly maxIntervalMs: number;
  /** A silence this long forgives the readings spent. */
  readonly silenceMs: number;
}

export const SETTLE_DEFAULTS: SettleLimits = {
  quietMs: 300,
  maxWaitMs: 2_000,
  maxReads: 16,
  freeReads: 6,
  maxIntervalMs: 30_000,
  silenceMs: 5_000,
};

/** Reading must not take more than this share of the time: a reading of 400 ms is followed by 4 s of peace. */
const PEACE_PER_READING = 10;

export interface SettlePorts {
  /** Reads the page, in slices where it is long: gives what it shows, as a key. */
  readonly read: (done: (key: string) => void) => void;
  /** What was read last stood still long enough to be a state. */
  readonly accept: () => void;
  /** What was read last moves: a state only for who sees in it the same page as in the reading before. */
  readonly waver: () => void;
  /** The effort is spent; nothing is read until a gesture or a navigation. */
  readonly giveUp: () => void;
}

export interface Settler {
  /** Something changed in the page. */
  changed(): void;
  /** The person acted, or the page went elsewhere: start afresh. */
  renewed(): void;
  stop(): void;
  readonly exhausted: boolean;
  /** Nothing has changed for as long as a state must last. */
  readonly quiet: boolean;
}

class Settling implements Settler {
  exhausted = false;
  #timer: unknown = null;
  #reading = false;
  #stopped = false;
  #effort = 0;
  #lastChange = Number.NEGATIVE_INFINITY;
  #waitingSince: number | null = null;
  #peaceUntil = Number.NEGATIVE_INFINITY;
  /** What was read while the page moved: a state only if it is still there at the next reading. */
  #candidate: { key: string; at: number } | null = null;
  #accepted: string | null = null;
  readonly #ports: SettlePorts;
  readonly #clock: Clock;
  readonly #limits: SettleLimits;

  constructor(ports: SettlePorts, clock: Clock, limits: SettleLimits) {
    this.#ports = ports;
    this.#clock = clock;
    this.#limits = limits;
  }

  changed(): void {
    if (this.#stopped || this.exhausted) return;
    const now = this.#clock.now();
    if (now - this.#lastChange > this.#limits.silenceMs) this.#effort = 0;
    this.#lastChange = now;
    this.#waitingSince ??= now;
    this.#arm(now);
  }

  renewed(): void {
    this.exhausted = false;
    this.#effort = 0;
    this.#peaceUntil = Number.NEGATIVE_INFINITY;
    this.#disarm();
    this.changed();
  }

  get quiet(): boolean {
    return this.#clock.now() - this.#lastChange >= this.#limits.quietMs;
  }

  stop(): void {
    this.#stopped = true;
    this.#disarm();
  }

  #disarm(): void {
    if (this.#timer !== null) this.#clock.clearTimer(this.#timer);
    this.#timer = null;
  }

  /** Arms once; a moving page only pushes the moment further when the timer rings. */
  #arm(now: number): void {
    if (this.#timer !== null || this.#reading) return;
    const due = Math.max(Math.min(this.#lastChange + this.#limits.quietMs, this.#latest()), this.#peaceUntil);
    this.#timer = this.#clock.setTimer(() => this.#ring(), Math.max(0, due - now));
  }

  /** The moment at which the page is read even though it moves. */
  #latest(): number {
    const { quietMs, maxWaitMs } = this.#limits;
    if (this.#candidate) return this.#candidate.at + quietMs;
    return (this.#waitingSince ?? this.#lastChange) + maxWaitMs;
  }

  #ring(): void {
    this.#timer = null;
    if (this.#stopped) return;
    const now = this.#clock.now();
    const quiet = now - this.#lastChange >= this.#limits.quietMs;
    if (!quiet && now < Math.max(this.#latest(), this.#peaceUntil)) {
      this.#arm(now);
      return;
    }
    this.#reading = true;
    this.#ports.read((key) => this.#wasRead(key, quiet, now));
  }

  /** @param now when the reading began */
  #wasRead(key: string, quiet: boolean, now: number): void {
    this.#reading = false;
    if (this.#stopped) return;
    const after = this.#clock.now();
    // A long reading during which the page changed is one of a page that moves.
    const still = quiet && this.#lastChange <= now;
    this.#effort += 1;
    this.#peaceUntil = after + Math.max(this.#interval(), (after - now) * PEACE_PER_READING);
    this.#settle(key, still, now);
    if (this.#effort >= this.#limits.maxReads) this.#spend();
    else if (!still) this.#arm(this.#clock.now());
  }

  #settle(key: string, quiet: boolean, now: number): void {
    const stood =
      quiet ||
      key === this.#accepted ||
      (this.#candidate?.key === key && now - this.#candidate.at >= this.#limits.quietMs);
    this.#waitingSince = quiet ? null : now;
    this.#candidate = stood ? null : { key, at: now };
    if (!stood) {
      this.#ports.waver();
      return;
    }
    this.#accepted = key;
    this.#ports.accept();
  }

  #interval(): number {
    const beyond = this.#effort - this.#limits.freeReads;
    return beyond <= 0 ? 0 : Math.min(this.#limits.quietMs * 2 ** beyond, this.#limits.maxIntervalMs);
  }

  #spend(): void {
    this.exhausted = true;
    this.#candidate = null;
    this.#waitingSince = null;
    this.#disarm();
    this.#ports.giveUp();
  }
}

/** A settler on a clock; nothing happens until `changed` or `renewed`. */
export function createSettler(ports: SettlePorts, clock: Clock, limits: SettleLimits = SETTLE_DEFAULTS): Settler {
  return new Settling(ports, clock, limits);
}
