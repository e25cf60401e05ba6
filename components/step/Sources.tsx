/** « Source et date », one click away: where each piece of information was read, and when. */
import { calendarDay } from '../format';
import { useSpeech } from '../text';

export interface SourcesProps {
  readonly sources: readonly { readonly ref: string; readonly seen: string }[];
  /** Day of the track's legal content, `YYYY-MM-DD`. */
  readonly contentDate?: string;
}

export function Sources({ sources, contentDate }: SourcesProps) {
  const { t, locale } = useSpeech();
  const day = (iso: string): string => calendarDay(iso, locale, { day: 'numeric', month: 'long', year: 'numeric' });
  return (
    <details class="sources" data-sources>
      <summary>{t('step.sources')}</summary>
      <ul class="bullets small">
        {sources.map(({ ref, seen }) => (
          <li key={`${ref} ${seen}`}>{t('step.source', { ref, date: day(seen) })}</li>
        ))}
      </ul>
      {contentDate ? <p class="small soft">{t('step.content-date', { date: day(contentDate) })}</p> : null}
    </details>
  );
}
