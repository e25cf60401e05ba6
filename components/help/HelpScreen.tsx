/** « Help to recognise it »: the skeleton of a page, shown in full before the person saves it as a file. Nothing is sent. */
import { Check, Download, X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { errorSentence } from '../entry/describe';
import { useSpeech } from '../text';
import { Announcer } from '../ui/Announcer';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Brand, Independence } from '../ui/Frame';
import { Icon } from '../ui/Icon';

/** `none`: nothing was read, or it was read once and let go. */
export type HelpState =
  | { readonly is: 'loading' }
  | { readonly is: 'none' }
  | { readonly is: 'shown'; readonly text: string; readonly name: string; readonly saved: boolean }
  | { readonly is: 'failed'; readonly code: string };

export interface HelpProps {
  readonly state: HelpState;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

export function HelpScreen(props: HelpProps) {
  const speech = useSpeech();
  const { t } = speech;
  const { state, onClose } = props;
  return (
    <div class="page page-wide">
      <header>
        <Brand />
      </header>
      <main class="stack-loose">
        <h1>{t('help.title')}</h1>
        <Announcer urgent>
          {state.is === 'failed' ? <Banner tone="alarm" title={errorSentence(state.code, speech)} /> : null}
        </Announcer>
        {state.is === 'shown' ? <Shown {...props} state={state} /> : null}
        {state.is === 'none' || state.is === 'failed' ? (
          <div class="stack">
            <p data-help="none">{t('help.none')}</p>
            <div>
              <Button icon={X} name="close-page" onClick={onClose}>
                {t('common.close')}
              </Button>
            </div>
          </div>
        ) : null}
      </main>
      <Independence />
    </div>
  );
}

function Shown({ state, onSave, onClose }: HelpProps & { readonly state: Extract<HelpState, { is: 'shown' }> }) {
  const { t } = useSpeech();
  return (
    <>
      <p class="lead">{t('help.lead')}</p>
      <div class="two">
        <Facts title={t('help.in')} icon={<Icon of={Check} />} facts={[t('help.in.structure'), t('help.in.words')]} />
        <Facts
          title={t('help.out')}
          icon={<Icon of={X} />}
          facts={[t('help.out.typed'), t('help.out.person'), t('help.out.address')]}
        />
      </div>
      <Field label={t('help.whole')} hint={t('help.read-first')}>
        {(ids) => (
          <textarea
            {...ids}
            class="input skeleton mono"
            readOnly
            rows={24}
            wrap="off"
            data-skeleton
            value={state.text}
          />
        )}
      </Field>
      <div class="row">
        <Button kind="primary" icon={Download} name="save-skeleton" onClick={onSave}>
          {t('help.save')}
        </Button>
        <Button icon={X} name="close-page" onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
      <Announcer>
        {state.saved ? (
          <Banner tone="good" name="skeleton-saved" title={t('help.saved', { name: state.name })}>
            <p>{t('help.saved-explain')}</p>
          </Banner>
        ) : null}
      </Announcer>
    </>
  );
}

function Facts({
  title,
  icon,
  facts,
}: {
  readonly title: string;
  readonly icon: ComponentChildren;
  readonly facts: readonly string[];
}) {
  return (
    <section class="sheet stack">
      <h2>{title}</h2>
      <ul class="stack">
        {facts.map((fact) => (
          <li key={fact} class="fact">
            {icon}
            <span>{fact}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
