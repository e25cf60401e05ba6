/** The network receipt: one navigation, one receipt, whatever the order of what the browsers say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receiptSchema } from '@/lib/domain/entry';
import { type NetworkEvent, networkEvent, type WebRequestDetails } from '@/lib/receipt/events';
import { isAttempt, isBrowserRetry } from '@/lib/receipt/policy';
import { applyEvent, currentReceipt, EMPTY_TAB, type Finished, type TabReceipts } from '@/lib/receipt/reduce';

const AT = Date.parse('2026-11-21T18:00:00.400Z');
const URL_PAGE = 'https://administration-etrangers-en-france.interieur.gouv.fr/particuliers/?code=SECRET#/espace';

function details(over: Partial<WebRequestDetails> = {}): WebRequestDetails {
  return { tabId: 3, requestId: '10', url: URL_PAGE, type: 'main_frame', timeStamp: AT, ...over };
}
function event(type: NetworkEvent['type'], over: Partial<WebRequestDetails> = {}): NetworkEvent {
  const made = networkEvent(type, details(over));
  if (!made) throw new Error('ignored');
  return made;
}
function run(events: readonly NetworkEvent[]): { state: TabReceipts; finished: Finished[] } {
  let state = EMPTY_TAB;
  const finished: Finished[] = [];
  for (const one of events) {
    const applied = applyEvent(state, one);
    // As in storage.session: plain JSON from one event to the next.
    state = JSON.parse(JSON.stringify(applied.state)) as TabReceipts;
    if (applied.finished) finished.push(applied.finished);
  }
  return { state, finished };
}
const answer = (status: number, over: Partial<WebRequestDetails> = {}): NetworkEvent[] => [
  event('before-request', over),
  event('response-started', {
    statusCode: status,
    fromCache: false,
    responseHeaders: [
      { name: 'Date', value: 'Sat, 21 Nov 2026 18:07:00 GMT' },
      { name: 'Set-Cookie', value: 'id=SECRET' },
    ],
    ...over,
  }),
  event('completed', {
    statusCode: status,
    fromCache: false,
    responseHeaders: [{ name: 'date', value: 'Sat, 21 Nov 2026 18:07:00 GMT' }],
    ...over,
  }),
];

describe('applyEvent', () => {
  it('gives one receipt of a page that came, with the clock of the server', () => {
    const { finished, state } = run(answer(200));
    expect(finished).toEqual([
      {
        tabId: 3,
        requestId: '10',
        url: URL_PAGE,
        failure: null,
        sinceFailure: null,
        receipt: {
          status: 200,
          fromCache: false,
          serverClockSeconds: 420,
          at: { utc: '2026-11-21T18:00:00.400Z', offsetMinutes: 60, zone: 'Europe/Paris' },
        },
      },
    ]);
    expect(currentReceipt(state)).toEqual(finished[0]?.receipt);
    expect(receiptSchema.safeParse(finished[0]?.receipt).success).toBe(true);
  });

  it('ignores the date of a page from the cache', () => {
    const { finished } = run(answer(200, { fromCache: true }));
    expect(finished[0]?.receipt).not.toHaveProperty('serverClockSeconds');
    expect(finished[0]?.receipt.fromCache).toBe(true);
  });

  it.each(['yesterday', 'Thu, 01 Jan 1970 00:00:00 GMT'])('ignores a broken date: %s', (value) => {
    const { finished } = run(answer(200, { responseHeaders: [{ name: 'date', value }] }));
    expect(finished[0]?.receipt).not.toHaveProperty('serverClockSeconds');
  });

  it('has no negative zero', () => {
    const { finished } = run(answer(200, { timeStamp: Date.parse('2026-11-21T18:07:00.300Z') }));
    expect(Object.is(finished[0]?.receipt.serverClockSeconds, 0)).toBe(true);
  });

  it('calls an error status an HTTP failure, and an unreachable server a failure of the connection', () => {
    expect(run(answer(503)).finished[0]).toMatchObject({ failure: 'http', receipt: { status: 503 } });
    const refused = run([event('before-request'), event('error-occurred', { error: 'net::ERR_CONNECTION_REFUSED' })])
      .finished[0];
    expect(refused).toMatchObject({
      failure: 'connection',
      receipt: { status: 0, error: 'net::ERR_CONNECTION_REFUSED' },
    });
    expect(receiptSchema.safeParse(refused?.receipt).success).toBe(true);
  });

  it('keeps the status of an answer that broke off', () => {
    const [before, started] = answer(200);
    const broken = run(
      [before, started, event('error-occurred', { error: 'net::ERR_INCOMPLETE_CHUNKED_ENCODING' })].filter(
        (one) => one !== undefined,
      ),
    );
    expect(broken.finished[0]).toMatchObject({
      failure: 'connection',
      receipt: { status: 200, error: 'net::ERR_INCOMPLETE_CHUNKED_ENCODING' },
    });
  });

  it.each(['net::ERR_ABORTED', 'NS_BINDING_ABORTED'])(
    'does not take a page that the person left for a failure: %s',
    (error) => {
      const { finished, state } = run([
        ...answer(200),
        event('before-request', { requestId: '11' }),
        event('error-occurred', { requestId: '11', error }),
      ]);
      expect(finished).toHaveLength(1);
      expect(currentReceipt(state)?.status).toBe(200);
      expect(state.pending).toBeNull();
    },
  );

  it('keeps redirects in one navigation', () => {
    const { finished } = run([
      event('before-request', { url: 'https://sso.anef.dgef.interieur.gouv.fr/auth' }),
      ...answer(200),
    ]);
    expect(finished).toHaveLength(1);
    expect(finished[0]?.url).toBe(URL_PAGE);
  });

  it('works for a worker that woke in the middle', () => {
    expect(run([event('completed', { statusCode: 500, fromCache: false })]).finished).toHaveLength(1);
    expect(run([event('error-occurred', { error: 'NS_ERROR_UNKNOWN_HOST' })]).finished).toHaveLength(1);
  });

  it('keeps the last 20 calls that failed, by their path, and forgets them with the page', () => {
    const call = (index: number, over: Partial<WebRequestDetails> = {}): NetworkEvent =>
      event('completed', {
        type: 'xmlhttprequest',
        requestId: `c${index}`,
        url: `https://administration-etrangers-en-france.interieur.gouv.fr/api/${index}?token=SECRET`,
        statusCode: 500,
        ...over,
      });
    const calls = Array.from({ length: 25 }, (_, index) => call(index));
    const { state } = run([
      ...answer(200),
      ...calls,
      call(99, { statusCode: 200 }),
      call(98, { url: 'https://sso.anef.dgef.interieur.gouv.fr/token/jean@exemple.invalid', statusCode: 401 }),
    ]);
    const kept = currentReceipt(state)?.calls ?? [];
    expect(kept).toHaveLength(20);
    expect(kept.at(-2)).toEqual({ path: '/api/24', status: 500 });
    expect(kept.at(-1)).toEqual({ path: '//sso.anef.dgef.interieur.gouv.fr/token/…', status: 401 });
    expect(run([...answer(200), ...calls, ...answer(200, { requestId: '20' })]).state.calls).toEqual([]);
  });

  it('notes a call that could not connect, not one that the page gave up', () => {
    const call = (error: string): NetworkEvent =>
      event('error-occurred', {
        type: 'xmlhttprequest',
        url: 'https://administration-etrangers-en-france.interieur.gouv.fr/api/x',
        error,
      });
    expect(run([...answer(200), call('net::ERR_CONNECTION_RESET'), call('net::ERR_ABORTED')]).state.calls).toEqual([
      { path: '/api/x', status: 0 },
    ]);
  });
});

describe('networkEvent', () => {
  it('looks away from frames, images and requests of no tab', () => {
    expect(networkEvent('completed', details({ type: 'sub_frame' }))).toBeNull();
    expect(networkEvent('completed', details({ type: 'image' }))).toBeNull();
    expect(networkEvent('completed', details({ tabId: -1 }))).toBeNull();
  });
});

describe('any order of events', () => {
  const one = fc
    .record({
      type: fc.constantFrom('before-request', 'response-started', 'completed', 'error-occurred'),
      requestId: fc.constantFrom('1', '2', '3'),
      resource: fc.constantFrom('main_frame', 'xmlhttprequest'),
      status: fc.constantFrom(200, 302, 403, 404, 429, 500),
      error: fc.constantFrom('net::ERR_ABORTED', 'net::ERR_FAILED', 'NS_BINDING_ABORTED', 'NS_ERROR_NET_TIMEOUT'),
      fromCache: fc.boolean(),
      path: fc.constantFrom('a', 'b/c', 'u@exemple.invalid'),
    })
    .map(({ type, requestId, resource, status, error, fromCache, path }) =>
      event(type as NetworkEvent['type'], {
        requestId,
        type: resource,
        url: `https://exemple.invalid/${path}?code=SECRET#SECRET`,
        statusCode: status,
        error,
        fromCache,
        responseHeaders: [
          { name: 'Date', value: new Date(AT).toUTCString() },
          { name: 'Cookie', value: 'SECRET' },
        ],
      }),
    );

  it('keeps no secret, gives valid receipts, and never two in a row for one navigation', () => {
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), (events) => {
        const { state, finished } = run(events);
        expect(JSON.stringify(state)).not.toContain('SECRET');
        expect(JSON.stringify(state)).not.toContain('u@exemple');
        const last = currentReceipt(state);
        for (const receipt of [...finished.map((each) => each.receipt), ...(last ? [last] : [])])
          expect(receiptSchema.safeParse(receipt).success).toBe(true);
        finished.forEach((each, index) => {
          expect(each.requestId).not.toBe(
            finished[index - 1]?.requestId === each.requestId && !restarted(events, each.requestId)
              ? each.requestId
              : null,
          );
        });
      }),
    );
  });

  /** A request id seen again from its start after the tab had shown something else is another matter. */
  function restarted(events: readonly NetworkEvent[], requestId: string): boolean {
    return events.some((each) => each.resource === 'document' && each.requestId !== requestId);
  }
});

describe('isAttempt', () => {
  it.each([
    [{ status: 200 }, false],
    [{ status: 304 }, false],
    [{ status: 404 }, false],
    [{ status: 403 }, true],
    [{ status: 429 }, true],
    [{ status: 500 }, true],
    [{ status: 503 }, true],
    [{ status: 0, error: 'net::ERR_NAME_NOT_RESOLVED' }, true],
    [{ status: 200, error: 'net::ERR_INCOMPLETE_CHUNKED_ENCODING' }, true],
    [{ status: 0, error: 'NS_ERROR_CONNECTION_REFUSED' }, true],
    [{ status: 0, error: 'net::ERR_ABORTED' }, false],
    [{ status: 0, error: 'NS_BINDING_ABORTED' }, false],
    [{ status: 0, error: 'net::ERR_BLOCKED_BY_CLIENT' }, false],
  ])('%o → %s', (receipt, wanted) => {
    expect(isAttempt(receipt)).toBe(wanted);
  });
});

describe('the browser trying again by itself', () => {
  const failed = (requestId: string, timeStamp: number, url = URL_PAGE): NetworkEvent[] => [
    event('before-request', { requestId, timeStamp, url }),
    event('error-occurred', { requestId, timeStamp: timeStamp + 100, url, error: 'net::ERR_CONNECTION_REFUSED' }),
  ];

  it('measures the time since the failure of the same address, from its end to the new start', () => {
    const { finished } = run([...failed('1', AT), ...failed('2', AT + 30_100)]);
    expect(finished.map((one) => one.sinceFailure)).toEqual([null, 30_000]);
  });

  it('does not when another page came in between, or the address is another', () => {
    const between = run([
      ...failed('1', AT),
      ...answer(200, { requestId: '2', url: 'https://exemple.invalid/' }),
      ...failed('3', AT + 1_000),
    ]);
    expect(between.finished.at(-1)?.sinceFailure).toBeNull();
    expect(
      run([...failed('1', AT), ...failed('2', AT + 1_000, 'https://exemple.invalid/')]).finished.at(-1)?.sinceFailure,
    ).toBeNull();
  });

  it.each([
    [null, false],
    [-5, false],
    [1_000, true],
    [5_000, true],
    [15_000, false],
    [31_000, true],
    [45_000, false],
    [60_500, true],
    [1_801_000, true],
    [2_000_000, false],
  ])('%s ms after → %s', (since, wanted) => {
    expect(isBrowserRetry(since)).toBe(wanted);
  });
});
