/** The loss guard: when the dossier was last exported, what was added since, and why it matters. Facts and a mark, never a verdict. */
import { FolderDown, HardDriveDownload } from 'lucide-preact';
import { EXPORT_REMINDER_DAYS, type ExportAge } from '@/lib/domain/export-age';
import { momentAt } from '@/lib/domain/moment';
import { shortDay } from '../format';
import { type Speech, useSpeech } from '../text';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';

export const EXPORT_HREF = '#/export';

/** One sentence. */
export function ageSentence(age: ExportAge, { t, locale }: Speech): string {
  if (age.is === 'empty') return t('safety.empty');
  if (age.is === 'never') return t('safety.never', { count: age.added });
  const date = shortDay(momentAt(Date.parse(age.at.utc)), locale);
  return age.is === 'behind'
    ? t('safety.behind', { days: age.days, date, count: age.added })
    : t('safety.current', { days: age.days, date });
}

/** In the popup: one quiet line; louder, with a way to export, when the only copy has been alone for long. */
export function AgeLine({ age, onExport }: { readonly age: ExportAge; readonly onExport: () => void }) {
  const speech = useSpeech();
  if (age.is === 'empty') return null;
  const words = ageSentence(age, speech);
  return age.loud ? (
    <section data-export-age={age.is} data-loud>
      <Banner tone="warn" icon={HardDriveDownload} title={words}>
        <Button kind="quiet" icon={FolderDown} name="export-now" onClick={onExport}>
          {speech.t('safety.open')}
        </Button>
      </Banner>
    </section>
  ) : (
    <p class="last-line" data-export-age={age.is}>
      <Icon of={HardDriveDownload} />
      <span class="soft">{words}</span>
    </p>
  );
}

function Why({ age }: { readonly age: ExportAge }) {
  const { t } = useSpeech();
  return (
    <>
      <p>{t('safety.why')}</p>
      <p class="small soft">
        {age.is === 'behind' || age.is === 'current' ? `${t('safety.prepared')} ` : null}
        {t('safety.mark', { days: EXPORT_REMINDER_DAYS })}
      </p>
    </>
  );
}

/** On the home: a line while all is well, the reason and the way when it is not. */
export function AgeCard({ age }: { readonly age: ExportAge }) {
  const speech = useSpeech();
  const { t } = speech;
  if (age.is === 'empty') return null;
  if (!age.loud)
    return (
      <p class="small soft" data-export-age={age.is}>
        {ageSentence(age, speech)} <a href={EXPORT_HREF}>{t('safety.open')}</a>
      </p>
    );
  return (
    <section data-export-age={age.is} data-loud>
      <Banner tone="warn" icon={HardDriveDownload} name="export-age" title={ageSentence(age, speech)}>
        <Why age={age} />
        <p>
          <a class="button" href={EXPORT_HREF} data-action="export-now">
            <Icon of={FolderDown} />
            {t('safety.open')}
          </a>
        </p>
      </Banner>
    </section>
  );
}

/** On the export's own page: the sentence and why, always. */
export function AgeNote({ age }: { readonly age: ExportAge }) {
  const speech = useSpeech();
  return (
    <section data-export-age={age.is} {...(age.is !== 'empty' && age.loud ? { 'data-loud': true } : {})}>
      <Banner
        tone={age.is !== 'empty' && age.loud ? 'warn' : 'plain'}
        icon={HardDriveDownload}
        title={ageSentence(age, speech)}
      >
        <Why age={age} />
      </Banner>
    </section>
  );
}
