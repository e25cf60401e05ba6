/** Makes the ZIP of the dossier: what it will hold, the work and its cancel, and where the file went. */
import { FolderDown } from 'lucide-preact';
import { errorSentence } from '../entry/describe';
import { size } from '../format';
import { type Speech, useSpeech } from '../text';
import { Announcer } from '../ui/Announcer';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Progress } from '../ui/Progress';

export type ExportPhase = 'write' | 'make';

export type ExportState =
  | { readonly is: 'idle' }
  | {
      readonly is: 'running';
      readonly done: number;
      readonly total: number;
      /** Which of the long works this is; absent before the first. */
      readonly phase?: ExportPhase;
      /** Those of this export, in their order. */
      readonly phases?: readonly ExportPhase[];
    }
  | {
      readonly is: 'done';
      readonly name: string;
      readonly bytes: number;
      readonly entries: number;
      readonly files: number;
      readonly url: string;
    }
  | { readonly is: 'failed'; readonly code: string };

export interface ExportPanelProps {
  readonly state: ExportState;
  readonly alias: string;
  readonly entries: number;
  readonly onExport: () => void;
  readonly onCancel: () => void;
}

export function ExportPanel({ state, alias, entries, onExport, onCancel }: ExportPanelProps) {
  const speech = useSpeech();
  const { t, locale } = speech;
  return (
    <section
      class="sheet stack"
      aria-labelledby="export-title"
      data-export={state.is}
      {...(state.is === 'running' && state.phase ? { 'data-phase': state.phase } : {})}
    >
      <h2 id="export-title">{t('export-screen.title')}</h2>
      <p>{t('export-screen.explain', { alias, count: entries })}</p>
      <p class="small soft">{t('export-screen.care')}</p>
      {state.is === 'running' ? (
        <Progress label={runningWords(state, speech)} done={state.done} total={state.total} onCancel={onCancel} />
      ) : (
        <div>
          <Button kind="primary" icon={FolderDown} name="export" onClick={onExport}>
            {t('export-screen.start')}
          </Button>
        </div>
      )}
      <Announcer>
        {state.is === 'done' ? (
          <Banner tone="good" name="export-done" title={t('export-screen.done', { name: state.name })}>
            <p>
              {t('export-screen.done-facts', {
                entries: state.entries,
                files: state.files,
                size: size(state.bytes, locale),
              })}
            </p>
            <p>
              <a href={state.url} download={state.name}>
                {t('export-screen.again')}
              </a>
            </p>
          </Banner>
        ) : null}
        {state.is === 'failed' ? (
          <Banner
            tone={state.code === 'export-cancelled' ? 'plain' : 'alarm'}
            name="export-failed"
            title={t('export-screen.failed')}
          >
            <p>{errorSentence(state.code, speech)}</p>
          </Banner>
        ) : null}
      </Announcer>
    </section>
  );
}

/** « Étape 2 sur 2 : préparation des PDF… » */
function runningWords({ phase, phases }: ExportState & { readonly is: 'running' }, { t }: Speech): string {
  if (!phase || !phases || phases.length === 1) return t('export-screen.running');
  return t('pack-screen.step', {
    step: phases.indexOf(phase) + 1,
    of: phases.length,
    phase: t(`pack-screen.phase.${phase}`),
  });
}
