/** The language of the tool, chosen here and not by the browser; each language in its own words. */
import { LOCALES, type Locale } from '@/lib/locales';
import { useSpeech } from '../text';
import { Choice } from '../ui/Field';

export function LanguagePicker({
  value,
  onChange,
}: {
  readonly value: Locale;
  readonly onChange: (locale: Locale) => void;
}) {
  const { t } = useSpeech();
  return (
    <fieldset class="group languages">
      <legend>{t('settings.language')}</legend>
      {LOCALES.map((locale) => (
        <Choice
          key={locale}
          type="radio"
          name="language"
          checked={value === locale}
          label={<span lang={locale}>{t(`language.${locale}`)}</span>}
          onChange={() => onChange(locale)}
        />
      ))}
    </fieldset>
  );
}
