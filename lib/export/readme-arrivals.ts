/** The note of LISEZ-MOI.html on a journal that changed computers, or of which two copies went their own ways. */
import { displayNumber, type EntryOf } from '@/lib/domain/entry';
import { momentAt } from '@/lib/domain/moment';
import { describeEntry, whenWords } from './describe';
import type { Model } from './readme-model';
import { numberLink } from './readme-sections';
import { type Html, html } from './text';

type Arrived = EntryOf<'journal-imported'>;

function dayOf(utc: string, model: Model): string {
  const { date, time } = whenWords(momentAt(Date.parse(utc)), 'minute', model.words);
  return `${date} ${time}`;
}

/** The day of a line of this journal. */
function dayOfLine(seq: number, model: Model): string {
  const stored = model.entries.find((one) => one.seq === seq);
  return stored ? whenWords(describeEntry(stored, model.words).at, 'day', model.words).date : '?';
}

function item({ data, seq }: Arrived, model: Model): Html {
  const { t } = model.words;
  const { other, mode } = data;
  const link = html`${numberLink(seq, model)} · `;
  if (other && mode === 'fork') {
    const { after, entries, head } = other.received ? other : { ...other, entries: data.entries, head: data.head };
    const values = { after: displayNumber(after), date: dayOfLine(after, model), entries, head };
    return html`<li>${link}<strong>${t('receive.readme.fork', values)}</strong></li>`;
  }
  if (other) {
    const { after, entries, head } = other;
    return html`<li>${link}${t('receive.readme.beside', { after: displayNumber(after), entries, head })}</li>`;
  }
  const after = displayNumber(data.entries);
  const values = { after, date: dayOf(data.exportedAt, model), received: dayOf(data.receivedAt, model) };
  return html`<li>${link}${t('receive.readme.moved', values)}</li>`;
}

/** Null for a journal that stayed where it was opened. */
export function arrivals(model: Model): Html | null {
  const found = model.entries.flatMap(({ entry }) => (entry?.kind === 'journal-imported' ? [entry] : []));
  if (found.length === 0) return null;
  return html`<div class="alert" role="note" data-arrivals><ul>${found.map((entry) => item(entry, model))}</ul></div>`;
}
