/** The call sheet (domain.md § 5.2): the number, how long, how it ended, who answered, the ticket. Never a recording. */
import { CALL_ENDS } from '@/lib/domain/entry';
import { useSpeech } from '../text';
import { Choice, Field } from '../ui/Field';
import type { CallDraft, ExchangeDraft, Problems } from './exchange-draft';

export interface CallSheetProps {
  readonly draft: ExchangeDraft;
  readonly problems: Problems;
  readonly onChange: (part: Partial<ExchangeDraft>) => void;
}

export function CallSheet({ draft, problems, onChange }: CallSheetProps) {
  const { t } = useSpeech();
  const { call } = draft;
  const change = (part: Partial<CallDraft>): void => onChange({ call: { ...call, ...part } });
  const line = (name: 'number' | 'agent', max: number) => (
    <Field label={t(`follow.call.${name}`)}>
      {(ids) => (
        <input
          {...ids}
          value={call[name]}
          maxLength={max}
          autocomplete="off"
          {...(name === 'number' ? { inputMode: 'tel' as const } : {})}
          onInput={(event) => change({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <div class="sheet stack" data-call-sheet>
      <h3>{t('follow.call.title')}</h3>
      <p class="small">{t('follow.call.no-recording')}</p>
      <div class="two">
        {line('number', 40)}
        <Field label={t('follow.call.minutes')} error={problems.minutes ? t('follow.call.minutes-wrong') : null}>
          {(ids) => (
            <input
              {...ids}
              value={call.minutes}
              inputMode="numeric"
              maxLength={4}
              autocomplete="off"
              onInput={(event) => change({ minutes: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <fieldset class="group" {...(problems.end ? { 'aria-invalid': 'true' as const } : {})}>
        <legend>{t('follow.call.end')}</legend>
        {problems.end ? <p class="field-error">{t('follow.call.end-missing')}</p> : null}
        {CALL_ENDS.map((end) => (
          <Choice
            key={end}
            type="radio"
            name="call-end"
            checked={call.end === end}
            label={t(`entry.call.${end}`)}
            onChange={() => change({ end })}
          />
        ))}
      </fieldset>
      {line('agent', 120)}
    </div>
  );
}
