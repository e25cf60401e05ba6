/** What the buttons of a letter do: the clipboard, the print window, the files, and the lines of the journal. */
import { useState } from 'preact/hooks';
import { size } from '@/components/format';
import type { Output, Said } from '@/components/letters/LetterActions';
import { type Speech, useSpeech } from '@/components/text';
import type { Channel } from '@/lib/domain/entry';
import { displayNumber } from '@/lib/domain/entry';
import type { ErrorCode } from '@/lib/domain/errors';
import { lineText, plainText } from '@/lib/domain/letter-plain';
import type { LetterTemplate } from '@/lib/domain/letter-types';
import type { Journal, StoredEntry } from '@/lib/journal/types';
import { emlDraft } from '@/lib/letters/render-eml';
import { codeOf } from './failure';
import { type Joined, readFiles } from './letter-attachments';
import { type LetterFile, letterFile } from './letter-file';
import { printLetter } from './letter-print';
import { keepLetter, type MadeLetter, sendingOf, sendLetter } from './letter-write';
import { saveFile } from './save-file';
import { today } from './when';

export interface LetterWork {
  readonly journal: Journal;
  readonly dossier: string;
  readonly entries: readonly StoredEntry[];
  /** Null when something stops it. */
  readonly letter: MadeLetter | null;
  readonly template: LetterTemplate;
  /** The files of a mail. */
  readonly joined: readonly Joined[];
  readonly onLeft: (exchange: number) => void;
}

export interface LetterActionsAccess {
  readonly busy: boolean;
  readonly said: Said | null;
  /** Why the sending could not be noted. */
  readonly failure: ErrorCode | null;
  readonly output: (output: Output) => void;
  readonly copyObject: () => void;
  readonly send: (channel: Channel, day: string, time: string) => void;
}

/** What a button could not do. */
class OutputFailure extends Error {}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (cause) {
    throw new OutputFailure('copy', { cause });
  }
}

interface Making {
  readonly work: LetterWork;
  readonly letter: MadeLetter;
  readonly speech: Speech;
  /** Made once, whoever asks for it. */
  readonly file: () => Promise<LetterFile>;
}

function making(work: LetterWork, letter: MadeLetter, speech: Speech): Making {
  let made: Promise<LetterFile> | null = null;
  return { work, letter, speech, file: () => (made ??= letterFile(letter.document, today())) };
}

/** Does what was asked. @returns what to say of it. @throws when nothing went out */
async function put(output: Output, { work, letter, speech, file }: Making): Promise<string> {
  const { t, locale } = speech;
  if (output === 'copy') {
    await copy(plainText(letter.document));
    return t('letters-screen.copied');
  }
  if (output === 'print') {
    await printLetter(letter.document);
    return t('letters-screen.printed');
  }
  const name = output === 'pdf' ? `courrier-${today()}.pdf` : `courriel-${today()}.eml`;
  const bytes = output === 'pdf' ? (await file()).blob.bytes : await draft(work, letter);
  const blob = new Blob([bytes], { type: output === 'pdf' ? 'application/pdf' : 'message/rfc822' });
  saveFile(blob, name);
  return t('letters-screen.saved', { name, size: size(blob.size, locale) });
}

async function draft({ journal, joined, template }: LetterWork, { document, values }: MadeLetter): Promise<string> {
  const to = template.mailTo ? values[template.mailTo] : undefined;
  const name = [values['firstName'], values['lastName']].filter(Boolean).join(' ');
  return emlDraft(document, {
    ...(values['email'] ? { from: { name, address: values['email'] } } : {}),
    ...(to ? { to } : {}),
    at: Date.now(),
    files: await readFiles(journal, joined),
  });
}

async function keep({ work, letter, file }: Making): ReturnType<typeof keepLetter> {
  return keepLetter(work.journal, work.dossier, work.entries, letter, await file());
}

/** The letter went out: whether the journal could keep it is said beside it, and takes nothing back. */
async function keptWords(done: string, made: Making): Promise<Said> {
  const { t } = made.speech;
  try {
    const { seq, before } = await keep(made);
    const { flags } = await made.file();
    const number = displayNumber(seq);
    const kept = t(before ? 'letters-screen.kept-before' : 'letters-screen.kept', { number });
    const known = flags.map((code) => t(`letters-screen.flag.${code}`));
    return { tone: flags.includes('unprintable') ? 'warn' : 'good', text: done, more: [kept, ...known].join(' ') };
  } catch (cause) {
    console.error('the letter was not kept', cause);
    const code = codeOf(cause, 'storage-unavailable');
    return { tone: 'warn', text: done, more: `${t('letters-screen.keep-failed')} ${t(`errors.${code}`)}` };
  }
}

export function useLetterActions(work: LetterWork): LetterActionsAccess {
  const speech = useSpeech();
  const { t } = speech;
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const { letter } = work;
  const run = (act: () => Promise<void>): void => {
    setBusy(true);
    setSaid(null);
    setFailure(null);
    void act().finally(() => setBusy(false));
  };
  const failed = (cause: unknown): void => {
    console.error('the letter did not go out', cause);
    const key = cause instanceof OutputFailure ? 'letters-screen.copy-failed' : 'letters-screen.make-failed';
    setSaid({ tone: 'alarm', text: t(key) });
  };
  const output = (asked: Output): void => {
    if (!letter) return;
    run(async () => {
      const made = making(work, letter, speech);
      await put(asked, made).then(async (done) => setSaid(await keptWords(done, made)), failed);
    });
  };
  const copyObject = (): void => {
    const object = letter?.document.object;
    if (object)
      run(() =>
        copy(lineText(object)).then(() => setSaid({ tone: 'good', text: t('letters-screen.object-copied') }), failed),
      );
  };
  const send = (channel: Channel, day: string, time: string): void => {
    if (!letter) return;
    run(async () => {
      try {
        const { seq } = await keep(making(work, letter, speech));
        const sending = sendingOf(channel, letter.values, { day, time });
        const exchange = await sendLetter(work.journal, work.dossier, seq, sending);
        work.onLeft(exchange);
        setSaid({ tone: 'good', text: t('letters-screen.sent-done', { number: displayNumber(exchange) }) });
      } catch (cause) {
        console.error('the sending was not noted', cause);
        setFailure(codeOf(cause, 'storage-unavailable'));
      }
    });
  };
  return { busy, said, failure, output, copyObject, send };
}
