/** The form of a letter: what is asked and not known yet first, what comes from the journal to check, the rest folded. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { ComplementFact } from '@/lib/domain/checklist-complement';
import { displayNumber } from '@/lib/domain/entry';
import type { LetterTemplate, LetterValues, Medium, Problem } from '@/lib/domain/letter-types';
import type { FieldId } from '@/lib/letters/fields';
import type { Suggestions } from '@/lib/letters/select';
import { mediumName } from '@/lib/letters/words';
import { calendarDay } from '../format';
import { type Speech, useSpeech } from '../text';
import { Button } from '../ui/Button';
import { Choice } from '../ui/Field';
import { LetterField } from './LetterField';

export interface Identity {
  /** The person asked to keep them on this device. */
  readonly kept: boolean;
  readonly onKeep: (keep: boolean) => void;
  /** Erases them, in the form too. */
  readonly onForget: () => void;
}

export interface LetterFormProps {
  readonly template: LetterTemplate;
  readonly groups: FieldGroups;
  readonly values: LetterValues;
  readonly suggested: Suggestions;
  readonly problems: readonly Problem[];
  readonly identity: Identity;
  readonly onChange: (id: FieldId, value: string) => void;
  readonly onClear: () => void;
}

export interface FieldGroups {
  readonly asked: readonly FieldId[];
  readonly taken: readonly FieldId[];
  readonly more: readonly FieldId[];
}

/**
 * Fixed when the form opens: a field never jumps while somebody types in it.
 * @param dotted fields whose place shows dots as long as nobody fills them
 */
export function groupFields(template: LetterTemplate, suggested: Suggestions, dotted: readonly string[]): FieldGroups {
  // The template's fields are those of the table: define.ts types them so.
  const required = template.required as readonly FieldId[];
  const optional = template.optional as readonly FieldId[];
  const number = dotted.includes('foreignerNumber');
  // « No number » is the other answer to the same question.
  const shows = (id: FieldId): boolean => dotted.includes(id) || (number && id === 'noForeignerNumber');
  const known = (id: FieldId): boolean => Object.hasOwn(suggested, id);
  return {
    asked: [...required, ...optional.filter(shows)].filter((id) => !known(id)),
    taken: [...required, ...optional].filter(known),
    more: optional.filter((id) => !shows(id) && !known(id)),
  };
}

export function LetterForm(props: LetterFormProps) {
  const { t } = useSpeech();
  const { groups } = props;
  const id = useId();
  return (
    <section class="stack-loose" aria-labelledby={id} data-letter-form>
      <div class="stack">
        <h2 id={id}>{t('letters-screen.fill')}</h2>
        <p class="field-hint">
          {t(groups.asked.length > 0 ? 'letters-screen.fill-explain' : 'letters-screen.fill-none')}
        </p>
      </div>
      <Fields ids={groups.asked} {...props} />
      <Folded
        name="taken"
        summary={t('letters-screen.taken', { count: groups.taken.length })}
        ids={groups.taken}
        {...props}
      />
      <Folded
        name="more"
        summary={t('letters-screen.more', { count: groups.more.length })}
        ids={groups.more}
        {...props}
      />
      <KeepIdentity {...props} />
    </section>
  );
}

function Fields({ ids, ...props }: LetterFormProps & { readonly ids: readonly FieldId[] }) {
  const speech = useSpeech();
  return (
    <>
      {ids.map((id) => (
        <LetterField
          key={id}
          id={id}
          value={props.values[id] ?? ''}
          source={sourceOf(id, props, speech)}
          error={errorOf(id, props.problems, speech)}
          onChange={(value) => props.onChange(id, value)}
        />
      ))}
    </>
  );
}

/** Said as long as the value is the one that was proposed. */
function sourceOf(id: FieldId, { values, suggested }: LetterFormProps, { t }: Speech): string | undefined {
  const one = Object.hasOwn(suggested, id) ? suggested[id] : undefined;
  if (!one || one.value !== values[id]) return undefined;
  if (one.from !== null) return t('letters-screen.taken-from', { number: displayNumber(one.from) });
  return t(id === 'letterDate' ? 'letters-screen.taken-today' : 'letters-screen.taken-source');
}

function errorOf(id: FieldId, problems: readonly Problem[], { t }: Speech): string | null {
  const about = problems.find(({ code, fields }) => code.startsWith('field-') && fields?.includes(id));
  return about ? t(`letters-screen.warned.${about.code}`) : null;
}

type FoldedProps = LetterFormProps & {
  readonly name: string;
  readonly summary: ComponentChildren;
  readonly ids: readonly FieldId[];
};

function Folded({ name, summary, ...props }: FoldedProps) {
  if (props.ids.length === 0) return null;
  return (
    <details class="letter-fold" data-fold={name}>
      <summary>{summary}</summary>
      <div class="stack-loose">
        <Fields {...props} />
      </div>
    </details>
  );
}

/** Off until the person ticks it: a help desk has fifteen people a day on one computer. */
function KeepIdentity({ template, identity, onClear }: LetterFormProps) {
  const { t } = useSpeech();
  return (
    <div class="stack" data-identity={identity.kept ? 'kept' : 'not-kept'}>
      {template.required.includes('lastName') ? (
        <Choice
          checked={identity.kept}
          label={t('letters-screen.keep-identity')}
          hint={t('letters-screen.keep-identity-hint')}
          onChange={identity.onKeep}
        />
      ) : null}
      <div class="row">
        {identity.kept && template.required.includes('lastName') ? (
          <Button kind="alarm" name="forget-identity" onClick={identity.onForget}>
            {t('letters-screen.forget-identity')}
          </Button>
        ) : null}
        <Button kind="quiet" name="clear-letter" onClick={onClear}>
          {t('letters-screen.clear')}
        </Button>
      </div>
    </div>
  );
}

export interface MediumChoiceProps {
  readonly media: readonly Medium[];
  readonly value: Medium;
  readonly onChange: (medium: Medium) => void;
}

/** How it leaves; not asked when there is one way. */
export function MediumChoice({ media, value, onChange }: MediumChoiceProps) {
  const { t } = useSpeech();
  const name = useId();
  if (media.length < 2) return null;
  return (
    <fieldset class="group letter-media" data-media={value}>
      <legend>{t('letters-screen.medium')}</legend>
      <div class="row">
        {media.map((medium) => (
          <Choice
            key={medium}
            type="radio"
            name={name}
            checked={medium === value}
            label={t(mediumName(medium))}
            onChange={() => onChange(medium)}
          />
        ))}
      </div>
    </fieldset>
  );
}

export interface RequestChoiceProps {
  readonly requests: readonly ComplementFact[];
  readonly value: string | null;
  readonly onChange: (request: ComplementFact) => void;
}

/** Which complement request it answers; not asked when there is one. */
export function RequestChoice({ requests, value, onChange }: RequestChoiceProps) {
  const { t, locale } = useSpeech();
  const name = useId();
  if (requests.length < 2) return null;
  return (
    <fieldset class="group" data-letter-request={value ?? ''}>
      <legend>{t('letters-screen.request')}</legend>
      {requests.map((one) => (
        <Choice
          key={one.request}
          type="radio"
          name={name}
          checked={one.request === value}
          label={one.request}
          hint={
            one.notifiedOn
              ? t('letters-screen.request-on', { date: calendarDay(one.notifiedOn, locale) })
              : t('letters-screen.request-no-day')
          }
          onChange={() => onChange(one)}
        />
      ))}
    </fieldset>
  );
}
