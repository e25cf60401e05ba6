/** Wires the letters: the list, and one letter from its form to the paper, the mail or the clipboard. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { errorSentence } from '@/components/entry/describe';
import { shortDay } from '@/components/format';
import { LetterActions, SendPanel, type SentView } from '@/components/letters/LetterActions';
import { groupFields, LetterForm, MediumChoice, RequestChoice } from '@/components/letters/LetterForm';
import { LetterPreview } from '@/components/letters/LetterPreview';
import { LetterScreen, UnknownLetter } from '@/components/letters/LetterScreen';
import { LettersList } from '@/components/letters/LettersList';
import { MailFiles } from '@/components/letters/MailFiles';
import { PiecesPicker } from '@/components/letters/PiecesPicker';
import { useSpeech } from '@/components/text';
import { type ComplementFact, readComplements } from '@/lib/domain/checklist-complement';
import type { ComposedLetter, LetterTemplate, Medium, Piece } from '@/lib/domain/letter-types';
import { compose, isLetterId, LETTER_IDS, LETTERS, type LetterId, lettersOf } from '@/lib/letters';
import { defaultPieces, type LetterSource, letterInput, letterSource, takesPieces } from '@/lib/letters/from-journal';
import { MAIL_BYTES } from '@/lib/letters/render-eml';
import { templateFor } from '@/lib/letters/used';
import type { Reminder } from '@/lib/letters/words';
import { pageLabel } from '@/lib/locales/page-label';
import type { Open } from './journal-parts';
import { type Joined, joinable, joinedAtFirst, letterFiles, pieceFiles, sizeOf } from './letter-attachments';
import { digestOf } from './letter-file';
import { type LetterValuesAccess, useLetterValues } from './letter-values';
import { type LetterState, letterStates } from './letter-write';
import { readableOf } from './read-values';
import { useLetterActions } from './use-letter-actions';
import { today } from './when';

export { forgetLetterValues, useKeptIdentities } from './letter-values';

type LettersProps = Pick<Open, 'journal' | 'active' | 'entries' | 'checklist' | 'onDialog' | 'onFailure'>;

/** The list. */
export function LettersPart({ active, entries, checklist }: LettersProps) {
  const own = lettersOf(checklist.track?.id ?? active.track);
  const removed = useMemo(() => removedOf(readableOf(entries)), [entries]);
  const made = useMemo(() => letterStates(entries), [entries]);
  return (
    <LettersList
      own={own}
      others={LETTER_IDS.filter((id) => !own.includes(id))}
      made={made.map((one) => ({
        ...one,
        gone: new Set(one.entry.data.pieces.map(({ seq }) => seq).filter((seq) => removed.has(seq))),
      }))}
    />
  );
}

const removedOf = (entries: ReturnType<typeof readableOf>): ReadonlySet<number> =>
  new Set(entries.flatMap((entry) => (entry.kind === 'removed' ? [entry.data.target] : [])));

export interface LetterPartProps extends LettersProps {
  /** As the address names it. */
  readonly template: string;
  readonly medium: Medium | null;
}

/** One letter. */
export function LetterPart({ template, ...rest }: LetterPartProps) {
  if (!isLetterId(template)) return <UnknownLetter />;
  const media = LETTERS[template].media;
  const first = media.find((one) => one === rest.medium) ?? media[0] ?? 'sheet';
  return <Letter key={`${rest.active.id}:${template}:${first}`} {...rest} id={template} first={first} />;
}

type LetterProps = LettersProps & { readonly id: LetterId; readonly first: Medium };

/** The choices of a letter, and what is composed of them. */
function useLetter({ id, first, active, entries, onFailure }: LetterProps) {
  const [medium, setMedium] = useState(first);
  const [chosen, setChosen] = useState<ReadonlySet<number> | null>(null);
  const [request, setRequest] = useState<string | null>(null);
  const form = useLetterValues(active.id, id, entries, request, onFailure);
  // What is sent enters the chronology; the letter on the screen stays the one that was sent.
  const [until, setUntil] = useState<number | null>(null);
  const told = useMemo(() => (until === null ? entries : entries.filter(({ seq }) => seq < until)), [entries, until]);
  const source = useMemo(
    () => letterSource(readableOf(told), (page) => pageLabel(page, 'fr'), request),
    [told, request],
  );
  const requests = useMemo(() => requestsFor(id, entries), [id, entries]);
  const input = useMemo(
    () => letterInput(id, medium, source, { values: form.values, chosen: chosen ?? defaultPieces(id, source) }),
    [id, medium, source, form.values, chosen],
  );
  const composed = useMemo(() => compose(id, input), [id, input]);
  const template = useMemo(() => templateFor(LETTERS[id], medium), [id, medium]);
  const dotted = useMemo(() => missingOf(compose(id, letterInput(id, medium, source, NOTHING))), [id, medium, source]);
  const edited = <A extends unknown[]>(work: (...args: A) => void) => {
    return (...args: A): void => {
      setUntil(null);
      work(...args);
    };
  };
  /** Answers another complement request. A day typed for the first must not stay above this one's documents. */
  const answer = (next: ComplementFact): void => {
    setRequest(next.request);
    form.change('complementOn', next.notifiedOn ?? '');
  };
  const choices = {
    medium: edited(setMedium),
    request: edited(answer),
    pieces: edited((next: ReadonlySet<number>) => setChosen(next)),
  };
  const fields = { ...form, change: edited(form.change), clear: edited(form.clear), forget: edited(form.forget) };
  return { medium, form, fields, source, requests, input, composed, template, dotted, choices, setUntil };
}

function Letter(props: LetterProps) {
  const { id } = props;
  const letter = useLetter(props);
  const { medium, source, composed, template, choices } = letter;
  const { pieces } = letter.input;
  return (
    <LetterScreen
      id={id}
      form={
        <>
          <MediumChoice media={LETTERS[id].media} value={medium} onChange={choices.medium} />
          <RequestChoice requests={letter.requests} value={source.request} onChange={choices.request} />
          <Fields template={template} form={letter.fields} composed={composed} dotted={letter.dotted} />
          {takesPieces(LETTERS[id], medium) ? (
            <PiecesPicker candidates={source.candidates} pieces={pieces} onChange={choices.pieces} />
          ) : null}
        </>
      }
      result={
        <Result
          {...props}
          {...{ medium, composed, template, source, pieces }}
          form={letter.form}
          onLeft={letter.setUntil}
        />
      }
    />
  );
}

/** The complement requests between which the letter may choose. */
const requestsFor = (id: LetterId, entries: LettersProps['entries']): readonly ComplementFact[] =>
  LETTERS[id].needs.includes('items') ? readComplements(readableOf(entries)) : [];

interface FieldsProps {
  readonly template: LetterTemplate;
  readonly form: LetterValuesAccess;
  readonly composed: ComposedLetter;
  /** Fields whose place shows dots in the empty letter. */
  readonly dotted: readonly string[];
}

const NOTHING = { values: {}, chosen: new Set<number>() };

const missingOf = ({ warnings }: ComposedLetter): readonly string[] =>
  warnings.find(({ code }) => code === 'missing-fields')?.fields ?? [];

function Fields({ template, form, composed, dotted }: FieldsProps) {
  // Fixed while the form is open, but for another medium: a field never moves under somebody's fingers.
  const [atFirst] = useState(form.suggested);
  const groups = useMemo(() => groupFields(template, atFirst, dotted), [template, atFirst, dotted]);
  return (
    <LetterForm
      template={template}
      groups={groups}
      values={form.values}
      suggested={form.suggested}
      problems={composed.warnings}
      identity={{ kept: form.kept, onKeep: form.keep, onForget: form.forget }}
      onChange={form.change}
      onClear={form.clear}
    />
  );
}

interface ResultProps extends LetterProps {
  readonly medium: Medium;
  readonly template: LetterTemplate;
  readonly composed: ComposedLetter;
  readonly source: LetterSource;
  readonly pieces: readonly Piece[];
  readonly form: LetterValuesAccess;
  /** The letter left: the number of its exchange. */
  readonly onLeft: (exchange: number) => void;
}

function Result(props: ResultProps) {
  const speech = useSpeech();
  const { id, medium, template, composed, pieces, form, journal, active, entries, onLeft, onDialog } = props;
  const states = useMemo(() => letterStates(entries), [entries]);
  const mail = useMail(props, states);
  const actions = useLetterActions({
    journal,
    dossier: active.id,
    entries,
    letter: composed.document
      ? { document: composed.document, pieces, warnings: composed.warnings, values: form.values }
      : null,
    template,
    joined: mail.joined,
    onLeft,
  });
  const state = useStateOf(composed, pieces, states);
  const channel = template.sentAs[medium];
  return (
    <>
      <LetterPreview composed={composed} onField={goToField} onCopyObject={actions.copyObject} />
      {composed.document ? (
        <LetterActions
          medium={medium}
          reminders={remindersOf(id, medium, template)}
          busy={actions.busy}
          said={actions.said}
          onOutput={actions.output}
        >
          {medium === 'mail' ? mail.view : null}
        </LetterActions>
      ) : null}
      {composed.document && channel ? (
        <SendPanel
          today={today()}
          channel={channel}
          day={channel === 'CCC_PHONE' ? (form.values['callDate'] ?? '') : ''}
          time={channel === 'CCC_PHONE' ? (form.values['callStart'] ?? '') : ''}
          sent={sentView(state, speech.locale)}
          busy={actions.busy}
          failure={actions.failure ? errorSentence(actions.failure, speech) : null}
          onSent={(day, time) => actions.send(channel, day, time)}
          onProof={(exchange) => onDialog({ is: 'outcome', exchange })}
        />
      ) : null}
    </>
  );
}

function sentView(state: LetterState | null, locale: Parameters<typeof shortDay>[1]): SentView | null {
  if (!state?.sent) return null;
  const { seq, data } = state.sent;
  return { exchange: seq, channel: data.channel, date: shortDay(data.on, locale), proven: state.proven };
}

/** Whether the letter on the screen is one that the journal holds. */
function useStateOf(
  composed: ComposedLetter,
  pieces: readonly Piece[],
  states: readonly LetterState[],
): LetterState | null {
  const [digest, setDigest] = useState<string | null>(null);
  useEffect(() => {
    let here = true;
    setDigest(null);
    if (composed.document)
      digestOf(composed.document, pieces).then(
        (found) => {
          if (here) setDigest(found);
        },
        (cause) => console.error('the letter has no digest', cause),
      );
    return () => {
      here = false;
    };
  }, [composed.document, pieces]);
  return states.find(({ entry, removed }) => !removed && entry.data.digest === digest) ?? null;
}

/** The files of the mail: those of its pièces, and letters already made. */
function useMail({ id, entries, pieces }: ResultProps, states: readonly LetterState[]) {
  const [chosen, setChosen] = useState<ReadonlySet<number> | null>(null);
  const letters = chosen ?? joinedAtFirst(id, states);
  const readable = useMemo(() => readableOf(entries), [entries]);
  const joined: readonly Joined[] = [...letterFiles(states, letters), ...pieceFiles(pieces, readable)];
  const choose = (seq: number, on: boolean): void =>
    setChosen(new Set(on ? [...letters, seq] : [...letters].filter((one) => one !== seq)));
  const view = (
    <MailFiles
      count={joined.length}
      bytes={sizeOf(joined)}
      limit={MAIL_BYTES}
      letters={joinable(states).map(({ entry }) => ({
        seq: entry.seq,
        template: entry.data.template,
        chosen: letters.has(entry.seq),
      }))}
      onLetter={choose}
    />
  );
  return { joined, view };
}

function remindersOf(id: LetterId, medium: Medium, template: LetterTemplate): readonly Reminder[] {
  const toPrefecture = template.mailTo !== undefined || [...template.required].includes('prefectureAddress');
  return [
    ...(id === 'ccc-message' ? (['no-papers'] as const) : []),
    ...(medium === 'mail' ? (['draft'] as const) : []),
    ...(toPrefecture ? (['check-address'] as const) : []),
    'shared-device',
    'review',
  ];
}

/** Opens what folds the field, and gives it the focus. */
function goToField(id: string): void {
  const found = document.querySelector(`[data-field="${id}"]`);
  const input = found?.querySelector<HTMLElement>('input, textarea, select');
  const fold = input?.closest('details');
  if (fold) fold.open = true;
  input?.focus();
}
