/** A labelled field: label, hint, the field, and its error tied to it for screen readers. */
import { TriangleAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './Icon';

export interface FieldIds {
  readonly id: string;
  readonly class: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: 'true';
}

export interface FieldProps {
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly error?: string | null;
  /** Draws the field itself with the attributes that tie it to its label. */
  readonly children: (ids: FieldIds) => ComponentChildren;
}

export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} class="field-hint">
          {hint}
        </p>
      ) : null}
      {children({
        id,
        class: 'input',
        ...(described ? { 'aria-describedby': described } : {}),
        ...(error ? { 'aria-invalid': 'true' as const } : {}),
      })}
      {error ? (
        <p id={`${id}-error`} class="field-error">
          <Icon of={TriangleAlert} />
          {error}
        </p>
      ) : null}
    </div>
  );
}

export interface ChoiceProps {
  readonly type?: 'checkbox' | 'radio';
  readonly name?: string;
  readonly checked: boolean;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly onChange: (checked: boolean) => void;
}

/** A checkbox or radio whose whole line is the target. */
export function Choice({ type = 'checkbox', name, checked, label, hint, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <label class="choice" for={id}>
      <input
        id={id}
        type={type}
        {...(name ? { name } : {})}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class="choice-body">
        <span>{label}</span>
        {hint ? (
          <span id={`${id}-hint`} class="field-hint">
            {hint}
          </span>
        ) : null}
      </span>
    </label>
  );
}
