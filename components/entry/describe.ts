/** What an entry says, in plain words: its one-line title and its rows of data. Pure: the same for the timeline, the popup and the full view. */
import type { Entry, EntryKind, EntryOf } from '@/lib/domain/entry';
import { displayNumber, KEY_DATES } from '@/lib/domain/entry';
import { isErrorCode } from '@/lib/domain/errors';
import { type Moment, momentAt } from '@/lib/domain/moment';
import { calendarDay, fullMoment, longDay, size } from '../format';
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
  exchange: (data, { t }) =>
    t(data.direction === 'received' ? 'entry.title.exchange-received' : 'entry.title.exchange', {
      channel: t(`channel.${data.channel}`),
    }),
  'exchange-outcome': (data, { t }) =>
    t('entry.title.exchange-outcome', { number: displayNumber(data.exchange), outcome: t(`outcome.${data.outcome}`) }),
  note: (data, { t }) =>
    data.about ? t('entry.title.note-about', { number: displayNumber(data.about) }) : t('entry.title.note'),
  'step-skipped': (data, { t, labels }) => t('entry.title.step-skipped', { step: labels.stepName(data.step) }),
  'dossier-track': (data, { t, labels }) =>
    data.track
      ? t('entry.title.dossier-track', { track: labels.track(data.track) })
      : t('entry.title.dossier-track-facts'),
  answer: (data, { t, labels }) => t('entry.title.answer', { question: labels.stepName(data.question) }),
  complement: (data, { t }) => t('entry.title.complement', { items: data.items.length }),
  'letter-generated': (data, { t, labels }) =>
    t('entry.title.letter-generated', { letter: labels.letter(data.template) }),
  'letter-sent': (data, { t }) => t('entry.title.letter-sent', { number: displayNumber(data.letter) }),
  imported: (data, { t }) =>
    t('entry.title.imported', { shows: t(`imports.shows.${data.shows}`), what: t(`imports.what.${data.what}`) }),
  removed: (data, { t }) => t('entry.title.removed', { number: displayNumber(data.target) }),
  redacted: (data, { t }) => t('redact.title.entry', { number: displayNumber(data.target) }),
  exported: (data, { t }) => t('entry.title.exported', { entries: data.entries }),
  stamped: (data, { t }) => t('stamps.title', { number: displayNumber(data.target), authority: data.authority }),
  'journal-imported': (data, { t }) =>
    t('receive.entry.title', { mode: data.mode, entries: data.entries, after: displayNumber(data.other?.after ?? 0) }),
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
  const { t } = speech;
  const rows: Row[] = [
    { label: t('entry.row.on'), value: declaredMoment(data.on, data.precision, speech) },
    { label: t('entry.row.outcome'), value: t(`outcome.${data.outcome}`) },
  ];
  if (data.reference) rows.push({ label: t('entry.row.reference'), value: data.reference });
  if (data.ticket) rows.push({ label: t('entry.row.ticket'), value: data.ticket });
  if ('milestone' in data && data.milestone)
    rows.push({ label: t('entry.row.milestone'), value: t(`entry.milestone.${data.milestone}`) });
  if ('call' in data && data.call) rows.push({ label: t('entry.row.phone-call'), value: callText(data.call, speech) });
  if (data.words) rows.push({ label: t('entry.row.words'), value: data.words });
  return [...rows, ...proofRows(data, speech)];
}

/** The call sheet in one line: how it ended, the number, its length, who answered. */
function callText(call: NonNullable<EntryOf<'exchange'>['data']['call']>, { t }: Speech): string {
  const length = call.minutes === undefined ? undefined : t('entry.call.minutes', { minutes: call.minutes });
  return [t(`entry.call.${call.end}`), call.number, length, call.agent].filter(Boolean).join(' · ');
}

function proofRows(data: Pick<ExchangeData, 'files' | 'captures'>, { t, locale }: Speech): Row[] {
  const rows = data.files.flatMap((file): Row[] => [
    { label: t('entry.row.file'), value: `${file.name} (${size(file.bytes, locale)})` },
    { label: t('entry.row.file-hash'), value: file.sha256, mono: true },
  ]);
  if (data.captures.length === 0) return rows;
  return [...rows, { label: t('entry.row.captures'), value: data.captures.map(displayNumber).join(', ') }];
}

function trackRows(data: EntryOf<'dossier-track'>['data'], { t, labels }: Speech): Row[] {
  const facts: [string, string | null | undefined][] = [
    [t('entry.row.track'), data.track ? labels.track(data.track) : undefined],
    [t('entry.row.blockages'), data.blockages?.join(', ')],
    [t('entry.row.sought'), data.title],
    [t('entry.row.departments'), data.department ? labels.department(data.department) : undefined],
    [t('entry.row.regime'), data.regime ? t(`triage.regime.${data.regime}`) : undefined],
    [t('entry.row.filed'), data.filed ? t(`choice.${data.filed}`) : undefined],
    [t('entry.row.stops'), data.stops?.map((stop) => t(`triage.stop.${stop}`)).join(' ; ')],
    [t('entry.row.urgency'), data.urgency?.map((reason) => t(`triage.urgency.${reason}`)).join(' ; ')],
    ...KEY_DATES.map((name): [string, string | undefined] => {
      const day = data.dates?.[name];
      return [t(`triage.date.${name}`), day === null ? t('common.none') : day];
    }),
    [t('entry.row.words'), data.words],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function complementRows(data: EntryOf<'complement'>['data'], speech: Speech): Row[] {
  const { t } = speech;
  const rows: Row[] = [];
  if (data.notifiedOn) rows.push({ label: t('entry.row.notified'), value: data.notifiedOn });
  if (data.readOn) rows.push({ label: t('entry.row.read-on'), value: data.readOn });
  for (const item of data.items) {
    const answer = item.answer ? t(`complement.answer.${item.answer}`) : '';
    const said = [item.label, t(`complement.problem.${item.problem}`), item.observation, answer, item.words];
    rows.push({ label: t('entry.row.item'), value: said.filter(Boolean).join(' · ') });
  }
  rows.push(...proofRows(data, speech));
  if (!data.sent) return rows;
  const on = declaredMoment(data.sent.on, data.sent.precision, speech);
  return [...rows, { label: t('entry.row.sent'), value: on }, ...proofRows(data.sent, speech)];
}

function letterRows(data: EntryOf<'letter-generated'>['data'], speech: Speech): Row[] {
  const { t, locale } = speech;
  const pieces = data.pieces.map(({ number, seq, label }) => ({
    label: t('entry.row.letter-piece', { number }),
    value: `${label} (${displayNumber(seq)})`,
  }));
  return [
    { label: t('entry.row.letter-medium'), value: t(`letters.medium.${data.medium}`) },
    ...(data.object ? [{ label: t('entry.row.letter-object'), value: data.object }] : []),
    ...pieces,
    ...data.warnings.map((code) => ({
      label: t('entry.row.letter-warning'),
      value: t(`letters-screen.warned.${code}`),
    })),
    {
      label: t('entry.row.letter-template'),
      value: t('entry.letter-template', {
        version: data.version,
        date: calendarDay(data.contentDate, locale, { day: 'numeric', month: 'long', year: 'numeric' }),
      }),
    },
    ...proofRows({ files: data.files, captures: [] }, speech),
  ];
}

/** The date that a file says of itself; without a zone it is shown as it is written. */
export function fileDateText(fileDate: EntryOf<'imported'>['data']['fileDate'], { t, locale }: Speech): string {
  if (!fileDate) return t('imports.file-date.none');
  const date = fileDate.at ? fullMoment(fileDate.at, locale) : t('imports.file-date.local', { date: fileDate.text });
  return `${date} : ${t(`imports.file-date.from.${fileDate.from}`)}`;
}

function importedRows(data: EntryOf<'imported'>['data'], speech: Speech): Row[] {
  const { t, locale } = speech;
  const { declared, mail } = data;
  const facts: [string, string | undefined, boolean?][] = [
    [t('entry.row.shows'), t(`imports.shows.${data.shows}`)],
    [
      t('entry.row.declared'),
      declared ? declaredMoment(declared.on, declared.precision, speech) : t('imports.declared.unknown'),
    ],
    [t('entry.row.file-date'), fileDateText(data.fileDate, speech)],
    [t('entry.row.about'), data.about === undefined ? undefined : displayNumber(data.about)],
    [t('entry.row.words'), data.words],
    [t('imports.read.from'), mail?.from],
    [t('imports.read.to'), mail?.to],
    [t('imports.read.subject'), mail?.subject],
    [t('imports.read.attachments'), mail?.attachments.map((one) => one.name || t('imports.read.no-name')).join(', ')],
    [t('entry.row.problem'), data.problem ? errorSentence(data.problem, speech) : undefined],
    [t('entry.row.what'), t(`imports.what.${data.what}`)],
    [t('entry.row.pages'), data.pages === undefined ? undefined : String(data.pages)],
    [t('entry.row.pixels'), data.size && t('imports.read.size', data.size)],
    [t('entry.row.file'), `${data.file.name} (${size(data.file.bytes, locale)})`],
    [t('entry.row.stripped'), data.stripped.map((one) => t(`imports.stripped.${one}`)).join(', ')],
    [t('entry.row.file-hash'), data.file.sha256, true],
    [t('entry.row.kept-hash'), data.original?.sha256, true],
  ];
  return facts.flatMap(([label, value, mono]) => (value ? [{ label, value, ...(mono ? { mono } : {}) }] : []));
}

function redactedRows(data: EntryOf<'redacted'>['data'], { t }: Speech): Row[] {
  return [
    {
      label: t('redact.row.pack'),
      value: t(data.originalInPack ? 'redact.row.with-original' : 'redact.row.copy-only'),
    },
    ...data.boxes.map((box, index) => ({
      label: t('redact.row.box', { n: index + 1 }),
      value: t('redact.row.box-is', box),
    })),
    ...(data.why ? [{ label: t('entry.row.words'), value: data.why }] : []),
    { label: t('redact.row.source'), value: data.source.sha256, mono: true },
    { label: t('redact.row.copy'), value: data.copy.sha256, mono: true },
  ];
}

function arrivedRows(data: EntryOf<'journal-imported'>['data'], { t, locale }: Speech): Row[] {
  return [
    { label: t('receive.row.from'), value: data.product },
    { label: t('receive.row.exported'), value: fullMoment(momentAt(Date.parse(data.exportedAt)), locale) },
    { label: t('receive.row.received'), value: fullMoment(momentAt(Date.parse(data.receivedAt)), locale) },
    { label: t('entry.row.entries'), value: String(data.entries) },
    { label: t('entry.row.head'), value: data.head, mono: true },
    { label: t('entry.row.bag'), value: data.bag, mono: true },
    ...(data.other
      ? [
          {
            label: t('receive.row.after'),
            value: data.other.after === 0 ? t('common.none') : displayNumber(data.other.after),
          },
          { label: t('receive.row.other'), value: data.other.head, mono: true },
        ]
      : []),
  ];
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
  'dossier-track': trackRows,
  answer: (data, speech) => [
    { label: speech.t('entry.row.step'), value: `${data.question} · ${speech.labels.stepName(data.question)}` },
    { label: speech.t('entry.row.choice'), value: speech.labels.choice(data.choice) },
    ...(data.words ? [{ label: speech.t('entry.row.words'), value: data.words }] : []),
    ...proofRows(data, speech),
  ],
  complement: complementRows,
  'letter-generated': letterRows,
  'letter-sent': (data, { t }) => [
    { label: t('entry.row.letter'), value: displayNumber(data.letter) },
    { label: t('entry.row.letter-exchange'), value: displayNumber(data.exchange) },
  ],
  imported: importedRows,
  removed: (data, { t }) => [
    { label: t('entry.row.reason'), value: data.reason },
    { label: t('entry.row.removed-hash'), value: data.hash, mono: true },
    ...data.blobs.map((hash) => ({ label: t('entry.row.file-hash'), value: hash, mono: true })),
  ],
  redacted: redactedRows,
  exported: (data, { t, locale }) => [
    { label: t('entry.row.entries'), value: String(data.entries) },
    { label: t('entry.row.files'), value: String(data.files) },
    { label: t('entry.row.size'), value: size(data.bytes, locale) },
    { label: t('entry.row.head'), value: data.head, mono: true },
    { label: t('entry.row.bag'), value: data.bag, mono: true },
  ],
  'journal-imported': arrivedRows,
  stamped: (data, { t }) => [
    { label: t('stamps.row.hash'), value: data.hash, mono: true },
    { label: t('stamps.row.authority'), value: data.authority },
    { label: t('stamps.row.url'), value: data.url, mono: true },
    { label: t('stamps.row.token'), value: data.token.sha256, mono: true },
  ],
};

/** Every datum of the entry, named. */
export function rowsOf(entry: Entry, speech: Speech): Row[] {
  const rows = ROWS[entry.kind] as (data: Entry['data'], speech: Speech) => Row[];
  return [{ label: speech.t('entry.row.at'), value: fullMoment(entry.at, speech.locale) }, ...rows(entry.data, speech)];
}
