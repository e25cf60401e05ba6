/** « Qu'est-ce qui vous bloque ? » for a new dossier: three pictures, then a list in the person's words. By keyboard alone in seconds. */
import { CalendarX, CircleHelp, Hourglass, type LucideIcon, MonitorX } from 'lucide-preact';
import { useId, useState } from 'preact/hooks';
import type { TextKey } from '@/lib/locales';
import {
  defaultStart,
  FAMILIES,
  type Family,
  START_CHOICES,
  type StartChoice,
  startKeys,
} from '@/lib/protocols/starts';
import { useSpeech } from '../text';
import { Choice } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { SearchField } from './SearchField';
import { matching } from './search';

/** What is chosen so far. `choice` null with a family: the list still has to be chosen from. */
export interface StartValue {
  readonly family: Family | 'proposed' | 'unknown';
  readonly choice: StartChoice | null;
}

export const NOT_KNOWN: StartValue = { family: 'unknown', choice: null };

export interface StartPickerProps {
  readonly value: StartValue;
  /** What the page being seen may show, the likeliest first: they stand before the pictures, each with what it means. */
  readonly proposed: readonly StartChoice[];
  readonly missing: boolean;
  readonly onChange: (value: StartValue) => void;
}

const ICONS: Record<Family | 'unknown', LucideIcon> = {
  site: MonitorX,
  paper: Hourglass,
  appointment: CalendarX,
  unknown: CircleHelp,
};

export function StartPicker({ value, proposed, missing, onChange }: StartPickerProps) {
  const { t } = useSpeech();
  const name = useId();
  const hint = useId();
  const choose = (family: Family | 'unknown'): void =>
    onChange({ family, choice: family === 'unknown' ? null : defaultStart(family) });
  const { family } = value;
  return (
    <div class="stack start">
      <fieldset class="group" {...(proposed.length > 0 ? { 'aria-describedby': hint } : {})}>
        <legend>{t('home.start.title')}</legend>
        {proposed.length > 0 ? (
          <Proposed id={hint} name={name} value={value} proposed={proposed} onChange={onChange} />
        ) : null}
        {[...FAMILIES, 'unknown' as const].map((one) => (
          <Choice
            key={one}
            type="radio"
            name={name}
            checked={family === one}
            label={
              <span class="row start-family" data-family={one}>
                <Icon of={ICONS[one]} />
                <span>{t(`home.start.${one}`)}</span>
              </span>
            }
            onChange={() => choose(one)}
          />
        ))}
      </fieldset>
      {family === 'unknown' || family === 'proposed' ? null : (
        <Refine value={value} missing={missing} onChange={onChange} family={family} />
      )}
    </div>
  );
}

interface ProposedProps extends Pick<StartPickerProps, 'value' | 'proposed' | 'onChange'> {
  readonly id: string;
  readonly name: string;
}

/** One page may come of several blockages, which lead to different tracks: the person says which. */
function Proposed({ id, name, value, proposed, onChange }: ProposedProps) {
  const { t, labels } = useSpeech();
  return (
    <>
      <p id={id} class="field-hint" data-proposed={proposed.map((choice) => choice.id).join(' ')}>
        {t('home.start.proposed', { n: proposed.length })}
      </p>
      {proposed.map((choice) => {
        const keys = startKeys(choice);
        // What it means and where it leads is read for the one that is chosen: a list of labels is quicker to choose from.
        const chosen = value.family === 'proposed' && value.choice?.id === choice.id;
        return (
          <Choice
            key={choice.id}
            type="radio"
            name={name}
            checked={chosen}
            label={<span data-hinted={choice.id}>{t(keys.label as TextKey)}</span>}
            {...(chosen
              ? {
                  hint: t('home.start.proposed-why', {
                    plain: t(keys.plain as TextKey),
                    track: labels.track(choice.track),
                  }),
                }
              : {})}
            onChange={() => onChange({ family: 'proposed', choice })}
          />
        );
      })}
    </>
  );
}

interface RefineProps extends Pick<StartPickerProps, 'value' | 'missing' | 'onChange'> {
  readonly family: Family;
}

function Refine({ value, family, missing, onChange }: RefineProps) {
  const { t } = useSpeech();
  const [query, setQuery] = useState('');
  const name = useId();
  const words = (choice: StartChoice): readonly [string, string] => {
    const keys = startKeys(choice);
    return [t(keys.label as TextKey), t(keys.plain as TextKey)];
  };
  const own = START_CHOICES.filter((choice) => choice.family === family);
  const shown = query.trim() === '' ? own : matching(START_CHOICES, query, words);
  const pick = (choice: StartChoice): void => onChange({ family: choice.family, choice });
  return (
    <>
      <SearchField
        query={query}
        found={shown.length}
        error={missing ? t('home.start.missing') : null}
        onQuery={setQuery}
        onEnter={() => {
          const [first] = shown;
          if (!first) return;
          // The first that fits is chosen; the next Enter creates the dossier.
          setQuery('');
          pick(first);
        }}
      />
      {shown.length > 0 ? (
        <fieldset class="group">
          <legend>{t('home.start.refine')}</legend>
          <div class="scroll-list" data-list="starts">
            {shown.map((choice) => {
              const [label, plain] = words(choice);
              return (
                <Choice
                  key={choice.id}
                  type="radio"
                  name={name}
                  checked={value.choice?.id === choice.id}
                  label={<span data-start={choice.id}>{label}</span>}
                  hint={plain}
                  onChange={() => pick(choice)}
                />
              );
            })}
          </div>
        </fieldset>
      ) : null}
    </>
  );
}
