/** The page after install: what stays here, what is noted by itself, language, department, one button. */
import { BookOpenCheck, EyeOff, FolderInput, HardDrive, NotebookPen } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Locale } from '@/lib/locales';
import { errorSentence } from '../entry/describe';
import { MAX_ALIAS } from '../popup/NewDossierForm';
import { useSpeech } from '../text';
import { Announcer } from '../ui/Announcer';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Brand, Independence } from '../ui/Frame';
import { Icon } from '../ui/Icon';
import { type ChosenDepartment, type DepartmentOption, DepartmentPicker } from './DepartmentPicker';
import { LanguagePicker } from './LanguagePicker';

export type WelcomeState =
  | { readonly is: 'asking' }
  | { readonly is: 'busy' }
  | { readonly is: 'finished'; readonly refused: boolean }
  | { readonly is: 'failed'; readonly code: string };

export interface WelcomeProps {
  readonly state: WelcomeState;
  readonly language: Locale;
  readonly options: readonly DepartmentOption[];
  readonly chosen: readonly ChosenDepartment[];
  readonly onLanguage: (locale: Locale) => void;
  readonly onAdd: (code: string) => void;
  readonly onRemove: (code: string) => void;
  /** The one button. Asks the browser for the hosts first, straight from the click. */
  readonly onFinish: (alias: string) => void;
  readonly onOpenJournal: () => void;
}

export function WelcomeScreen(props: WelcomeProps) {
  const speech = useSpeech();
  const { t } = speech;
  const { state } = props;
  return (
    <div class="page">
      <header>
        <Brand />
      </header>
      <main class="stack-loose">
        <h1>{t('welcome.title')}</h1>
        <p class="lead">{t('welcome.lead')}</p>
        <Announcer>{state.is === 'finished' ? <Finished {...props} refused={state.refused} /> : null}</Announcer>
        {state.is === 'finished' ? null : (
          <>
            <Promises />
            <Setup {...props} />
          </>
        )}
        <Announcer urgent>
          {state.is === 'failed' ? <Banner tone="alarm" title={errorSentence(state.code, speech)} /> : null}
        </Announcer>
      </main>
      <Independence />
    </div>
  );
}

function Promises() {
  const { t } = useSpeech();
  return (
    <ul class="promises">
      <li>
        <Icon of={HardDrive} />
        <div>
          <h2>{t('welcome.local')}</h2>
          <p>{t('welcome.local-explain')}</p>
        </div>
      </li>
      <li>
        <Icon of={NotebookPen} />
        <div>
          <h2>{t('welcome.log')}</h2>
          <p>{t('welcome.log-explain')}</p>
        </div>
      </li>
      <li>
        <Icon of={EyeOff} />
        <div>
          <h2>{t('welcome.never')}</h2>
          <p>{t('welcome.never-explain')}</p>
        </div>
      </li>
    </ul>
  );
}

function Setup({ state, language, options, chosen, onLanguage, onAdd, onRemove, onFinish }: WelcomeProps) {
  const { t } = useSpeech();
  const [alias, setAlias] = useState<string | null>(null);
  const shown = alias ?? t('dossier.default');
  return (
    <section class="sheet stack-loose" aria-labelledby="setup-title">
      <h2 id="setup-title">{t('welcome.setup')}</h2>
      <LanguagePicker value={language} onChange={onLanguage} />
      <DepartmentPicker options={options} chosen={chosen} onAdd={onAdd} onRemove={onRemove} />
      <Field
        label={t('welcome.alias')}
        hint={t('dossier.alias-hint')}
        error={shown.trim() === '' ? t('dossier.alias-missing') : null}
      >
        {(ids) => (
          <input
            {...ids}
            value={shown}
            maxLength={MAX_ALIAS}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => setAlias(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="stack">
        <Button
          kind="primary"
          wide
          icon={BookOpenCheck}
          name="finish"
          busy={state.is === 'busy' || shown.trim() === ''}
          onClick={() => onFinish(shown.trim())}
        >
          {t('welcome.finish')}
        </Button>
        <p class="small soft">{t(chosen.length > 0 ? 'welcome.finish-hosts' : 'welcome.finish-none')}</p>
      </div>
      <div class="stack-tight">
        <p>{t('receive.open-explain')}</p>
        <a class="button" href="journal.html#/recevoir" data-action="open-receive">
          <Icon of={FolderInput} />
          {t('receive.open')}
        </a>
      </div>
    </section>
  );
}

function Finished({ refused, onOpenJournal }: WelcomeProps & { readonly refused: boolean }) {
  const { t } = useSpeech();
  return (
    <div class="stack">
      <Banner tone="good" name="welcome-finished" title={t('welcome.finished')}>
        <p>{t('welcome.finished-explain')}</p>
      </Banner>
      {refused ? <Banner tone="warn" name="hosts-refused" title={t('welcome.refused')} /> : null}
      <div>
        <Button icon={BookOpenCheck} name="open-journal" onClick={onOpenJournal}>
          {t('popup.journal')}
        </Button>
      </div>
    </div>
  );
}
