/** What `npm run checklist` prints under the steps: T0, complement requests, the gauge, the days; and the calendar file. */
import { isStale, settingOf } from '@/lib/domain/checklist';
import { readEvidence } from '@/lib/domain/checklist-evidence';
import type { Track } from '@/lib/domain/checklist-types';
import { dayOf } from '@/lib/domain/days';
import type { Entry } from '@/lib/domain/entry';
import { readGauge } from '@/lib/domain/gauge';
import { compareCaptures } from '@/lib/domain/gauge-compare';
import { dueDates } from '@/lib/domain/reminders';
import { calendarFile } from '@/lib/domain/reminders-calendar';
import { stopReasons, urgencyReasons } from '@/lib/domain/triage';
import type { Translate } from '@/lib/locales';
import { JUDGED_FILES } from '@/lib/protocols/judged-files';
import { stopKey, urgencyKey } from '@/lib/protocols/keys';
import { complementLine, dueLine, gaugeLines, type Line, stripLines, type Wording } from '@/lib/protocols/lines';

export interface Asked {
  readonly track: Track;
  readonly entries: readonly Entry[];
  readonly now: number;
  /** Only when the command says so; else what the dossier says. */
  readonly urgent?: boolean;
}

/** Everything computed beside the steps. */
export function contextOf({ track, entries, now, urgent }: Asked) {
  const evidence = readEvidence(entries);
  const options = urgent === undefined ? { now } : { now, urgent };
  const setting = settingOf(evidence, options);
  const gauge = readGauge(entries, { zone: setting.zone });
  const open = evidence.complements.flatMap((one) =>
    one.deadline !== null && one.sent === null ? [one.deadline] : [],
  );
  return {
    zone: setting.zone,
    urgent: setting.urgent,
    stops: stopReasons(evidence.triage, setting),
    urgency: urgencyReasons(evidence.triage, open, setting),
    complements: evidence.complements,
    gauge,
    comparison: compareCaptures(gauge.captures, JUDGED_FILES),
    due: dueDates(track, entries, options),
  };
}

export type Context = ReturnType<typeof contextOf>;

const wording = (t: Translate): Wording => ({
  t,
  day: (day) => day.split('-').reverse().join('/'),
  channel: (channel) => t(`channel.${channel}`),
});

/** What comes before the steps: the situations in which the tool steps back, and urgency. */
export function openingText({ stops, urgency }: Context, t: Translate): string[] {
  return [
    ...(stops.length > 0
      ? [t('triage.banner'), t('triage.stops', { stops: stops.map((stop) => t(stopKey(stop))).join(' ; ') })]
      : []),
    ...(urgency.length > 0
      ? [t('triage.urgent', { reasons: urgency.map((reason) => t(urgencyKey(reason))).join(' ; ') })]
      : []),
  ];
}

/** What comes after the steps. */
export function sectionsText(context: Context, { track, now }: Asked, t: Translate): string[] {
  const words = wording(t);
  const said = ({ key, values }: Line): string => t(key, values);
  const complements = context.complements.map((one) => said(complementLine(one, now, context.zone, words)));
  const days = context.due.map((due) => {
    const line = said(dueLine(due, track.id, words));
    return `  ${due.over ? t('reminder.text.over', { line }) : line}`;
  });
  const gauge = [
    ...stripLines(context.gauge, words),
    ...gaugeLines(context.gauge, context.comparison, JUDGED_FILES, words),
  ];
  return [
    ...(complements.length > 0 ? [...complements, ''] : []),
    ...(days.length > 0 ? [t('reminder.text.heading'), ...days, ''] : []),
    ...(context.gauge.captures.attempts > 0 || track.id === 'T6'
      ? [t('gauge.text.title'), ...gauge.map((line) => `  ${said(line)}`), '']
      : []),
    ...(isStale(track.contentDate, now) ? [t('checklist.text.stale')] : []),
  ];
}

/** The days as a calendar file: neutral titles, nothing of the dossier. */
export function calendarText(context: Context, { entries, now }: Asked, t: Translate): string {
  return calendarFile(context.due, {
    now,
    today: dayOf(now, context.zone),
    dossier: entries[0]?.dossier ?? '',
    title: t('reminder.title'),
  });
}
