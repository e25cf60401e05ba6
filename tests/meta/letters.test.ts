/** The tables of the letters police themselves: fields, citations, words that are never said, words in every language. */
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '@/lib/domain/letter-check';
import { citesOf, type Node, parseSentence } from '@/lib/domain/letter-sentence';
import { type LetterTemplate, MEDIA, PROBLEM_CODES, type Sentence, type When } from '@/lib/domain/letter-types';
import { isLetterId, LETTER_IDS, LETTERS, lettersOf } from '@/lib/letters';
import { CITATION_MATRIX, CITATIONS } from '@/lib/letters/citations';
import { FACT_IDS } from '@/lib/letters/facts';
import { FIELD_IDS, FIELDS } from '@/lib/letters/fields';
import * as WORDS from '@/lib/letters/journal-words';
import { choicesOf, REMINDERS } from '@/lib/letters/words';
import { EN } from '@/lib/locales/en';
import { FR } from '@/lib/locales/fr';
import { DOSSIER_TRACKS } from '@/lib/protocols';

const templates: readonly LetterTemplate[] = LETTER_IDS.map((id) => LETTERS[id]);
const texts = (table: object): Record<string, string> => Object.fromEntries(Object.entries(table));

/** Every text that the template itself brings, captions and labels too. */
function wordsOf(template: LetterTemplate): readonly string[] {
  const own = sentencesOf(template).flatMap(({ text, plain }) => (plain === undefined ? [text] : [text, plain]));
  const more = template.body.flatMap((part) => {
    if (part.kind === 'frame') return [part.title, ...part.rows];
    if (part.kind === 'form') return part.rows.map((row) => row.label);
    return part.kind === 'table' ? [part.caption] : [];
  });
  return [...own, ...more];
}

const variants = (sentence: Sentence): readonly string[] =>
  sentence.plain === undefined ? [sentence.text] : [sentence.text, sentence.plain];

function holes(nodes: readonly Node[], bare = true): { name: string; of: string; bare: boolean }[] {
  return nodes.flatMap((node) => {
    if (node.is === 'hole') return [{ name: node.name, of: node.of, bare }];
    return node.is === 'optional' ? holes(node.nodes, false) : [];
  });
}

function namesIn(when: When): { fields: string[]; facts: string[] } {
  if ('filled' in when) return { fields: [when.filled], facts: [] };
  if ('ticked' in when) return { fields: [when.ticked], facts: [] };
  if ('choice' in when) return { fields: [when.choice], facts: [] };
  if ('fact' in when) return { fields: [], facts: [when.fact] };
  if ('medium' in when) return { fields: [], facts: [] };
  const inner = 'not' in when ? [when.not] : 'all' in when ? when.all : when.any;
  const found = inner.map(namesIn);
  return { fields: found.flatMap(({ fields }) => fields), facts: found.flatMap(({ facts }) => facts) };
}

function whensOf(template: LetterTemplate): readonly When[] {
  const own = sentencesOf(template).flatMap(({ when }) => (when ? [when] : []));
  return [...own, ...template.body.flatMap(({ when }) => (when ? [when] : []))];
}

it('every folder of lib/letters is a letter of its name (add it to lib/letters/index.ts)', async () => {
  const entries = await readdir(new URL('../../lib/letters', import.meta.url), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  expect(folders.toSorted()).toEqual([...LETTER_IDS].toSorted());
  for (const id of LETTER_IDS) expect(LETTERS[id].id).toBe(id);
  for (const id of ['', 'constructor', '__proto__']) expect(isLetterId(id)).toBe(false);
});

it('every track has its letters, its own first', () => {
  for (const { id } of DOSSIER_TRACKS.filter((track) => track.id !== 'T0'))
    expect(LETTERS[lettersOf(id)[0] ?? 'mandate'].tracks, `give track ${id} a letter`).toContain(id);
  expect(lettersOf('T1').slice(0, 4)).toEqual(['ccc-message', 'pan-letter', 'substitution-lrar', 'prefecture-mail']);
  expect(lettersOf('unknown')).toEqual(['call-sheet', 'transmission-note', 'mandate', 'witness-statement']);
});

describe.each(templates)('$id', (template) => {
  const sentences = sentencesOf(template);
  const named = [...template.required, ...template.optional];

  it('says its version, its day and its sources', () => {
    expect(template.version).toBeGreaterThanOrEqual(1);
    expect(template.contentDate).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(template.sources.length).toBeGreaterThan(0);
    for (const { seen } of template.sources) expect(seen).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('has sentences that can be read, with holes that exist', () => {
    for (const hole of sentences.flatMap(variants).flatMap((text) => holes(parseSentence(text)))) {
      if (hole.of === 'field') expect(named, `add ${hole.name} to required or optional`).toContain(hole.name);
      if (hole.of === 'fact') expect(FACT_IDS).toContain(hole.name);
      if (hole.of === 'cite') expect(Object.keys(CITATIONS)).toContain(hole.name);
    }
    for (const { fields, facts } of whensOf(template).map(namesIn)) {
      for (const field of fields) expect(named).toContain(field);
      for (const fact of facts) expect(FACT_IDS).toContain(fact);
    }
  });

  it('asks for nothing that it does not print or use (domain.md § 7.4, least data)', () => {
    const used = new Set([
      ...sentences.flatMap(variants).flatMap((text) => holes(parseSentence(text)).map(({ name }) => name)),
      ...whensOf(template).flatMap((when) => namesIn(when).fields),
      ...Object.values(CITATIONS).flatMap((citation) => ('onlyIf' in citation ? [citation.onlyIf] : [])),
      ...(template.mailTo ? [template.mailTo] : []),
      ...(template.dated ? ['place', 'letterDate'] : []),
    ]);
    expect(named.filter((name) => !used.has(name))).toEqual([]);
    expect(new Set(named).size, 'a field is named once').toBe(named.length);
  });

  it('leaves an optional field out, or says when it is printed: no dots for what nobody must give', () => {
    const rows = template.body.flatMap((part) => (part.kind === 'form' ? part.rows : []));
    for (const sentence of sentences.filter((one) => !rows.some((row) => row === one))) {
      const guarded = sentence.when ? namesIn(sentence.when).fields : [];
      const bare = variants(sentence)
        .flatMap((text) => holes(parseSentence(text)))
        .filter((hole) => hole.bare && hole.of === 'field' && template.optional.includes(hole.name))
        // « n° étranger ou aucun numéro » is asked for, one or the other.
        .filter((hole) => !guarded.includes(hole.name) && hole.name !== 'foreignerNumber');
      expect(bare, sentence.text).toEqual([]);
    }
  });

  it('cites only through locked citations, and only those of the matrix (domain.md § 5.10)', () => {
    const allowed: readonly string[] = texts2(CITATION_MATRIX)[template.id] ?? [];
    for (const text of wordsOf(template)) {
      for (const name of citesOf(text)) expect(allowed, `${name} may not stand in ${template.id}`).toContain(name);
      expect(text.replace(/\{[^{}]*\}/g, ''), 'write {cite:…}').not.toMatch(
        /\b[RLD]\.? ?\*? ?\d{3}|arrêté|\barticle\b|CRPA|\bCJA\b|NOR [A-Z]/,
      );
    }
    for (const { text, plain } of sentences) {
      if (plain !== undefined) expect(citesOf(text).length, 'plain is for citations').toBeGreaterThan(0);
      expect(citesOf(plain ?? '')).toEqual([]);
    }
  });

  it('quotes a text of law word for word', () => {
    for (const { text } of sentences.filter((one) => citesOf(one.text).length > 0)) {
      const cited = citesOf(text).map((name) => Object.entries(CITATIONS).find(([id]) => id === name)?.[1]);
      for (const [, quote = ''] of text.matchAll(/« ([^»{}]+) »/g)) {
        const source = cited.find((one) => one?.text.toLowerCase().includes(quote.toLowerCase()));
        expect(source, quote).toBeDefined();
        expect(source?.verbatim, `${quote}: the text was not read word for word`).toBe(true);
      }
    }
  });

  it('never says what is never said (domain.md § 4.3), nor the name of the product, nor the bare three letters', () => {
    for (const text of wordsOf(template)) {
      expect(text).not.toMatch(NEVER);
      expect(text, 'no threat').not.toMatch(/mise en demeure|tribunal|référé|recours|saisir/i);
      expect(text, 'no health, no asylum, no belief unless typed').not.toMatch(
        /santé|malad|médic|asile|réfugi|protection (?:subsid|intern)|persécu|relig|syndic|condamn|violence/i,
      );
      expect(text, 'write « »').not.toMatch(/["'“”]/);
    }
  });

  it('identifies its sender as the CRPA asks (R. 112-9-1), when it goes to a préfecture', () => {
    const toPrefecture = ['LRAR', 'PREF_MAIL'].some((channel) =>
      Object.values(template.sentAs).some((one) => one === channel),
    );
    if (!toPrefecture) return;
    expect(template.required).toEqual(expect.arrayContaining(['firstName', 'lastName', 'address', 'email']));
  });
});

const texts2 = (table: Readonly<Record<string, readonly string[]>>): Record<string, readonly string[]> => ({
  ...table,
});
const NEVER =
  /(?<!\p{L})constats?(?!\p{L})|certifi|preuve légale|valeur légale|dossier (?:est )?complet|demande (?:est )?complète|(?:vous avez|j’ai) (?:le )?droit|(?:ir)?régulière|abusi|illégal|délai légal|obligée? de|implicite|\bAPI\b|\bADP\b|carnet|extension|je certifie|sur l’honneur/iu;

it('would be caught if they did', () => {
  for (const text of ['une clôture abusive', 'mon dossier est complet', 'mon API', 'capture certifiée', 'un constat'])
    expect(text).toMatch(NEVER);
});

it('the letter for the solution de substitution avoids the traps of § 5.4', () => {
  for (const text of wordsOf(LETTERS['substitution-lrar'])) {
    expect(text).not.toMatch(/refus/i);
    expect(text, 'dépôt, enregistrement; never a title').not.toMatch(/titre de séjour|délivr/i);
  }
});

describe('citations', () => {
  it('are those of the matrix of domain.md § 5.10, and no other', () => {
    expect(CITATION_MATRIX).toEqual({
      'ccc-message': ['R431-2', 'ARRETE-2023'],
      'pan-letter': ['R431-2', 'ARRETE-2023'],
      'substitution-lrar': ['R431-2', 'ARRETE-2023', 'L112-3'],
      'prefecture-mail': ['R431-2', 'ARRETE-2023', 'L112-3'],
      'attestation-prolongation': [
        'R431-15-1',
        'R431-15-2',
        'R431-15-3',
        'R431-15-4',
        'R431-12',
        'R431-13',
        'R431-15',
        'L112-3',
      ],
      'appointment-request': ['R431-3', 'L112-3'],
      'complement-cover': ['R431-11', 'L114-5', 'L114-5-1'],
    });
  });

  it.each(Object.entries(CITATIONS))('%s is locked: its words, its source and its day', (_id, citation) => {
    const { printed, text, source, seen, sha256 } = citation;
    expect(
      createHash('sha256').update([printed, text, source, seen].join('\n')).digest('hex'),
      'a citation changed: read it again at its source, date it, then put this hash',
    ).toBe(sha256);
    expect([seen, citation.state]).toEqual([
      expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    ]);
    expect(citation.regimes, 'never printed while the procedure is unknown').not.toContain('UNKNOWN');
    expect(citation.printed).toMatch(/^(article [LR]\. \d|arrêté du 1er août 2023)/);
  });
});

describe('words', () => {
  it.each([
    ['fr', texts(FR)],
    ['en', texts(EN)],
  ])('%s explain every letter, field, choice, medium, problem and reminder', (_locale, table) => {
    const keys = [
      ...LETTER_IDS.flatMap((id) => [`letters.name.${id}`, `letters.use.${id}`]),
      ...FIELD_IDS.flatMap((id) => [`letters.field.${id}`, `letters.help.${id}`]),
      ...FIELD_IDS.flatMap((id) => choicesOf(id).map(({ label }) => label)),
      ...MEDIA.map((medium) => `letters.medium.${medium}`),
      ...PROBLEM_CODES.map((code) => `letters.problem.${code}`),
      ...REMINDERS.map((reminder) => `letters.reminder.${reminder}`),
    ];
    expect(keys.filter((key) => !table[key])).toEqual([]);
    const known = new Set(keys);
    expect(Object.keys(table).filter((key) => key.startsWith('letters.') && !known.has(key))).toEqual([]);
  });

  it('of the journal give no verdict', () => {
    for (const table of Object.values(WORDS))
      for (const word of typeof table === 'string' ? [table] : Object.values(table))
        expect(word).not.toMatch(/refus|abusi|illégal|certifi|\bAPI\b|(?<!\p{L})constats?(?!\p{L})/iu);
  });

  it('warn before what may reveal health, protection or beliefs', () => {
    const sensitive = FIELD_IDS.filter((id) => 'sensitive' in FIELDS[id]);
    expect(sensitive).toEqual(['urgency', 'attestationCase', 'consequence', 'explanation']);
  });

  it('every field is used by a letter', () => {
    const used = new Set(templates.flatMap(({ required, optional }) => [...required, ...optional]));
    expect(FIELD_IDS.filter((id) => !used.has(id))).toEqual([]);
  });
});
