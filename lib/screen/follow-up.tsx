/** Wires the follow-up of a dossier: its dates and its gauge under the home, the forms of a step on its page. */
import { useMemo, useState } from 'preact/hooks';
import { ComplementPart } from '@/components/follow-up/ComplementPart';
import { GaugePanel } from '@/components/follow-up/GaugePanel';
import { type Answered, QuestionPart } from '@/components/follow-up/QuestionForm';
import { Reminders } from '@/components/follow-up/Reminders';
import { calendarDay } from '@/components/format';
import { stepHref } from '@/components/home/HomeScreen';
import { type Speech, useSpeech } from '@/components/text';
import { Announcer } from '@/components/ui/Announcer';
import { Banner } from '@/components/ui/Banner';
import type { CapturePredicate, Part, Predicate, Question, Step, StepView } from '@/lib/domain/checklist-types';
import { dayOf } from '@/lib/domain/days';
import type { Entry } from '@/lib/domain/entry';
import { readGauge } from '@/lib/domain/gauge';
import { compareCaptures } from '@/lib/domain/gauge-compare';
import { readTriage, zoneOfDepartment } from '@/lib/domain/triage';
import type { TextKey } from '@/lib/locales';
import { JUDGED_FILES } from '@/lib/protocols/judged-files';
import { judgedFileKey } from '@/lib/protocols/keys';
import { gaugeLines, stripLines, type Wording } from '@/lib/protocols/lines';
import { captureOptions } from './journal-dialogs';
import type { Open } from './journal-parts';
import { readableOf } from './read-values';
import { useComplements } from './use-complements';
import { saveCalendar, useDues } from './use-dues';
import { useSaving } from './use-saving';
import { writeAnswer } from './write-follow-up';

const LONG = { day: 'numeric', month: 'long', year: 'numeric' } as const;

const wordingOf = ({ t, locale }: Speech): Wording => ({
  t,
  day: (day) => calendarDay(day, locale, LONG),
  channel: (channel) => t(`channel.${channel}`),
});

/** The captures that a track's own step spreads over time; in the others, every blockage. */
export function spreadOf(steps: readonly Step[]): CapturePredicate | undefined {
  const find = (one: Predicate): CapturePredicate | undefined => {
    if (one.is === 'spread') return one.captures;
    return 'of' in one ? one.of.map(find).find((found) => found !== undefined) : undefined;
  };
  return steps
    .flatMap((step) => [step.done, ...(step.parts ?? []).map((part) => part.done)])
    .map(find)
    .find((found) => found !== undefined);
}

/** Under the dossier's home: the dates first, then the gauge. */
export function FollowUp({ active, entries, checklist }: Open) {
  const { t } = useSpeech();
  const dues = useDues(entries, checklist.waits);
  const words = { title: t('reminder.title'), file: t('follow.due.file') };
  return (
    <>
      <Reminders
        {...dues}
        onCalendar={() => saveCalendar(dues, active.id, words)}
        hrefOf={(due) => (due.track === checklist.track?.id ? stepHref(due.step) : null)}
      />
      <Gauge entries={entries} checklist={checklist} />
    </>
  );
}

function Gauge({ entries, checklist }: Pick<Open, 'entries' | 'checklist'>) {
  const speech = useSpeech();
  const captures = useMemo(() => spreadOf(checklist.track?.steps ?? []), [checklist.track]);
  const gauge = useMemo(() => readGauge(readableOf(entries), captures ? { captures } : {}), [entries, captures]);
  const comparison = useMemo(() => compareCaptures(gauge.captures, JUDGED_FILES), [gauge]);
  const wording = wordingOf(speech);
  const lines = [...gaugeLines(gauge, comparison, JUDGED_FILES, wording), ...stripLines(gauge, wording)];
  return (
    <GaugePanel
      gauge={gauge}
      comparison={comparison}
      files={JUDGED_FILES}
      sentences={lines.map(({ key, values }) => speech.t(key, values))}
      // The meta-test holds a text for each judged file.
      fileText={(id) => speech.t(judgedFileKey(id) as TextKey)}
    />
  );
}

/** What a step asks and its parts ask, in the order of the page. */
function questionsOf(questions: readonly Question[], step: Step, view: StepView): readonly Question[] {
  const shown = (part: Part): boolean => view.parts.some((one) => one.id === part.id);
  const ids = [step.id, ...(step.parts ?? []).filter(shown).map((part) => part.id)];
  return ids.flatMap((id) => questions.find((question) => question.id === id) ?? []);
}

/** Steps on whose page complement requests are filled in: those that read them. */
function readsComplements(one: Predicate): boolean {
  return one.is === 'complement' || ('of' in one && one.of.some(readsComplements));
}

export interface StepFormsProps extends Open {
  readonly step: Step;
  readonly view: StepView;
}

/** The questions and the complement requests of one step; nothing for a step without any. */
export function StepForms(props: StepFormsProps) {
  const { step, view, checklist } = props;
  const questions = questionsOf(checklist.track?.questions ?? [], step, view);
  const complements = readsComplements(step.done);
  if (questions.length === 0 && !complements) return null;
  return (
    <>
      {complements ? <Complements {...props} /> : null}
      {questions.length > 0 ? <Questions {...props} questions={questions} /> : null}
    </>
  );
}

function answeredTo(question: string, entries: readonly Entry[], zone: string): Answered | null {
  const last = entries
    .filter((entry) => entry.kind === 'answer' && entry.data.question === question)
    .toSorted((one, other) => one.seq - other.seq)
    .at(-1);
  if (last?.kind !== 'answer') return null;
  const { choice, words = '' } = last.data;
  return { seq: last.seq, on: dayOf(Date.parse(last.at.utc), zone), choice, words };
}

function Questions({ questions, ...open }: StepFormsProps & { readonly questions: readonly Question[] }) {
  const speech = useSpeech();
  const { journal, active, entries, checklist } = open;
  const [asked, setAsked] = useState<string | null>(null);
  const saving = useSaving(journal);
  const readable = useMemo(() => readableOf(entries), [entries]);
  const zone = zoneOfDepartment(readTriage(readable).department);
  const turn = (question: string | null): void => {
    saving.forgetError();
    setAsked(question);
  };
  return (
    <div class="sheet stack-loose" data-questions>
      {questions.map(({ id, choices }) => (
        <QuestionPart
          key={id}
          question={id}
          label={speech.labels.step(checklist.track?.id ?? '', id).label}
          choices={choices}
          answered={answeredTo(id, readable, zone)}
          captures={captureOptions(entries, speech)}
          open={asked === id}
          {...saving.state}
          onOpen={() => turn(id)}
          onCancel={() => turn(null)}
          onSubmit={(draft) =>
            saving.save(
              (opened, watch) => writeAnswer(opened, active.id, id, draft, watch),
              // Only its own form: another question may have been opened meanwhile.
              () => setAsked((now) => (now === id ? null : now)),
            )
          }
        />
      ))}
      <Saved text={saving.saved} />
    </div>
  );
}

function Saved({ text }: { readonly text: string | null }) {
  return <Announcer>{text ? <Banner tone="good" name="saved" title={text} /> : null}</Announcer>;
}

function Complements(open: StepFormsProps) {
  const speech = useSpeech();
  const saving = useSaving(open.journal);
  const complements = useComplements(open.entries);
  return (
    <div class="stack">
      <ComplementPart
        {...complements}
        {...saving.state}
        captures={captureOptions(open.entries, speech)}
        onLeave={saving.forgetError}
        onSubmit={(draft, done) =>
          saving.save((journal, watch) => complements.write(journal, open.active.id, draft, watch), done)
        }
      />
      <Saved text={saving.saved} />
    </div>
  );
}
