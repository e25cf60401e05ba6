/** « Recevoir un dossier »: choose a ZIP, see what it holds and what its verification found, then decide. Nothing is written before. */
import { FileDown, FolderInput, FolderOpen, Folders, GitFork, RotateCcw } from 'lucide-preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Moment } from '@/lib/domain/moment';
import type { ArrivalFacts } from '@/lib/export/arrival';
import { errorSentence } from '../entry/describe';
import { useSpeech } from '../text';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Choice as Tick } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { Progress } from '../ui/Progress';
import { Holdings, VerifyLines } from './Holdings';
import { RelationNote } from './RelationNote';

/** A line of the verifier, in words. */
export interface ReceiveLine {
  readonly level: 'ok' | 'warning' | 'problem';
  readonly text: string;
}

export type ReceiveRelation =
  | { readonly is: 'unknown' }
  | { readonly is: 'same'; readonly more: number }
  | { readonly is: 'ahead'; readonly after: number; readonly adds: number }
  | {
      readonly is: 'forked';
      readonly after: number;
      readonly afterAt: Moment | null;
      readonly ours: number;
      readonly theirs: number;
    };

export interface ReceivePlan {
  readonly relation: ReceiveRelation;
  readonly removes: readonly number[];
  readonly leftOut: readonly number[];
  readonly absent: number;
}

export type ReceiveMode = 'new' | 'continued' | 'fork' | 'beside';

export type ReceiveState =
  | { readonly is: 'idle' }
  | { readonly is: 'reading'; readonly name: string; readonly done: number; readonly total: number }
  | {
      readonly is: 'refused';
      readonly name: string;
      readonly altered: boolean;
      readonly lines: readonly ReceiveLine[];
    }
  | {
      readonly is: 'shown';
      readonly name: string;
      readonly facts: ArrivalFacts;
      readonly lines: readonly ReceiveLine[];
      readonly plan: ReceivePlan;
    }
  | { readonly is: 'writing'; readonly done: number; readonly total: number }
  | {
      readonly is: 'done';
      readonly mode: ReceiveMode;
      readonly dossier: string;
      readonly alias: string;
      readonly count: number;
    }
  | { readonly is: 'failed'; readonly code: string };

export interface ReceiveProps {
  readonly state: ReceiveState;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onCancel: () => void;
  readonly onReceive: (choice: { readonly beside: boolean; readonly bringBack: boolean }) => void;
  readonly onOpen: (dossier: string) => void;
  readonly onAgain: () => void;
}

export function ReceiveScreen(props: ReceiveProps) {
  const speech = useSpeech();
  const { t } = speech;
  const { state, onCancel } = props;
  const outcome = useFocusOn(state.is);
  return (
    <section class="stack-loose" data-receive={state.is}>
      <h1 tabIndex={-1}>{t('receive.title')}</h1>
      {state.is === 'idle' ? <Chooser {...props} /> : null}
      {state.is === 'reading' ? (
        <div class="sheet stack">
          <p class="name">
            <bdi>{state.name}</bdi>
          </p>
          <Progress label={t('receive.reading')} done={state.done} total={state.total} onCancel={onCancel} />
        </div>
      ) : null}
      {state.is === 'writing' ? (
        <div class="sheet stack">
          <Progress label={t('receive.writing')} done={state.done} total={state.total} onCancel={onCancel} />
        </div>
      ) : null}
      <div ref={outcome} class="stack-loose" tabIndex={-1}>
        {state.is === 'refused' ? <Refused {...props} state={state} /> : null}
        {state.is === 'shown' ? <Shown {...props} state={state} /> : null}
        {state.is === 'done' ? <Done {...props} state={state} /> : null}
        {state.is === 'failed' ? (
          <>
            <Banner
              tone={state.code === 'arrival-cancelled' ? 'plain' : 'alarm'}
              name="receive-failed"
              title={errorSentence(state.code, speech)}
            />
            <Again {...props} />
          </>
        ) : null}
      </div>
    </section>
  );
}

/** What came of the work takes the focus: the button that asked for it is gone. */
function useFocusOn(is: ReceiveState['is']): { current: HTMLDivElement | null } {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (is === 'refused' || is === 'shown' || is === 'done' || is === 'failed') place.current?.focus();
  }, [is]);
  return place;
}

/** The browser's own field: it takes the keyboard, the mouse and a drop alike. */
function Chooser({ onFiles }: ReceiveProps) {
  const { t } = useSpeech();
  const id = useId();
  return (
    <>
      <p>{t('receive.intro')}</p>
      <div class="sheet stack">
        <div class="field">
          <label for={id}>
            <Icon of={FileDown} /> {t('receive.choose')}
          </label>
          <p id={`${id}-hint`} class="field-hint">
            {t('receive.drop')}
          </p>
          <input
            id={id}
            class="input"
            type="file"
            accept=".zip,application/zip"
            data-field="zip"
            aria-describedby={`${id}-hint`}
            onChange={(event) => {
              const field = event.currentTarget;
              onFiles([...(field.files ?? [])]);
              field.value = '';
            }}
          />
        </div>
      </div>
      <p class="small soft">{t('receive.trust')}</p>
    </>
  );
}

function Again({ onAgain }: ReceiveProps) {
  const { t } = useSpeech();
  return (
    <div>
      <Button icon={RotateCcw} name="receive-again" onClick={onAgain}>
        {t('receive.again')}
      </Button>
    </div>
  );
}

function Refused(props: ReceiveProps & { readonly state: Extract<ReceiveState, { is: 'refused' }> }) {
  const { t } = useSpeech();
  const { name, altered, lines } = props.state;
  const why = altered ? 'altered' : 'not-ours';
  return (
    <>
      <Banner tone="alarm" name={`refused-${why}`} title={t(`receive.refused.${why}`)}>
        <p>
          <bdi>{name}</bdi>
        </p>
        <p>{t(`receive.refused.${why}-why`)}</p>
      </Banner>
      <VerifyLines lines={lines} open />
      <Again {...props} />
    </>
  );
}

function Shown(props: ReceiveProps & { readonly state: Extract<ReceiveState, { is: 'shown' }> }) {
  const { name, facts, lines, plan } = props.state;
  return (
    <>
      <Holdings name={name} facts={facts} />
      <VerifyLines lines={lines} open={lines.some(({ level }) => level !== 'ok')} />
      <RelationNote plan={plan} />
      <Choice {...props} plan={plan} />
    </>
  );
}

const DO = { unknown: 'new', ahead: 'continue', forked: 'fork' } as const;

/** One click writes; the copy apart is always there as the other way. */
function Choice(props: ReceiveProps & { readonly plan: ReceivePlan }) {
  const { t } = useSpeech();
  const { plan, onReceive } = props;
  const [bringBack, setBringBack] = useState(false);
  const { relation } = plan;
  return (
    <div class="stack">
      {plan.leftOut.length > 0 && relation.is !== 'same' ? (
        <Tick name="bring-back" checked={bringBack} label={t('receive.bring-back')} onChange={setBringBack} />
      ) : null}
      <div class="row">
        {relation.is === 'same' ? null : (
          <Button
            kind="primary"
            icon={relation.is === 'forked' ? GitFork : FolderInput}
            name="receive"
            onClick={() => onReceive({ beside: false, bringBack })}
          >
            {t(`receive.do.${DO[relation.is]}`)}
          </Button>
        )}
        {relation.is === 'same' || relation.is === 'ahead' ? (
          <Button icon={Folders} name="receive-beside" onClick={() => onReceive({ beside: true, bringBack })}>
            {t('receive.do.beside')}
          </Button>
        ) : null}
        <Button icon={RotateCcw} name="receive-again" onClick={props.onAgain}>
          {t('receive.again')}
        </Button>
      </div>
      {relation.is === 'same' || relation.is === 'ahead' ? (
        <p class="small soft">{t('receive.do.beside-explain')}</p>
      ) : null}
    </div>
  );
}

function Done(props: ReceiveProps & { readonly state: Extract<ReceiveState, { is: 'done' }> }) {
  const { t } = useSpeech();
  const { mode, dossier, alias, count } = props.state;
  return (
    <>
      <Banner tone="good" name="received" title={t(`receive.done.${mode}`, { alias, count })}>
        <p>{t('receive.done.not-active')}</p>
      </Banner>
      <div class="row">
        <Button kind="primary" icon={FolderOpen} name="open-received" onClick={() => props.onOpen(dossier)}>
          {t('receive.done.open')}
        </Button>
        <a class="button" href="#/dossiers" data-action="see-dossiers">
          <Icon of={Folders} />
          {t('receive.done.list')}
        </a>
      </div>
    </>
  );
}
