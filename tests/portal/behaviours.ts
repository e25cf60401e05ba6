/** What a test tells the portal to do: rules by host and path, the last one set wins. */

/** How a request is answered instead of the usual way. Members combine; network failures come before any answer. */
export interface Behaviour {
  /** HTTP status; alone, with an empty body (an « empty 503 »). */
  readonly status?: number;
  readonly body?: string;
  /** Fixture to serve, with its own status unless `status` is given. */
  readonly fixture?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds before the answer begins. */
  readonly delayMs?: number;
  /** Never answers: the browser waits until it gives up, or until the portal closes. */
  readonly hang?: boolean;
  /** Cuts the connection (TCP RST) once the request has been read. */
  readonly reset?: boolean;
  /**
   * Refuses the connection. Through the proxy (Firefox) the host's CONNECT is refused; in Chromium the connection is
   * cut before TLS begins, because a real refusal has to be known before launch (`down.refused`).
   */
  readonly refuse?: boolean;
  /** The host does not exist. Through the proxy (Firefox) only; in Chromium as `refuse` (see `down.dns`). */
  readonly dnsFail?: boolean;
  /** Moves the HTTP `Date` header by so many seconds: the server's clock is wrong. */
  readonly dateSkewSeconds?: number;
  /** Lets the browser cache the answer for so many seconds (the usual answers say `no-store`). */
  readonly cacheSeconds?: number;
  /** The rule holds for so many requests, then goes away. */
  readonly times?: number;
}

interface Rule {
  readonly host: string;
  readonly pattern: RegExp;
  readonly behaviour: Behaviour;
  left: number;
}

/** `*` stands for any run of characters; the rest is literal and must match whole. */
function patternOf(pattern: string | RegExp): RegExp {
  if (pattern instanceof RegExp) return pattern;
  const literal = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('.*')}$`);
}

/** The rules in force. */
export class Behaviours {
  #rules: Rule[] = [];

  /**
   * Adds a rule.
   * @param host host name, or `*`
   * @param pattern on path and query (`/api/*`), or path and route for a state of the single-page app (`/usagers/#/contact`)
   * @returns the way to take the rule back
   */
  set(host: string, pattern: string | RegExp, behaviour: Behaviour): () => void {
    const rule: Rule = {
      host,
      pattern: patternOf(pattern),
      behaviour,
      left: behaviour.times ?? Number.POSITIVE_INFINITY,
    };
    this.#rules.unshift(rule);
    return () => {
      this.#rules = this.#rules.filter((other) => other !== rule);
    };
  }

  /** The rule for a request, spent once. */
  take(host: string, path: string): Behaviour | null {
    const rule = this.#rules.find(
      (one) => one.left > 0 && (one.host === '*' || one.host === host) && one.pattern.test(path),
    );
    if (rule === undefined) return null;
    rule.left -= 1;
    return rule.behaviour;
  }

  /** How a connection to `host` fails before any request is read; null when it does not. Spends nothing. */
  unreachable(host: string): 'refuse' | 'dnsFail' | null {
    const rule = this.#rules.find(
      (one) =>
        one.left > 0 && (one.host === '*' || one.host === host) && (one.behaviour.refuse || one.behaviour.dnsFail),
    );
    if (rule === undefined) return null;
    return rule.behaviour.dnsFail ? 'dnsFail' : 'refuse';
  }

  clear(): void {
    this.#rules = [];
  }
}
