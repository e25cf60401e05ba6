/** A button with its icon and words; at least 44 px; never disabled without saying why nearby. */
import type { LucideIcon } from 'lucide-preact';
import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './Icon';

export interface ButtonProps {
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'alarm';
  readonly icon?: LucideIcon;
  readonly wide?: boolean;
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  /** The work that it asked for is under way: it keeps the focus and does nothing more. */
  readonly busy?: boolean;
  readonly name?: string;
  readonly describedBy?: string;
  readonly onClick?: (event: JSX.TargetedMouseEvent<HTMLButtonElement>) => void;
  readonly children: ComponentChildren;
}

/** `name` is a stable hook for tests and styles (`data-action`), not shown. */
export function Button({
  kind = 'plain',
  icon,
  wide,
  type = 'button',
  disabled,
  busy,
  name,
  describedBy,
  onClick,
  children,
}: ButtonProps) {
  return (
    <button
      type={type}
      class={`button button-${kind}${wide ? ' button-wide' : ''}`}
      disabled={disabled ?? false}
      {...(name ? { 'data-action': name } : {})}
      {...(describedBy ? { 'aria-describedby': describedBy } : {})}
      {...(busy ? { 'aria-disabled': 'true' as const } : {})}
      {...(onClick && !busy ? { onClick } : {})}
    >
      {icon ? <Icon of={icon} /> : null}
      <span>{children}</span>
    </button>
  );
}
