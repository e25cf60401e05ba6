/** The files that a mail will carry: how many, how heavy, said before the draft is made. */
import { displayNumber } from '@/lib/domain/entry';
import { size } from '../format';
import { useSpeech } from '../text';
import { Banner } from '../ui/Banner';
import { Choice } from '../ui/Field';

export interface MailFilesProps {
  readonly count: number;
  readonly bytes: number;
  /** Bytes above which mailboxes may refuse it. */
  readonly limit: number;
  readonly letters: readonly { readonly seq: number; readonly template: string; readonly chosen: boolean }[];
  readonly onLetter: (seq: number, chosen: boolean) => void;
}

export function MailFiles({ count, bytes, limit, letters, onLetter }: MailFilesProps) {
  const { t, locale, labels } = useSpeech();
  return (
    <div class="stack" data-mail-files={count}>
      <h3>{t('letters-screen.attached')}</h3>
      {letters.map(({ seq, template, chosen }) => (
        <Choice
          key={seq}
          checked={chosen}
          label={t('letters-screen.attached-letter', { number: displayNumber(seq), letter: labels.letter(template) })}
          onChange={(on) => onLetter(seq, on)}
        />
      ))}
      <p>{t('letters-screen.attached-size', { count, size: size(bytes, locale) })}</p>
      {bytes > limit ? (
        <Banner tone="warn" name="heavy" title={t('letters-screen.heavy', { size: size(limit, locale) })} />
      ) : null}
    </div>
  );
}
