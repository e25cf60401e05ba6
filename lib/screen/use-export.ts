/** Exports a dossier from the journal's page: the ZIP is saved by a link, then the export is written in the journal. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ExportState } from '@/components/journal/ExportPanel';
import { AppError, isErrorCode } from '@/lib/domain/errors';
import { momentAt } from '@/lib/domain/moment';
import { exportDossier } from '@/lib/export/bag';
import type { Words } from '@/lib/export/describe';
import type { ExportChecklist, ExportSource, ExportSummary } from '@/lib/export/types';
import type { DossierSummary, Journal } from '@/lib/journal/types';
import { LOCALES, type Locale, translator } from '@/lib/locales';
import { pageLabel } from '@/lib/locales/page-label';
import { rowOf } from '@/lib/pages';
import { productVersion } from '@/lib/platform/capabilities';
import { codeOf } from './failure';
import { labelsIn } from './labels';
import type { ChecklistAccess } from './use-checklist';

/** What an export holds today: the whole dossier. Written in the journal. */
const PROFILE = 'whole-dossier';

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
    dossier,
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
  const { head, absent: _absent, ...facts } = summary;
  // A journal whose last line states no hash cannot be continued: the ZIP exists and says so on its first page.
  if (head === null) throw new AppError('chain-broken');
  await journal.append(dossier, { kind: 'exported', data: { ...facts, head, profile: PROFILE } });
}

export interface ExportAccess {
  readonly state: ExportState;
  readonly start: () => void;
  readonly cancel: () => void;
}

export function useExport(journal: Journal, dossier: DossierSummary, checklist: ChecklistAccess): ExportAccess {
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
    const { name, blob, summary } = await exportDossier({
      source: sourceOf(journal, dossier.id),
      words: WORDS(),
      now: momentAt(Date.now()),
      version: productVersion(),
      verifier: (await import('virtual:verifier-script')).default,
      ...checklistOf(checklist),
      onProgress: ({ phase, doneFiles, totalFiles }) =>
        // Two passes over the same files: reading them again, then writing them.
        setState({
          is: 'running',
          done: phase === 'check' ? doneFiles : totalFiles + doneFiles,
          total: totalFiles * 2,
        }),
      signal,
    });
    url.current = URL.createObjectURL(blob);
    saveAs(url.current, name);
    await writeExported(journal, dossier.id, summary);
    setState({
      is: 'done',
      name,
      bytes: summary.bytes,
      entries: summary.entries,
      files: summary.files,
      url: url.current,
    });
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
