/** Pages that any of our hosts may show in place of its own: the block page of a content network. */
import type { SiteTable } from '@/lib/domain/page';
import { PREFECTURE_HOSTS } from '../../prefectures/matches';
import { NATIONAL_HOSTS } from '../hosts';

export const ANY: SiteTable = {
  site: 'any',
  label: 'Page de blocage d’un réseau de diffusion',
  hosts: [...Object.values(NATIONAL_HOSTS).flat(), ...PREFECTURE_HOSTS],
  rows: [
    {
      id: 'any/cloudflare-block',
      outcome: 'blocked',
      label: 'Accès bloqué par la protection du site',
      when: {
        any: [
          { heading: /^(?:sorry, you have been blocked|(?:désolé, )?vous avez été bloqué|you are unable to access)/ },
          { title: /^attention required!?(?: ?\| ?cloudflare)?$/ },
          { title: /^(?:just a moment|un instant)[ .…]{0,4}$/ },
        ],
      },
      extract: { errorCode: { pattern: /\bray id ?:? ?([0-9a-f]{16})\b/ } },
      hints: ['B1', 'B5'],
      sources: [
        { ref: 'pages.md § 4.1 « Blocking pages », § 7 cloudflare-block', seen: '2026-11-21', sure: 'inferred' },
      ],
    },
  ],
};
