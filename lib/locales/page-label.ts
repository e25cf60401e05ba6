/** The name of a page in the person's language, for every screen: French from the row itself, others from their tables. */
import { rowOf } from '@/lib/pages';
import { type BackgroundKey, backgroundTranslator } from './background';
import type { Locale } from './translate';

/** @param page a recognised page, or one of those that only the network shows: `unreachable`, `http-error`, `offline` */
export function pageLabel(page: { readonly site: string; readonly page: string } | null, locale: Locale): string {
  const translate = backgroundTranslator(locale);
  if (!page) return translate('flow.page.unknown');
  if (page.page === 'unreachable') return translate('flow.page.unreachable');
  if (page.page === 'offline') return translate('flow.page.offline');
  const row = rowOf(page.site, page.page);
  if (!row) return page.page === 'http-error' ? translate('flow.page.http-error') : `${page.site}/${page.page}`;
  return locale === 'fr' ? row.label : translate(`pages.${row.id}` as BackgroundKey);
}
