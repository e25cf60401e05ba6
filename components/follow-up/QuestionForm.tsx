/** A question of a track's table: the choices, the person's words, what shows it. Kept, never judged. */
import { useId, useState } from 'preact/hooks';
import { displayNumber, MAX_TEXT } from '@/lib/domain/entry';
import { calendarDay } from '../format';
import { fileProblem } from '../journal/exchange-draft';
import {
  type CaptureOption,
  CapturesField,
  FilesField,
  FormEnd,
  type FormState,
  formState,
} from '../journal/ProofFields';
import { useSpeech } from '../text';
import { Button } from '../ui/Button';
import { Choice, Field } from '../ui/Field';

export interface AnswerDraft {
  readonly choice: string;
  readonly words: string;
  readonly files: readonly File[];
  readonly captures: readonly number[];
}

/** The answer that counts now. */
export interface Answered {
  readonly seq: number;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly choice: string;
  readonly words: string;
}

export interface QuestionProps extends FormState {
  readonly question: string;
  readonly label: string;
  readonly choices: readonly string[];
  readonly answered: Answered | null;
  readonly captures: readonly CaptureOption[];
  /** Opened by the one who draws it: one form at a time. */
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onCancel: () => void;
  readonly onSubmit: (draft: AnswerDraft) => void;
}

export function QuestionPart(props: QuestionProps) {
  const { t, locale, labels } = useSpeech();
  const { question, answered } = props;
  const title = useId();
  return (
    <section class="stack question" aria-labelledby={title} data-question={question}>
      <h3 id={title}>{props.label}</h3>
      {answered ? (
        <div class="stack-tight" data-answered={answered.choice}>
          <p>
            {t('follow.question.said', {
              date: calendarDay(answered.on, locale, { day: 'numeric', month: 'long', year: 'numeric' }),
              number: displayNumber(answered.seq),
              choice: labels.choice(answered.choice),
            })}
          </p>
          {answered.words ? <p class="small item-text">{answered.words}</p> : null}
        </div>
      ) : null}
      {props.open ? (
        <QuestionForm {...props} titleId={title} />
      ) : (
        <div class="row">
          <Button name={`answer-${question}`} onClick={props.onOpen}>
            {t(answered ? 'follow.question.change' : 'follow.question.answer')}
          </Button>
        </div>
      )}
    </section>
  );
}

function QuestionForm(props: QuestionProps & { readonly titleId: string }) {
  const { t, labels } = useSpeech();
  const [draft, setDraft] = useState<AnswerDraft>({ choice: '', words: '', files: [], captures: [] });
  const [asked, setAsked] = useState(false);
  const change = (part: Partial<AnswerDraft>): void => setDraft({ ...draft, ...part });
  const { files } = fileProblem(draft.files);
  const missing = asked && draft.choice === '';
  const submit = (event: Event): void => {
    event.preventDefault();
    if (props.busy) return;
    setAsked(true);
    if (draft.choice !== '' && !files) props.onSubmit(draft);
  };
  return (
    <form class="stack-loose" data-form={`answer-${props.question}`} onSubmit={submit}>
      <fieldset class="group" aria-labelledby={props.titleId}>
        {missing ? <p class="field-error">{t('follow.question.choose')}</p> : null}
        {props.choices.map((choice) => (
          <Choice
            key={choice}
            type="radio"
            name={props.question}
            checked={draft.choice === choice}
            label={labels.choice(choice)}
            onChange={() => change({ choice })}
          />
        ))}
      </fieldset>
      <Field label={t('follow.question.words')}>
        {(ids) => (
          <textarea
            {...ids}
            value={draft.words}
            maxLength={MAX_TEXT}
            onInput={(event) => change({ words: event.currentTarget.value })}
          />
        )}
      </Field>
      <FilesField files={draft.files} problem={asked ? files : undefined} onChange={(files) => change({ files })} />
      <CapturesField
        options={props.captures}
        chosen={draft.captures}
        label={t('follow.question.proof')}
        onChange={(captures) => change({ captures })}
      />
      <p class="small">{t('follow.question.no-verdict')}</p>
      <FormEnd {...formState(props)} note={t('follow.complement.append')} onCancel={props.onCancel} />
    </form>
  );
}
