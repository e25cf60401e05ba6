/** Letters in the journal: kept once, sent once, no name in clear, numbers that nothing moves, files with neutral names. */
import { describe, expect, it, vi } from 'vitest';
import { computeChecklist } from '@/lib/domain/checklist';
import type { Entry, EntryOf } from '@/lib/domain/entry';
import { plainText } from '@/lib/domain/letter-plain';
import type { Journal, StoredEntry } from '@/lib/journal/types';
import { trackOf } from '@/lib/protocols';
import { joinedAtFirst, letterFiles, pieceFiles, readFiles, sizeOf } from '@/lib/screen/letter-attachments';
import { digestOf, letterFile } from '@/lib/screen/letter-file';
import {
  keepLetter,
  letterStates,
  type MadeLetter,
  objectWithoutNames,
  sendingOf,
  sendLetter,
} from '@/lib/screen/letter-write';
import { capture, entry, exchange, file } from '../domain/checklist-support';
import { blobOf, dossier, journal } from '../journal/support';
import { PERSON, write } from '../letters/support';

const PIECES = [{ number: 1, seq: 2, label: 'Capture d’écran : blocage – 02/11/2026' }];

function letter(change: Partial<MadeLetter> = {}): MadeLetter {
  return { document: write('ccc-message', 'form'), pieces: PIECES, warnings: [], values: PERSON, ...change };
}

async function read(on: Journal, id: string): Promise<StoredEntry[]> {
  const all: StoredEntry[] = [];
  for await (const stored of on.read(id)) all.push(stored);
  return all;
}
const kinds = (entries: readonly StoredEntry[]): string[] => entries.map(({ entry: one }) => one?.kind ?? '?');

async function keep(on: Journal, id: string, made = letter()) {
  return keepLetter(on, id, await read(on, id), made, await letterFile(made.document, '2026-11-22'));
}
const SENDING = { channel: 'CCC_FORM', day: '2026-11-22', time: '', reference: '' } as const;

describe('a letter that is made', () => {
  it('is one line, whatever the number of times, and another one when it says something else', async () => {
    const on = await journal();
    const id = await dossier(on);
    const first = await keep(on, id);
    expect(await keep(on, id)).toEqual({ seq: first.seq, before: true });
    const other = await keep(on, id, letter({ pieces: [{ ...PIECES[0], number: 2 } as (typeof PIECES)[number]] }));
    expect(other.before).toBe(false);
    expect(kinds(await read(on, id))).toEqual(['dossier-opened', 'letter-generated', 'letter-generated']);
  });

  it('is kept again once its file was removed', async () => {
    const on = await journal();
    const id = await dossier(on);
    const first = await keep(on, id);
    await on.removeFiles(id, first.seq, 'sur un poste partagé');
    const again = await keep(on, id);
    expect(again.before).toBe(false);
    expect(letterStates(await read(on, id)).map(({ removed }) => removed)).toEqual([false, true]);
  });

  it('keeps the text that was copied in its file, and no name in its line', async () => {
    const on = await journal();
    const id = await dossier(on);
    const { seq } = await keep(on, id);
    const line = (await read(on, id)).find((one) => one.seq === seq);
    for (const secret of ['Naëlle', 'Inventée', 'naelle@', 'Imaginaire', '9900000123'])
      expect(line?.line).not.toContain(secret);
    if (line?.entry?.kind !== 'letter-generated') throw new Error('no letter');
    const { data } = line.entry;
    const [stored] = data.files;
    expect(stored).toMatchObject({ name: 'message-2026-11-22.txt', type: 'text/plain' });
    const text = new TextDecoder().decode((await on.blob(stored?.sha256 ?? '')).bytes);
    expect(text).toBe(`${plainText(letter().document, { object: true })}\n`);
    expect(data.pieces).toEqual(PIECES);
  });

  it('drops an object that says a name', () => {
    const named = write('ccc-message', 'form', { values: { ...PERSON, procedure: 'carte de Mme INVENTÉE-FICTIVE' } });
    expect(objectWithoutNames(named, PERSON)).toBe('');
    expect(objectWithoutNames(letter().document, PERSON)).toContain('renouvellement de ma carte');
  });

  it('has the same digest for the same words and numbers, and only then', async () => {
    const { document } = letter();
    expect(await digestOf(document, PIECES)).toBe(await digestOf(write('ccc-message', 'form'), [...PIECES]));
    expect(await digestOf(document, [])).not.toBe(await digestOf(document, PIECES));
  });
});

describe('a letter that left', () => {
  it('is one exchange and one line, also after a stop between the two', async () => {
    const on = await journal();
    const id = await dossier(on);
    const { seq } = await keep(on, id);
    const append = on.append.bind(on);
    const broken = vi.spyOn(on, 'append').mockImplementation((where, draft, options) => {
      if (typeof draft === 'object' && draft.kind === 'letter-sent') throw new Error('the page was closed');
      return append(where, draft, options);
    });
    await expect(sendLetter(on, id, seq, SENDING)).rejects.toThrow('closed');
    broken.mockRestore();
    const exchangeSeq = await sendLetter(on, id, seq, SENDING);
    expect(await sendLetter(on, id, seq, SENDING)).toBe(exchangeSeq);
    expect(kinds(await read(on, id))).toEqual(['dossier-opened', 'letter-generated', 'exchange', 'letter-sent']);
  });

  it('is no proof of its own sending: the step waits for one, then holds', async () => {
    const on = await journal();
    const id = await dossier(on);
    const { seq } = await keep(on, id);
    const sent = await sendLetter(on, id, seq, { ...SENDING, time: '10:30', reference: ' REF-1 ' });
    const entries = async (): Promise<Entry[]> => (await read(on, id)).flatMap(({ entry: one }) => (one ? [one] : []));
    const proven = async (): Promise<readonly number[]> => {
      const now = Date.parse('2026-11-22T12:00:00Z');
      const step = computeChecklist(trackOf('T1') ?? fail(), await entries(), { now }).steps.find(
        (one) => one.id === 'S2',
      );
      return step?.parts.flatMap(({ doneAt, proof }) => (doneAt === null ? [] : proof)) ?? fail();
    };
    expect((await entries()).find((one) => one.seq === sent)).toMatchObject({
      data: { channel: 'CCC_FORM', direction: 'sent', precision: 'minute', reference: 'REF-1', files: [] },
    });
    expect(letterStates(await read(on, id))[0]).toMatchObject({ proven: false });
    const before = await proven();
    const blob = await blobOf('confirmation');
    const { sha256, type, bytes } = blob;
    const proof = {
      exchange: sent,
      on: (await entries())[0]?.at ?? fail(),
      precision: 'day' as const,
      outcome: 'NONE' as const,
      files: [{ sha256, type, bytes: bytes.byteLength, name: 'confirmation.pdf' }],
      captures: [],
    };
    await on.append(id, { kind: 'exchange-outcome', data: proof, blobs: [blob] });
    expect(letterStates(await read(on, id))[0]).toMatchObject({ proven: true });
    expect(before).toEqual([]);
    expect(await proven()).toContain(sent + 2);
  });

  it('keeps its numbers when the files of a pièce are removed', async () => {
    const on = await journal();
    const id = await dossier(on);
    const blob = await blobOf('pièce');
    const data = exchange(2, 'CCC_MAIL').data as EntryOf<'exchange'>['data'];
    const files = [{ ...file, sha256: blob.sha256, bytes: blob.bytes.byteLength }];
    await on.append(id, { kind: 'exchange', data: { ...data, files }, blobs: [blob] });
    const { seq } = await keep(on, id);
    await sendLetter(on, id, seq, SENDING);
    await on.removeFiles(id, 2, 'pas à moi');
    expect(letterStates(await read(on, id))[0]?.entry.data.pieces).toEqual(PIECES);
  });
});

function fail(): never {
  throw new Error('absent');
}

describe('a call sheet', () => {
  const values = {
    calledNumber: '0 806 001 620',
    callStart: '23:50',
    callEnd: '00:02',
    callOutcome: 'no-answer',
    agent: '',
    ticket: 'T-9',
    answered: 'Rappelez\r\ndemain',
    quotedReference: 'REF-77',
  };
  const on = { day: '2026-11-21', time: '23:50' };

  it('says in the journal what it says on paper', () => {
    expect(sendingOf('CCC_PHONE', values, on)).toEqual({
      ...on,
      channel: 'CCC_PHONE',
      reference: 'REF-77',
      call: {
        call: { end: 'no-answer', number: '0 806 001 620', minutes: 12 },
        ticket: 'T-9',
        words: 'Rappelez\ndemain',
      },
    });
  });

  it('says no end of call that nobody chose, and no length of an hour that is not known', async () => {
    expect(sendingOf('CCC_PHONE', { ...values, callOutcome: '' }, on).call).not.toHaveProperty('call');
    const open = sendingOf('CCC_PHONE', { ...values, callEnd: '' }, on);
    expect(open.call?.call).toEqual({ end: 'no-answer', number: '0 806 001 620' });
    const book = await journal();
    const id = await dossier(book);
    const { seq } = await keep(book, id);
    await sendLetter(book, id, seq, open);
    expect(kinds(await read(book, id)).slice(-2)).toEqual(['exchange', 'letter-sent']);
  });

  it('quotes the number of a registered letter, and nothing for a mail', () => {
    expect(sendingOf('LRAR', { tracking: '1A 123' }, on)).toEqual({ ...on, channel: 'LRAR', reference: '1A 123' });
    expect(sendingOf('PREF_MAIL', { tracking: '1A 123' }, on).reference).toBe('');
  });
});

describe('the files of a mail', () => {
  const entries: Entry[] = [
    capture(2, 'blocked'),
    exchange(3, 'CCC_MAIL', 1, {
      files: [
        { ...file, name: 'lettre de Naëlle.PDF' },
        { ...file, name: 'b.exe' },
      ],
    }),
  ];
  const pieces = [
    { number: 1, seq: 2, label: 'a' },
    { number: 12, seq: 3, label: 'b' },
  ];

  it('have neutral names and never an ending that a double click would run', () => {
    expect(pieceFiles(pieces, entries).map(({ name }) => name)).toEqual([
      'piece-01.png',
      'piece-12-1.pdf',
      'piece-12-2.exe.txt',
    ]);
    expect(sizeOf(pieceFiles(pieces, entries))).toBe(3);
  });

  it('hold the last letter to the préfecture only for the mail that announces it', () => {
    const made = (seq: number, template: string): StoredEntry => {
      const data: EntryOf<'letter-generated'>['data'] = {
        template,
        version: 1,
        contentDate: '2026-04-03',
        medium: 'lrar',
        object: '',
        digest: 'd'.repeat(64),
        pieces: [],
        warnings: [],
        files: [file],
      };
      return { dossier: 'x', seq, line: '', entry: entry(seq, 'letter-generated', data), problem: null };
    };
    const states = letterStates([made(4, 'substitution-lrar'), made(5, 'pan-letter'), made(6, 'substitution-lrar')]);
    expect([...joinedAtFirst('prefecture-mail', states)]).toEqual([6]);
    expect([...joinedAtFirst('ccc-message', states)]).toEqual([]);
    expect(letterFiles(states, new Set([6])).map(({ name }) => name)).toEqual(['courrier.pdf']);
    expect(letterFiles(states, new Set([4, 6])).map(({ name }) => name)).toEqual(['courrier-1.pdf', 'courrier-2.pdf']);
  });

  it('are read from the store, and a missing one is an error', async () => {
    const on = await journal();
    await expect(readFiles(on, [{ name: 'a.pdf', ref: file }])).rejects.toMatchObject({ code: 'blob-missing' });
  });
});
