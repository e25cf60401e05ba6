/** The settings, each with what it does. */
import { Keyboard } from 'lucide-preact';
import type { WaitChanges } from '@/lib/domain/checklist-waits';
import type { Locale } from '@/lib/locales';
import { errorSentence } from '../entry/describe';
import { size } from '../format';
import { useSpeech } from '../text';
import { Announcer } from '../ui/Announcer';
import { Banner } from '../ui/Banner';
import { Choice } from '../ui/Field';
import { Brand, Independence } from '../ui/Frame';
import { Icon } from '../ui/Icon';
import { type ChosenDepartment, type DepartmentOption, DepartmentPicker } from './DepartmentPicker';
import { LanguagePicker } from './LanguagePicker';
import { type SiteAccess, SiteList } from './SiteList';
import { type WaitRow, WaitsPanel } from './WaitsPanel';

export interface OptionsProps {
  readonly language: Locale;
  readonly options: readonly DepartmentOption[];
  readonly chosen: readonly ChosenDepartment[];
  readonly national: readonly SiteAccess[];
  readonly useful: readonly SiteAccess[];
  /** The person has just said no to the browser's question. */
  readonly refused: boolean;
  readonly automaticLog: boolean;
  readonly automaticCapture: boolean;
  readonly rerender: boolean;
  /** Re-rendering exists in Chromium only. */
  readonly canRerender: boolean;
  /** Shortcut of « capture this page »; null when none is set. */
  readonly shortcut: string | null;
  /** Where the browser lets shortcuts be changed; null on a browser without shortcuts. */
  readonly shortcutsPlace: 'chromium' | 'firefox' | null;
  readonly usage: { readonly bytes: number; readonly entries: number; readonly files: number } | null;
  readonly problem: string | null;
  readonly waitRows: readonly WaitRow[];
  readonly waits: WaitChanges;
  readonly mostDays: number;
  readonly onWaits: (waits: WaitChanges) => void;
  readonly onLanguage: (locale: Locale) => void;
  readonly onAdd: (code: string) => void;
  readonly onRemove: (code: string) => void;
  readonly onGrant: (hosts: readonly string[]) => void;
  readonly onWithdraw: (hosts: readonly string[]) => void;
  readonly onToggle: (name: 'automaticLog' | 'automaticCapture' | 'rerender', on: boolean) => void;
}

export function OptionsScreen(props: OptionsProps) {
  const speech = useSpeech();
  const { t } = speech;
  return (
    <div class="page">
      <header>
        <Brand />
      </header>
      <main class="stack-loose">
        <h1>{t('options.title')}</h1>
        <Announcer urgent>
          {props.problem ? <Banner tone="alarm" title={errorSentence(props.problem, speech)} /> : null}
          {props.refused ? (
            <Banner tone="warn" name="access-refused" title={t('access.refused')}>
              <p>{t('access.refused-explain')}</p>
            </Banner>
          ) : null}
        </Announcer>
        <section class="sheet">
          <LanguagePicker value={props.language} onChange={props.onLanguage} />
        </section>
        <section class="sheet stack" aria-labelledby="departments-title">
          <h2 id="departments-title">{t('settings.departments')}</h2>
          <DepartmentPicker
            options={props.options}
            chosen={props.chosen}
            onAdd={props.onAdd}
            onRemove={props.onRemove}
            onGrant={props.onGrant}
          />
        </section>
        <section class="sheet stack" aria-labelledby="sites-title">
          <h2 id="sites-title">{t('sites.title')}</h2>
          <SiteList
            national={props.national}
            useful={props.useful}
            onGrant={props.onGrant}
            onWithdraw={props.onWithdraw}
          />
        </section>
        <Automatic {...props} />
        <WaitsPanel rows={props.waitRows} waits={props.waits} most={props.mostDays} onWaits={props.onWaits} />
        <Shortcut {...props} />
        <Storage {...props} />
      </main>
      <Independence />
    </div>
  );
}

function Automatic({ automaticLog, automaticCapture, rerender, canRerender, onToggle }: OptionsProps) {
  const { t } = useSpeech();
  return (
    <section class="sheet stack" aria-labelledby="automatic-title">
      <h2 id="automatic-title">{t('options.automatic')}</h2>
      <Choice
        checked={automaticLog}
        label={t('settings.log')}
        hint={t('options.log-hint')}
        onChange={(on) => onToggle('automaticLog', on)}
      />
      <Choice
        checked={automaticCapture}
        label={t('settings.capture')}
        hint={t('options.capture-hint')}
        onChange={(on) => onToggle('automaticCapture', on)}
      />
      {canRerender ? (
        <Choice
          checked={rerender}
          label={t('settings.rerender')}
          hint={t('options.rerender-hint')}
          onChange={(on) => onToggle('rerender', on)}
        />
      ) : (
        <p class="small soft">{t('options.rerender-absent')}</p>
      )}
    </section>
  );
}

function Shortcut({ shortcut, shortcutsPlace }: OptionsProps) {
  const { t } = useSpeech();
  return (
    <section class="sheet stack" aria-labelledby="shortcut-title">
      <h2 id="shortcut-title" class="row">
        <Icon of={Keyboard} />
        {t('options.shortcut')}
      </h2>
      {shortcutsPlace === null ? (
        <p>{t('options.shortcut-absent')}</p>
      ) : (
        <>
          <p>{shortcut ? <kbd>{shortcut}</kbd> : t('options.shortcut-none')}</p>
          <p class="small soft">{t(`options.shortcut-change.${shortcutsPlace}`)}</p>
        </>
      )}
    </section>
  );
}

function Storage({ usage }: OptionsProps) {
  const { t, locale } = useSpeech();
  return (
    <section class="sheet stack" aria-labelledby="storage-title">
      <h2 id="storage-title">{t('knows.storage')}</h2>
      <p>
        {usage
          ? t('options.storage', { size: size(usage.bytes, locale), entries: usage.entries, files: usage.files })
          : t('knows.unknown')}
      </p>
    </section>
  );
}
