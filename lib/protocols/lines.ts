/** The gauge, the days and the requests of a dossier as lines of text: keys and values, the same for a screen, a print-out and the command. */
import { type ComplementFact, complementState } from '@/lib/domain/checklist-complement';
import type { Channel } from '@/lib/domain/entry';
import type { Gauge } from '@/lib/domain/gauge';
import type { Comparison, JudgedFile } from '@/lib/domain/gauge-compare';
import type { Due } from '@/lib/domain/reminders';
import type { TextKey, TextValues, Translate } from '@/lib/locales';
import { complementStateKey, judgedFileKey, markKey, measureKey, stepKey } from './keys';

export interface Line {
  readonly key: TextKey;
  readonly values: TextValues;
}

/** How values are written in the person's language. */
export interface Wording {
  readonly t: Translate;
  /** A day, from `YYYY-MM-DD`. */
  readonly day: (day: string) => string;
  readonly channel: (channel: Channel) => string;
}

const line = (key: TextKey, values: TextValues = {}): Line => ({ key, values });

/** What the gauge shows, in words. It ends on what it does not say. */
export function gaugeLines(gauge: Gauge, comparison: Comparison, files: readonly JudgedFile[], words: Wording): Line[] {
  const { captures, attempts } = gauge;
  const lines: Line[] = [];
  if (captures.first === null || captures.last === null) lines.push(line('gauge.text.none'));
  else {
    lines.push(
      line('gauge.text.captures', {
        n: captures.attempts,
        days: captures.days.length,
        first: words.day(captures.first),
        last: words.day(captures.last),
        span: captures.spanDays,
      }),
      line('gauge.text.periods', { periods: captures.periods, successive: captures.successivePeriods }),
      ...captures.silences.map(({ from, to, days }) =>
        line('gauge.text.silence', { from: words.day(from), to: words.day(to), days }),
      ),
    );
  }
  if (attempts.attempts > 0)
    lines.push(line('gauge.text.attempts', { n: attempts.attempts, days: attempts.days.length }));
  for (const { channel, count, first, last } of gauge.contacts) {
    const values = { channel: words.channel(channel), n: count, first: words.day(first), last: words.day(last) };
    lines.push(line('gauge.text.contact', values));
  }
  if (captures.attempts === 0) return [...lines, line('gauge.text.caution')];
  lines.push(...gauge.marks.map(({ mark, have, of }) => line(markKey(mark), { have, of })));
  return [...lines, ...comparisonLines(comparison, files, words), line('gauge.text.caution')];
}

function comparisonLines(comparison: Comparison, files: readonly JudgedFile[], { t }: Wording): Line[] {
  const referenceOf = (id: string | null): string | undefined => files.find((file) => file.id === id)?.reference;
  const measures = comparison.measures.flatMap(({ measure, closerTo }) => {
    const reference = referenceOf(closerTo);
    return reference === undefined ? [] : [line(measureKey(measure), { reference })];
  });
  const reference = referenceOf(comparison.closerTo);
  if (comparison.closerTo === 'between') return [...measures, line('gauge.text.between')];
  if (reference === undefined || comparison.closerTo === null) return measures;
  // The meta-test holds a text for each judged file.
  const file = t(judgedFileKey(comparison.closerTo) as TextKey);
  return [...measures, line('gauge.text.closer', { reference, file })];
}

/** The strip in words, one line a period of seven days. */
export function stripLines(gauge: Gauge, words: Wording): Line[] {
  const rows = gauge.strip.map(({ from, to, captures, days }) =>
    line('gauge.text.row', {
      from: words.day(from),
      to: words.day(to),
      captures,
      days: days.filter((one) => one.captures > 0).length,
    }),
  );
  return gauge.stripShortened ? [...rows, line('gauge.text.shortened')] : rows;
}

/** A day of a dossier, with what it rests on. */
export function dueLine(due: Due, track: string, words: Wording): Line {
  const date = words.day(due.on);
  const label = words.t(stepKey(track, due.kind === 'mark' ? due.id : due.step) as TextKey);
  if (due.kind === 'deadline') return line('reminder.text.deadline', { date });
  if (due.kind === 'before') return line('reminder.text.before', { date, days: due.daysBefore ?? 0 });
  return due.ref && due.basis === 'text'
    ? line(`reminder.text.${due.kind}-law`, { date, label, ref: due.ref })
    : line(`reminder.text.${due.kind}`, { date, label });
}

/** A complement request, with its day and where it stands. */
export function complementLine(fact: ComplementFact, now: number, zone: string, words: Wording): Line {
  const state = words.t(complementStateKey(complementState(fact, now, zone)));
  const values = { items: fact.items.length, open: fact.open, state };
  return fact.deadline === null
    ? line('complement.text.no-date', values)
    : line('complement.text.request', { ...values, date: words.day(fact.deadline) });
}
