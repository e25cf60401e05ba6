/** ANEF: the messages that end a request, or say yes: closure, refusal, decision. */
import type { Extraction, PageRow } from '@/lib/domain/page';
import { OTHER_LANGUAGES } from '../shared';
import { ADDRESSED, NOTIFICATION_LIST, QUOTES } from './guards';
import { DOSSIER, dayAfter } from './values';

const REQUEST = String.raw`(?:votre demande en ligne|votre demande d[eu]|votre demande n°|your online application)\b.{0,120}`;
const SENTENCE = `(?:^|[.!:,] ?)(?:(?:je|nous) vous inform(?:e|ons) que |(?:i|we) (?:hereby )?inform you that )?`;

/** A day of this message; none when the list stands behind it in the page, where days are those of other messages. */
function dayOfMessage(words: string): Extraction {
  const { pattern } = dayAfter(words);
  const alone = String.raw`^(?![\s\S]{0,60000}(?:filtrer mes notifications|résultats par page|results per page))`;
  return { from: 'page', pattern: new RegExp(String.raw`${alone}[\s\S]{0,60000}?${pattern.source}`), is: 'date' };
}

/** When the message was sent, read and answered, where the page says so. */
export const MESSAGE_DAYS = {
  readOn: dayOfMessage('lue?|read on'),
  answeredOn: dayOfMessage('répondue?|answered on'),
  notifiedOn: dayOfMessage('notifiée? le|notification du|envoyée? le|reçue? le|message du|sent on|received on'),
} as const satisfies Readonly<Record<string, Extraction>>;

export const DECISION_ROWS: readonly PageRow[] = [
  {
    id: 'anef/closure',
    outcome: 'refused',
    label: 'Notification de clôture de la demande',
    when: {
      all: [ADDRESSED],
      none: [QUOTES],
      any: [
        { text: /^notification de clôture(?: de (?:la|votre) demande)?$/, none: [NOTIFICATION_LIST] },
        {
          text: new RegExp(
            String.raw`${SENTENCE}${REQUEST}(?:a été (?:clôturée|close|classée sans suite)|has been closed)\b`,
          ),
        },
      ],
    },
    extract: {
      dossierNumber: DOSSIER,
      reason: { pattern: /(malgré les relances de nos services[^.]{0,250})/ },
      ...MESSAGE_DAYS,
    },
    hints: ['D3', 'D4', 'D5'],
    sources: [
      { ref: 'pages.md § 3.3 « Notification de clôture de la demande »', seen: '2026-03-01', sure: 'confirmed' },
      OTHER_LANGUAGES,
    ],
  },
  {
    id: 'anef/decision-unfavourable',
    outcome: 'refused',
    label: 'Notification de décision défavorable',
    when: {
      all: [ADDRESSED],
      none: [QUOTES],
      text: new RegExp(
        String.raw`${SENTENCE}${REQUEST}(?:a été (?:refusée|rejetée)|a fait l'objet d'un(?:e décision)? (?:de )?(?:refus|rejet|défavorable)|has been (?:refused|rejected))\b`,
      ),
    },
    extract: {
      dossierNumber: DOSSIER,
      answer: {
        pattern:
          /(?:votre demande|your online application)\b.{0,140}?(?:a été|a fait l'objet|has been) (refusée|rejetée|d'un[^.]{3,40}|refused|rejected)/,
      },
      ...MESSAGE_DAYS,
    },
    sources: [
      {
        ref: 'pages.md § 3.3 « Notification de décision »; the words of a refusal were not seen',
        seen: '2026-03-01',
        sure: 'inferred',
      },
    ],
  },
  {
    id: 'anef/decision',
    outcome: 'notice',
    label: 'Notification de décision',
    when: {
      all: [ADDRESSED],
      none: [QUOTES],
      any: [
        { text: /^notification de décision(?: favorable)?$/, none: [NOTIFICATION_LIST] },
        { text: new RegExp(String.raw`${SENTENCE}${REQUEST}(?:a été acceptée|has been (?:accepted|approved))\b`) },
      ],
    },
    extract: {
      dossierNumber: DOSSIER,
      answer: {
        pattern: /(?:votre demande|your online application)\b.{0,140}?(?:a été|has been) (acceptée|accepted|approved)/,
      },
      ...MESSAGE_DAYS,
    },
    sources: [
      { ref: 'pages.md § 3.3 « Notification de décision »', seen: '2026-03-01', sure: 'confirmed' },
      OTHER_LANGUAGES,
    ],
  },
];
