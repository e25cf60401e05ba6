/** An entry in words: what happened, when, by which channel, with which result. Shared by the index and the CSV. */
import type { EntryData, EntryKind, EntryOf, Receipt } from '@/lib/domain/entry';
import { displayNumber } from '@/lib/domain/entry';
import { type PlanEntry, parseLine } from '@/lib/domain/export-plan';
import { localFields, type Moment, momentAt, PARIS } from '@/lib/domain/moment';
import { isLetterId } from '@/lib/letters';
import { letterName } from '@/lib/letters/words';
import type { Locale, Translate } from '@/lib/locales';

/** The words of one language; what lives in other tables arrives as functions. */
export interface Words {
  readonly locale: Locale;
  readonly t: Translate;
  /** Label of a recognised page (`site/page`), null when this version does not know it. */
  readonly page: (id: string) => string | null;
  /** Sentence of an error code; the code itself when there is none. */
  readonly reason: (code: string) => string;
}

/** One line of the chronology. */
export interface Described {
  readonly seq: number;
  readonly kind: EntryKind | 'newer' | 'invalid';
  readonly at: Moment;
  readonly precision: 'day' | 'minute' | 'second';
  readonly event: string;
  readonly channel: string;
  readonly result: string;
  readonly declarative: boolean;
  /** Free words of the person, shown as they were written. */
  readonly words: string;
  readonly reference: string;
  readonly url: string;
  readonly masked: boolean;
  readonly title: string;
}

type Particular = Pick<Described, 'event'> & Partial<Omit<Described, 'seq' | 'kind' | 'event'>>;

/** Title of the page for people: its label in our tables, else its own title, else « page non reconnue ». */
export function pageTitle(data: { page: EntryData['capture']['page']; title?: string }, words: Words): string {
  const label = data.page ? words.page(`${data.page.site}/${data.page.page}`) : null;
  return label ?? (data.title?.trim() || words.t('export.page.unknown'));
}

/** What the network said, in a few words. */
export function receiptWords(receipt: Receipt | undefined, words: Words): string[] {
  if (!receipt) return [];
  const said: string[] = [];
  if (receipt.status > 0) said.push(words.t('export.result.status', { status: String(receipt.status) }));
  else said.push(words.t('export.result.network', { error: receipt.error ?? '?' }));
  if (receipt.fromCache) said.push(words.t('export.result.cache'));
  if (receipt.serverClockSeconds !== undefined && Math.abs(receipt.serverClockSeconds) >= 2) {
    const sign = receipt.serverClockSeconds > 0 ? '+' : '−';
    said.push(words.t('export.result.server-clock', { seconds: `${sign}${Math.abs(receipt.serverClockSeconds)}` }));
  }
  return said;
}

function web(
  data: { url: string; masked: boolean; title?: string },
  words: Words,
): Pick<Described, 'channel' | 'url' | 'masked' | 'title'> {
  return {
    channel: words.t('export.channel.web'),
    url: data.url,
    masked: data.masked,
    title: data.title ?? '',
  };
}

function outcomeOf(page: EntryData['capture']['page'], words: Words): string[] {
  return page ? [words.t(`export.outcome.${page.outcome}`)] : [];
}

/** The date that the file says of itself, in words; as written where it names no zone. */
export function fileDateWords(fileDate: NonNullable<EntryData['imported']['fileDate']>, words: Words): string {
  const { at, text } = fileDate;
  if (!at) return words.t('imports.file-date.local', { date: text });
  const when = whenWords(at, 'minute', words);
  return `${when.date} ${when.time} (${when.zone})`;
}

function importedResult(data: EntryData['imported'], words: Words): string {
  const { t } = words;
  const said: string[] = [];
  if (data.fileDate) {
    const date = fileDateWords(data.fileDate, words);
    const from = t(`imports.file-date.from.${data.fileDate.from}`);
    said.push(t('export.result.imported.file-date', { date, from }));
  }
  if (data.about !== undefined) said.push(t('export.result.imported.about', { number: displayNumber(data.about) }));
  if (data.problem !== undefined) said.push(words.reason(data.problem));
  return said.join(', ');
}

type Describers = { readonly [K in EntryKind]: (entry: EntryOf<K>, words: Words) => Particular };

const DESCRIBERS: Describers = {
  'dossier-opened': ({ data }, { t }) => ({
    event: t('export.event.dossier-opened'),
    result: data.departments.join(', '),
  }),
  attempt: ({ data, at }, words) => ({
    event: words.t('export.event.attempt', { title: pageTitle(data, words) }),
    at: data.seenAt ?? at,
    ...web(data, words),
    result: [...outcomeOf(data.page, words), ...receiptWords(data.receipt, words)].join(', '),
  }),
  capture: ({ data }, words) => ({
    event: words.t('export.event.capture', { title: pageTitle(data, words) }),
    at: data.takenAt,
    ...web(data, words),
    result: [
      ...outcomeOf(data.page, words),
      words.t(`export.method.${data.method}`),
      ...receiptWords(data.receipt, words),
    ].join(', '),
  }),
  'capture-failed': ({ data }, words) => ({
    event: words.t('export.event.capture-failed', { reason: words.reason(data.reason) }),
    at: data.startedAt,
    ...web(data, words),
    result: [...outcomeOf(data.page, words), ...(data.detail ? [data.detail] : [])].join(', '),
  }),
  exchange: ({ data }, { t }) => ({
    event: t(data.direction === 'received' ? 'export.event.exchange-received' : 'export.event.exchange', {
      channel: t(`export.channel.${data.channel}`),
    }),
    at: data.on,
    precision: data.precision,
    channel: t(`export.channel.${data.channel}`),
    result: t(`export.exchange.${data.outcome}`),
    words: data.words ?? '',
    reference: [data.reference, data.ticket].filter(Boolean).join(' ; '),
    declarative: true,
  }),
  'exchange-outcome': ({ data }, { t }) => ({
    event: t('export.event.exchange-outcome', { number: displayNumber(data.exchange) }),
    at: data.on,
    precision: data.precision,
    result: data.milestone ? t(`export.milestone.${data.milestone}`) : t(`export.exchange.${data.outcome}`),
    words: data.words ?? '',
    reference: [data.reference, data.ticket].filter(Boolean).join(' ; '),
    declarative: true,
  }),
  note: ({ data }, { t }) => ({
    event:
      data.about === undefined
        ? t('export.event.note')
        : t('export.event.note-about', { number: displayNumber(data.about) }),
    words: data.text,
    declarative: true,
  }),
  'step-skipped': ({ data }, { t }) => ({
    event: t('export.event.step-skipped', { step: data.step }),
    words: data.reason,
    declarative: true,
  }),
  'dossier-track': ({ data }, { t }) => ({
    event: t('export.event.dossier-track'),
    result: [data.track, ...(data.blockages ?? [])].filter(Boolean).join(', '),
    words: [data.title, data.words].filter(Boolean).join(' — '),
    declarative: true,
  }),
  answer: ({ data }, { t }) => ({
    event: t('export.event.answer', { question: data.question }),
    result: data.choice,
    words: data.words ?? '',
    declarative: true,
  }),
  complement: ({ data }, { t }) => ({
    event: t('export.event.complement', { n: data.items.length }),
    ...(data.sent ? { at: data.sent.on, precision: data.sent.precision } : {}),
    result: t(data.sent ? 'export.result.complement-sent' : 'export.result.complement-open'),
    words: data.items.map((item) => item.label).join(' ; '),
    declarative: true,
  }),
  'letter-generated': ({ data }, { t }) => ({
    event: t('export.event.letter-generated', {
      letter: isLetterId(data.template) ? t(letterName(data.template)) : data.template,
    }),
    result: t(`letters.medium.${data.medium}`),
    words: data.object,
  }),
  'letter-sent': ({ data }, { t }) => ({
    event: t('export.event.letter-sent', {
      letter: displayNumber(data.letter),
      exchange: displayNumber(data.exchange),
    }),
    declarative: true,
  }),
  imported: ({ data }, words) => ({
    event: words.t('export.event.imported', { shows: words.t(`imports.shows.${data.shows}`) }),
    ...(data.declared ? { at: data.declared.on, precision: data.declared.precision } : {}),
    result: importedResult(data, words),
    words: [data.mail?.subject, data.words].filter(Boolean).join(' — '),
    declarative: true,
  }),
  removed: ({ data }, { t }) => ({
    event: t('export.event.removed', { number: displayNumber(data.target) }),
    words: data.reason,
  }),
  redacted: ({ data }, { t }) => ({
    event: t('redact.export.event', { number: displayNumber(data.target) }),
    result: t(data.originalInPack ? 'redact.export.with-original' : 'redact.export.copy-only', {
      n: data.boxes.length,
    }),
    words: data.why ?? '',
    declarative: data.why !== undefined,
  }),
  exported: ({ data }, { t }) => ({
    event: t('export.event.exported'),
    result: t('export.result.exported', { n: data.entries }),
  }),
  stamped: ({ data }, { t }) => ({
    event: t('stamps.title', { number: displayNumber(data.target), authority: data.authority }),
    words: data.hash,
    url: data.url,
  }),
  'journal-imported': ({ data }, { t }) => ({
    event: t('receive.entry.title', {
      mode: data.mode,
      entries: data.entries,
      after: displayNumber(data.other?.after ?? 0),
    }),
    result: t('receive.export.result', { product: data.product, entries: data.entries }),
  }),
};

/** Reads `at.utc` of a line that this version cannot read; the epoch when there is none, so that it shows as wrong. */
function rawMoment(line: string): Moment {
  const at = parseLine(line)?.['at'];
  const utc = typeof at === 'object' && at !== null ? (at as { utc?: unknown }).utc : undefined;
  const instant = typeof utc === 'string' ? Date.parse(utc) : Number.NaN;
  return momentAt(Number.isNaN(instant) ? 0 : instant);
}

function describeUnread(stored: PlanEntry, words: Words): Pick<Described, 'kind' | 'event' | 'at'> {
  const kind = parseLine(stored.line)?.['kind'];
  const at = rawMoment(stored.line);
  if (stored.problem === 'entry-unknown-version') {
    return { kind: 'newer', at, event: words.t('export.event.newer', { kind: typeof kind === 'string' ? kind : '?' }) };
  }
  return { kind: 'invalid', at, event: words.t('export.event.invalid') };
}

/** Describes one entry in one language. */
export function describeEntry(stored: PlanEntry, words: Words): Described {
  const blank = {
    seq: stored.seq,
    precision: 'second',
    channel: '',
    result: '',
    declarative: false,
    words: '',
    reference: '',
    url: '',
    masked: false,
    title: '',
  } as const;
  const { entry } = stored;
  if (entry === null) return { ...blank, ...describeUnread(stored, words) };
  // One kind, one describer: the compiler cannot follow the pair through the index.
  const describe = DESCRIBERS[entry.kind] as (entry: EntryOf<EntryKind>, words: Words) => Particular;
  return { ...blank, kind: entry.kind, at: entry.at, ...describe(entry, words) };
}

export interface When {
  readonly date: string;
  /** Empty when only the day is known. */
  readonly time: string;
  /** « heure de Paris, UTC+1 ». */
  readonly zone: string;
  /** The same where the page says once that hours are those of Paris: « UTC+1 ». */
  readonly shortZone: string;
}

/** Date, hour and offset of a moment, for people: « 21/11/2026 », « 18:30:05 », « heure de Paris, UTC+1 ». */
export function whenWords(at: Moment, precision: Described['precision'], words: Words): When {
  const { date, time, offset } = localFields(at);
  const zone =
    at.zone === PARIS
      ? words.t('export.when.paris', { offset })
      : words.t('export.when.other', { zone: at.zone, offset });
  const [year = '', month = '', day = ''] = date.split('-');
  const shown = words.locale === 'fr' ? `${day}/${month}/${year}` : englishDate(date);
  return {
    date: shown,
    time: precision === 'day' ? '' : precision === 'minute' ? time.slice(0, 5) : time,
    zone,
    shortZone: at.zone === PARIS ? offset : zone,
  };
}

/** Made once: one for each date showed in the profile of an export. */
const ENGLISH_DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** « 21 Nov 2026 »: day first without the doubt of 04/05. */
function englishDate(date: string): string {
  return ENGLISH_DAY.format(Date.parse(`${date}T00:00:00Z`));
}
