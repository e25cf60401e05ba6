/** The sections of LISEZ-MOI.html that show files: the pictures and the exchanges. */
import { displayNumber, type EntryOf } from '@/lib/domain/entry';
import type { AbsentFile, PlannedFile } from '@/lib/domain/export-plan';
import { absenceWords } from './absence';
import { pageTitle, receiptWords, whenWords } from './describe';
import { importedProofs } from './readme-imports';
import { maskedFile, maskedPicture, otherReasons } from './readme-masked';
import type { Model } from './readme-model';
import { numberLink, ownWords } from './readme-sections';
import { type Html, html } from './text';

/** How the picture was made, in the order of what weighs most. */
function madeHow(capture: EntryOf<'capture'>, stamped: boolean, model: Model): Html {
  const { t } = model.words;
  const { data } = capture;
  const strong = data.method === 'rerendered' ? 'tag strong' : 'tag';
  const tags = [html`<span class="${strong}">${t(`export.method.${data.method}`)}</span>`];
  if (data.method === 'stitched' && data.views !== undefined)
    tags.push(html`<span class="tag">${t('export.readme.picture.stitched', { n: data.views })}</span>`);
  tags.push(html`<span class="tag">${t(`export.trigger.${data.trigger}`)}</span>`);
  if (!stamped) tags.push(html`<span class="tag strong">${t('export.readme.picture.unstamped')}</span>`);
  if (data.uniform) tags.push(html`<span class="tag strong">${t('export.readme.picture.uniform')}</span>`);
  return html`<p>${tags}</p>`;
}

interface Shown {
  readonly original: PlannedFile | undefined;
  readonly stamped: PlannedFile | undefined;
  readonly absent: readonly AbsentFile[];
}

function picture(capture: EntryOf<'capture'>, shown: Shown, alt: string, model: Model): Html {
  const { t } = model.words;
  const file = shown.stamped ?? shown.original;
  const reasons = shown.absent.map(
    (gone) =>
      html`<p class="none">${t('export.readme.picture.absent', { reason: absenceWords(gone, t) })} <code>${gone.path}</code></p>`,
  );
  if (!file) return html`${reasons}`;
  const size = (shown.stamped ? capture.data.stamped : null) ?? capture.data.original;
  const image = html`<img src="${file.path}" width="${size.width}" height="${size.height}" loading="lazy" decoding="async" alt="${alt}">`;
  const target = shown.original ?? file;
  const open = t('export.readme.picture.open', { number: displayNumber(capture.seq) });
  return html`<a href="${target.path}" title="${open}">${image}</a>${reasons}`;
}

function captureFigure(capture: EntryOf<'capture'>, model: Model): Html {
  const { t } = model.words;
  const { data, seq } = capture;
  const files = model.present.get(seq) ?? [];
  const masked = maskedFile(seq, model);
  const shown: Shown = {
    original: files.find((file) => file.role === 'original'),
    stamped: files.find((file) => file.role === 'stamped'),
    absent: otherReasons(model.absent.get(seq) ?? [], masked),
  };
  // A masked copy of a stamped picture has its stamp.
  const stamped = shown.stamped !== undefined || (masked !== null && data.stamped !== null);
  const when = whenWords(data.takenAt, 'second', model.words);
  const title = pageTitle(data, model.words);
  const alt = t('export.readme.picture.alt', { number: displayNumber(seq), date: when.date, time: when.time, title });
  const network = receiptWords(data.receipt, model.words).join(', ');
  return html`<li><figure id="c-${seq}">${masked ? maskedPicture(masked, seq, model) : null}${masked?.copy && !shown.original ? null : picture(capture, shown, alt, model)}<figcaption><h3>${displayNumber(seq)} · <bdi>${title}</bdi></h3>
<p class="when">${when.date} ${when.time} <small>(${when.zone})</small></p><p class="url">${data.url}${data.masked ? html` (${t('export.masked')})` : null}</p>
${madeHow(capture, stamped, model)}${network ? html`<p>${network}</p>` : null}<p><small>${t('export.readme.picture.hash')} : <span class="hash">${data.original.sha256}</span></small></p></figcaption></figure></li>`;
}

/** The stamped pictures, each linked to its untouched original. */
export function pictures(model: Model): Html {
  const { t } = model.words;
  const captures = model.entries.flatMap(({ entry }) => (entry?.kind === 'capture' ? [entry] : []));
  if (captures.length === 0) return html`<p>${t('export.readme.pictures.none')}</p>`;
  return html`<p>${t('export.readme.pictures.intro')}</p><ul class="pictures">${captures.map((capture) => captureFigure(capture, model))}</ul>`;
}

function fileItem(file: PlannedFile, model: Model): Html {
  const name =
    file.name === null
      ? null
      : html` <small>(${model.words.t('export.readme.exchange.original-name')} : <bdi>${file.name}</bdi>)</small>`;
  return html`<li><a href="${file.path}">${file.path.slice(file.path.lastIndexOf('/') + 1)}</a>${name}</li>`;
}

function absentItem(file: AbsentFile, model: Model): Html {
  return html`<li><code>${file.path}</code> : ${absenceWords(file, model.words.t)}${file.name ? html` <small><bdi>${file.name}</bdi></small>` : null}</li>`;
}

function exchange(entry: EntryOf<'exchange'> | EntryOf<'exchange-outcome'>, model: Model): Html {
  const { t } = model.words;
  const { data, seq } = entry;
  const when = whenWords(data.on, data.precision, model.words);
  const channel =
    entry.kind === 'exchange'
      ? t(`export.channel.${entry.data.channel}`)
      : t('export.event.exchange-outcome', { number: displayNumber(entry.data.exchange) });
  const files = [
    ...(model.present.get(seq) ?? []).map((file) => fileItem(file, model)),
    ...(model.absent.get(seq) ?? []).map((file) => absentItem(file, model)),
  ];
  return html`<article class="exchange" id="e-${seq}"><h3>${displayNumber(seq)} · ${t('export.readme.exchange.title', { channel, date: `${when.date} ${when.time}`.trim() })}</h3>
<p><span class="tag">${t('export.declarative')}</span> ${t(`export.exchange.${data.outcome}`)}</p>
${data.reference ? html`<p>${t('export.readme.exchange.reference')} : <bdi>${data.reference}</bdi></p>` : null}
${data.words ? html`<p>${t('export.readme.exchange.words')} :</p>${ownWords(data.words)}` : null}
${files.length > 0 ? html`<p>${t('export.readme.exchange.files')} :</p><ul>${files}</ul>` : null}
${data.captures.length > 0 ? html`<p>${t('export.readme.exchange.captures')} : ${data.captures.map((linked) => numberLink(linked, model))}</p>` : null}
${entry.kind === 'exchange' ? importedProofs(seq, model) : null}</article>`;
}

/** The exchanges and their outcomes, in the order of the journal. */
export function exchanges(model: Model): Html {
  const found = model.entries.flatMap(({ entry }) =>
    entry?.kind === 'exchange' || entry?.kind === 'exchange-outcome' ? [entry] : [],
  );
  if (found.length === 0) return html`<p>${model.words.t('export.readme.exchanges.none')}</p>`;
  return html`${found.map((entry) => exchange(entry, model))}`;
}
