/** The section of LISEZ-MOI.html that shows the files that the person added: what they are, both dates, what stays on the device. */
import { displayNumber, type EntryOf } from '@/lib/domain/entry';
import type { PlannedFile } from '@/lib/domain/export-plan';
import { canShow } from '@/lib/domain/imported';
import { absenceWords } from './absence';
import { fileDateWords, whenWords } from './describe';
import { maskedFile, maskedPicture, otherReasons } from './readme-masked';
import type { Model } from './readme-model';
import { numberLink, ownWords } from './readme-sections';
import { type Html, html } from './text';

type Imported = EntryOf<'imported'>;

function imported(model: Model): Imported[] {
  return model.entries.flatMap(({ entry }) => (entry?.kind === 'imported' ? [entry] : []));
}

function fact(label: string, value: string): Html | null {
  return value ? html`<dt>${label}</dt><dd><bdi>${value}</bdi></dd>` : null;
}

/** Both dates, each under its own name, and what the e-mail says of itself. */
function facts({ data }: Imported, model: Model): Html {
  const { words } = model;
  const { t } = words;
  const declared = data.declared ? whenWords(data.declared.on, data.declared.precision, words) : null;
  const said = declared ? `${declared.date} ${declared.time}`.trim() : t('imports.declared.unknown');
  const read = data.fileDate
    ? `${fileDateWords(data.fileDate, words)} : ${t(`imports.file-date.from.${data.fileDate.from}`)}`
    : t('imports.file-date.none');
  const { mail } = data;
  const marks = (mail?.autoReply ?? []).map((mark) => t(`imports.auto-reply.${mark}`)).join(', ');
  const items = [
    fact(t('entry.row.declared'), said),
    fact(t('entry.row.file-date'), read),
    fact(t('imports.read.from'), mail?.from ?? ''),
    fact(t('imports.read.to'), mail?.to ?? ''),
    fact(t('imports.read.subject'), mail?.subject ?? ''),
    fact(t('imports.read.attachments'), (mail?.attachments ?? []).map((one) => one.name || '?').join(', ')),
    marks ? html`<dt>${t('entry.row.problem')}</dt><dd>${t('imports.auto-reply.marks', { marks })}</dd>` : null,
    data.problem ? html`<dt>${t('entry.row.problem')}</dt><dd>${words.reason(data.problem)}</dd>` : null,
  ];
  return html`<dl class="facts">${items.filter((item) => item !== null)}</dl>`;
}

function fileLink(file: PlannedFile, entry: Imported, model: Model): Html {
  const { t } = model.words;
  if (file.role === 'text') return html`<p><a href="${file.path}">${t('export.readme.imports.text')}</a></p>`;
  if (file.role === 'given') return html`<p><a href="${file.path}">${t('export.readme.imports.given')}</a></p>`;
  const { size, what } = entry.data;
  const alt = t('imports.preview', { name: displayNumber(entry.seq) });
  const image =
    what === 'picture' && size && canShow(size)
      ? html`<a href="${file.path}"><img src="${file.path}" width="${size.width}" height="${size.height}" loading="lazy" decoding="async" alt="${alt}"></a>`
      : null;
  const name = file.name
    ? html` <small>(${t('export.readme.exchange.original-name')} : <bdi>${file.name}</bdi>)</small>`
    : null;
  return html`${image}<p><a href="${file.path}">${file.path.slice(file.path.lastIndexOf('/') + 1)}</a>${name}</p>`;
}

function article(entry: Imported, model: Model): Html {
  const { t } = model.words;
  const { data, seq } = entry;
  const masked = maskedFile(seq, model);
  const gone = otherReasons(model.absent.get(seq) ?? [], masked);
  const removed = gone.some((file) => file.reason === 'removed');
  const what = data.stripped.map((one) => t(`imports.stripped.${one}`)).join(', ');
  const joined = (model.present.get(seq) ?? []).some((file) => file.role === 'given');
  return html`<article class="exchange" id="i-${seq}"><h3>${displayNumber(seq)} · ${t(`imports.shows.${data.shows}`)}</h3>
<p><span class="tag">${t('export.declarative')}</span> <span class="tag">${t(`imports.what.${data.what}`)}</span>${data.about === undefined ? null : html` ${t('entry.row.about')} ${numberLink(data.about, model)}`}</p>
${facts(entry, model)}
${data.words ? ownWords(data.words) : null}
${masked ? maskedPicture(masked, seq, model) : null}
${(model.present.get(seq) ?? []).map((file) => fileLink(file, entry, model))}
${gone.map((file) => html`<p class="none"><code>${file.path}</code> : ${absenceWords(file, t)}</p>`)}
${data.original && !removed && !joined ? html`<p><small>${t('export.readme.imports.kept', { what })} : <span class="hash">${data.original.sha256}</span></small></p>` : null}</article>`;
}

/** Every file that the person added, in the order of the journal. */
export function importedFiles(model: Model): Html | null {
  const found = imported(model);
  if (found.length === 0) return null;
  return html`<p>${model.words.t('export.readme.imports.intro')}</p>${found.map((entry) => article(entry, model))}`;
}

/** The added files that are a proof of one exchange. */
export function importedProofs(exchange: number, model: Model): Html | null {
  const proofs = imported(model).filter((entry) => entry.data.about === exchange);
  if (proofs.length === 0) return null;
  return html`<p>${model.words.t('export.readme.exchange.imports')} : ${proofs.map((entry) => numberLink(entry.seq, model))}</p>`;
}
