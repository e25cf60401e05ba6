/** What to do with a letter: copy, print, save, join its files to a mail; then say that it left, and keep its proof. */
import { Copy, FileDown, Mail, Printer, Send } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Channel } from '@/lib/domain/entry';
import { displayNumber } from '@/lib/domain/entry';
import type { Medium } from '@/lib/domain/letter-types';
import { type Reminder, reminderText } from '@/lib/letters/words';
import type { TextKey } from '@/lib/locales';
import { useSpeech } from '../text';
import { Announcer } from '../ui/Announcer';
import { Banner, type Tone } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';

export const OUTPUTS = ['copy', 'print', 'pdf', 'eml'] as const;
export type Output = (typeof OUTPUTS)[number];

/** What each medium is for comes first; a form takes neither paper nor file. */
const OFFERED: Record<Medium, readonly Output[]> = {
  form: ['copy'],
  mail: ['copy', 'eml'],
  post: ['pdf', 'print', 'copy'],
  lrar: ['pdf', 'print', 'copy'],
  sheet: ['print', 'pdf', 'copy'],
};
const ICONS = { copy: Copy, print: Printer, pdf: FileDown, eml: Mail };

/** What was just done. */
export interface Said {
  readonly tone: Tone;
  readonly text: string;
  readonly more?: string;
}

export interface LetterActionsProps {
  readonly medium: Medium;
  readonly reminders: readonly Reminder[];
  readonly busy: boolean;
  readonly said: Said | null;
  readonly onOutput: (output: Output) => void;
  /** What stands between the words and the buttons: the files of a mail. */
  readonly children?: ComponentChildren;
}

export function LetterActions({ medium, reminders, busy, said, onOutput, children }: LetterActionsProps) {
  const { t } = useSpeech();
  const id = useId();
  return (
    <section class="stack" aria-labelledby={id} data-letter-actions>
      <h2 id={id}>{t('letters-screen.use')}</h2>
      {children}
      <div class="row">
        {OFFERED[medium].map((output, index) => (
          <Button
            key={output}
            kind={index === 0 ? 'primary' : 'plain'}
            icon={ICONS[output]}
            name={`letter-${output}`}
            busy={busy}
            onClick={() => onOutput(output)}
          >
            {t(`letters-screen.${output}`)}
          </Button>
        ))}
      </div>
      <Announcer>
        {busy ? <p>{t('letters-screen.working')}</p> : null}
        {said ? (
          <Banner tone={said.tone} name="letter-said" title={said.text}>
            {said.more ? <p>{said.more}</p> : null}
          </Banner>
        ) : null}
      </Announcer>
      <ul class="bullets small soft">
        {reminders.map((one) => (
          <li key={one}>{t(reminderText(one))}</li>
        ))}
      </ul>
    </section>
  );
}

export interface SentView {
  readonly exchange: number;
  readonly channel: Channel;
  /** As people read it. */
  readonly date: string;
  readonly proven: boolean;
}

export interface SendPanelProps {
  readonly today: string;
  readonly channel: Channel;
  /** The day and the hour that the letter already says; '' for none. */
  readonly day: string;
  readonly time: string;
  readonly sent: SentView | null;
  readonly busy: boolean;
  readonly failure: string | null;
  readonly onSent: (day: string, time: string) => void;
  readonly onProof: (exchange: number) => void;
}

const PROOFS: readonly Channel[] = ['PAN', 'CCC_PHONE', 'CCC_FORM', 'CCC_MAIL', 'PREF_MAIL', 'LRAR', 'DN_MSG'];

/** What proves a sending by this channel (domain.md § 3.4, § 6.1). */
export const proofText = (channel: Channel): TextKey =>
  PROOFS.includes(channel)
    ? (`letters-screen.proof.${channel}` as 'letters-screen.proof.LRAR')
    : 'letters-screen.proof.other';

/** One click when it left today; another day is two. */
export function SendPanel(props: SendPanelProps) {
  const { t } = useSpeech();
  const id = useId();
  return (
    <section class="stack sheet" aria-labelledby={id} data-send={props.sent ? 'sent' : 'open'}>
      <h2 id={id}>{t(props.channel === 'CCC_PHONE' ? 'letters-screen.call' : 'letters-screen.send')}</h2>
      {props.sent ? (
        <Proof sent={props.sent} onProof={props.onProof} />
      ) : (
        <SendForm key={`${props.day} ${props.time}`} {...props} />
      )}
      <Announcer urgent>{props.failure ? <Banner tone="alarm" title={props.failure} /> : null}</Announcer>
    </section>
  );
}

function SendForm({ today, channel, busy, onSent, ...said }: SendPanelProps) {
  const { t } = useSpeech();
  // A letter for the point d'accueil numérique is handed over, and a call is made.
  const how = channel === 'PAN' ? 'handed' : channel === 'CCC_PHONE' ? 'called' : 'sent';
  const [day, setDay] = useState(said.day || today);
  const [time, setTime] = useState(said.time);
  const problem = day === '' ? 'missing' : day > today ? 'future' : null;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && problem === null) onSent(day, time);
      }}
    >
      <p>{t(how === 'called' ? 'letters-screen.called-explain' : 'letters-screen.send-explain')}</p>
      <div class="letter-when">
        <Field
          label={t(`letters-screen.${how}-on`)}
          error={problem === null ? null : t(`letters-screen.sent-${problem}`)}
        >
          {(ids) => (
            <input
              {...ids}
              type="date"
              max={today}
              value={day}
              data-sent-day
              onInput={(event) => setDay(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t('letters-screen.sent-time')}>
          {(ids) => <input {...ids} type="time" value={time} onInput={(event) => setTime(event.currentTarget.value)} />}
        </Field>
      </div>
      <div>
        <Button type="submit" icon={Send} name="letter-sent" busy={busy}>
          {t(`letters-screen.${how}`)}
        </Button>
      </div>
    </form>
  );
}

function Proof({ sent, onProof }: { readonly sent: SentView; readonly onProof: (exchange: number) => void }) {
  const { t } = useSpeech();
  const number = displayNumber(sent.exchange);
  return (
    <div class="stack" role="status">
      <p>
        <a href={`#/piece/${sent.exchange}`}>{t('letters-screen.sent-before', { number, date: sent.date })}</a>
      </p>
      {sent.proven ? (
        <Banner tone="good" name="proof-there" title={t('letters-screen.proof-there')} />
      ) : (
        <Banner tone="warn" name="ask-proof" title={t('letters-screen.proof')}>
          <p>{t(proofText(sent.channel))}</p>
          <div>
            <Button kind="primary" name="add-proof" onClick={() => onProof(sent.exchange)}>
              {t('letters-screen.add-proof')}
            </Button>
          </div>
        </Banner>
      )}
    </div>
  );
}
