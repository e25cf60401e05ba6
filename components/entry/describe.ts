/** What an entry says, in plain words: its one-line title and its rows of data. Pure: the same for the timeline, the popup and the full view. */
import type { Entry, EntryKind, EntryOf } from '@/lib/domain/entry';
import { displayNumber } from '@/lib/domain/entry';
import { isErrorCode } from '@/lib/domain/errors';
import type { Moment } from '@/lib/domain/moment';
import { fullMoment, longDay, size } from '../format';
import type { Speech } from '../text';

export interface Row {
  readonly label: string;
  readonly value: string;
  /** Long machine values (hash, URL) are set in a fixed-width face. */
  readonly mono?: boolean;
}

/** When an exchange took place: a day, or a day and an hour, as far as the person knows. */
export function declaredMoment(on: Moment, precision: 'day' | 'minute', speech: Speech): string {
  return precision === 'day' ? longDay(on, speech.locale) : fullMoment(on, speech.locale);
}

/** The sentence of an error code, or the general one for a code of a newer version. */
export function errorSentence(code: string, { t }: Speech): string {
  return isErrorCode(code) ? t(`errors.${code}`) : t('errors.capture-failed');
}

type PageRef = { readonly site: string; readonly page: string } | null;

type Titles = { [K in EntryKind]: (data: EntryOf<K>['data'], speech: Speech) => string };

const TITLES: Titles = {
  'dossier-opened': (data, { t }) => t('entry.title.dossier-opened', { alias: data.alias }),
  attempt: (data, speech) =>
    data.page || data.source === 'page'
      ? speech.t('entry.title.attempt', { page: speech.labels.page(data.page) })
      : speech.t('entry.title.attempt-network', { status: data.receipt?.status ?? 0 }),
  capture: (data, speech) => speech.t('entry.title.capture', { page: speech.labels.page(data.page) }),
  'capture-failed': (data, speech) => speech.t('entry.title.capture-failed', { page: speech.labels.page(data.page) }),
  exchange: (data, { t }) => t('entry.title.exchange', { channel: t(`channel.${data.channel}`) }),
  'exchange-outcome': (data, { t }) =>
    t('entry.title.exchange-outcome', { number: displayNumber(data.exchange), outcome: t(`outcome.${data.outcome}`) }),
  note: (data, { t }) =>
    data.about ? t('entry.title.note-about', { number: displayNumber(data.about) }) : t('entry.title.note'),
  'step-skipped': (data, { t, labels }) => t('entry.title.step-skipped', { step: labels.stepName(data.step) }),
  removed: (data, { t }) => t('entry.title.removed', { number: displayNumber(data.target) }),
  exported: (data, { t }) => t('entry.title.exported', { entries: data.entries }),
};

/** One line that names the entry. */
export function titleOf(entry: Entry, speech: Speech): string {
  const title = TITLES[entry.kind] as (data: Entry['data'], speech: Speech) => string;
  return title(entry.data, speech);
}

type PageData = {
  readonly url: string;
  readonly masked: boolean;
  readonly firstUrl?: string | undefined;
  readonly page: PageRef;
};

function pageRows(data: PageData, speech: Speech): Row[] {
  const { t } = speech;
  const rows: Row[] = [
    { label: t('entry.row.page'), value: speech.labels.page(data.page) },
    { label: t('entry.row.url'), value: data.url, mono: true },
  ];
  if (data.firstUrl && data.firstUrl !== data.url)
    rows.push({ label: t('entry.row.first-url'), value: data.firstUrl, mono: true });
  if (data.masked) rows.push({ label: t('entry.row.masked'), value: t('entry.masked') });
  return rows;
}

function readRows(data: EntryOf<'attempt'>['data'] | EntryOf<'capture'>['data'], { t, labels }: Speech): Row[] {
  const rows: Row[] = data.title ? [{ label: t('entry.row.title'), value: data.title }] : [];
  for (const [name, value] of Object.entries(data.extracted)) {
    rows.push({
      label: t('entry.row.read', { name: labels.extracted(name) }),
      value: typeof value === 'string' ? value : value.join(' · '),
    });
  }
  return rows;
}

function receiptRows(receipt: EntryOf<'attempt'>['data']['receipt'], speech: Speech): Row[] {
  const { t } = speech;
  if (!receipt) return [{ label: t('entry.row.network'), value: t('entry.network.none') }];
  const answer =
    receipt.status === 0 ? t('entry.network.no-answer') : t('entry.network.status', { status: receipt.status });
  const rows: Row[] = [
    { label: t('entry.row.network'), value: receipt.error ? `${answer} (${receipt.error})` : answer },
  ];
  if (receipt.fromCache) rows.push({ label: t('entry.row.cache'), value: t('entry.network.cache') });
  const clock = receipt.serverClockSeconds;
  if (clock !== undefined) {
    const said = t(clock < 0 ? 'entry.network.clock-behind' : 'entry.network.clock-ahead', {
      seconds: Math.abs(clock),
    });
    rows.push({ label: t('entry.row.server-clock'), value: said });
  }
  for (const call of receipt.calls ?? []) {
    rows.push({ label: t('entry.row.call'), value: `${call.path} — ${call.status}`, mono: true });
  }
  return rows;
}

function attemptRows(data: EntryOf<'attempt'>['data'], speech: Speech): Row[] {
  const { t, locale } = speech;
  const seen = data.seenAt ? [{ label: t('entry.row.seen'), value: fullMoment(data.seenAt, locale) }] : [];
  return [...seen, ...pageRows(data, speech), ...readRows(data, speech), ...receiptRows(data.receipt, speech)];
}

function captureRows(data: EntryOf<'capture'>['data'], speech: Speech): Row[] {
  const { t, locale } = speech;
  const rows: Row[] = [
    { label: t('entry.row.taken'), value: fullMoment(data.takenAt, locale) },
    { label: t('entry.row.method'), value: t(`method.${data.method}`, { views: data.views ?? 0 }) },
    { label: t('entry.row.trigger'), value: t(`trigger.${data.trigger}`) },
    ...pageRows(data, speech),
    ...readRows(data, speech),
    ...receiptRows(data.receipt, speech),
    { label: t('entry.row.original-hash'), value: data.original.sha256, mono: true },
  ];
  if (data.stamped) rows.push({ label: t('entry.row.stamped-hash'), value: data.stamped.sha256, mono: true });
  rows.push({ label: t('entry.row.browser'), value: data.browser });
  return rows;
}

function failureRows(data: EntryOf<'capture-failed'>['data'], speech: Speech): Row[] {
  const { t, locale } = speech;
  const rows: Row[] = [
    { label: t('entry.row.reason'), value: errorSentence(data.reason, speech) },
    { label: t('entry.row.started'), value: fullMoment(data.startedAt, locale) },
    { label: t('entry.row.trigger'), value: t(`trigger.${data.trigger}`) },
    ...pageRows(data, speech),
  ];
  if (data.detail) rows.push({ label: t('entry.row.detail'), value: data.detail, mono: true });
  return rows;
}

type ExchangeData = EntryOf<'exchange'>['data'] | EntryOf<'exchange-outcome'>['data'];

function exchangeRows(data: ExchangeData, speech: Speech): Row[] {
  const { t, locale } = speech;
  const rows: Row[] = [
    { label: t('entry.row.on'), value: declaredMoment(data.on, data.precision, speech) },
    { label: t('entry.row.outcome'), value: t(`outcome.${data.outcome}`) },
  ];
  if (data.reference) rows.push({ label: t('entry.row.reference'), value: data.reference });
  if (data.words) rows.push({ label: t('entry.row.words'), value: data.words });
  for (const file of data.files) {
    rows.push({ label: t('entry.row.file'), value: `${file.name} (${size(file.bytes, locale)})` });
    rows.push({ label: t('entry.row.file-hash'), value: file.sha256, mono: true });
  }
  if (data.captures.length > 0) {
    rows.push({ label: t('entry.row.captures'), value: data.captures.map(displayNumber).join(', ') });
  }
  return rows;
}

type Rows = { [K in EntryKind]: (data: EntryOf<K>['data'], speech: Speech) => Row[] };

const ROWS: Rows = {
  'dossier-opened': (data, { t, labels }) => [
    { label: t('entry.row.alias'), value: data.alias },
    { label: t('entry.row.track'), value: labels.track(data.track) },
    {
      label: t('entry.row.departments'),
      value: data.departments.map(labels.department).join(', ') || t('common.none'),
    },
    { label: t('entry.row.product'), value: data.product },
  ],
  attempt: attemptRows,
  capture: captureRows,
  'capture-failed': failureRows,
  exchange: (data, speech) => [
    { label: speech.t('entry.row.channel'), value: speech.t(`channel.${data.channel}`) },
    ...exchangeRows(data, speech),
  ],
  'exchange-outcome': exchangeRows,
  note: (data, { t }) => [{ label: t('entry.row.words'), value: data.text }],
  'step-skipped': (data, { t, labels }) => [
    { label: t('entry.row.step'), value: `${data.step} · ${labels.stepName(data.step)}` },
    { label: t('entry.row.reason'), value: data.reason },
  ],
  removed: (data, { t }) => [
    { label: t('entry.row.reason'), value: data.reason },
    { label: t('entry.row.removed-hash'), value: data.hash, mono: true },
    ...data.blobs.map((hash) => ({ label: t('entry.row.file-hash'), value: hash, mono: true })),
  ],
  exported: (data, { t, locale }) => [
    { label: t('entry.row.entries'), value: String(data.entries) },
    { label: t('entry.row.files'), value: String(data.files) },
    { label: t('entry.row.size'), value: size(data.bytes, locale) },
    { label: t('entry.row.head'), value: data.head, mono: true },
    { label: t('entry.row.bag'), value: data.bag, mono: true },
  ],
};

/** Every datum of the entry, named. */
export function rowsOf(entry: Entry, speech: Speech): Row[] {
  const rows = ROWS[entry.kind] as (data: Entry['data'], speech: Speech) => Row[];
  return [{ label: speech.t('entry.row.at'), value: fullMoment(entry.at, speech.locale) }, ...rows(entry.data, speech)];
}
