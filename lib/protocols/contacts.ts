/** Numbers to call, each with its source. Hours are not given: public sources disagree (domain.md § 2.1 C4). */
import type { Channel } from '@/lib/domain/entry';

export interface PhoneContact {
  readonly id: 'ccc';
  readonly channel: Channel;
  /** As people read it and type it. */
  readonly number: string;
  /** The same for a link. */
  readonly href: string;
  readonly sources: readonly { readonly ref: string; readonly seen: string }[];
}

export const PHONE_CONTACTS: readonly PhoneContact[] = [
  {
    id: 'ccc',
    channel: 'CCC_PHONE',
    number: '0 806 001 620',
    href: 'tel:+33806001620',
    sources: [
      { ref: 'S003:1530-1532 (particuliers)', seen: '2026-03-10' },
      { ref: 'domain.md § 2.1 C4 (hours: sources disagree, 9–16 h or 9–17 h)', seen: '2026-11-21' },
    ],
  },
];
