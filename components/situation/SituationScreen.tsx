/** T0 as a form: one question a block, all optional; what blocks leads to a track that the person confirms. Asked, never decided (domain.md § 3.3). */
import { ArrowLeft } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { KEY_DATES, REGIMES, STOPS, URGENCY_FACTS } from '@/lib/domain/entry';
import type { Triage } from '@/lib/domain/triage';
import { dateKey, regimeKey, stopKey, urgencyKey } from '@/lib/protocols/keys';
import { errorSentence } from '../entry/describe';
import { useSpeech } from '../text';
import { Announcer } from '../ui/Announcer';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Choice, Field } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { Block, type BlockProps } from './Block';
import { BlockageBlock } from './BlockageBlock';
import { changeOf, draftOf, possibleDay, type SituationChange, type SituationDraft, toggled } from './situation-model';
import { TrackBlock } from './TrackBlock';

export interface SituationProps {
  readonly triage: Triage;
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  readonly busy: boolean;
  /** What was just noted, beside the button that did it. */
  readonly said: string | null;
  /** Error code of the last try. */
  readonly error: string | null;
  readonly onSave: (change: SituationChange) => void;
  readonly onNothing: () => void;
}

export function SituationScreen({ triage, departments, busy, said, error, onSave, onNothing }: SituationProps) {
  const speech = useSpeech();
  const { t } = speech;
  const [draft, setDraft] = useState<SituationDraft>(() => draftOf(triage));
  const [asked, setAsked] = useState(false);
  const onChange = (part: Partial<SituationDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const block = { draft, triage, onChange };
  const save = (): void => {
    setAsked(true);
    if (busy || !KEY_DATES.every((name) => possibleDay(draft.dates[name]))) return;
    const change = changeOf(draft, triage);
    if (change) onSave(change);
    else onNothing();
  };
  return (
    <form
      class="stack-loose situation"
      data-form="situation"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div class="stack-tight">
        <a class="button button-quiet back" href="#/" data-action="back-home">
          <Icon of={ArrowLeft} directional />
          {t('step.back')}
        </a>
        <h1 tabIndex={-1}>{t('situation.title')}</h1>
        <p>{t('situation.explain')}</p>
      </div>
      <StopsBlock {...block} />
      <BlockageBlock {...block} />
      <TrackBlock {...block} />
      <UrgencyBlock {...block} />
      <RegimeBlock {...block} />
      <FiledBlock {...block} />
      <DatesBlock {...block} asked={asked} />
      <PlaceBlock {...block} departments={departments} />
      <div role="alert">{error ? <p class="field-error">{errorSentence(error, speech)}</p> : null}</div>
      <div class="row">
        <Button type="submit" kind="primary" name="save-situation" busy={busy}>
          {t(busy ? 'common.saving' : 'situation.save')}
        </Button>
      </div>
      <Announcer>
        {said ? (
          <Banner tone="good" name="situation-said" title={said}>
            <p>
              <a href="#/">{t('step.back')}</a>
            </p>
          </Banner>
        ) : null}
      </Announcer>
      <p class="small soft">{t('exchange.append-only')}</p>
    </form>
  );
}

function StopsBlock({ draft, triage, onChange }: BlockProps) {
  const { t } = useSpeech();
  return (
    <Block name="stops" title={t('situation.stops')} triage={triage} facts={['stops']}>
      <div>
        {STOPS.map((stop) => (
          <Choice
            key={stop}
            checked={draft.stops?.includes(stop) ?? false}
            label={t(stopKey(stop))}
            onChange={(on) => onChange({ stops: toggled(draft.stops, stop, on) })}
          />
        ))}
        <Choice
          checked={draft.stops?.length === 0}
          label={t('situation.stops-none')}
          onChange={(on) => onChange({ stops: on ? [] : null })}
        />
      </div>
      {(draft.stops?.length ?? 0) > 0 ? (
        <p>
          <strong>{t('triage.banner')}</strong>
        </p>
      ) : null}
    </Block>
  );
}

function UrgencyBlock({ draft, triage, onChange }: BlockProps) {
  const { t } = useSpeech();
  return (
    <Block name="urgency" title={t('situation.urgency')} triage={triage} facts={['urgency']}>
      <div>
        {URGENCY_FACTS.map((fact) => (
          <Choice
            key={fact}
            checked={draft.urgency?.includes(fact) ?? false}
            label={t(urgencyKey(fact))}
            onChange={(on) => onChange({ urgency: toggled(draft.urgency, fact, on) })}
          />
        ))}
        <Choice
          checked={draft.urgency?.length === 0}
          label={t('situation.urgency-none')}
          onChange={(on) => onChange({ urgency: on ? [] : null })}
        />
      </div>
    </Block>
  );
}

function RegimeBlock({ draft, triage, onChange }: BlockProps) {
  const { t } = useSpeech();
  return (
    <Block
      name="regime"
      title={t('situation.regime')}
      hint={t('situation.regime-hint')}
      triage={triage}
      facts={['regime']}
    >
      <div>
        {REGIMES.map((regime) => (
          <Choice
            key={regime}
            type="radio"
            name="regime"
            checked={draft.regime === regime}
            label={t(regimeKey(regime))}
            onChange={() => onChange({ regime })}
          />
        ))}
      </div>
    </Block>
  );
}

const FILED = ['yes', 'no', 'unknown'] as const;

function FiledBlock({ draft, triage, onChange }: BlockProps) {
  const { t } = useSpeech();
  return (
    <Block name="filed" title={t('situation.filed')} triage={triage} facts={['filed']}>
      <div>
        {FILED.map((filed) => (
          <Choice
            key={filed}
            type="radio"
            name="filed"
            checked={draft.filed === filed}
            label={t(`situation.filed.${filed}`)}
            onChange={() => onChange({ filed })}
          />
        ))}
      </div>
    </Block>
  );
}

function DatesBlock({ draft, triage, asked, onChange }: BlockProps & { readonly asked: boolean }) {
  const { t } = useSpeech();
  return (
    <Block name="dates" title={t('situation.dates')} hint={t('situation.dates-hint')} triage={triage} facts={KEY_DATES}>
      <div class="two">
        {KEY_DATES.map((name) => (
          <Field
            key={name}
            label={t(dateKey(name))}
            error={asked && !possibleDay(draft.dates[name]) ? t('situation.date-missing') : null}
          >
            {(ids) => (
              <input
                {...ids}
                type="date"
                name={name}
                value={draft.dates[name]}
                onInput={(event) => onChange({ dates: { ...draft.dates, [name]: event.currentTarget.value } })}
              />
            )}
          </Field>
        ))}
      </div>
    </Block>
  );
}

function PlaceBlock({ draft, triage, departments, onChange }: BlockProps & Pick<SituationProps, 'departments'>) {
  const { t } = useSpeech();
  return (
    <Block
      name="title"
      title={t('situation.name')}
      hint={t('situation.name-hint')}
      triage={triage}
      facts={['title', 'department']}
    >
      <Field label={t('situation.name')}>
        {(ids) => (
          <input
            {...ids}
            value={draft.titleKept ? '' : draft.title}
            maxLength={200}
            autocomplete="off"
            onInput={(event) => onChange({ title: event.currentTarget.value, titleKept: false })}
          />
        )}
      </Field>
      <Choice
        checked={draft.titleKept}
        label={t('situation.rather-not')}
        onChange={(titleKept) => onChange({ titleKept })}
      />
      <Field label={t('situation.department')}>
        {(ids) => (
          <select
            {...ids}
            value={draft.department}
            onChange={(event) => onChange({ department: event.currentTarget.value })}
          >
            <option value="">{t('situation.department-none')}</option>
            {departments.map(({ code, name }) => (
              <option key={code} value={code}>
                {code} · {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </Block>
  );
}
