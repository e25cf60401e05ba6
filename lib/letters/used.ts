/** Which fields a letter asks for in one medium: a message has no place, no postal address and no tracking number. */
import { sentencesOf } from '@/lib/domain/letter-check';
import { citesOf } from '@/lib/domain/letter-sentence';
import type { Citation, LetterTemplate, Medium, Part, Sentence, When } from '@/lib/domain/letter-types';
import { CITATIONS } from './citations';

const CITED: Readonly<Record<string, Citation>> = CITATIONS;

/** The template with only the fields that this medium may print or that decide what it prints. */
export function templateFor(template: LetterTemplate, medium: Medium): LetterTemplate {
  const used = fieldsUsed(template, medium);
  const keep = (ids: readonly string[]): readonly string[] => ids.filter((id) => used.has(id));
  return { ...template, required: keep(template.required), optional: keep(template.optional) };
}

function fieldsUsed(template: LetterTemplate, medium: Medium): ReadonlySet<string> {
  const message = medium === 'form' || medium === 'mail';
  const { postal, ...rest } = template;
  const printed: LetterTemplate = {
    ...rest,
    recipient: message ? [] : template.recipient,
    references: message ? [] : template.references,
    body: template.body.filter((part) => mayHold(part.when, medium)),
    ...(postal && medium === 'lrar' ? { postal } : {}),
  };
  const sentences = sentencesOf(printed).filter((sentence) => mayHold(sentence.when, medium));
  return new Set([
    ...(template.dated && !message ? ['place', 'letterDate'] : []),
    ...(template.mailTo && medium === 'mail' ? [template.mailTo] : []),
    ...sentences.flatMap(namesOf),
    ...printed.body.flatMap(({ when }: Part) => decidedBy(when)),
  ]);
}

const namesOf = (sentence: Sentence): readonly string[] => [
  ...[...sentence.text.matchAll(/\{([^{}:]+)\}/g)].map((found) => found[1] ?? ''),
  ...citesOf(sentence.text).flatMap((name) => CITED[name]?.onlyIf ?? []),
  ...decidedBy(sentence.when),
];

/** False only when the medium alone excludes it. */
function mayHold(when: When | undefined, medium: Medium): boolean {
  if (!when) return true;
  if ('medium' in when) return when.medium.includes(medium);
  if ('not' in when) return !('medium' in when.not) || !when.not.medium.includes(medium);
  if ('all' in when) return when.all.every((one) => mayHold(one, medium));
  if ('any' in when) return when.any.some((one) => mayHold(one, medium));
  return true;
}

function decidedBy(when: When | undefined): readonly string[] {
  if (!when) return [];
  if ('filled' in when) return [when.filled];
  if ('ticked' in when) return [when.ticked];
  if ('choice' in when) return [when.choice];
  if ('not' in when) return decidedBy(when.not);
  if ('all' in when) return when.all.flatMap(decidedBy);
  return 'any' in when ? when.any.flatMap(decidedBy) : [];
}
