/** The labels that live in the tables, in the person's language: French from the row itself, others from their table. */
import type { Labels } from '@/components/text';
import type { Step } from '@/lib/domain/checklist-types';
import type { Locale } from '@/lib/locales';
import { EN } from '@/lib/locales/en';
import { pageLabel } from '@/lib/locales/page-label';
import { trackOf } from '@/lib/protocols';
import { departmentName } from './use-departments';

const TRANSLATED: Record<Exclude<Locale, 'fr'>, Readonly<Record<string, string>>> = { en: EN };

/** The French of a row, or its translation; French again where a translation is missing, better than nothing. */
function said(locale: Locale, key: string, french: string): string {
  return locale === 'fr' ? french : (TRANSLATED[locale][key] ?? french);
}

function stepOf(track: string, id: string): Step | undefined {
  return trackOf(track)?.steps.find((step) => step.id === id);
}

export function labelsIn(locale: Locale): Labels {
  return {
    page: (ref) => pageLabel(ref, locale),
    track: (id) => said(locale, `protocols.${id}`, trackOf(id)?.label ?? id),
    step: (track, id) => {
      const step = stepOf(track, id);
      const key = `protocols.${track}.${id}`;
      return { label: said(locale, key, step?.label ?? id), explain: said(locale, `${key}.explain`, step?.explain ?? '') };
    },
    part: (track, id, part) => {
      const found = stepOf(track, id)?.parts?.find((one) => one.id === part);
      return said(locale, `protocols.${track}.${part}`, found?.label ?? part);
    },
    department: (code) => `${code} · ${departmentName(code)}`,
  };
}
