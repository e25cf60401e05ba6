/** Files about which the Conseil d'État has spoken, with what is known of their captures. Read second-hand: to be checked. */
import type { JudgedFile } from '@/lib/domain/gauge-compare';

export const JUDGED_FILES: readonly JudgedFile[] = [
  {
    id: 'CE-435594',
    reference: 'CE, 10 juin 2020, n° 435594',
    captures: 4,
    // 13 to 18 September 2019: a Friday and a Wednesday, two ISO weeks but six days.
    spanDays: 5,
    onePeriod: true,
    contacts: { LRAR: 1, PREF_MAIL: 1 },
    held: 'not-enough',
    sources: [
      { ref: 'domain.md § 3.5 T6; evidence.md § A.1 (ash.tm.fr, hebdo 3165, second-hand)', seen: '2026-11-21' },
    ],
  },
  {
    id: 'CE-448178',
    reference: 'CE, 21 avril 2021, n° 448178',
    captures: 228,
    // June, July, August and October 2020, without the days: 30 June to 1 October is the least that this allows.
    spanDays: 93,
    spanAtLeast: true,
    onePeriod: false,
    contacts: {},
    held: 'accepted',
    sources: [
      {
        ref: 'evidence.md § A.1 (terravocats.com, juritravail.com, second-hand): anonymous captures',
        seen: '2026-11-21',
      },
    ],
  },
];
