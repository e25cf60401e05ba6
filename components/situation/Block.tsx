/** One question of « Ma situation », with when it was last answered. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { displayNumber } from '@/lib/domain/entry';
import { momentAt } from '@/lib/domain/moment';
import type { Triage } from '@/lib/domain/triage';
import { shortDay } from '../format';
import { useSpeech } from '../text';
import type { SituationDraft } from './situation-model';

export interface BlockProps {
  readonly draft: SituationDraft;
  readonly triage: Triage;
  readonly onChange: (part: Partial<SituationDraft>) => void;
}

export function Block({
  name,
  title,
  hint,
  triage,
  facts,
  children,
}: {
  readonly name: string;
  readonly title: string;
  readonly hint?: string;
  readonly triage: Triage;
  /** Members of `triage.stated` that answer it. */
  readonly facts: readonly string[];
  readonly children: ComponentChildren;
}) {
  const { t, locale } = useSpeech();
  const id = useId();
  const last = facts
    .flatMap((fact) => triage.stated[fact] ?? [])
    .toSorted((one, other) => one.seq - other.seq)
    .at(-1);
  return (
    <fieldset class="sheet stack" data-block={name} {...(hint ? { 'aria-describedby': id } : {})}>
      <legend class="block-title">{title}</legend>
      {hint ? (
        <p id={id} class="field-hint">
          {hint}
        </p>
      ) : null}
      {children}
      <p class="small soft" data-stated={last?.seq ?? ''}>
        {last
          ? t('situation.said-on', {
              date: shortDay(momentAt(Date.parse(last.at)), locale),
              number: displayNumber(last.seq),
            })
          : t('situation.never-said')}
      </p>
    </fieldset>
  );
}
