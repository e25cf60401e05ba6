/** From a template and what the person and the journal give to a letter: a pure function, always in French. */
import { checkLetter } from './letter-check';
import { plainText } from './letter-plain';
import { type Filling, fill, holds } from './letter-sentence';
import { tableOf } from './letter-tables';
import type {
  Block,
  Citation,
  ComposedLetter,
  Field,
  LetterDocument,
  LetterInput,
  LetterTemplate,
  Line,
  Part,
  Sentence,
} from './letter-types';
import { cleanLine } from './letter-values';

/** The tables behind every letter. */
export interface Catalogue {
  readonly fields: Readonly<Record<string, Field>>;
  readonly citations: Readonly<Record<string, Citation>>;
  /** Which citation may stand in which letter (domain.md § 5.10). */
  readonly allowed: Readonly<Record<string, readonly string[]>>;
}

/** Rows that still leave a letter on two pages; a longer table goes on its own sheet. */
export const ROWS_IN_LETTER = 8;

/**
 * Composes a letter. Missing fields print dots; nothing is guessed.
 * @throws RangeError when the template has no such medium, or a sentence of it cannot be read: bugs of ours
 */
export function composeLetter(template: LetterTemplate, catalogue: Catalogue, input: LetterInput): ComposedLetter {
  if (!template.media.includes(input.medium)) throw new RangeError(`${template.id} is never a ${input.medium}`);
  const filling: Filling = {
    input,
    fields: catalogue.fields,
    citations: catalogue.citations,
    allowed: Object.hasOwn(catalogue.allowed, template.id) ? (catalogue.allowed[template.id] ?? []) : [],
  };
  const document = draw(template, filling);
  const limit = template.limits?.[input.medium];
  const counter = limit === undefined ? null : { used: plainText(document).length, limit };
  const { blocking, warnings } = checkLetter(template, filling, document, counter);
  return { document: blocking.length > 0 ? null : document, blocking, warnings, counter };
}

/** A message carries its sender under it, a letter above. */
const isMessage = (input: LetterInput): boolean => input.medium === 'form' || input.medium === 'mail';

function draw(template: LetterTemplate, filling: Filling): LetterDocument {
  const { input } = filling;
  const message = isMessage(input);
  const sender = lines(template.sender, filling);
  const { body, annex } = bodyOf(template.body, filling);
  return {
    template: template.id,
    version: template.version,
    contentDate: template.contentDate,
    medium: input.medium,
    sender: message ? [] : sender,
    recipient: message ? [] : lines(template.recipient, filling),
    postal: input.medium === 'lrar' && template.postal ? fill(template.postal, filling) : null,
    placeDate: template.dated && !message ? fill({ text: '{place}, le {letterDate}' }, filling) : null,
    object: lines(template.object, filling)[0] ?? null,
    references: message ? [] : lines(template.references, filling),
    salutation: template.salutation ? [{ text: message ? 'Bonjour,' : 'Madame, Monsieur,' }] : null,
    body,
    closing: lines(template.closing, filling),
    signature: [...lines(template.signature, filling), ...(message ? sender : [])],
    enclosures: template.enclosures.includes(input.medium)
      ? input.pieces.map((piece) => ({ ...piece, label: cleanLine(piece.label) }))
      : [],
    annex,
  };
}

function lines(sentences: readonly Sentence[], filling: Filling): readonly Line[] {
  return sentences.map((sentence) => fill(sentence, filling)).filter((line) => line !== null);
}

function bodyOf(parts: readonly Part[], filling: Filling): Pick<LetterDocument, 'body' | 'annex'> {
  const blocks = parts.map((part) => blockOf(part, filling)).filter((block) => block !== null);
  // A heading with nothing under it says nothing.
  const kept = blocks.filter(
    (block, index) => block.kind !== 'heading' || (blocks[index + 1] !== undefined && !isHeading(blocks[index + 1])),
  );
  let heading = 0;
  let annex: LetterDocument['annex'] = null;
  const body = kept.map((block): Block => {
    if (block.kind === 'heading') {
      heading += 1;
      return { kind: 'heading', line: [{ text: `${heading}. ` }, ...block.line] };
    }
    if (block.kind !== 'table' || block.rows.length <= ROWS_IN_LETTER || annex || isMessage(filling.input))
      return block;
    annex = block;
    return {
      kind: 'paragraph',
      line: [{ text: `Le tableau « ${block.caption} » (${block.rows.length} lignes) est joint à la fin.` }],
    };
  });
  return { body, annex };
}

const isHeading = (block: Block | undefined): boolean => block?.kind === 'heading';

function blockOf(part: Part, filling: Filling): Block | null {
  if (part.when && !holds(part.when, filling)) return null;
  switch (part.kind) {
    case 'text': {
      const line = fill(part, filling);
      return line && { kind: 'paragraph', line };
    }
    case 'heading': {
      const line = fill(part, filling);
      return line && { kind: 'heading', line };
    }
    case 'list': {
      const items = lines(part.items, filling);
      return items.length > 0 ? { kind: 'list', ordered: part.ordered === true, items } : null;
    }
    case 'form': {
      const rows = part.rows.flatMap((row) => {
        const value = fill(row, filling);
        return value ? [{ label: row.label, value }] : [];
      });
      return rows.length > 0 ? { kind: 'form', rows } : null;
    }
    case 'frame':
      return { kind: 'frame', title: part.title, rows: part.rows };
    case 'table':
      return tableOf(part, filling.input);
  }
}
