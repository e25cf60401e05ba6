/** Checks the chain of the dossier and says the result in plain words, with what it does not prove. */
import { ShieldCheck } from 'lucide-preact';
import type { ChainReport } from '@/lib/domain/chain';
import { displayNumber } from '@/lib/domain/entry';
import { NOT_PROVED } from '@/lib/export/not-proved';
import { useSpeech } from '../text';
import { Announcer } from '../ui/Announcer';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Progress } from '../ui/Progress';

export interface FileProblem {
  readonly seq: number;
  readonly code: 'blob-missing' | 'blob-altered';
}

export type VerifyState =
  | { readonly is: 'idle' }
  | { readonly is: 'running'; readonly done: number; readonly total: number }
  | {
      readonly is: 'done';
      readonly chain: ChainReport;
      readonly files: number;
      readonly fileProblems: readonly FileProblem[];
    }
  | { readonly is: 'failed'; readonly code: string };

export interface VerifyPanelProps {
  readonly state: VerifyState;
  readonly onVerify: () => void;
  readonly onCancel: () => void;
}

export function VerifyPanel({ state, onVerify, onCancel }: VerifyPanelProps) {
  const { t } = useSpeech();
  return (
    <section class="sheet stack" aria-labelledby="verify-title" data-verify={state.is}>
      <h2 id="verify-title">{t('verify-screen.title')}</h2>
      <p>{t('verify-screen.explain')}</p>
      {state.is === 'running' ? (
        <Progress label={t('verify-screen.running')} done={state.done} total={state.total} onCancel={onCancel} />
      ) : (
        <div>
          <Button icon={ShieldCheck} name="verify" onClick={onVerify}>
            {t('verify-screen.start')}
          </Button>
        </div>
      )}
      <Announcer>
        {state.is === 'done' ? <Result {...state} /> : null}
        {state.is === 'failed' ? (
          <Banner
            tone="alarm"
            title={t(state.code === 'cancelled' ? 'verify-screen.cancelled' : 'verify-screen.failed')}
          />
        ) : null}
      </Announcer>
    </section>
  );
}

function Result({ chain, files, fileProblems }: Extract<VerifyState, { is: 'done' }>) {
  const { t } = useSpeech();
  const holds = chain.problems.length === 0 && fileProblems.length === 0;
  return (
    <div class="stack">
      {holds ? (
        <Banner tone="good" name="chain-holds" title={t('verify-screen.holds', { count: chain.count, files })}></Banner>
      ) : (
        <Banner tone="alarm" name="chain-broken" title={t('verify-screen.broken')}>
          <ul class="bullets">
            {chain.problems.map((one) => (
              <li key={`${one.line}-${one.problem}`}>
                {t('verify-screen.line', { line: one.seq === null ? String(one.line) : displayNumber(one.seq) })}{' '}
                {t(`verify-screen.problem.${one.problem}`)}
              </li>
            ))}
            {fileProblems.map((one) => (
              <li key={`${one.seq}-${one.code}`}>
                {t('verify-screen.line', { line: displayNumber(one.seq) })} {t(`errors.${one.code}`)}
              </li>
            ))}
          </ul>
          <p>{t('verify-screen.keep')}</p>
        </Banner>
      )}
      <section class="stack" data-not-proved aria-labelledby="not-proved-title">
        <h3 id="not-proved-title">{t('verify.not')}</h3>
        <ul class="bullets">
          {NOT_PROVED.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </section>
      {chain.newer.length > 0 ? (
        <Banner tone="warn" title={t('verify-screen.newer', { count: chain.newer.length })} />
      ) : null}
      {chain.clockBack.length > 0 ? (
        <Banner tone="warn" title={t('verify-screen.clock-back', { count: chain.clockBack.length })} />
      ) : null}
    </div>
  );
}
