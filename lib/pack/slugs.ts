/** Names of the pack's files: number first, our own words and dates only, never a typed word or a given name (R. 414-5 CJA; evidence.md § B.4). */

import type { EntryData } from '@/lib/domain/entry';
import { CHANNEL_SLUGS, IMPORT_SLUGS } from '@/lib/domain/export-plan';
import { PACK } from '@/lib/domain/pack-types';
import { isLetterId, type LetterId } from '@/lib/letters';
import { rowOf } from '@/lib/pages';
import { pageWords } from './words';

/** Characters before `.pdf`. */
export const MAX_STEM = 80;

/** What the file is about, in `[a-z0-9-]`; only words of our own tables enter: a foreign journal may say anything. */
export function captureSlug(page: EntryData['capture']['page'], series: boolean, rerendered: boolean): string {
  const nature = rerendered ? 'rendu-reconstitue' : 'capture';
  const row = page ? rowOf(page.site, page.page) : undefined;
  const known = page && row ? `${page.site}-${ascii(pageWords(page.site, row.label))}` : 'page-web';
  return `${series ? nature.replace(/^(\w+)/, '$1s') : nature}-${known}`;
}

export const importSlug = ({ shows, what }: EntryData['imported']): string =>
  shows === 'other'
    ? { picture: 'image', pdf: 'document', mail: 'courriel', other: 'fichier' }[what]
    : IMPORT_SLUGS[shows];

export const exchangeSlug = (channel: EntryData['exchange']['channel'], answer: boolean): string =>
  `${CHANNEL_SLUGS[channel]}${answer ? '-reponse' : ''}`;

/** Our letters' names are for us; these are for who receives the file. */
const LETTER_SLUGS: Readonly<Record<LetterId, string>> = {
  'ccc-message': 'message-ccc',
  'call-sheet': 'fiche-appel',
  'pan-letter': 'lettre-pan',
  'substitution-lrar': 'lettre-solution-de-substitution',
  'prefecture-mail': 'courriel-prefecture',
  'attestation-prolongation': 'lettre-attestation-prolongation',
  'complement-cover': 'courrier-complement',
  'appointment-request': 'demande-rendez-vous',
  'demarche-numerique-message': 'message-demarche-numerique',
  'after-closure': 'lettre-apres-cloture',
  'transmission-note': 'note-transmission',
  mandate: 'mandat',
  'witness-statement': 'attestation-personne-presente',
};

export const letterSlug = (template: string): string => (isLetterId(template) ? LETTER_SLUGS[template] : 'courrier');

/** « Aucun créneau disponible » as `aucun-creneau-disponible`. */
function ascii(label: string): string {
  const plain = label
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('œ', 'oe')
    .toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
}

/** At most `room` characters, cut between words. */
function shortened(slug: string, room: number): string {
  if (slug.length <= room) return slug;
  const end = slug.slice(0, room + 1).lastIndexOf('-');
  return slug.slice(0, end > 0 ? end : room);
}

/** Digits of a number in the names: at least two, and as many for each file of the pack. */
export function digitsFor(last: number): number {
  return Math.max(2, String(last).length);
}

/**
 * `data/pieces/07_captures-anef-maintenance_2026-03-02_1sur3.pdf`.
 * @param day `YYYY-MM-DD`
 * @param part null when the pièce is one file
 */
export function fileName(
  number: number,
  digits: number,
  slug: string,
  day: string,
  part: { readonly index: number; readonly of: number } | null,
): string {
  const head = String(number).padStart(digits, '0');
  const tail = `_${day}${part ? `_${part.index}sur${part.of}` : ''}`;
  const room = MAX_STEM - head.length - 1 - tail.length;
  const about = shortened(slug, room);
  return `${PACK.folder}${head}_${about}${tail}.pdf`;
}
