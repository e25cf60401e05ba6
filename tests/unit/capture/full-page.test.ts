/** The whole-page capture's conversation with a page: order, changes under way, cancelling, and a clear error each time. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { captureFullPage } from '@/lib/capture/full-page';
import type { FullPageRequest, Measure } from '@/lib/capture/full-page-protocol';
import type { FullPagePorts, MessagePortLike, TabStatus } from '@/lib/capture/ports';
import { captureVisible } from '@/lib/capture/visible';

const MEASURE: Measure = {
  scroller: 'document',
  viewport: { width: 100, height: 50 },
  frame: { x: 0, y: 0, width: 100, height: 50 },
  range: { x: 0, y: 120 },
  devicePixelRatio: 1,
  pinch: 1,
};
const FRONT: TabStatus = { active: true, windowId: 1, url: 'https://exemple.invalid/#/a', width: 100 };

/** A PNG header says all that these tests read; decoding is stood in for. */
const PNG_URL = `data:image/png;base64,${btoa(String.fromCharCode(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 100, 0, 0, 0, 50, ...new Array(17).fill(0)))}`;

interface FakePage {
  readonly port: MessagePortLike;
  readonly asked: string[];
  readonly gone: () => boolean;
  leave(): void;
}

/** A page that answers at once; `answer` may change or withhold an answer. */
function fakePage(
  answer: (request: FullPageRequest, usual: object) => object | null = (_request, usual) => usual,
): FakePage {
  const listeners: ((message: unknown) => void)[] = [];
  const leavers: (() => void)[] = [];
  const asked: string[] = [];
  let disconnected = false;
  const port: MessagePortLike = {
    postMessage(message) {
      const request = message as FullPageRequest;
      asked.push(
        request.do === 'view'
          ? `view ${request.y}${request.first ? ' first' : ''}${request.last ? ' last' : ''}`
          : request.do,
      );
      const usual =
        request.do === 'finish'
          ? {}
          : request.do === 'prepare'
            ? { measure: MEASURE }
            : { measure: MEASURE, at: { x: request.x, y: request.y } };
      const told = answer(request, usual);
      if (!told) return;
      queueMicrotask(() => {
        for (const listener of listeners) listener({ id: request.id, ...told });
      });
    },
    disconnect() {
      disconnected = true;
    },
    onMessage: { addListener: (listener) => void listeners.push(listener) },
    onDisconnect: { addListener: (listener) => void leavers.push(listener) },
  };
  const leave = (): void => {
    for (const leaver of leavers) leaver();
  };
  return { port, asked, gone: () => disconnected, leave };
}

const drawn: number[][] = [];
class FakeCanvas {
  width: number;
  height: number;
  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }
  getContext(): object {
    return {
      canvas: this,
      fillRect: () => undefined,
      drawImage: (_image: unknown, ...numbers: number[]) => drawn.push(numbers),
      getImageData: (_x: number, _y: number, width: number) => ({ data: new Uint8ClampedArray(width * 4) }),
    };
  }
  convertToBlob(): Promise<Blob> {
    return Promise.resolve(new Blob([new Uint8Array([1, 2, 3])]));
  }
}

function ports(page: FakePage, over: Partial<FullPagePorts> = {}): FullPagePorts {
  return {
    shoot: async () => PNG_URL,
    tabStatus: async () => FRONT,
    openPage: async () => page.port,
    native: false,
    ...over,
  };
}

beforeEach(() => {
  drawn.length = 0;
  vi.stubGlobal('OffscreenCanvas', FakeCanvas);
  vi.stubGlobal('createImageBitmap', async () => ({ width: 100, height: 50, close: () => undefined }));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('captureFullPage', () => {
  it('measures, takes each view in order, assembles them at their places, and finishes', async () => {
    const page = fakePage();
    const progress: string[] = [];
    const picture = await captureFullPage(1, ports(page), {
      onProgress: (done, total) => progress.push(`${done}/${total}`),
    });
    expect(page.asked).toEqual(['prepare', 'view 0 first', 'view 50', 'view 100', 'view 120 last', 'finish']);
    expect(drawn.map((numbers) => numbers[5])).toEqual([0, 50, 100, 120]);
    expect(picture).toMatchObject({ width: 100, height: 170, method: 'stitched', views: 4, devicePixelRatio: 1 });
    expect(progress).toEqual(['1/4', '2/4', '3/4', '4/4']);
    expect(page.gone()).toBe(true);
  });

  it('takes a page that does not scroll as it is on the screen, untouched', async () => {
    const page = fakePage((_request, usual) =>
      'measure' in usual ? { ...usual, measure: { ...MEASURE, range: { x: 0, y: 0 } } } : usual,
    );
    const picture = await captureFullPage(1, ports(page));
    expect(picture).toMatchObject({ method: 'screen', views: 1, width: 100, height: 50 });
  });

  it('asks Firefox for the whole document in one go', async () => {
    const page = fakePage();
    const shoot = vi.fn(async () => PNG_URL);
    const picture = await captureFullPage(1, ports(page, { native: true, shoot }));
    expect(shoot).toHaveBeenCalledWith(
      1,
      { format: 'png', rect: { x: 0, y: 0, width: 100, height: 170 }, scale: 1 },
      undefined,
    );
    expect(picture).toMatchObject({ method: 'full-page', views: 1 });
  });

  it('starts again when the page grows, and takes the new size', async () => {
    let grown = false;
    const page = fakePage((request, usual) => {
      if (request.do === 'view' && request.y === 50) grown = true;
      return grown && 'measure' in usual ? { ...usual, measure: { ...MEASURE, range: { x: 0, y: 200 } } } : usual;
    });
    expect(await captureFullPage(1, ports(page))).toMatchObject({ height: 250 });
    expect(page.asked.filter((asked) => asked === 'prepare')).toHaveLength(2);
  });

  it('gives up a page that never stops moving, and lets go of it', async () => {
    let size = 120;
    const page = fakePage((_request, usual) => {
      size += 10;
      return 'measure' in usual ? { ...usual, measure: { ...MEASURE, range: { x: 0, y: size } } } : usual;
    });
    await expect(captureFullPage(1, ports(page))).rejects.toMatchObject({ code: 'page-moving' });
    expect(page.asked.filter((asked) => asked === 'prepare')).toHaveLength(3);
    expect(page.gone()).toBe(true);
  });

  it('refuses a page that no canvas holds, before any picture', async () => {
    const shoot = vi.fn(async () => PNG_URL);
    const page = fakePage((_request, usual) =>
      'measure' in usual ? { ...usual, measure: { ...MEASURE, range: { x: 0, y: 65_536 } } } : usual,
    );
    await expect(captureFullPage(1, ports(page, { shoot }))).rejects.toMatchObject({ code: 'page-too-large' });
    expect(shoot).not.toHaveBeenCalled();
  });

  it.each([
    ['another tab comes in front', { ...FRONT, active: false }, 'tab-changed'],
    ['the page changes', { ...FRONT, url: 'https://exemple.invalid/#/b' }, 'tab-changed'],
    ['the tab moves to another window', { ...FRONT, windowId: 2 }, 'tab-changed'],
    ['the tab is closed', null, 'tab-closed'],
  ])('keeps no picture when %s', async (_name, later, code) => {
    const page = fakePage();
    let shots = 0;
    const tabStatus = async (): Promise<TabStatus | null> => (shots >= 2 ? later : FRONT);
    const shoot = async (): Promise<string> => {
      shots += 1;
      return PNG_URL;
    };
    await expect(captureFullPage(1, ports(page, { tabStatus, shoot }))).rejects.toMatchObject({ code });
    expect(page.gone()).toBe(true);
  });

  it('stops when cancelled and when the page goes away, and closes the port', async () => {
    const abort = new AbortController();
    const cancelled = fakePage((request, usual) => {
      if (request.do === 'view' && request.y === 50) {
        abort.abort();
        return null;
      }
      return usual;
    });
    await expect(captureFullPage(1, ports(cancelled), { signal: abort.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(cancelled.gone()).toBe(true);
    const left: FakePage = fakePage((request, usual) => {
      if (request.do !== 'view') return usual;
      left.leave();
      return null;
    });
    await expect(captureFullPage(1, ports(left))).rejects.toMatchObject({ code: 'tab-changed' });
  });

  it('does not wait for ever for a page that does not answer', async () => {
    vi.useFakeTimers();
    const page = fakePage(() => null);
    const taken = expect(captureFullPage(1, ports(page))).rejects.toMatchObject({ code: 'capture-failed' });
    await vi.advanceTimersByTimeAsync(10_000);
    await taken;
    expect(page.gone()).toBe(true);
  });

  it('ignores answers that are not of the protocol, and says what the page says', async () => {
    const strange = fakePage((request, usual) => (request.do === 'view' ? { error: 'no way' } : usual));
    await expect(captureFullPage(1, ports(strange))).rejects.toMatchObject({
      code: 'capture-failed',
      detail: 'no way',
    });
  });

  it('maps a refused injection', async () => {
    const openPage = async (): Promise<MessagePortLike> => {
      throw new Error('Cannot access a chrome:// URL');
    };
    await expect(captureFullPage(1, ports(fakePage(), { openPage }))).rejects.toMatchObject({ code: 'protected-page' });
  });
});

describe('captureVisible', () => {
  it('keeps the bytes of the browser', async () => {
    const picture = await captureVisible(1, { shoot: async () => PNG_URL, tabStatus: async () => FRONT });
    expect(`data:image/png;base64,${btoa(String.fromCharCode(...picture.bytes))}`).toBe(PNG_URL);
    expect(picture).toMatchObject({ method: 'screen', views: 1, width: 100, height: 50, devicePixelRatio: 1 });
  });

  it('keeps no picture of a page that changed meanwhile', async () => {
    const states = [FRONT, { ...FRONT, url: 'https://exemple.invalid/#/b' }];
    await expect(
      captureVisible(1, { shoot: async () => PNG_URL, tabStatus: async () => states.shift() ?? null }),
    ).rejects.toMatchObject({ code: 'tab-changed' });
  });
});
