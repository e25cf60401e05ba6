/** A letter being written: its form, its pièces, what it will say, and what to do with it. */
import { ArrowLeft } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { LetterId } from '@/lib/letters';
import { letterName, letterUse } from '@/lib/letters/words';
import { useSpeech } from '../text';
import { Banner } from '../ui/Banner';
import { Icon } from '../ui/Icon';

export interface LetterScreenProps {
  readonly id: LetterId;
  readonly form: ComponentChildren;
  readonly result: ComponentChildren;
}

export function LetterScreen({ id, form, result }: LetterScreenProps) {
  const { t } = useSpeech();
  return (
    <article class="stack-loose" data-letter-screen={id}>
      <header class="stack">
        <BackToLetters />
        <h1 tabIndex={-1}>{t(letterName(id))}</h1>
        <p>{t(letterUse(id))}</p>
      </header>
      <div class="letter-work">
        <div class="stack-loose">{form}</div>
        <div class="stack-loose letter-result">{result}</div>
      </div>
    </article>
  );
}

function BackToLetters() {
  const { t } = useSpeech();
  return (
    <a class="letter-back" href="#/courriers">
      <Icon of={ArrowLeft} directional />
      {t('letters-screen.back')}
    </a>
  );
}

/** An address that names a letter of another version. */
export function UnknownLetter() {
  const { t } = useSpeech();
  return (
    <div class="stack">
      <BackToLetters />
      <h1 tabIndex={-1}>{t('letters-screen.title')}</h1>
      <Banner tone="warn" name="letter-unknown" title={t('letters-screen.unknown')} />
    </div>
  );
}
