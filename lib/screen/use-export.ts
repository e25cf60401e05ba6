/** Exports a dossier from the journal's page: the ZIP is saved by a link, then the export is written in the journal. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ExportState } from '@/components/journal/ExportPanel';
import { AppError, isErrorCode } from '@/lib/domain/errors';
import { chainOf } from '@/lib/domain/handed-over';
import { momentAt } from '@/lib/domain/moment';
import type { PackChoices } from '@/lib/domain/pack-types';
import { exportDossier } from '@/lib/export/bag';
import type { Words } from '@/lib/export/describe';
import type { ExportChecklist, ExportProgress, ExportSource, ExportSummary } from '@/lib/export/types';
import type { DossierSummary, Journal } from '@/lib/journal/types';
import { LOCALES, type Locale, translator } from '@/lib/locales';
import { pageLabel } from '@/lib/locales/page-label';
import { rowOf } from '@/lib/pages';
import { productVersion } from '@/lib/platform/capabilities';
import { readPackChoices } from '@/lib/platform/pack-choices';
import { codeOf } from './failure';
import { labelsIn } from './labels';
import { packMaker } from './make-pack';
import type { ChecklistAccess } from './use-checklist';

function wordsIn(locale: Locale): Words {
  const t = translator(locale);
  return {
    locale,
    t,
    page: (id) => {
      const [site = '', page = ''] = id.split('/');
      return rowOf(site, page) ? pageLabel({ site, page }, locale) : null;
    },
    reason: (code) => (isErrorCode(code) ? t(`errors.${code}`) : code),
  };
}

const WORDS = (): Record<Locale, Words> =>
  Object.fromEntries(LOCALES.map((locale) => [locale, wordsIn(locale)])) as Record<Locale, Words>;

function sourceOf(journal: Journal, dossier: string): ExportSource {
  return {
    dossier: chainOf(dossier),
    count: () => journal.count(dossier),
    entries: () => journal.read(dossier),
    blob: (sha256) => journal.blob(sha256),
  };
}

function checklistOf({ view, legalDate }: ChecklistAccess): { checklist?: ExportChecklist } {
  if (!view || !legalDate) return {};
  return {
    checklist: {
      view,
      contentDate: legalDate,
      trackLabel: (locale) => labelsIn(locale).track(view.track),
      stepLabel: (locale, step) => labelsIn(locale).step(view.track, step).label,
    },
  };
}

/** The common path of both browsers, Android too (toolchain.md § 4): no `downloads` permission. */
function saveAs(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

async function writeExported(journal: Journal, dossier: string, summary: ExportSummary): Promise<void> {
  const { head, at, absent: _absent, ...facts } = summary;
  // A journal whose last line states no hash cannot be continued: the ZIP exists and says so on its first page.
  if (head === null) throw new AppError('chain-broken');
  // A line that came meanwhile has a later hour: then the clock says when this one is written.
  await journal.append(dossier, async ({ seq }) => ({
    kind: 'exported',
    data: { ...facts, head },
    ...(seq === facts.entries + 1 ? { at } : {}),
  }));
}

/** What leaves this computer says that it came from another one; then the choices of its pack. */
async function readied(journal: Journal, dossier: string, choices: PackChoices | null): Promise<PackChoices> {
  await journal.acknowledge(dossier);
  return choices ?? (await readPackChoices(dossier));
}

export interface ExportAccess {
  readonly state: ExportState;
  readonly start: () => void;
  readonly cancel: () => void;
}

/** Captures alone need no PDF. */
const PHASES = ['write', 'make'] as const;
const PHASES_WITHOUT_PDF = ['write'] as const;

/** @param choices of the pack as they show on the screen; null while they are being read */
export function useExport(
  journal: Journal,
  dossier: DossierSummary,
  checklist: ChecklistAccess,
  choices: PackChoices | null,
): ExportAccess {
  const [state, setState] = useState<ExportState>({ is: 'idle' });
  const abort = useRef<AbortController | null>(null);
  const url = useRef<string | null>(null);
  const release = (): void => {
    if (url.current) URL.revokeObjectURL(url.current);
    url.current = null;
  };
  useEffect(
    () => () => {
      abort.current?.abort();
      if (url.current) URL.revokeObjectURL(url.current);
    },
    [],
  );
  const run = async (signal: AbortSignal): Promise<void> => {
    const chosen = await readied(journal, dossier.id, choices);
    const withPdf = chosen.profile !== 'captures';
    const phases = withPdf ? PHASES : PHASES_WITHOUT_PDF;
    const now = momentAt(Date.now());
    const onProgress = ({ phase, doneFiles, totalFiles }: ExportProgress): void =>
      setState({ is: 'running', done: doneFiles, total: totalFiles, phase, phases });
    const { name, blob, summary } = await exportDossier({
      source: sourceOf(journal, dossier.id),
      words: WORDS(),
      now,
      version: productVersion(),
      verifier: (await import('virtual:verifier-script')).default,
      ...checklistOf(checklist),
      ...(withPdf ? { pack: packMaker({ choices: chosen, now, onProgress, signal }) } : {}),
      withMetadata: chosen.withMetadata,
      profile: chosen.profile,
      onProgress,
      signal,
    });
    url.current = URL.createObjectURL(blob);
    saveAs(url.current, name);
    await writeExported(journal, dossier.id, summary);
    const { bytes, entries, files } = summary;
    setState({ is: 'done', name, bytes, entries, files, url: url.current });
  };
  const start = (): void => {
    const controller = new AbortController();
    abort.current = controller;
    release();
    setState({ is: 'running', done: 0, total: 0 });
    run(controller.signal).catch((cause) => setState({ is: 'failed', code: codeOf(cause, 'export-source-failed') }));
  };
  return { state, start, cancel: () => abort.current?.abort() };
}
