/** Waits until what was asked for is painted: two frames, and the pictures in view decoded, within bounds. */

/** Longest wait for two frames, in ms: a hidden tab draws none, and the background then notices that it is hidden. */
const FRAMES_MS = 1_000;
/** Longest wait for the images in view, in ms. */
const IMAGES_MS = 1_500;

function within(ms: number, work: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    work.then(done, done);
  });
}

function frames(view: Window): Promise<void> {
  return new Promise((resolve) => view.requestAnimationFrame(() => view.requestAnimationFrame(() => resolve())));
}

/** Resolves once the window shows its present state. Never rejects: a broken image is part of the page. */
export async function painted(doc: Document): Promise<void> {
  const view = doc.defaultView;
  if (!view) return;
  await within(FRAMES_MS, frames(view));
  const late = [...doc.images].filter((image) => inView(image, view) && !image.complete);
  if (late.length > 0) {
    await within(IMAGES_MS, Promise.allSettled(late.map((image) => image.decode())));
    await within(FRAMES_MS, frames(view));
  }
}

function inView(element: Element, view: Window): boolean {
  const rect = element.getBoundingClientRect();
  return rect.bottom > 0 && rect.top < view.innerHeight && rect.width > 0 && rect.height > 0;
}
