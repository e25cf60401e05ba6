/** The labels that live in the tables, in the person's language. */
import type { Labels } from '@/components/text';
import type { Locale } from '@/lib/locales';
import { EN } from '@/lib/locales/en';
import { FR } from '@/lib/locales/fr';
import { pageLabel } from '@/lib/locales/page-label';
import { departmentName } from './use-departments';

const TABLES: Record<Locale, Readonly<Record<string, string>>> = { fr: FR, en: EN };

/** A text of the tables; a journal may name a step or track of a later version, which is then shown as it is. */
function said(locale: Locale, key: string, fallback: string): string {
  return TABLES[locale][key] ?? fallback;
}

export function labelsIn(locale: Locale): Labels {
  return {
    page: (ref) => pageLabel(ref, locale),
    track: (id) => said(locale, `protocols.${id}.label`, id),
    step: (track, id) => ({
      label: said(locale, `protocols.${track}.${id}.label`, id),
      explain: said(locale, `protocols.${track}.${id}.explain`, ''),
    }),
    part: (track, _step, part) => said(locale, `protocols.${track}.${part}.label`, part),
    extracted: (name) => said(locale, `extracted.${name}`, name),
    department: (code) => `${code} · ${departmentName(code)}`,
  };
}
