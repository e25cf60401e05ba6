/** The dossier's entries, newest first, by day; filtered by kind; a page at a time. */
import { ChevronDown, ClockAlert } from 'lucide-preact';
import { useMemo, useState } from 'preact/hooks';
import { displayNumber, type Entry, type EntryOf, type PictureRef } from '@/lib/domain/entry';
import { canShow } from '@/lib/domain/imported';
import { redactions } from '@/lib/domain/redact';
import type { StoredEntry } from '@/lib/journal/types';
import { errorSentence, titleOf } from '../entry/describe';
import { FILTERS, type Filter, KIND_ICONS, UNREADABLE_ICON } from '../entry/kinds';
import { type LoadBlob, Thumbnail } from '../entry/Picture';
import { calendarDay, hour } from '../format';
import { useSpeech } from '../text';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { PAGE_SIZE, timelineDays } from './timeline-model';

export interface TimelineProps {
  /** In order, oldest first. */
  readonly entries: readonly StoredEntry[];
  readonly clockBack: ReadonlySet<number>;
  readonly removed: ReadonlyMap<number, number>;
  readonly loadBlob: LoadBlob;
  readonly onOpen: (seq: number) => void;
}

export function Timeline(props: TimelineProps) {
  const { t, locale } = useSpeech();
  const [filter, setFilter] = useState<Filter>('all');
  const [shown, setShown] = useState(PAGE_SIZE);
  const masked = useMemo(() => redactions(props.entries), [props.entries]);
  const { days, total } = timelineDays(props.entries, filter, shown);
  return (
    <section class="stack" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{t('timeline.title')}</h2>
      <Filters filter={filter} onFilter={setFilter} />
      <p class="small soft" role="status">
        {t('timeline.count', { count: total })}
      </p>
      {days.map((group) => (
        <div key={group.entries[0]?.seq} class="day">
          <h3 class="day-title">{dayName(group.day)}</h3>
          <ol class="entries">
            {group.entries.map((stored) => (
              <TimelineItem key={stored.seq} stored={stored} masked={masked} {...props} />
            ))}
          </ol>
        </div>
      ))}
      {total > shown ? (
        <Button icon={ChevronDown} name="more" onClick={() => setShown(shown + PAGE_SIZE)}>
          {t('timeline.more', { count: Math.min(PAGE_SIZE, total - shown) })}
        </Button>
      ) : null}
    </section>
  );

  function dayName(day: string): string {
    return day
      ? calendarDay(day, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
      : t('timeline.no-day');
  }
}

function Filters({ filter, onFilter }: { readonly filter: Filter; readonly onFilter: (filter: Filter) => void }) {
  const { t } = useSpeech();
  return (
    <fieldset class="filters">
      <legend class="visually-hidden">{t('timeline.filter')}</legend>
      {FILTERS.map((one) => (
        <button
          key={one}
          type="button"
          class="filter"
          aria-pressed={filter === one}
          data-filter={one}
          onClick={() => onFilter(one)}
        >
          {t(`timeline.filter.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** What a line shows small: a capture, or an added picture of which it is known that it may be drawn. */
function pictureOf({ kind, data }: Entry): PictureRef | null {
  if (kind === 'redacted') return data.copy;
  if (kind === 'capture') return data.original;
  if (kind !== 'imported' || data.what !== 'picture' || !data.size || !canShow(data.size)) return null;
  return { ...data.file, ...data.size };
}

interface ItemProps extends TimelineProps {
  readonly stored: StoredEntry;
  /** By the entry whose picture is masked, the masking that counts. */
  readonly masked: ReadonlyMap<number, EntryOf<'redacted'>>;
}

function TimelineItem({ stored, clockBack, removed, masked, loadBlob, onOpen }: ItemProps) {
  const speech = useSpeech();
  const { t, locale } = speech;
  const { entry, seq } = stored;
  const copy = masked.get(seq);
  // The copy stands for the picture; where it was removed, neither shows.
  const shown = copy ?? entry;
  const picture = shown && !removed.has(shown.seq) ? pictureOf(shown) : null;
  const href = `#/piece/${seq}`;
  return (
    <li
      class={`item${entry ? ` item-${entry.kind}` : ' item-unreadable'}`}
      data-seq={seq}
      data-kind={entry?.kind ?? 'unreadable'}
    >
      <span class="item-time soft small">{entry ? hour(entry.at, locale) : null}</span>
      <span class="item-mark">
        <Icon of={entry ? KIND_ICONS[entry.kind] : UNREADABLE_ICON} />
      </span>
      <div class="item-body">
        <a
          class="item-link"
          href={href}
          onClick={(event) => {
            event.preventDefault();
            onOpen(seq);
          }}
        >
          <span class="number">{displayNumber(seq)}</span>{' '}
          {entry ? titleOf(entry, speech) : t(`errors.${stored.problem ?? 'entry-invalid'}`)}
        </a>
        {entry ? <Detail entry={entry} removed={removed.has(seq)} masked={copy !== undefined} /> : null}
        {clockBack.has(seq) ? (
          <span class="tag tag-warn">
            <Icon of={ClockAlert} />
            {t('timeline.clock-back')}
          </span>
        ) : null}
      </div>
      {picture && !removed.has(seq) ? (
        <Thumbnail {...picture} alt={t('timeline.thumbnail', { number: displayNumber(seq) })} load={loadBlob} />
      ) : null}
    </li>
  );
}

/** The second line: what a person wants to know without opening. */
function Detail({
  entry,
  removed,
  masked,
}: {
  readonly entry: Entry;
  readonly removed: boolean;
  readonly masked: boolean;
}) {
  const speech = useSpeech();
  const { t, labels } = speech;
  const tags: string[] = [];
  if (removed) tags.push(t('timeline.removed'));
  if (masked) tags.push(t('redact.tag'));
  if (entry.kind === 'capture' && entry.data.method === 'rerendered') tags.push(t('timeline.rerendered'));
  if (entry.kind === 'capture' && !entry.data.stamped) tags.push(t('timeline.unstamped'));
  if (entry.kind === 'attempt' && (entry.data.receipt?.status ?? 0) >= 400)
    tags.push(t('timeline.status', { status: entry.data.receipt?.status ?? 0 }));
  if (entry.kind === 'exchange') tags.push(t(`outcome.${entry.data.outcome}`));
  if (entry.kind === 'exchange-outcome' && entry.data.milestone)
    tags.push(t(`entry.milestone.${entry.data.milestone}`));
  if (entry.kind === 'answer') tags.push(labels.choice(entry.data.choice));
  return (
    <>
      {entry.kind === 'capture-failed' ? <p class="small">{errorSentence(entry.data.reason, speech)}</p> : null}
      {entry.kind === 'note' ? <p class="small item-text">{entry.data.text}</p> : null}
      {entry.kind === 'answer' && entry.data.words ? <p class="small item-text">{entry.data.words}</p> : null}
      {tags.length > 0 ? (
        <span class="row">
          {tags.map((tag) => (
            <span key={tag} class="tag">
              {tag}
            </span>
          ))}
        </span>
      ) : null}
    </>
  );
}
