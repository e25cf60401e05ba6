/** The diligence gauge: figures, a line of time, marks of ours, and two files that judges have looked at. « Plus proche de… », never more. */

import { Fragment } from 'preact';
import { useId } from 'preact/hooks';
import type { Gauge, MarkProgress } from '@/lib/domain/gauge';
import type { ComparedMeasure, Comparison, JudgedFile } from '@/lib/domain/gauge-compare';
import { calendarDay } from '../format';
import { type Speech, useSpeech } from '../text';
import { onScale, type TimeLine, timeLine } from './picture';
import { WeekStrip } from './WeekStrip';

export interface GaugePanelProps {
  readonly gauge: Gauge;
  readonly comparison: Comparison;
  readonly files: readonly JudgedFile[];
  /** All of it in sentences, for those who do not see the picture (lib/protocols/lines.ts). */
  readonly sentences: readonly string[];
  /** What each judged file was, by its id. */
  readonly fileText: (id: string) => string;
}

export function GaugePanel(props: GaugePanelProps) {
  const { t } = useSpeech();
  const title = useId();
  const { gauge } = props;
  const line = timeLine(gauge);
  return (
    <section class="sheet stack gauge" aria-labelledby={title} data-gauge>
      <h2 id={title}>{t('follow.gauge.title')}</h2>
      <p class="soft">{t('follow.gauge.intro')}</p>
      {gauge.captures.attempts > 0 ? <Figures gauge={gauge} /> : <p>{t('gauge.text.none')}</p>}
      {line ? <Line line={line} /> : null}
      <Silences gauge={gauge} />
      <Contacts gauge={gauge} />
      <h3>{t('follow.strip.title')}</h3>
      <WeekStrip gauge={gauge} />
      {gauge.captures.attempts > 0 ? (
        <>
          <Marks marks={gauge.marks} />
          <Compared {...props} />
        </>
      ) : null}
      <details>
        <summary>{t('follow.gauge.words')}</summary>
        <ul class="bullets">
          {props.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Figures({ gauge }: { readonly gauge: Gauge }) {
  const { t } = useSpeech();
  const { captures } = gauge;
  const figures = [
    ['captures', captures.attempts],
    ['days', captures.days.length],
    ['span', captures.spanDays],
    ['periods', captures.periods],
  ] as const;
  return (
    <ul class="figures">
      {figures.map(([name, n]) => (
        <li key={name} data-figure={name}>
          <strong>{n}</strong>{' '}
          <span>{t(`follow.gauge.figure.${name}`, { n, successive: captures.successivePeriods })}</span>
        </li>
      ))}
    </ul>
  );
}

const dateOf = (day: string, { locale }: Speech): string =>
  calendarDay(day, locale, { day: 'numeric', month: 'long', year: 'numeric' });

/** A picture only: the sentences beside it say the same. */
function Line({ line }: { readonly line: TimeLine }) {
  const speech = useSpeech();
  const { t, locale } = speech;
  const short = (day: string): string => calendarDay(day, locale, { day: 'numeric', month: 'short', year: 'numeric' });
  return (
    <figure class="timeline-picture" aria-hidden="true">
      <figcaption class="small soft">{t('follow.gauge.line')}</figcaption>
      {(['captures', 'contacts'] as const).map((lane) => (
        <div key={lane} class="lane">
          <span class="lane-name small">{t(`follow.gauge.lane.${lane}`)}</span>
          <div class="lane-track">
            {lane === 'captures'
              ? line.silences.map((band) => (
                  <span
                    key={band.from}
                    class="silence"
                    style={{ insetInlineStart: `${band.at}%`, inlineSize: `${band.width}%` }}
                  />
                ))
              : null}
            {line[lane].map(({ day, count, at }) => (
              <span
                key={day}
                class={`dot dot-${lane}`}
                style={{ insetInlineStart: `${at}%` }}
                title={dateOf(day, speech)}
              >
                {count > 1 ? count : null}
              </span>
            ))}
          </div>
        </div>
      ))}
      <div class="lane-ends small soft">
        <span>{short(line.first)}</span>
        {line.last === line.first ? null : <span>{short(line.last)}</span>}
      </div>
    </figure>
  );
}

function Silences({ gauge }: { readonly gauge: Gauge }) {
  const speech = useSpeech();
  const { t } = speech;
  const { silences, attempts } = gauge.captures;
  if (attempts < 2) return null;
  if (silences.length === 0) return <p class="small">{t('follow.gauge.no-silence')}</p>;
  return (
    <div class="small">
      <p class="soft">{t('follow.gauge.silences')}</p>
      <ul>
        {silences.map(({ from, to, days }) => (
          <li key={from}>{t('gauge.text.silence', { from: dateOf(from, speech), to: dateOf(to, speech), days })}</li>
        ))}
      </ul>
    </div>
  );
}

function Contacts({ gauge }: { readonly gauge: Gauge }) {
  const speech = useSpeech();
  const { t } = speech;
  return (
    <div class="stack-tight">
      <h3>{t('follow.gauge.contacts')}</h3>
      {gauge.contacts.length === 0 ? <p class="soft">{t('follow.gauge.no-contact')}</p> : null}
      <ul>
        {gauge.contacts.map(({ channel, count, first, last }) => (
          <li key={channel} data-contact={channel}>
            {t('gauge.text.contact', {
              channel: t(`channel.${channel}`),
              n: count,
              first: dateOf(first, speech),
              last: dateOf(last, speech),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Above this, a bar says more than squares. */
const MAX_SQUARES = 7;

function Marks({ marks }: { readonly marks: readonly MarkProgress[] }) {
  const { t } = useSpeech();
  return (
    <div class="stack-tight marks">
      <h3>{t('follow.gauge.marks')}</h3>
      <p class="small soft">{t('follow.gauge.marks-caution')}</p>
      <dl>
        {marks.map(({ mark, have, of }) => (
          <div key={mark} data-mark={mark}>
            <dt>{t(`follow.gauge.mark.${mark}`)}</dt>
            <dd>
              <span class="mark-picture" aria-hidden="true">
                {of <= MAX_SQUARES ? (
                  Array.from({ length: of }, (_, index) => (
                    <span key={index} class={index < have ? 'square square-on' : 'square'} />
                  ))
                ) : (
                  <span class="bar">
                    <span style={{ inlineSize: `${Math.min(100, (have / of) * 100)}%` }} />
                  </span>
                )}
              </span>
              <span class="mark-figure">{t('follow.gauge.of', { have, of })}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Compared({ comparison, files, fileText }: GaugePanelProps) {
  const speech = useSpeech();
  const { t, locale } = speech;
  const reference = files.find((file) => file.id === comparison.closerTo)?.reference;
  return (
    <div class="stack compared">
      <h3>{t('follow.gauge.compare')}</h3>
      {comparison.measures.map((measure) => (
        <Scale key={measure.measure} {...measure} files={files} />
      ))}
      {reference && comparison.closerTo ? (
        <p class="compared-sum" data-closer={comparison.closerTo}>
          {t('gauge.text.closer', { reference, file: fileText(comparison.closerTo) })}
        </p>
      ) : null}
      {comparison.closerTo === 'between' ? <p data-closer="between">{t('gauge.text.between')}</p> : null}
      <p class="small">{t('gauge.text.caution')}</p>
      <details>
        <summary>{t('follow.gauge.sources')}</summary>
        <div class="stack small">
          <p>{t('follow.gauge.second-hand')}</p>
          <dl class="stack">
            {files.map((file) => (
              <Fragment key={file.id}>
                <dt>{file.reference}</dt>
                <dd>{fileText(file.id)}</dd>
                {file.sources.map(({ ref, seen }) => (
                  <dd key={ref} class="soft">
                    {t('follow.gauge.source-seen', { ref, date: calendarDay(seen, locale, LONG) })}
                  </dd>
                ))}
              </Fragment>
            ))}
          </dl>
        </div>
      </details>
    </div>
  );
}

const LONG = { day: 'numeric', month: 'long', year: 'numeric' } as const;

interface ScaleProps {
  readonly measure: ComparedMeasure;
  readonly value: number;
  readonly closerTo: string | null;
  readonly files: readonly JudgedFile[];
}

/** One measure: the judged files as hollow marks, the person's own as a full one. By ratio, as nearness is measured. */
function Scale({ measure, value, closerTo, files }: ScaleProps) {
  const { t } = useSpeech();
  const places = onScale([value, ...files.map((file) => file[measure])]);
  const nearest = files.find((file) => file.id === closerTo);
  const shown = (file: JudgedFile): string =>
    measure === 'spanDays' && file.spanAtLeast
      ? t('follow.gauge.at-least', { value: file[measure] })
      : String(file[measure]);
  return (
    <div class="scale" data-measure={measure}>
      <p class="scale-name">{t(`follow.gauge.measure.${measure}`)}</p>
      <div class="scale-track" aria-hidden="true">
        {files.map((file, index) => (
          <span key={file.id} class="judged" style={{ insetInlineStart: `${places[index + 1] ?? 0}%` }}>
            {file[measure]}
          </span>
        ))}
        <span class="yours" style={{ insetInlineStart: `${places[0] ?? 0}%` }}>
          {value}
        </span>
      </div>
      <ul class="small">
        <li>
          <span class="key key-yours" aria-hidden="true" /> <strong>{t('follow.gauge.yours', { value })}</strong>
        </li>
        {files.map((file) => (
          <li key={file.id}>
            <span class="key key-judged" aria-hidden="true" />{' '}
            {t('follow.gauge.theirs', { reference: file.reference, value: shown(file) })}
          </li>
        ))}
      </ul>
      <p class="small">
        {nearest ? t('follow.gauge.closer', { reference: nearest.reference }) : t('follow.gauge.between')}
      </p>
    </div>
  );
}
