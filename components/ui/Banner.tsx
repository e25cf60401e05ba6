/** A sentence that matters, with an icon and a tone; the tone is never carried by the colour alone. */
import { CircleCheck, Info, type LucideIcon, OctagonAlert, TriangleAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';

export type Tone = 'plain' | 'good' | 'warn' | 'alarm';

const ICONS: Record<Tone, LucideIcon> = { plain: Info, good: CircleCheck, warn: TriangleAlert, alarm: OctagonAlert };

export interface BannerProps {
  readonly tone?: Tone;
  readonly icon?: LucideIcon;
  readonly title?: ComponentChildren;
  readonly name?: string;
  readonly children?: ComponentChildren;
}

export function Banner({ tone = 'plain', icon, title, name, children }: BannerProps) {
  return (
    <div class={`banner banner-${tone}`} {...(name ? { 'data-banner': name } : {})}>
      <Icon of={icon ?? ICONS[tone]} />
      <div class="banner-body">
        {title ? <p class="banner-title">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
