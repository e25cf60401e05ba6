/** What the export will hold, and how: for whom, which pièces, in which order, from which number. */
import { RotateCcw } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { arranged, proposed, takenApart } from '@/lib/domain/pack-choices';
import { PACK_PROFILES, type PackChoices, type PackPiece, type PackPlan } from '@/lib/domain/pack-types';
import { size } from '../format';
import { useSpeech } from '../text';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Choice, Field } from '../ui/Field';
import { PieceList } from './PieceList';
import { packSize } from './pack-words';

export interface PackPanelProps {
  /** Null as long as the choices are read. */
  readonly plan: PackPlan | null;
  /** Bytes of the captures and files themselves. */
  readonly fileBytes: number;
  /** Files whose bytes as they were given stay on the device. */
  readonly withOriginal: number;
  readonly frozenWhy: (piece: PackPiece) => string;
  /** What a series that was taken apart is called. */
  readonly seriesName: (id: string) => string;
  readonly onChange: (choices: PackChoices) => void;
  readonly onEdit: (id: string) => void;
  readonly onPreview: (id: string) => void;
}

export function PackPanel(props: PackPanelProps) {
  const { t } = useSpeech();
  const { plan, onChange } = props;
  return (
    <section class="sheet stack-loose" aria-labelledby="pack-title" data-pack={plan ? 'ready' : 'loading'}>
      <div class="stack">
        <h2 id="pack-title">{t('pack-screen.title')}</h2>
        <p>{t('pack-screen.explain')}</p>
        {plan ? <Summary plan={plan} fileBytes={props.fileBytes} /> : <p role="status">{t('pack-screen.loading')}</p>}
      </div>
      {plan ? (
        <>
          <Profiles choices={plan.choices} onChange={onChange} />
          <Metadata choices={plan.choices} count={props.withOriginal} onChange={onChange} />
          {plan.choices.profile === 'captures' ? null : <Pieces {...props} plan={plan} />}
        </>
      ) : null}
    </section>
  );
}

function Summary({ plan, fileBytes }: { readonly plan: PackPlan; readonly fileBytes: number }) {
  const { t, locale } = useSpeech();
  if (plan.choices.profile === 'captures')
    return <p data-pack-summary>{t('pack-screen.summary-captures', { size: size(fileBytes, locale) })}</p>;
  const { files, bytes, over } = packSize(plan);
  return (
    <>
      <p data-pack-summary>
        {t('pack-screen.summary', { pieces: plan.pieces.length, files, size: size(bytes + fileBytes, locale) })}
      </p>
      {over > 0 ? (
        <Banner tone="warn" name="pack-too-large" title={t('pack-screen.too-large-count', { count: over })} />
      ) : null}
    </>
  );
}

interface ChoicesProps {
  readonly choices: PackChoices;
  readonly onChange: (choices: PackChoices) => void;
}

function Profiles({ choices, onChange }: ChoicesProps) {
  const { t } = useSpeech();
  return (
    <fieldset class="group stack-tight">
      <legend>{t('pack-screen.profile')}</legend>
      {PACK_PROFILES.map((profile) => (
        <div key={profile} data-profile={profile}>
          <Choice
            type="radio"
            name="pack-profile"
            checked={choices.profile === profile}
            label={t(`pack-screen.profile.${profile}`)}
            hint={t(`pack-screen.profile.${profile}.explain`)}
            onChange={() => onChange({ ...choices, profile })}
          />
        </div>
      ))}
      <p class="field-hint">{t('pack-screen.all-hold')}</p>
    </fieldset>
  );
}

/** Asked only where a photo said something of its place or its device. */
function Metadata({ choices, count, onChange }: ChoicesProps & { readonly count: number }) {
  const { t } = useSpeech();
  if (count === 0) return null;
  return (
    <div data-pack-metadata>
      <Choice
        checked={choices.withMetadata}
        label={t('pack-screen.metadata')}
        hint={`${t('pack-screen.metadata-hint')} ${t('pack-screen.metadata-count', { count })}`}
        onChange={(withMetadata) => onChange({ ...choices, withMetadata })}
      />
    </div>
  );
}

function Pieces(props: PackPanelProps & { readonly plan: PackPlan }) {
  const { t } = useSpeech();
  const { plan, frozenWhy, seriesName, onChange, onEdit, onPreview } = props;
  const { choices } = plan;
  return (
    <div class="stack-loose">
      <StartAt plan={plan} onChange={onChange} />
      <div class="stack">
        <h3>{t('pack-screen.list')}</h3>
        <p class="field-hint">{t('pack-screen.list-hint')}</p>
      </div>
      <PieceList {...{ plan, frozenWhy, onChange, onEdit, onPreview }} />
      {plan.gaps.length > 0 ? (
        <ul class="stack-tight small" data-pack-gaps>
          {plan.gaps.map(({ number, why }) => (
            <li key={number}>{t(`pack-screen.gap.${why}`, { number })}</li>
          ))}
        </ul>
      ) : null}
      {choices.apart.length > 0 ? (
        <section class="stack" aria-labelledby="apart-title">
          <h3 id="apart-title">{t('pack-screen.apart-title')}</h3>
          <div class="row">
            {choices.apart.map((id) => (
              <Button key={id} name="piece-apart-back" onClick={() => onChange(takenApart(choices, id, false))}>
                {t('pack-screen.apart-back', { label: seriesName(id) })}
              </Button>
            ))}
          </div>
        </section>
      ) : null}
      {arranged(choices) ? (
        <div>
          <Button icon={RotateCcw} name="pack-reset" onClick={() => onChange(proposed(choices))}>
            {t('pack-screen.reset')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

const isStart = (typed: string): boolean => /^\d{1,4}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 9_000;

/** Every row has another number then: done once nobody types any more. */
const APPLY_AFTER_MS = 250;

function StartAt({ plan, onChange }: { readonly plan: PackPlan; readonly onChange: (choices: PackChoices) => void }) {
  const { t } = useSpeech();
  const { choices, frozenBy } = plan;
  const [typed, setTyped] = useState(String(choices.startAt));
  useEffect(() => setTyped(String(choices.startAt)), [choices.startAt]);
  useEffect(() => {
    if (!isStart(typed) || Number(typed) === choices.startAt) return undefined;
    const timer = setTimeout(() => onChange({ ...choices, startAt: Number(typed) }), APPLY_AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed, choices]);
  const held = frozenBy.length > 0;
  return (
    <div class="pack-start">
      <Field
        label={t('pack-screen.start')}
        hint={t(held ? 'pack-screen.start-frozen' : 'pack-screen.start-hint')}
        error={isStart(typed) ? null : t('pack-screen.start-invalid')}
      >
        {(ids) => (
          <input
            {...ids}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            data-pack-start
            disabled={held}
            value={typed}
            onInput={({ currentTarget: { value } }) => setTyped(value)}
          />
        )}
      </Field>
    </div>
  );
}
