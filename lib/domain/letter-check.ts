/** What stops a letter, and what the person should look at before it leaves. */
import { estimatePages } from './letter-length';
import { linesOf } from './letter-plain';
import { citable, citesOf, type Filling, holds, own } from './letter-sentence';
import type {
  Field,
  LetterDocument,
  LetterInput,
  LetterLine,
  LetterTemplate,
  Part,
  Problem,
  Sentence,
} from './letter-types';
import { printValue } from './letter-values';

/** domain.md § 5.4: two pages, and the table. */
export const MAX_PAGES = 2;

interface Checked {
  readonly blocking: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** Judges nothing of the case: proof that is missing, words that are missing, words that are too many. */
export function checkLetter(
  template: LetterTemplate,
  filling: Filling,
  document: LetterDocument,
  counter: { readonly used: number; readonly limit: number } | null,
): Checked {
  const { input } = filling;
  const blocking: Problem[] = [];
  // Urgency shortens the waits; it never takes away the capture nor the contact (domain.md § 3.7).
  if (template.needs.includes('capture') && !input.lines.some((line) => showsBlock(line, input)))
    blocking.push({ code: 'no-capture' });
  if (template.needs.includes('ccc-contact') && !input.lines.some(isCccContact))
    blocking.push({ code: 'no-ccc-contact' });
  if (template.needs.includes('items') && input.items.length === 0) blocking.push({ code: 'no-items' });
  const warnings = [
    ...fieldProblems(template, filling, document),
    ...regimeProblems(template, filling),
    ...lengthProblems(document, counter),
  ];
  if (
    template.needs.includes('ccc-contact') &&
    input.lines.some((line) => isCcc(line) && line.fact.outcome === 'RESOLVED')
  )
    warnings.push({ code: 'ccc-solved' });
  const gone = input.pieces.filter((piece) => piece.gone).length;
  if (gone > 0) warnings.push({ code: 'pieces-gone', count: gone });
  return { blocking, warnings };
}

/** A capture of the block itself, joined as a pièce (the predicate of step S1, domain.md § 3.4). */
function showsBlock(line: LetterLine, input: LetterInput): boolean {
  if (line.kind !== 'capture' || !line.fact.readable) return false;
  if (!input.pieces.some((piece) => piece.seq === line.seq)) return false;
  return line.fact.pageOutcome === 'blocked' || line.fact.pageOutcome === 'down' || line.fact.noted;
}

const isCcc = (line: LetterLine): boolean => line.fact.channel?.startsWith('CCC_') === true;

/** The predicate of step S2: a proof of sending, or a dated call; the page « message sent » counts too. */
function isCccContact(line: LetterLine): boolean {
  if (line.kind === 'capture') return line.fact.page === 'anef/contact-sent';
  return isCcc(line) && line.fact.sent && (line.proof.length > 0 || line.fact.channel === 'CCC_PHONE');
}

/** Dots that are printed; on a sheet that is filled by hand, only those that the template requires. */
function missingFields(template: LetterTemplate, document: LetterDocument): readonly string[] {
  const dotted = linesOf(document)
    .flat()
    .flatMap((span) => (span.missing && span.field !== undefined ? [span.field] : []));
  return [...new Set(dotted)].filter((name) => document.medium !== 'sheet' || template.required.includes(name));
}

function fieldProblems(
  template: LetterTemplate,
  { input, fields }: Filling,
  document: LetterDocument,
): readonly Problem[] {
  const read = [...template.required, ...template.optional].map((name) => ({ name, ...printOwn(fields, input, name) }));
  const unreadable = read.filter((one) => one.unreadable).map(({ name }) => name);
  const tooLong = read.filter((one) => one.tooLong).map(({ name }) => name);
  const missing = missingFields(template, document).filter((name) => !unreadable.includes(name));
  const problem = (code: Problem['code'], names: readonly string[]): readonly Problem[] =>
    names.length > 0 ? [{ code, fields: names }] : [];
  return [
    ...problem('missing-fields', missing),
    ...problem('field-unreadable', unreadable),
    ...problem('field-too-long', tooLong),
  ];
}

function printOwn(
  fields: Readonly<Record<string, Field>>,
  input: LetterInput,
  name: string,
): ReturnType<typeof printValue> {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return field ? printValue(field, own(input.values, name)) : { text: '' };
}

/** Citations left out, because nobody said which procedure it is, or another one was said (domain.md § 3.8.6). */
function regimeProblems(template: LetterTemplate, filling: Filling): readonly Problem[] {
  const { regime } = filling.input;
  if (template.regime && regime !== 'UNKNOWN' && regime !== template.regime) return [{ code: 'regime-other' }];
  if (regime !== 'UNKNOWN') return [];
  const left = sentencesOf(template)
    .filter((sentence) => !sentence.when || holds(sentence.when, filling))
    .some((sentence) => citesOf(sentence.text).some((name) => !citable(name, filling)));
  return left ? [{ code: 'regime-unknown' }] : [];
}

/** Every sentence of a template, wherever it stands. */
export function sentencesOf(template: LetterTemplate): readonly Sentence[] {
  return [
    ...template.sender,
    ...template.recipient,
    ...(template.postal ? [template.postal] : []),
    ...template.object,
    ...template.references,
    ...template.body.flatMap(sentencesOfPart),
    ...template.closing,
    ...template.signature,
  ];
}

function sentencesOfPart(part: Part): readonly Sentence[] {
  if (part.kind === 'text' || part.kind === 'heading') return [part];
  if (part.kind === 'list') return part.items;
  return part.kind === 'form' ? part.rows : [];
}

function lengthProblems(
  document: LetterDocument,
  counter: { readonly used: number; readonly limit: number } | null,
): readonly Problem[] {
  if (counter)
    return counter.used > counter.limit ? [{ code: 'message-too-long', count: counter.used - counter.limit }] : [];
  if (document.medium === 'mail') return [];
  const pages = estimatePages(document);
  return pages > MAX_PAGES ? [{ code: 'letter-too-long', count: pages }] : [];
}
