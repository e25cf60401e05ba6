/** The section of LISEZ-MOI.html that lists the court pack: its documents, each pièce with its files, what was left out by choice. */

import { momentAt } from '@/lib/domain/moment';
import { PACK, PACK_GROUPS } from '@/lib/domain/pack-types';
import type { TextKey } from '@/lib/locales';
import { whenWords } from './describe';
import type { Model } from './readme-model';
import { type Html, html } from './text';
import type { IndexedPiece } from './types';

const DOCUMENT_NAMES: Readonly<Record<string, TextKey>> = {
  [PACK.inventory]: 'export.readme.pieces.inventory',
  [PACK.chronology]: 'export.readme.pieces.chronology',
  [PACK.note]: 'export.readme.pieces.note',
  [PACK.objections]: 'export.readme.pieces.objections',
  [PACK.list]: 'export.readme.pieces.machine',
};

function dayWords(day: string, model: Model): string {
  return whenWords(momentAt(Date.parse(`${day}T12:00:00Z`), 'UTC'), 'day', model.words).date;
}

function dates({ from, to }: { readonly from: string; readonly to: string }, model: Model): Html {
  const first = dayWords(from, model);
  return from === to
    ? html`${first}`
    : html`${model.words.t('export.readme.pieces.dates', { from: first, to: dayWords(to, model) })}`;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function pieceRow(piece: IndexedPiece, model: Model): Html {
  const { t } = model.words;
  const files = piece.files.map(
    ({ path, pages }) =>
      html`<li><a href="${path}">${fileName(path)}</a>${pages === null ? null : html` <small>${t('export.readme.pieces.pages', { n: pages })}</small>`}</li>`,
  );
  const warning = piece.notShown ? html` <span class="tag">${t('export.readme.pieces.not-shown')}</span>` : null;
  return html`<tr role="row"><td role="cell" class="num">${piece.number}</td><td role="cell"><span lang="fr"><bdi>${piece.label}</bdi></span>${warning}</td><td role="cell">${dates(piece, model)}</td><td role="cell"><ul>${files}</ul></td></tr>`;
}

function group(name: (typeof PACK_GROUPS)[number], pieces: readonly IndexedPiece[], model: Model): Html | null {
  const { t } = model.words;
  const own = pieces.filter((piece) => piece.group === name);
  if (own.length === 0) return null;
  const heads = (['number', 'label', 'date', 'file'] as const).map(
    (column) => html`<th role="columnheader" scope="col">${t(`export.readme.pieces.column.${column}`)}</th>`,
  );
  return html`<h3>${t(`pack-screen.group.${name}`)}</h3>
<table class="pieces stacks" role="table"><thead role="rowgroup"><tr role="row">${heads}</tr></thead><tbody role="rowgroup">${own.map((piece) => pieceRow(piece, model))}</tbody></table>`;
}

/** Null in a bag without PDFs. */
export function piecesIndex(model: Model): Html | null {
  const { pack } = model.input;
  if (!pack) return null;
  const { t } = model.words;
  const documents = pack.documents.map((path) => {
    const name = DOCUMENT_NAMES[path];
    return html`<li><a href="${path}">${name ? t(name) : fileName(path)}</a></li>`;
  });
  const left = pack.left.map(
    (piece) => html`<li><span lang="fr"><bdi>${piece.label}</bdi></span> <small>${dates(piece, model)}</small></li>`,
  );
  return html`<p>${t('export.readme.pieces.intro', { profile: t(`pack-screen.profile.${pack.profile}`) })}</p>
<ul>${documents}</ul>
${PACK_GROUPS.flatMap((name) => group(name, pack.pieces, model) ?? [])}
${left.length > 0 ? html`<h3>${t('export.readme.pieces.left')}</h3><p>${t('export.readme.pieces.left-explain')}</p><ul>${left}</ul>` : null}`;
}
