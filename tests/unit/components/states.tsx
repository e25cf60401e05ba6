/** Every screen in every state, with invented data: drawn by the component tests, and by the gallery for the eye and for axe. */
import type { ComponentChildren } from 'preact';
import { Checklist } from '@/components/checklist/Checklist';
import { EntryView } from '@/components/entry/EntryView';
import { WeekStrip } from '@/components/follow-up/WeekStrip';
import { HelpScreen, type HelpState } from '@/components/help/HelpScreen';
import { DescribeForm } from '@/components/journal/DescribeForm';
import { Dossiers } from '@/components/journal/Dossiers';
import { ExchangeForm } from '@/components/journal/ExchangeForm';
import { ExportPanel } from '@/components/journal/ExportPanel';
import { AddBar, EmptyJournal, JournalScreen, type Route } from '@/components/journal/JournalScreen';
import { KnowsPanel } from '@/components/journal/KnowsPanel';
import { TextForm } from '@/components/journal/TextForm';
import { Timeline } from '@/components/journal/Timeline';
import { clockSetBack, tombstones } from '@/components/journal/timeline-model';
import { VerifyPanel } from '@/components/journal/VerifyPanel';
import { type PopupProps, PopupScreen } from '@/components/popup/PopupScreen';
import type { ChosenDepartment } from '@/components/settings/DepartmentPicker';
import { OptionsScreen } from '@/components/settings/OptionsScreen';
import { type WelcomeProps, WelcomeScreen } from '@/components/settings/WelcomeScreen';
import { Modal } from '@/components/ui/Modal';
import { readGauge } from '@/lib/domain/gauge';
import { CHECKLIST, DOSSIERS, EMPTY_CHECKLIST, ENTRIES, exampleBlob, MARIAM, PAGE, TAB } from './examples';
import { PACK_PARTS } from './states-pack';

export interface State {
  readonly name: string;
  readonly css: 'popup' | 'journal' | 'pages';
  readonly draw: () => ComponentChildren;
}

const nothing = (): void => undefined;

const POPUP: PopupProps = {
  tab: TAB,
  dossiers: DOSSIERS,
  active: MARIAM,
  checklist: CHECKLIST,
  legalDate: '3 avril 2026',
  last: ENTRIES.at(-1) ?? null,
  logging: true,
  busy: false,
  switching: false,
  progress: null,
  result: null,
  proof: null,
  shows: null,
  describing: false,
  grant: null,
  refused: false,
  hints: [],
  problem: null,
  onCapture: nothing,
  onCancel: nothing,
  onGrant: nothing,
  onDescribe: nothing,
  onHelp: nothing,
  onOwner: nothing,
  onNewDossier: nothing,
  onDiscardHeld: nothing,
  onSwitch: nothing,
  onCountProof: nothing,
  onSayShows: nothing,
  onOpenJournal: nothing,
  onOpenOptions: nothing,
};

const popup = (name: string, change: Partial<PopupProps>): State => ({
  name: `popup ${name}`,
  css: 'popup',
  draw: () => <PopupScreen {...POPUP} {...change} />,
});

const withOutcome = (outcome: 'down' | 'refused' | 'step' | 'confirmation' | 'notice' | 'info'): PopupProps['tab'] => ({
  ...TAB,
  page: { ...PAGE, recognition: { site: 'anef', page: outcome, outcome, extracted: {} } },
});

const POPUP_STATES: readonly State[] = [
  popup('blocked', {}),
  popup('blocked, not logged by itself', { logging: false }),
  popup('loading', { tab: null, dossiers: [], active: null, checklist: null, last: null }),
  popup('down', { tab: withOutcome('down') }),
  popup('refused', { tab: withOutcome('refused') }),
  popup('step', { tab: withOutcome('step') }),
  popup('confirmation', { tab: withOutcome('confirmation'), proof: { seq: 5, channel: 'CCC_FORM', counted: null } }),
  popup('proof counted', { tab: withOutcome('confirmation'), proof: { seq: 5, channel: 'CCC_FORM', counted: 6 } }),
  popup('notice', { tab: withOutcome('notice') }),
  popup('info', { tab: withOutcome('info') }),
  popup('unknown', { tab: { ...TAB, page: { ...PAGE, recognition: null } } }),
  popup('unknown with a problem', { tab: { ...TAB, page: { ...PAGE, recognition: null, problem: true } } }),
  popup('unknown with a problem, captured, being described', {
    tab: { ...TAB, captured: 7, page: { ...PAGE, recognition: null, problem: true } },
    shows: { seq: 7, said: null },
    describing: true,
  }),
  popup('permission taken back', {
    tab: { ...TAB, host: 'missing', page: null },
    grant: { kind: 'national', name: 'anef' },
  }),
  popup('permission of a prefecture, refused', {
    tab: { ...TAB, host: 'missing', page: null },
    grant: { kind: 'prefecture', name: 'Paris' },
    refused: true,
  }),
  popup('permission of a useful site', {
    tab: { ...TAB, host: 'missing', page: null },
    grant: { kind: 'optional', name: 'rdv.anct.gouv.fr' },
  }),
  popup('protected page', { tab: { ...TAB, url: null, host: 'protected', page: null } }),
  popup('other site', { tab: { ...TAB, url: 'https://exemple.fr/', host: 'other', page: null } }),
  popup('not read yet', { tab: { ...TAB, page: null } }),
  popup('browser error page', {
    tab: {
      ...TAB,
      page: null,
      receipt: { status: 0, error: 'net::ERR_CONNECTION_REFUSED', fromCache: false, at: MARIAM.lastAt },
    },
  }),
  popup('site down by its status', {
    tab: { ...TAB, page: null, receipt: { status: 503, fromCache: false, at: MARIAM.lastAt } },
  }),
  popup('capturing', { busy: true, progress: { done: 2, total: 6 } }),
  popup('captured', { result: { is: 'saved', seq: 7 }, tab: { ...TAB, captured: 7 } }),
  popup('captured, not recognised', {
    tab: { ...TAB, captured: 7, page: { ...PAGE, recognition: null } },
    result: { is: 'saved', seq: 7 },
    shows: { seq: 7, said: null },
  }),
  popup('captured, said what it shows', { tab: { ...TAB, captured: 7 }, shows: { seq: 7, said: 8 } }),
  popup('capture failed, kept', { result: { is: 'failed', code: 'tab-changed', seq: 8 } }),
  popup('capture failed, not kept', { result: { is: 'failed', code: 'storage-full', seq: null } }),
  popup('owner: logged out', { tab: { ...TAB, ownerQuestion: 'logged-out', heldAttempts: 2 } }),
  popup('owner: idle', { tab: { ...TAB, ownerQuestion: 'idle' } }),
  popup('owner: nobody', {
    tab: { ...TAB, ownerQuestion: 'no-dossier', heldAttempts: 1, activeDossier: null },
    active: null,
    dossiers: [],
    checklist: null,
    last: null,
  }),
  popup('one dossier, nothing yet', { dossiers: [MARIAM], checklist: EMPTY_CHECKLIST, last: ENTRIES[0] ?? null }),
  popup('storage problem', { problem: 'storage-unavailable', checklist: null }),
];

function journal(
  name: string,
  route: Route,
  children: () => ComponentChildren,
  change: { problem?: string; message?: string; warnings?: string[] } = {},
): State {
  return {
    name: `journal ${name}`,
    css: 'journal',
    draw: () => (
      <JournalScreen
        route={route}
        dossiers={DOSSIERS}
        active={MARIAM}
        legalDate="3 avril 2026"
        message={change.message ?? null}
        problem={change.problem ?? null}
        warnings={change.warnings ?? []}
        onSwitch={nothing}
      >
        {children()}
      </JournalScreen>
    ),
  };
}

const entryState = (name: string, seq: number, change: { clockBack?: boolean; removedBy?: number } = {}): State =>
  journal(name, { part: 'entry', seq }, () => {
    const stored = ENTRIES.find((one) => one.seq === seq);
    if (!stored) throw new Error(`no example entry ${seq}`);
    return (
      <EntryView
        stored={stored}
        loadBlob={exampleBlob}
        clockBack={change.clockBack ?? false}
        removedBy={change.removedBy ?? null}
        onBack={nothing}
        {...(stored.entry?.kind === 'exchange' ? { onRecordOutcome: nothing } : {})}
        onAddNote={nothing}
        {...(stored.entry?.kind === 'capture' ? { onSayShows: nothing } : {})}
        onRemoveFiles={nothing}
      />
    );
  });

const form = { busy: false, error: null, onCancel: nothing };

const JOURNAL_STATES: readonly State[] = [
  journal(
    'timeline',
    { part: 'timeline' },
    () => (
      <>
        <h1 tabIndex={-1}>{MARIAM.alias}</h1>
        <AddBar onExchange={nothing} onNote={nothing} />
        <div class="spread">
          <Timeline
            entries={ENTRIES}
            clockBack={clockSetBack(ENTRIES)}
            removed={tombstones(ENTRIES)}
            loadBlob={exampleBlob}
            onOpen={nothing}
          />
          <aside class="stack-loose" aria-label="Étapes">
            <section class="sheet stack" aria-label="Étapes du parcours">
              <h2>Les étapes</h2>
              <Checklist view={CHECKLIST} skippable={['S3', 'S4b']} onOpenEntry={nothing} onSkip={nothing} />
            </section>
            <section class="sheet stack" aria-label="Jours">
              <h2>Les jours de tentative</h2>
              <WeekStrip gauge={readGauge(ENTRIES.flatMap(({ entry }) => entry ?? []))} />
            </section>
          </aside>
        </div>
      </>
    ),
    { warnings: ["L'horloge de cet appareil a reculé."] },
  ),
  journal('empty', { part: 'timeline' }, () => (
    <>
      <h1 tabIndex={-1}>{MARIAM.alias}</h1>
      <EmptyJournal />
      <WeekStrip gauge={readGauge([])} />
    </>
  )),
  journal('dossiers', { part: 'dossiers' }, () => (
    <Dossiers dossiers={DOSSIERS} active={MARIAM.id} onSwitch={nothing} onCreate={nothing} onErase={nothing} />
  )),
  journal(
    'no dossier',
    { part: 'dossiers' },
    () => <Dossiers dossiers={[]} active={null} onSwitch={nothing} onCreate={nothing} onErase={nothing} />,
    {
      problem: 'Le carnet ne peut pas s’ouvrir.',
    },
  ),
  entryState('capture', 3),
  entryState('attempt', 2),
  entryState('capture failed', 4),
  entryState('exchange', 6),
  entryState('re-rendered, unstamped, uniform', 9, { clockBack: true }),
  entryState('files removed', 3, { removedBy: 10 }),
  entryState('exported', 11),
  entryState('newer version', 12),
  entryState('invalid', 13),
  journal('export and verify', { part: 'export' }, () => (
    <>
      <h1 tabIndex={-1}>Exporter et vérifier</h1>
      <ExportPanel state={{ is: 'idle' }} alias={MARIAM.alias} entries={13} onExport={nothing} onCancel={nothing} />
      <VerifyPanel state={{ is: 'idle' }} onVerify={nothing} onCancel={nothing} />
    </>
  )),
  journal('exporting', { part: 'export' }, () => (
    <>
      <h1 tabIndex={-1}>Exporter et vérifier</h1>
      <ExportPanel
        state={{ is: 'running', done: 3, total: 10 }}
        alias={MARIAM.alias}
        entries={13}
        onExport={nothing}
        onCancel={nothing}
      />
      <VerifyPanel state={{ is: 'running', done: 0, total: 0 }} onVerify={nothing} onCancel={nothing} />
    </>
  )),
  journal('exported and verified', { part: 'export' }, () => (
    <>
      <h1 tabIndex={-1}>Exporter et vérifier</h1>
      <ExportPanel
        state={{ is: 'done', name: 'carnet_20261121-1819.zip', bytes: 3_400_000, entries: 13, files: 12, url: '#' }}
        alias={MARIAM.alias}
        entries={13}
        onExport={nothing}
        onCancel={nothing}
      />
      <VerifyPanel
        state={{
          is: 'done',
          files: 12,
          fileProblems: [],
          chain: {
            count: 13,
            head: null,
            dossier: null,
            problems: [],
            clockBack: [{ line: 9, seconds: 60 }],
            newer: [{ line: 12, seq: 12 }],
          },
        }}
        onVerify={nothing}
        onCancel={nothing}
      />
    </>
  )),
  journal('export failed, chain broken', { part: 'export' }, () => (
    <>
      <h1 tabIndex={-1}>Exporter et vérifier</h1>
      <ExportPanel
        state={{ is: 'failed', code: 'export-source-failed' }}
        alias={MARIAM.alias}
        entries={13}
        onExport={nothing}
        onCancel={nothing}
      />
      <VerifyPanel
        state={{
          is: 'done',
          files: 12,
          fileProblems: [{ seq: 3, code: 'blob-altered' }],
          chain: {
            count: 13,
            head: null,
            dossier: null,
            problems: [{ line: 5, seq: 5, problem: 'hash-mismatch' }],
            clockBack: [],
            newer: [],
          },
        }}
        onVerify={nothing}
        onCancel={nothing}
      />
    </>
  )),
  journal('what is known', { part: 'data' }, () => (
    <KnowsPanel
      dossiers={DOSSIERS}
      kinds={{ attempt: 5, capture: 2, 'capture-failed': 1, exchange: 1, note: 1, unreadable: 2 }}
      usage={{ bytes: 9_000_000, quota: 10_000_000, entries: 13, files: 12 }}
      held={0}
      identities={['Mésange']}
      settings={{ language: 'fr', departments: ['93'], automaticLog: true, automaticCapture: true, rerender: false }}
    />
  )),
  journal('exchange form', { part: 'timeline' }, () => (
    <Modal title="Ajouter un échange" onClose={nothing}>
      <ExchangeForm
        {...form}
        purpose="exchange"
        today="2026-11-21"
        captures={[{ seq: 5, label: 'Demande envoyée' }]}
        onSubmit={nothing}
      />
    </Modal>
  )),
  journal('outcome form, failed', { part: 'timeline' }, () => (
    <Modal title="Noter la suite de P-0006" onClose={nothing}>
      <ExchangeForm
        {...form}
        error="storage-full"
        purpose="outcome"
        today="2026-11-21"
        captures={[]}
        onSubmit={nothing}
      />
    </Modal>
  )),
  journal('describe form, failed', { part: 'timeline' }, () => (
    <Modal title="Ce que montre cette page" onClose={nothing}>
      <DescribeForm {...form} error="storage-full" onSubmit={nothing} />
    </Modal>
  )),
  journal('note form', { part: 'timeline' }, () => (
    <Modal title="Ajouter une note" onClose={nothing}>
      <TextForm {...form} label="Votre note" hint="Pour corriger ou expliquer." onSubmit={nothing} />
    </Modal>
  )),
];

const SEINE: ChosenDepartment = {
  code: '93',
  name: 'Seine-Saint-Denis',
  hosts: [{ host: 'www.seine-saint-denis.gouv.fr', unverified: false, booking: false }],
  granted: true,
};
const COTE: ChosenDepartment = {
  code: '21',
  name: "Côte-d'Or",
  hosts: ['www.cote-dor.gouv.fr', 'www.cote-d-or.gouv.fr'].map((host) => ({ host, unverified: true, booking: false })),
  granted: false,
};
const VAR: ChosenDepartment = {
  code: '83',
  name: 'Var',
  hosts: [
    { host: 'www.var.gouv.fr', unverified: false, booking: false },
    { host: 'www.rdv.var.gouv.fr', unverified: false, booking: true },
  ],
  granted: true,
};

const WELCOME: WelcomeProps = {
  state: { is: 'asking' },
  language: 'fr',
  options: [
    { code: '93', name: 'Seine-Saint-Denis', unsure: false },
    { code: '21', name: "Côte-d'Or", unsure: true },
    { code: '75', name: 'Paris', unsure: false },
  ],
  chosen: [{ ...SEINE, granted: null }],
  onLanguage: nothing,
  onAdd: nothing,
  onRemove: nothing,
  onFinish: nothing,
  onOpenJournal: nothing,
};

const PAGE_STATES: readonly State[] = [
  { name: 'welcome', css: 'pages', draw: () => <WelcomeScreen {...WELCOME} /> },
  {
    name: 'welcome finished, refused',
    css: 'pages',
    draw: () => <WelcomeScreen {...WELCOME} state={{ is: 'finished', refused: true }} />,
  },
  {
    name: 'welcome failed',
    css: 'pages',
    draw: () => <WelcomeScreen {...WELCOME} state={{ is: 'failed', code: 'storage-unavailable' }} />,
  },
  ...[true, false].map(
    (chromium): State => ({
      name: chromium ? 'options' : 'options, Android',
      css: 'pages',
      draw: () => (
        <OptionsScreen
          language="fr"
          options={WELCOME.options}
          chosen={[SEINE, COTE, VAR]}
          national={[
            { site: 'anef', name: 'ANEF', hosts: ['anef.exemple'], granted: chromium },
            { site: 'franceconnect', name: 'FranceConnect', hosts: ['fc.exemple'], granted: true },
          ]}
          useful={[
            {
              site: 'service-public',
              name: 'Service-public',
              hosts: ['sp.exemple'],
              explain: 'Oriente.',
              granted: false,
            },
          ]}
          refused={!chromium}
          automaticLog
          automaticCapture={chromium}
          rerender={false}
          canRerender={chromium}
          shortcut={chromium ? 'Alt+Shift+C' : null}
          shortcutsPlace={chromium ? 'chromium' : null}
          usage={{ bytes: 9_000_000, entries: 13, files: 12 }}
          problem={null}
          waitRows={[{ id: 'S2', track: 'T1', label: 'étape S2', days: 7, urgentDays: 2 }]}
          waits={chromium ? {} : { S2: { days: 10, urgentDays: 3 } }}
          mostDays={365}
          onWaits={nothing}
          onLanguage={nothing}
          onAdd={nothing}
          onRemove={nothing}
          onGrant={nothing}
          onWithdraw={nothing}
          onToggle={nothing}
        />
      ),
    }),
  ),
];

const help = (name: string, state: HelpState): State => ({
  name: `help ${name}`,
  css: 'pages',
  draw: () => <HelpScreen state={state} onSave={nothing} onClose={nothing} />,
});
const SKELETON = '<!--\nurl: https://exemple.invalid/\n-->\n<body>\n  <p>Une erreur est survenue</p>\n</body>\n';

const HELP_STATES: readonly State[] = [
  help('loading', { is: 'loading' }),
  help('with nothing', { is: 'none' }),
  help('shown', { is: 'shown', text: SKELETON, name: 'page.html', saved: false }),
  help('saved', { is: 'shown', text: SKELETON, name: 'page.html', saved: true }),
  help('failed', { is: 'failed', code: 'page-unreadable' }),
];

export const STATES: readonly State[] = [
  ...HELP_STATES,
  ...POPUP_STATES,
  ...JOURNAL_STATES,
  ...PACK_PARTS.map(({ name, route, draw }) => journal(name, route, draw)),
  ...PAGE_STATES,
];
