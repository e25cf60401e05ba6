/** The small language of the letters' sentences: `{field}`, `{fact:name}`, `{cite:ID}`, and `[ … ]` left out when a hole is empty. */
import type { Citation, Field, LetterInput, Line, Sentence, Span, When } from './letter-types';
import { cleanText, DOTS, printValue } from './letter-values';

export type Node =
  | { readonly is: 'words'; readonly text: string }
  | { readonly is: 'hole'; readonly of: 'field' | 'fact' | 'cite'; readonly name: string }
  | { readonly is: 'optional'; readonly nodes: readonly Node[] };

const parsed = new Map<string, readonly Node[]>();

/** Reads a sentence. @throws RangeError on a bracket or brace that does not close: a bug of the table */
export function parseSentence(text: string): readonly Node[] {
  let nodes = parsed.get(text);
  if (!nodes) {
    nodes = readNodes(text, true);
    parsed.set(text, nodes);
  }
  return nodes;
}

function readNodes(text: string, outer: boolean): readonly Node[] {
  const nodes: Node[] = [];
  // Every character is read once: words, a hole, or an optional part.
  const token = /([^[\]{}]+)|\{([^{}[\]]+)\}|\[([^[\]]*)\]/gy;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const found = token.exec(text);
    if (!found || (found[3] !== undefined && !outer)) throw new RangeError(`cannot read « ${text} » at ${at}`);
    if (found[1] !== undefined) nodes.push({ is: 'words', text: french(found[1]) });
    else if (found[2] !== undefined) nodes.push(hole(found[2]));
    else nodes.push({ is: 'optional', nodes: readNodes(found[3] ?? '', false) });
  }
  return nodes;
}

function hole(name: string): Node {
  if (name.startsWith('fact:')) return { is: 'hole', of: 'fact', name: name.slice(5) };
  if (name.startsWith('cite:')) return { is: 'hole', of: 'cite', name: name.slice(5) };
  return { is: 'hole', of: 'field', name };
}

/** Spaces that French typography keeps together, so that no line begins with « : » or « » ». */
function french(words: string): string {
  return words
    .replace(/ ([:;!?»])/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
    .replace(/\bn° /g, 'n°\u00a0')
    .replace(/\b(art|R|L|D)\. (?=[\dA-Z])/g, '$1.\u00a0');
}

/** Everything that a sentence is filled with. */
export interface Filling {
  readonly input: LetterInput;
  readonly fields: Readonly<Record<string, Field>>;
  readonly citations: Readonly<Record<string, Citation>>;
  /** Citations that this letter may print (domain.md § 5.10). */
  readonly allowed: readonly string[];
}

/** The sentence as printed; null when nothing of it is. */
export function fill(sentence: Sentence, filling: Filling): Line | null {
  if (sentence.when && !holds(sentence.when, filling)) return null;
  const text = citesAll(sentence.text, filling) ? sentence.text : sentence.plain;
  if (text === undefined) return null;
  const spans = parseSentence(text).flatMap((node) => spansOf(node, filling));
  return spans.some((span) => span.text.trim() !== '') ? spans : null;
}

/** Names of the citations of a text. */
export function citesOf(text: string): readonly string[] {
  return [...text.matchAll(/\{cite:([^{}]+)\}/g)].map((found) => found[1] ?? '');
}

function citesAll(text: string, filling: Filling): boolean {
  return citesOf(text).every((name) => citable(name, filling));
}

/** A citation is printed when the letter may carry it, the procedure is that of the text, and its condition is ticked. */
export function citable(name: string, { input, citations, allowed }: Filling): boolean {
  const citation = Object.hasOwn(citations, name) ? citations[name] : undefined;
  if (!citation || !allowed.includes(name) || !citation.regimes.includes(input.regime)) return false;
  return !citation.onlyIf || input.values[citation.onlyIf] === 'yes';
}

function spansOf(node: Node, filling: Filling): readonly Span[] {
  if (node.is === 'words') return [{ text: node.text }];
  if (node.is === 'hole') {
    const text = printHole(node, filling);
    const field = node.of === 'fact' ? `fact:${node.name}` : node.name;
    if (text === '') return [{ text: DOTS, field, missing: true }];
    return node.of === 'cite' ? [{ text }] : [{ text, field }];
  }
  const spans = node.nodes.flatMap((one) => spansOf(one, filling));
  return spans.some((span) => span.missing) ? [] : spans;
}

function printHole(node: Node & { readonly is: 'hole' }, filling: Filling): string {
  const { input, fields, citations } = filling;
  if (node.of === 'cite') return french(citations[node.name]?.printed ?? '');
  if (node.of === 'fact') return cleanText(Object.hasOwn(input.facts, node.name) ? (input.facts[node.name] ?? '') : '');
  const field = Object.hasOwn(fields, node.name) ? fields[node.name] : undefined;
  return field ? printValue(field, own(input.values, node.name)).text : '';
}

/** A value by its name, and nothing that every object has. */
export function own(values: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** Whether a part of a letter is printed. */
export function holds(when: When, filling: Filling): boolean {
  const { input, fields } = filling;
  const printed = (name: string): string => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return field ? printValue(field, own(input.values, name)).text : '';
  };
  if ('filled' in when) return printed(when.filled) !== '';
  if ('ticked' in when) return own(input.values, when.ticked) === 'yes';
  if ('choice' in when) return when.is.includes(own(input.values, when.choice) ?? '');
  if ('medium' in when) return when.medium.includes(input.medium);
  if ('fact' in when) return (Object.hasOwn(input.facts, when.fact) ? (input.facts[when.fact] ?? '') : '') !== '';
  if ('not' in when) return !holds(when.not, filling);
  if ('all' in when) return when.all.every((one) => holds(one, filling));
  return when.any.some((one) => holds(one, filling));
}
