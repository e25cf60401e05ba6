/** The days of a dossier, what is past first, each with what it rests on; and the file for the person's own calendar. */
import { CalendarPlus, CircleAlert } from 'lucide-preact';
import { useId } from 'preact/hooks';
import type { TrackDue } from '@/lib/protocols/dues';
import { calendarDay } from '../format';
import { type Speech, useSpeech } from '../text';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';

export interface RemindersProps {
  /** The earliest first. */
  readonly dues: readonly TrackDue[];
  /** In the dossier's zone, `YYYY-MM-DD`. */
  readonly today: string;
  readonly onCalendar: () => void;
  /** Address of the step's page, where there is one. */
  readonly hrefOf?: (due: TrackDue) => string | null;
}

/** What is to be done on that day. */
export function dueLabel(due: TrackDue, { t, labels }: Speech): string {
  if (due.kind === 'deadline') return t('follow.due.deadline');
  if (due.kind === 'before') return t('follow.due.before', { days: due.daysBefore ?? 0 });
  const { label } = labels.step(due.track, due.kind === 'mark' ? due.id : due.step);
  return due.kind === 'wait' ? t('follow.due.wait', { label }) : label;
}

function basisOf(due: TrackDue, { t }: Speech): string {
  return due.basis === 'text' ? t('follow.due.basis.text', { ref: due.ref ?? '' }) : t(`follow.due.basis.${due.basis}`);
}

export function Reminders({ dues, today, onCalendar, hrefOf }: RemindersProps) {
  const { t } = useSpeech();
  const title = useId();
  const hint = useId();
  return (
    <section class="sheet stack" aria-labelledby={title} data-reminders>
      <h2 id={title}>{t('follow.due.title')}</h2>
      {dues.length === 0 ? <p class="soft">{t('follow.due.none')}</p> : null}
      <ol class="dues">
        {dues.map((due) => (
          <DueItem key={`${due.track} ${due.id}`} due={due} today={today} href={hrefOf?.(due) ?? null} />
        ))}
      </ol>
      {dues.some((due) => due.on >= today) ? (
        <div class="stack-tight">
          <Button icon={CalendarPlus} name="calendar" describedBy={hint} onClick={onCalendar}>
            {t('follow.due.calendar')}
          </Button>
          <p id={hint} class="field-hint">
            {t('follow.due.calendar-hint', { title: t('reminder.title') })}
          </p>
        </div>
      ) : null}
    </section>
  );
}

interface DueItemProps {
  readonly due: TrackDue;
  readonly today: string;
  readonly href: string | null;
}

function DueItem({ due, today, href }: DueItemProps) {
  const speech = useSpeech();
  const { t, locale } = speech;
  const when = due.over ? 'over' : due.on === today ? 'today' : null;
  const label = dueLabel(due, speech);
  return (
    <li class={`due${when ? ' due-now' : ''}`} data-due={due.id} data-on={due.on}>
      <time class="due-day" dateTime={due.on}>
        {calendarDay(due.on, locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })}
      </time>
      <div class="stack-tight">
        <span>{href ? <a href={href}>{label}</a> : label}</span>
        <span class="row small">
          {when ? (
            <span class="tag tag-warn">
              <Icon of={CircleAlert} />
              {t(`follow.due.${when}`)}
            </span>
          ) : null}
          <span class="soft">{basisOf(due, speech)}</span>
        </span>
      </div>
    </li>
  );
}
