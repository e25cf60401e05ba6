/** The words that the screens speak: the translator of the chosen language and the labels of the tables, by context. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { Locale, Translate } from '@/lib/locales';

/** How a part of a step is set aside, in the person's words. */
export interface SkipText {
  readonly action: string;
  readonly title: string;
  readonly hint: string;
  /** Reason written for the person, to keep or change. */
  readonly reason: string;
}

export interface StepText {
  readonly label: string;
  readonly explain: string;
}

/** Labels that live in the tables (pages, protocols, departments), already in the person's language. */
export interface Labels {
  page(ref: { readonly site: string; readonly page: string } | null): string;
  track(track: string): string;
  step(track: string, id: string): StepText;
  part(track: string, step: string, part: string): string;
  /** Name of a step or part of any track, for a line that names it by its code. */
  stepName(id: string): string;
  skip(track: string, id: string): SkipText;
  department(code: string): string;
  /** Name of a letter, from its template. */
  letter(template: string): string;
  /** A choice of a table's question (`not-possible`), also one of a later version. */
  choice(choice: string): string;
  /** What a datum read on a page is (`dossierNumber` → « numéro de dossier »). */
  extracted(name: string): string;
}

export interface Speech {
  readonly t: Translate;
  readonly locale: Locale;
  readonly labels: Labels;
}

/**
 * French typography on screen: a no-break space before « : ; ? ! » and inside guillemets, so that no sign starts a line.
 * Done at display: the tables keep plain spaces, easier to write and to review.
 */
export function typeset(locale: Locale, text: string): string {
  return locale === 'fr' ? text.replace(/ ([:;?!»])/g, '\u00a0$1').replace(/« /g, '«\u00a0') : text;
}

const SpeechContext = createContext<Speech | null>(null);

export function SpeechProvider(props: Speech & { readonly children: ComponentChildren }) {
  const { t, locale, labels } = props;
  const speech = useMemo<Speech>(
    () => ({ t: (key, values) => typeset(locale, t(key, values)), locale, labels }),
    [t, locale, labels],
  );
  return <SpeechContext.Provider value={speech}>{props.children}</SpeechContext.Provider>;
}

/** The words of the screen around. @throws Error outside a SpeechProvider: a bug of ours */
export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('useSpeech outside SpeechProvider');
  return speech;
}
