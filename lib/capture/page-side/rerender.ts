/** The page's side of a re-rendering: an inert copy of the page in a frame that may load nothing, drawn there, then removed. */
import html2canvas from 'html2canvas';
import { bytesBase64 } from '../png';
import type { MessagePortLike } from '../ports';
import { PART_LENGTH, type RerenderAnswer, type RerenderRequest } from '../rerender-protocol';
import { CachedFiles } from './cached';
import { PageCopier } from './copy';
import { absolute, embedded } from './css-text';

/**
 * What the frame may load: nothing but what is written in it. A second fence only: Chromium lets what a content script
 * inserts pass a page's policy (measured), so the copy itself must hold no reference (copy.ts, css-text.ts).
 */
const POLICY = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'";
/** Longest wait for the copy's fonts and images, in ms. */
const SETTLE_MS = 2_000;

/** Draws the page again. The page is as it was before when this returns or throws. */
export async function rerender(doc: Document): Promise<{ bytes: Uint8Array; devicePixelRatio: number }> {
  const view = doc.defaultView;
  if (!view) throw new Error('the document has no window');
  const frame = openFrame(doc, view);
  try {
    const copy = await fillFrame(frame, doc);
    const ratio = view.devicePixelRatio;
    const canvas = await html2canvas(copy.documentElement, {
      logging: false,
      allowTaint: false,
      useCORS: false,
      imageTimeout: SETTLE_MS,
      scale: ratio,
      backgroundColor: '#ffffff',
      windowWidth: view.innerWidth,
      windowHeight: view.innerHeight,
      scrollX: 0,
      scrollY: 0,
    });
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error(`a picture of ${canvas.width}×${canvas.height} cannot be encoded`);
    return { bytes: new Uint8Array(await blob.arrayBuffer()), devicePixelRatio: ratio };
  } finally {
    frame.remove();
  }
}

/** An empty frame as large as the window, out of sight, in which no script runs. */
function openFrame(doc: Document, view: Window): HTMLIFrameElement {
  const frame = doc.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.style.cssText = `all: initial; position: fixed; left: -100000px; top: 0; border: 0; width: ${view.innerWidth}px; height: ${view.innerHeight}px;`;
  doc.documentElement.append(frame);
  return frame;
}

async function fillFrame(frame: HTMLIFrameElement, doc: Document): Promise<Document> {
  const copy = frame.contentDocument;
  if (!copy) throw new Error('the frame has no document');
  copy.open();
  copy.write(
    `${doc.compatMode === 'CSS1Compat' ? '<!doctype html>' : ''}<html><head><meta http-equiv="Content-Security-Policy" content="${POLICY}"></head><body></body></html>`,
  );
  copy.close();
  const copier = new PageCopier(copy, doc.baseURI);
  copier.copyAttributes(doc.documentElement, copy.documentElement);
  copier.copyAttributes(doc.body, copy.body);
  const styles = copier.styles([...doc.styleSheets, ...doc.adoptedStyleSheets]);
  await fillStyles(copier, new CachedFiles(doc.location.origin), doc.baseURI);
  copy.head.append(...styles);
  copier.copyChildren(doc.body, copy.body);
  const files = new CachedFiles(doc.location.origin);
  await fillStyles(copier, files, doc.baseURI);
  await fillImages(copier, files);
  await settled(copy);
  for (const { copy: element, left, top } of copier.work.scrolled) element.scrollTo({ left, top, behavior: 'instant' });
  return copy;
}

/** Replaces URLs in the rules and inline styles gathered so far. */
async function fillStyles(copier: PageCopier, files: CachedFiles, base: string): Promise<void> {
  for (const style of copier.work.sheets.splice(0)) style.textContent = await embedded(style.textContent, files);
  for (const element of copier.work.styled.splice(0)) {
    element.setAttribute('style', await embedded(absolute(element.getAttribute('style') ?? '', base), files));
  }
}

async function fillImages(copier: PageCopier, files: CachedFiles): Promise<void> {
  for (const { copy, attribute, url } of copier.work.images.splice(0)) {
    const data = await files.read(url);
    if (data !== null) copy.setAttribute(attribute, data);
  }
}

/** Waits, within bounds, for the copy's own fonts and images. */
async function settled(copy: Document): Promise<void> {
  const images = [...copy.images].filter((image) => !image.complete).map((image) => image.decode());
  const ready = Promise.allSettled([copy.fonts.ready, ...images]);
  await Promise.race([ready, new Promise((resolve) => setTimeout(resolve, SETTLE_MS))]);
}

/** Serves one re-rendering over a port. */
export function serveRerender(port: MessagePortLike, doc: Document): void {
  let open = true;
  let base64 = '';
  port.onDisconnect.addListener(() => {
    open = false;
    base64 = '';
  });
  const answer = async (request: RerenderRequest): Promise<Omit<RerenderAnswer, 'id'>> => {
    if (request.do === 'part')
      return { part: base64.slice(request.index * PART_LENGTH, (request.index + 1) * PART_LENGTH) };
    const { bytes, devicePixelRatio } = await rerender(doc);
    base64 = bytesBase64(bytes);
    return { parts: Math.ceil(base64.length / PART_LENGTH), devicePixelRatio };
  };
  port.onMessage.addListener((message) => {
    // Only our own background can open this port (`runtime.onConnect`, not `onConnectExternal`).
    const request = message as RerenderRequest;
    answer(request)
      .catch((error: unknown): Omit<RerenderAnswer, 'id'> => ({ error: String(error).slice(0, 500) }))
      .then((told) => {
        if (open) port.postMessage({ ...told, id: request.id });
      })
      .catch((error: unknown) => console.error('re-rendering: the answer could not be sent', error));
  });
}
