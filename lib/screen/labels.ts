/** The labels that live in the tables, in the person's language. */
import type { Labels, SkipText } from '@/components/text';
import type { Locale } from '@/lib/locales';
import { EN } from '@/lib/locales/en';
import { FR } from '@/lib/locales/fr';
import { pageLabel } from '@/lib/locales/page-label';
import { TRACKS } from '@/lib/protocols';
import { choiceKey } from '@/lib/protocols/keys';
import { departmentName } from './use-departments';

const TABLES: Record<Locale, Readonly<Record<string, string>>> = { fr: FR, en: EN };

/** A text of the tables; a journal may name a step or track of a later version, which is then shown as it is. */
function said(locale: Locale, key: string, fallback: string): string {
  return TABLES[locale][key] ?? fallback;
}

/** The track that has this step or part. */
function trackWith(id: string): string {
  const holds = TRACKS.find(({ steps }) =>
    steps.some((step) => step.id === id || step.parts?.some((part) => part.id === id)),
  );
  return holds?.id ?? '';
}

/** Every track's « mail à la préfecture » is set aside for the same reason, with the same words. */
function isMail(track: string, id: string): boolean {
  const parts = TRACKS.find((one) => one.id === track)?.steps.flatMap((step) => step.parts ?? []) ?? [];
  const done = parts.find((part) => part.id === id)?.done;
  return (
    done?.is === 'any' &&
    done.of.some((one) => one.is === 'exchange' && one.channels.every((way) => way === 'PREF_MAIL'))
  );
}

/** What a part says of its own (« pas d'adresse mail connue »), else the words of any optional step. */
function skipText(locale: Locale, track: string, id: string): SkipText {
  const text = (name: 'action' | 'title' | 'hint' | 'reason'): string =>
    said(
      locale,
      `skip.${track}.${id}.${name}`,
      said(locale, `skip.${isMail(track, id) ? 'T1.S4b' : 'any'}.${name}`, ''),
    );
  return { action: text('action'), title: text('title'), hint: text('hint'), reason: text('reason') };
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
    stepName: (id) => said(locale, `protocols.${trackWith(id)}.${id}.label`, id),
    skip: (track, id) => skipText(locale, track, id),
    choice: (choice) => said(locale, choiceKey(choice), choice),
    extracted: (name) => said(locale, `extracted.${name}`, name),
    letter: (template) => said(locale, `letters.name.${template}`, template),
    department: (code) => `${code} · ${departmentName(code)}`,
  };
}
