/** Days × tries, seven days a line from the first one (never weeks of the calendar): for people who would rather look than read. The sentences say the same. */
import type { Gauge, StripDay, StripPeriod } from '@/lib/domain/gauge';
import { calendarDay } from '../format';
import { type Speech, useSpeech } from '../text';

/** Lines drawn at once; the earlier ones are one click away. */
const ROWS_SHOWN = 8;

export interface WeekStripProps {
  readonly gauge: Gauge;
}

export function WeekStrip({ gauge }: WeekStripProps) {
  const { t, locale } = useSpeech();
  const { strip, captures, attempts } = gauge;
  if (strip.length === 0) return <p class="soft">{t('follow.strip.none')}</p>;
  const date = (day: string): string => calendarDay(day, locale, { day: 'numeric', month: 'long', year: 'numeric' });
  const earlier = strip.slice(0, -ROWS_SHOWN);
  const days = [captures.first, captures.last, attempts.first, attempts.last].filter((day) => day !== null).toSorted();
  return (
    <figure class="strip" data-strip>
      <figcaption>
        {t('follow.strip.sum', {
          captures: captures.attempts,
          attempts: attempts.attempts,
          first: date(days[0] ?? ''),
          last: date(days.at(-1) ?? ''),
        })}
      </figcaption>
      {earlier.length > 0 ? (
        <details>
          <summary>{t('follow.strip.earlier', { n: earlier.length })}</summary>
          <StripTable rows={earlier} />
        </details>
      ) : null}
      <StripTable rows={strip.slice(-ROWS_SHOWN)} />
      {gauge.stripShortened ? <p class="small soft">{t('gauge.text.shortened')}</p> : null}
      <ul class="strip-legend small">
        <li>
          <span class="strip-sample strip-captured" aria-hidden="true">
            {1}
          </span>
          {t('follow.strip.legend-captured')}
        </li>
        <li>
          <span class="strip-sample strip-noted" aria-hidden="true" />
          {t('follow.strip.legend-noted')}
        </li>
      </ul>
    </figure>
  );
}

function StripTable({ rows }: { readonly rows: readonly StripPeriod[] }) {
  const { t, locale } = useSpeech();
  return (
    <table>
      <caption class="visually-hidden">{t('follow.strip.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="visually-hidden">{t('follow.strip.from')}</span>
          </th>
          {(rows[0]?.days ?? []).map(({ day }) => (
            <th key={day} scope="col">
              <abbr title={calendarDay(day, locale, { weekday: 'long' })}>
                {calendarDay(day, locale, { weekday: 'narrow' })}
              </abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.from}>
            <th scope="row">{calendarDay(row.from, locale, { day: 'numeric', month: 'short' })}</th>
            {row.days.map((day) => (
              <Cell key={day.day} day={day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cellText(day: StripDay, { t, locale }: Speech): string {
  return t('follow.strip.cell', {
    date: calendarDay(day.day, locale, { weekday: 'long', day: 'numeric', month: 'long' }),
    captures: day.captures,
    attempts: day.attempts,
  });
}

function Cell({ day }: { readonly day: StripDay }) {
  const speech = useSpeech();
  const kind = day.captures > 0 ? 'captured' : day.attempts > 0 ? 'noted' : 'nothing';
  const text = cellText(day, speech);
  return (
    <td class={`strip-${kind}${day.captures > 2 ? ' strip-many' : ''}`} title={text} data-day={day.day}>
      {kind === 'nothing' ? (
        <span aria-hidden="true">·</span>
      ) : (
        <>
          <span aria-hidden="true">{day.captures > 0 ? day.captures : ''}</span>
          <span class="visually-hidden">{text}</span>
        </>
      )}
    </td>
  );
}
