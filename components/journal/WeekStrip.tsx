/** Days × attempts of the last weeks, for people who would rather look than read; the sentence below says the same. */
import { calendarDay } from '../format';
import { useSpeech } from '../text';
import type { Strip } from './timeline-model';

export function WeekStrip({ strip }: { readonly strip: Strip }) {
  const { t, locale } = useSpeech();
  const header = strip.weeks[0] ?? [];
  const { first, last, attempts, daysWith } = strip;
  return (
    <figure class="strip">
      <figcaption>
        {first && last
          ? t('strip.text', {
              attempts,
              days: daysWith,
              first: calendarDay(first, locale, { day: 'numeric', month: 'long' }),
              last: calendarDay(last, locale, { day: 'numeric', month: 'long' }),
            })
          : t('strip.none')}
      </figcaption>
      <table>
        <caption class="visually-hidden">{t('strip.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{t('strip.week')}</span>
            </th>
            {header.map((day) => (
              <th key={day.day} scope="col">
                <abbr title={calendarDay(day.day, locale, { weekday: 'long' })}>
                  {calendarDay(day.day, locale, { weekday: 'narrow' })}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {strip.weeks.map((week) => (
            <tr key={week[0]?.day}>
              <th scope="row">
                {week[0] ? calendarDay(week[0].day, locale, { day: 'numeric', month: 'short' }) : null}
              </th>
              {week.map((day) => (
                <td key={day.day} class={cellClass(day)} title={calendarDay(day.day, locale)}>
                  {day.attempts > 0 ? day.attempts : <span aria-hidden="true">·</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function cellClass({ attempts, future }: { readonly attempts: number; readonly future: boolean }): string {
  if (future) return 'strip-future';
  if (attempts === 0) return 'strip-0';
  return attempts < 3 ? 'strip-some' : 'strip-many';
}
