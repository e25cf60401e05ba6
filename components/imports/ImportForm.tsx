/** What the person says of one file: what it is, its date, the exchange that it proves. */
import { CHANNELS, type Channel } from '@/lib/domain/entry';
import { IMPORT_SHOWS, type ImportShows } from '@/lib/domain/imported';
import type { ReadFile } from '@/lib/imports/types';
import { calendarDay } from '../format';
import { useSpeech } from '../text';
import { Button } from '../ui/Button';
import { Choice, Field } from '../ui/Field';
import {
  type Attach,
  channelFor,
  type DraftProblem,
  IMPORT_OUTCOMES,
  type ImportDraft,
  type ImportOutcome,
  outcomeFor,
} from './import-draft';

/** An exchange of the dossier that a file may prove. */
export interface ExchangeOption {
  readonly seq: number;
  readonly label: string;
}

export interface ImportFormProps {
  readonly read: ReadFile;
  readonly draft: ImportDraft;
  readonly today: string;
  readonly exchanges: readonly ExchangeOption[];
  /** Day and hour that the file gives, in the person's zone; null when it gives none. */
  readonly fileDay: { readonly day: string; readonly time: string } | null;
  /** What stops the saving, once it was asked for. */
  readonly problem: DraftProblem | null;
  readonly onChange: (part: Partial<ImportDraft>) => void;
}

const DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

export function ImportForm(props: ImportFormProps) {
  const { t } = useSpeech();
  const { read, draft, onChange } = props;
  const shows = (value: ImportShows): void =>
    onChange({ shows: value, outcome: outcomeFor(value), channel: channelFor(value, read) });
  return (
    <div class="stack">
      <Field label={t('imports.shows')}>
        {(ids) => (
          <select
            {...ids}
            data-field="shows"
            value={draft.shows}
            onChange={(event) => shows(event.currentTarget.value as ImportShows)}
          >
            {IMPORT_SHOWS.map((one) => (
              <option key={one} value={one}>
                {t(`imports.shows.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <DateFields {...props} />
      <AttachFields {...props} />
      <Field label={t('imports.words')}>
        {(ids) => (
          <input
            {...ids}
            value={draft.words}
            maxLength={500}
            autocomplete="off"
            onInput={(event) => onChange({ words: event.currentTarget.value })}
          />
        )}
      </Field>
    </div>
  );
}

function DateFields({ read, draft, today, fileDay, problem, onChange }: ImportFormProps) {
  const { t } = useSpeech();
  const silent = read.date === null || read.date.from === 'file-modified';
  return (
    <fieldset class="group">
      <legend>{t('imports.declared')}</legend>
      {silent ? <p data-date-asked>{t('imports.day-asked')}</p> : null}
      <Proposals {...{ read, today, fileDay, onChange }} />
      <div class="two">
        <Field label={t('imports.day')} hint={t('imports.day-hint')} error={problem ? t(`imports.${problem}`) : null}>
          {(ids) => (
            <input
              {...ids}
              type="date"
              data-field="day"
              value={draft.day}
              max={today}
              onInput={(event) => onChange({ day: event.currentTarget.value, unknown: false })}
            />
          )}
        </Field>
        <Field label={t('imports.time')}>
          {(ids) => (
            <input
              {...ids}
              type="time"
              value={draft.time}
              onInput={(event) => onChange({ time: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <Choice
        checked={draft.unknown}
        label={t('imports.unknown')}
        onChange={(unknown) => onChange(unknown ? { unknown, day: '', time: '' } : { unknown })}
      />
    </fieldset>
  );
}

/** Dates that the file or its text gives: one press takes one; none is taken by itself. */
function Proposals({
  read,
  today,
  fileDay,
  onChange,
}: Pick<ImportFormProps, 'read' | 'today' | 'fileDay' | 'onChange'>) {
  const { t, locale } = useSpeech();
  const days = read.proposed.filter(({ day }) => day <= today && day !== fileDay?.day);
  return (
    <>
      {fileDay && fileDay.day <= today ? (
        <div class="row">
          <Button name="take-date" onClick={() => onChange({ ...fileDay, unknown: false })}>
            {t('imports.take-date', { date: `${calendarDay(fileDay.day, locale, DAY)} ${fileDay.time}`.trim() })}
          </Button>
        </div>
      ) : null}
      {days.length > 0 ? (
        <div class="stack-tight">
          <p class="small">{t('imports.found')}</p>
          <div class="row">
            {days.map(({ day, text }) => (
              <Button key={day} name={`take-${day}`} onClick={() => onChange({ day, time: '', unknown: false })}>
                {t('imports.take-found', { date: calendarDay(day, locale, DAY), text })}
              </Button>
            ))}
          </div>
        </div>
      ) : null}
    </>
  );
}

const attachOf = (value: string): Attach => (value === 'none' || value === 'new' ? value : Number(value));

function AttachFields({ draft, exchanges, onChange }: ImportFormProps) {
  const { t } = useSpeech();
  return (
    <>
      <Field label={t('imports.attach')} hint={t('imports.attach-hint')}>
        {(ids) => (
          <select
            {...ids}
            data-field="attach"
            value={String(draft.attach)}
            onChange={(event) => onChange({ attach: attachOf(event.currentTarget.value) })}
          >
            <option value="none">{t('imports.attach.none')}</option>
            <option value="new">{t('imports.attach.new')}</option>
            {exchanges.map((one) => (
              <option key={one.seq} value={String(one.seq)}>
                {one.label}
              </option>
            ))}
          </select>
        )}
      </Field>
      {draft.attach === 'new' ? (
        <Field label={t('imports.channel')}>
          {(ids) => (
            <select
              {...ids}
              data-field="channel"
              value={draft.channel}
              onChange={(event) => onChange({ channel: event.currentTarget.value as Channel })}
            >
              {CHANNELS.map((channel) => (
                <option key={channel} value={channel}>
                  {t(`channel.${channel}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      {draft.attach === 'none' ? null : <OutcomeField draft={draft} onChange={onChange} />}
    </>
  );
}

function OutcomeField({ draft, onChange }: Pick<ImportFormProps, 'draft' | 'onChange'>) {
  const { t } = useSpeech();
  const proposed = draft.outcome !== '' && draft.outcome === outcomeFor(draft.shows);
  const label = (outcome: ImportOutcome): string => {
    if (outcome === '') return t('imports.result.none');
    return outcome === 'delivered' || outcome === 'returned' ? t(`imports.result.${outcome}`) : t(`outcome.${outcome}`);
  };
  return (
    <Field
      label={t('imports.result')}
      hint={`${t('imports.result-hint')}${proposed ? ` ${t('imports.result.proposed')}` : ''}`}
    >
      {(ids) => (
        <select
          {...ids}
          data-field="outcome"
          value={draft.outcome}
          onChange={(event) => onChange({ outcome: event.currentTarget.value as ImportOutcome })}
        >
          {IMPORT_OUTCOMES.map((outcome) => (
            <option key={outcome} value={outcome}>
              {label(outcome)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
