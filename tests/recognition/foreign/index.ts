/** Every foreign page: the themes' pages, each in two of the four markups, and our own pages, with all the addresses that they are read at. */
import type { SiteTable } from '@/lib/domain/page';
import { ASSOCIATIONS } from './associations';
import { LANGUAGES } from './languages';
import { MAIL } from './mail';
import { htmlOf, MARKUP_NAMES, type MarkupName } from './markup';
import { OTHER_SOFTWARE } from './other-software';
import { ownPages } from './ours';
import { type ForeignPage, parsePages } from './parse';
import { helpAddresses, newsAddresses, ownAddresses } from './places';
import { PORTALS } from './portals';
import { PREFECTURE_NEWS } from './prefecture-news';
import { PRESS_FORUMS } from './press-forums';
import { SOCIAL } from './social';
import { TAXES_LICENCES } from './taxes-licences';
import { TOWN_HALL } from './town-hall';

const THEMES: Readonly<Record<string, string>> = {
  mairie: TOWN_HALL,
  social: SOCIAL,
  impots: TAXES_LICENCES,
  prefecture: PREFECTURE_NEWS,
  association: ASSOCIATIONS,
  presse: PRESS_FORUMS,
  logiciel: OTHER_SOFTWARE,
  messagerie: MAIL,
  languages: LANGUAGES,
  portails: PORTALS,
};

export const FOREIGN_PAGES: readonly ForeignPage[] = Object.entries(THEMES).flatMap(([theme, source]) =>
  parsePages(theme, source),
);

export interface ForeignDocument {
  /** Theme, page and markup. */
  readonly name: string;
  readonly html: string;
  /** Every address that it is read at; nothing must be recognised at any of them. */
  readonly urls: readonly string[];
}

function documentOf(page: ForeignPage, markup: MarkupName): ForeignDocument {
  const urls = [...ownAddresses(page.theme, page.id), ...newsAddresses(page.id), ...helpAddresses(page.id)];
  return { name: `${page.theme}/${page.id} (${markup})`, html: htmlOf(page, markup), urls };
}

/** All of them; our own pages are also given the places where an export, opened from a disk or a shared folder, may be. */
export async function foreignDocuments(sites: readonly SiteTable[]): Promise<ForeignDocument[]> {
  const own = (await ownPages(sites)).map(({ id, html }) => ({
    name: `ours/${id}`,
    html,
    urls: ['file:///home/exemple/LISEZ-MOI.html', ...ownAddresses('carnet', id), ...newsAddresses(id)],
  }));
  const written = FOREIGN_PAGES.flatMap((page, index) =>
    MARKUP_NAMES.filter((_, markup) => markup % 2 === index % 2).map((markup) => documentOf(page, markup)),
  );
  return [...written, ...own];
}
