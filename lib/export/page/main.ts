/** The verifier inside LISEZ-MOI.html: one classic script, no request, the same checks as `npm run verify`. */
import { AppError } from '@/lib/domain/errors';
import { verifying as EN } from '@/lib/locales/en/verify';
import { formatter } from '@/lib/locales/format';
import { verifying as FR } from '@/lib/locales/fr/verify';
import { verifyExport, verifyFolder } from '../verify';
import type { Verification, VerifyOptions } from '../verify-types';
import { blobSource, SourceError } from '../zip-reader';
import { fromDrop, fromInput, type Given, type Refusal } from './dropped';
import { Panel } from './panel';

const TABLES = { fr: FR, en: EN } as const;

/** What the verifier needs of the browser; a page of the disk has it in all of them since 2023. */
function isAble(): boolean {
  return typeof DecompressionStream === 'function' && globalThis.crypto?.subtle !== undefined;
}

function verify(given: Given, options: VerifyOptions): Promise<Verification> {
  return given.is === 'zip' ? verifyExport(blobSource(given.file), options) : verifyFolder(given.files, options);
}

/** Runs one verification at a time, in one panel. */
class Verifier {
  private running: AbortController | null = null;

  stop(): void {
    this.running?.abort();
  }

  /** @param giving what the person gives; a dropped folder takes a moment to be listed */
  async take(giving: Promise<Given | Refusal>, panel: Panel): Promise<void> {
    this.stop();
    const controller = new AbortController();
    this.running = controller;
    panel.progress(0, 0);
    try {
      const given = await giving;
      if (typeof given === 'string') panel.sentence(`check.${given}`);
      else await this.run(given, panel, controller.signal);
    } catch (error) {
      // A verification that another one replaced has nothing more to say.
      if (this.running === controller) this.failed(error, panel);
    }
  }

  private async run(given: Given, panel: Panel, signal: AbortSignal): Promise<void> {
    const onProgress = (done: number, total: number): void => {
      if (!signal.aborted) panel.progress(done, total);
    };
    const found = await verify(given, { signal, onProgress });
    if (signal.aborted) throw new AppError('cancelled');
    panel.result(given.name, found);
  }

  private failed(error: unknown, panel: Panel): void {
    const detail = error instanceof Error ? error.message : String(error);
    if (error instanceof AppError && error.code === 'cancelled') panel.sentence('check.cancelled');
    else if (error instanceof SourceError) panel.sentence('check.unreadable', { detail });
    else panel.sentence('check.bug', { detail });
  }
}

function start(): void {
  const panels = (['fr', 'en'] as const).flatMap((locale) => {
    const root = document.querySelector<HTMLElement>(`[data-verifier="${locale}"]`);
    return root ? [new Panel(root, formatter(locale, TABLES[locale]))] : [];
  });
  const [first] = panels;
  if (!first) return;
  if (!isAble()) {
    for (const panel of panels) panel.sentence('check.too-old');
    return;
  }
  const verifier = new Verifier();
  for (const panel of panels) listenTo(panel, verifier);
  listenToDrops(panels, first, verifier);
}

function listenTo(panel: Panel, verifier: Verifier): void {
  panel.part('cancel').addEventListener('click', () => verifier.stop());
  for (const input of panel.inputs()) {
    input.addEventListener('change', () => {
      const given = fromInput(input);
      // The same file can then be chosen again.
      input.value = '';
      if (given) void verifier.take(Promise.resolve(given), panel);
    });
  }
}

/** Dropped anywhere: the result shows in the language where the person is reading. */
function listenToDrops(panels: readonly Panel[], first: Panel, verifier: Verifier): void {
  const { dataset } = document.documentElement;
  const panelAt = (event: DragEvent): Panel => {
    const part = event.target instanceof Element ? event.target.closest('div[lang]') : null;
    return panels.find((panel) => part?.contains(panel.root)) ?? first;
  };
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    dataset['dragging'] = 'yes';
  });
  document.addEventListener('dragleave', (event) => {
    // Out of the window: there is nothing that the pointer goes to.
    if (event.relatedTarget === null) delete dataset['dragging'];
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    delete dataset['dragging'];
    if (!event.dataTransfer) return;
    const panel = panelAt(event);
    void verifier.take(fromDrop(event.dataTransfer), panel);
    panel.root.scrollIntoView({ block: 'nearest' });
  });
}

start();
