/** What counts as proof, in words made from the tables' own predicates: a step never promises more than the checklist checks. */
import type { CapturePredicate, Part, Predicate } from '@/lib/domain/checklist-types';
import type { Channel, KeyDate } from '@/lib/domain/entry';
import type { TextKey, TextValues } from '@/lib/locales';

/** One condition; `of`: the conditions under « one of these » or « each of these ». */
export interface ProofLine {
  readonly key: TextKey;
  readonly values: TextValues;
  readonly of?: readonly ProofLine[];
}

/** How values are written in the person's language. */
export interface ProofWording {
  readonly t: (key: TextKey, values?: TextValues) => string;
  readonly channel: (channel: Channel) => string;
  readonly date: (date: KeyDate) => string;
  /** The name of a page, from `site/page`. */
  readonly page: (id: string) => string;
  readonly list: (texts: readonly string[], how: 'and' | 'or') => string;
}

const line = (key: TextKey, values: TextValues = {}, of?: readonly ProofLine[]): ProofLine => ({
  key,
  values,
  ...(of ? { of } : {}),
});

/** @param parts the step's own parts, in which a predicate « parts » is read */
export function proofLine(predicate: Predicate, parts: readonly Part[], words: ProofWording): ProofLine {
  const { t } = words;
  const channels = (all: readonly Channel[]): string => words.list(all.map(words.channel), 'or');
  switch (predicate.is) {
    case 'capture':
      return captureLine(predicate, words);
    case 'exchange': {
      const how = predicate.needsReference ? 'numbered' : predicate.needsProof ? 'proven' : 'noted';
      return line(`proof.exchange-${how}`, { channels: channels(predicate.channels) });
    }
    case 'answer':
      return line('proof.answer', { channels: channels(predicate.channels) });
    case 'skipped':
      return line('proof.skipped');
    case 'said':
      return line(predicate.needsProof ? 'proof.said-proven' : 'proof.said');
    case 'told':
      return line('proof.told');
    case 'spread': {
      const { attempts, days, spanDays, successivePeriods } = predicate.over;
      const capture = captureLine(predicate.captures, words);
      const what = t(capture.key, capture.values);
      return line('proof.spread', { what, attempts, days, span: spanDays, periods: successivePeriods }, capture.of);
    }
    case 'complement':
      return line(`proof.complement-${predicate.has}`);
    case 'exported':
      return line('proof.exported');
    case 'parts':
      return line('proof.parts', { parts: parts.filter((part) => !part.optional).length });
    case 'any':
    case 'all':
      return line(
        `proof.${predicate.is}`,
        {},
        predicate.of.map((one) => proofLine(one, parts, words)),
      );
  }
}

/** A capture, then each way in which it counts. */
function captureLine({ outcomes, pages, noted, after }: CapturePredicate, words: ProofWording): ProofLine {
  const ways = [
    ...(pages ?? []).map((page) => line('proof.capture-page', { page: words.page(page) })),
    ...(outcomes ? [line('proof.capture-outcome', { outcomes: outcomeWords(outcomes, words) })] : []),
    ...(noted ? [line('proof.capture-noted')] : []),
  ];
  const dates = after ? words.list(after.map(words.date), 'or') : null;
  return dates === null ? line('proof.capture', {}, ways) : line('proof.capture-after', { dates: dates }, ways);
}

function outcomeWords(outcomes: readonly string[], { t, list }: ProofWording): string {
  // Every outcome of the tables has its words (tests/meta/home.test.ts).
  return list(
    outcomes.map((outcome) => t(`proof.outcome.${outcome}` as TextKey)),
    'or',
  );
}
