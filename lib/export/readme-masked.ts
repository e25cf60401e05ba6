/** A masked picture in LISEZ-MOI.html: the copy, and what is said of the picture that it was made from. */
import { displayNumber } from '@/lib/domain/entry';
import type { AbsentFile, PlannedFile } from '@/lib/domain/export-plan';
import { absenceWords } from './absence';
import type { Model } from './readme-model';
import { type Html, html } from './text';

export interface MaskedFile {
  /** The copy in the bag; undefined when it was removed or lacks. */
  readonly copy: PlannedFile | undefined;
  readonly gone: readonly AbsentFile[];
  readonly size: { readonly width: number; readonly height: number };
  readonly sentence: string;
}

/** Null when nothing of that entry's picture is masked, or when the person removed it whole. */
export function maskedFile(seq: number, model: Model): MaskedFile | null {
  const entry = model.masked.get(seq);
  if (!entry || model.absent.get(seq)?.some((file) => file.reason === 'removed')) return null;
  const { source, copy, originalInPack } = entry.data;
  const key = originalInPack ? 'redact.export.figure-joined' : 'redact.export.figure';
  return {
    copy: model.present.get(entry.seq)?.find((file) => file.role === 'redacted'),
    gone: model.absent.get(entry.seq) ?? [],
    size: copy,
    sentence: model.words.t(key, { sha256: source.sha256 }),
  };
}

/** The copy, linked to itself, and the sentence. */
export function maskedPicture(masked: MaskedFile, seq: number, model: Model): Html {
  const { t } = model.words;
  const { copy, gone, size, sentence } = masked;
  const alt = t('redact.export.alt', { number: displayNumber(seq) });
  const image = copy
    ? html`<a href="${copy.path}"><img src="${copy.path}" width="${size.width}" height="${size.height}" loading="lazy" decoding="async" alt="${alt}"></a>`
    : null;
  const reasons = gone.map((file) => html`<p class="none"><code>${file.path}</code> : ${absenceWords(file, t)}</p>`);
  return html`${image}<p class="masked"><span class="tag strong">${t('redact.shown')}</span> ${sentence}</p>${reasons}`;
}

/** Why files are not joined, but for those that the sentence of a masked picture already speaks of. */
export function otherReasons(files: readonly AbsentFile[], masked: MaskedFile | null): readonly AbsentFile[] {
  return masked ? files.filter((file) => file.reason !== 'redacted') : files;
}
