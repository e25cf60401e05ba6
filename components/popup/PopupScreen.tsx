/** The popup: whose page, what page, capture it, where the steps stand. Usable at 320 px, at 200 % zoom and by keyboard. */
import {
  ArrowRight,
  BookOpen,
  CalendarClock,
  CalendarDays,
  FolderDown,
  FolderPlus,
  House,
  LockKeyholeOpen,
  PenLine,
  Settings2,
  UserRound,
} from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { ChecklistView } from '@/lib/domain/checklist-types';
import { displayNumber } from '@/lib/domain/entry';
import type { ExportAge } from '@/lib/domain/export-age';
import type { DossierSummary, StoredEntry } from '@/lib/journal/types';
import type { TabState } from '@/lib/messages/contract';
import { lettersOfStep } from '@/lib/protocols/step-letters';
import { Checklist } from '../checklist/Checklist';
import { errorSentence, titleOf } from '../entry/describe';
import { KIND_ICONS, UNREADABLE_ICON } from '../entry/kinds';
import { hour, shortDay } from '../format';
import { SITUATION_HREF, stepHref } from '../home/HomeScreen';
import { AgeLine, EXPORT_HREF } from '../safety/ExportAge';
import { useSpeech } from '../text';
import { Announcer } from '../ui/Announcer';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Brand, Independence } from '../ui/Frame';
import { Icon } from '../ui/Icon';
import { CapturePanel, type CaptureResult } from './CapturePanel';
import { NewDossierForm, type NewDossierProps } from './NewDossierForm';
import { type ProofOffer, ProofPart, type ShowsOffer, ShowsPart } from './Offers';
import { OwnerQuestion } from './OwnerQuestion';
import { isUnknownProblem, pageStatus } from './page-status';
import { UnknownPage } from './UnknownPage';

/** `national`: asked at install and taken back. A prefecture's sites are asked for together, under the department's name. */
export interface GrantOffer {
  readonly kind: 'national' | 'prefecture' | 'optional';
  readonly name: string;
}

export interface PopupProps {
  readonly tab: TabState | null;
  readonly dossiers: readonly DossierSummary[];
  readonly active: DossierSummary | null;
  readonly checklist: ChecklistView | null;
  readonly legalDate?: string | undefined;
  readonly last: StoredEntry | null;
  /** Whether attempts are written down by themselves (a setting). */
  readonly logging: boolean;
  readonly busy: boolean;
  /** The dossier is being opened or changed. */
  readonly switching: boolean;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly result: CaptureResult | null;
  readonly proof: ProofOffer | null;
  readonly shows: ShowsOffer | null;
  /** The picture was asked for together with the question of what it shows. */
  readonly describing: boolean;
  /** Whose site this is, where access is missing: what the one button asks for. */
  readonly grant: GrantOffer | null;
  /** The person has just said no to the browser's question. */
  readonly refused: boolean;
  /** Blockages that the page being seen may show (`PageRow.hints`): proposed for a new dossier. */
  readonly hints: readonly string[];
  /** The dossier's next day, in words; null when there is none. */
  readonly due?: { readonly label: string; readonly date: string; readonly when: 'over' | 'today' | null } | null;
  /** When the dossier was last exported, and what was added since; null until its lines are read. */
  readonly age?: ExportAge | null;
  /** A failure outside a capture (storage, messages), as an error code. */
  readonly problem: string | null;
  readonly onCapture: (area: 'view' | 'page') => void;
  readonly onCancel: () => void;
  readonly onGrant: () => void;
  readonly onDescribe: () => void;
  readonly onHelp: () => void;
  readonly onOwner: (dossier: string) => void;
  readonly onNewDossier: NewDossierProps['onCreate'];
  readonly onDiscardHeld: () => void;
  readonly onSwitch: (dossier: string) => void;
  readonly onCountProof: (offer: ProofOffer) => void;
  readonly onSayShows: (offer: ShowsOffer, words: string) => void;
  readonly onOpenJournal: (route: string) => void;
  readonly onOpenOptions: () => void;
}

export function PopupScreen(props: PopupProps) {
  const { t } = useSpeech();
  const { tab, active } = props;
  const asked = tab !== null && (tab.ownerQuestion !== null || tab.heldAttempts > 0);
  return (
    <div class="popup">
      <header class="popup-head">
        <h1>
          <Brand />
        </h1>
        <Button kind="quiet" icon={Settings2} name="options" onClick={props.onOpenOptions}>
          <span class="visually-hidden">{t('popup.options')}</span>
        </Button>
      </header>
      <main class="stack">
        {asked && tab ? (
          <OwnerQuestion
            reason={tab.ownerQuestion}
            held={tab.heldAttempts}
            active={active}
            dossiers={props.dossiers}
            onOwner={props.onOwner}
            onNewDossier={props.onNewDossier}
            hints={props.hints}
            onDiscard={props.onDiscardHeld}
          />
        ) : (
          <>
            <WhoseDossier {...props} />
            {/* At the top: the next person at a desk comes before anything of the one who left. */}
            {active ? <AnotherDossier {...props} /> : null}
          </>
        )}
        <Announcer urgent>{props.problem ? <Problem code={props.problem} /> : null}</Announcer>
        <PagePart {...props} asked={asked} />
        {props.checklist ? <Steps {...props} checklist={props.checklist} /> : null}
        {props.due ? <NextDue {...props} due={props.due} /> : null}
        <LastLine {...props} />
        {props.age ? <AgeLine age={props.age} onExport={() => props.onOpenJournal(EXPORT_HREF)} /> : null}
        <nav class="popup-links" aria-label={t('popup.links')}>
          <Button icon={House} wide name="open-home" onClick={() => props.onOpenJournal('')}>
            {t('popup.home')}
          </Button>
          <Button icon={BookOpen} wide name="open-journal" onClick={() => props.onOpenJournal('#/journal')}>
            {t('popup.journal')}
          </Button>
          <Button icon={FolderDown} wide name="open-export" onClick={() => props.onOpenJournal('#/export')}>
            {t('popup.export')}
          </Button>
        </nav>
      </main>
      <Independence legalDate={props.checklist ? props.legalDate : undefined} />
    </div>
  );
}

function Problem({ code }: { readonly code: string }) {
  const speech = useSpeech();
  return (
    <Banner tone="alarm" name="problem" title={speech.t('popup.problem')}>
      <p>{errorSentence(code, speech)}</p>
    </Banner>
  );
}

function WhoseDossier({ active, dossiers, onSwitch }: PopupProps) {
  const { t } = useSpeech();
  if (!active) return null;
  return (
    <div class="whose">
      <Icon of={UserRound} />
      <label for="whose">{t('popup.dossier')}</label>
      {dossiers.length > 1 ? (
        <select id="whose" class="input" value={active.id} onChange={(event) => onSwitch(event.currentTarget.value)}>
          {dossiers.map((dossier) => (
            <option key={dossier.id} value={dossier.id}>
              {dossier.alias}
            </option>
          ))}
        </select>
      ) : (
        <output id="whose" class="whose-alias">
          {active.alias}
        </output>
      )}
    </div>
  );
}

/** The next person at the desk: a new dossier without leaving the page. */
function AnotherDossier({ hints, onNewDossier }: PopupProps) {
  const { t } = useSpeech();
  const [adding, setAdding] = useState(false);
  return adding ? (
    <section class="sheet" aria-label={t('dossier.new')}>
      <NewDossierForm
        hints={hints}
        onCreate={(alias, start) => {
          setAdding(false);
          onNewDossier(alias, start);
        }}
      />
    </section>
  ) : (
    <div class="another">
      <Button kind="quiet" icon={FolderPlus} name="new-dossier" onClick={() => setAdding(true)}>
        {t('dossier.new')}
      </Button>
    </div>
  );
}

function PagePart(props: PopupProps & { readonly asked: boolean }) {
  const { t, labels } = useSpeech();
  const { tab, asked, proof, shows, switching } = props;
  const status = pageStatus(tab);
  const recognition = tab?.page?.recognition ?? null;
  const off = asked
    ? t('capture.off-owner')
    : switching
      ? t('capture.off-switching')
      : status.kind === 'protected'
        ? t('capture.off-protected')
        : null;
  return (
    <>
      <section aria-label={t('popup.this-page')} data-page-status={status.kind}>
        <Banner tone={status.tone} title={t(status.text)}>
          {recognition ? <p>{labels.page(recognition)}</p> : null}
          {tab?.url ? <p class="mono page-url">{tab.url}</p> : null}
          {tab?.page?.exhausted ? <p>{t('popup.never-settled')}</p> : null}
          {status.logged && !asked ? <p>{t(props.logging ? 'popup.logged' : 'popup.not-logged')}</p> : null}
          {status.kind === 'permission-missing' ? (
            <Button kind="primary" icon={LockKeyholeOpen} name="grant" onClick={props.onGrant}>
              {t(`popup.grant.${props.grant?.kind ?? 'optional'}`, { name: props.grant?.name ?? '' })}
            </Button>
          ) : null}
          {props.refused ? <p data-refused>{t('access.refused-explain')}</p> : null}
          {isUnknownProblem(tab) && !asked ? (
            <UnknownPage
              busy={props.busy}
              captured={tab?.captured !== null}
              onDescribe={props.onDescribe}
              onHelp={props.onHelp}
            />
          ) : null}
        </Banner>
      </section>
      <CapturePanel
        capturable={status.capturable && !asked && !switching}
        offReason={off}
        busy={props.busy}
        progress={props.progress}
        result={props.result}
        captured={tab?.captured ?? null}
        onCapture={props.onCapture}
        onCancel={props.onCancel}
        onOpenEntry={(seq) => props.onOpenJournal(`#/piece/${seq}`)}
      />
      {proof && !asked ? <ProofPart offer={proof} onCount={props.onCountProof} /> : null}
      {shows && !asked ? (
        <ShowsPart key={shows.seq} offer={shows} asked={props.describing} onSay={props.onSayShows} />
      ) : null}
    </>
  );
}

/** The page of a step; the questions of T0 have one page. */
const placeOf = (track: string, step: string): string => (track === 'T0' ? SITUATION_HREF : stepHref(step));

/** Papers that go with a file and are sent to nobody: no step is done by them. */
const ASIDE: readonly string[] = ['witness-statement', 'transmission-note', 'mandate'];

/** What a step is done with: the way from the blocked page to its message is one click. */
function mainLetter(track: string, step: string): string | undefined {
  const [first] = lettersOfStep(track, step);
  return first && !ASIDE.includes(first) ? first : undefined;
}

function Steps({ checklist, onOpenJournal }: PopupProps & { readonly checklist: ChecklistView }) {
  const { t, labels } = useSpeech();
  const { next } = checklist;
  const letter = next === null ? undefined : mainLetter(checklist.track, next);
  return (
    <section class="sheet" aria-labelledby="steps-title">
      <h2 id="steps-title">{t('popup.steps')}</h2>
      <p class="small soft" data-track={checklist.track}>
        {t('home.track', { track: labels.track(checklist.track) })}
      </p>
      {next ? (
        <div class="next-step popup-next" data-next={next}>
          <p>
            <span class="small">{t('popup.next')}</span>
            <br />
            <strong>{labels.step(checklist.track, next).label}</strong>
          </p>
          {letter ? (
            <Button
              kind="primary"
              icon={PenLine}
              name="open-letter"
              onClick={() => onOpenJournal(`#/courriers/${letter}`)}
            >
              {labels.letter(letter)}
            </Button>
          ) : null}
          <Button icon={ArrowRight} name="open-step" onClick={() => onOpenJournal(placeOf(checklist.track, next))}>
            {t('popup.open-step')}
          </Button>
        </div>
      ) : null}
      <Checklist view={checklist} compact quiet onOpenEntry={(seq) => onOpenJournal(`#/piece/${seq}`)} />
    </section>
  );
}

/** One line: the next day of the dossier, and the way to all of them. */
function NextDue({ due, onOpenJournal }: PopupProps & { readonly due: NonNullable<PopupProps['due']> }) {
  const { t } = useSpeech();
  return (
    <section class="next-due" data-next-due={due.when ?? 'later'}>
      <Icon of={due.when ? CalendarClock : CalendarDays} />
      <div>
        <p>
          <strong>{due.date}</strong>
          {due.when ? <span class="tag tag-warn">{t(`follow.due.${due.when}`)}</span> : null}
        </p>
        <p>{due.label}</p>
        <Button kind="quiet" name="see-dues" onClick={() => onOpenJournal('')}>
          {t('follow.due.see')}
        </Button>
      </div>
    </section>
  );
}

function LastLine({ last }: PopupProps) {
  const speech = useSpeech();
  const { t, locale } = speech;
  if (!last) return null;
  const entry = last.entry;
  return (
    <p class="last-line" data-last={last.seq}>
      <Icon of={entry ? KIND_ICONS[entry.kind] : UNREADABLE_ICON} />
      <span>
        <span class="soft">{t('popup.last')}</span> <span class="number">{displayNumber(last.seq)}</span>{' '}
        {entry ? titleOf(entry, speech) : t(`errors.${last.problem ?? 'entry-invalid'}`)}
        {entry ? (
          <span class="soft">
            {' '}
            {shortDay(entry.at, locale)}, {hour(entry.at, locale)}
          </span>
        ) : null}
      </span>
    </p>
  );
}
