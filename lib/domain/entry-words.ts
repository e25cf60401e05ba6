/** The words that entries choose among: outcomes, methods, channels, regimes… Each list names its source. */

export const OUTCOMES = ['blocked', 'down', 'refused', 'step', 'confirmation', 'notice', 'info'] as const;

export const CAPTURE_METHODS = [
  'screen', // pixels of the screen, one view
  'full-page', // pixels of the whole page in one go (Firefox)
  'stitched', // pixels of several views, assembled (Chromium)
  'rerendered', // drawn again from the page's structure: « rendu reconstitué »
] as const;
export type CaptureMethod = (typeof CAPTURE_METHODS)[number];
export const CAPTURE_TRIGGERS = ['popup', 'shortcut', 'context-menu', 'automatic'] as const;
export type CaptureTrigger = (typeof CAPTURE_TRIGGERS)[number];

/** Channels of domain.md § 3.1. */
export const CHANNELS = [
  'CCC_FORM',
  'CCC_MAIL',
  'CCC_PHONE',
  'PAN',
  'PREF_MAIL',
  'LRAR',
  'DN_MSG',
  'ANEF_REPLY',
  'OTHER',
] as const;
export type Channel = (typeof CHANNELS)[number];
/** Outcomes of domain.md § 3.1; always set by a human. */
export const EXCHANGE_OUTCOMES = [
  'NONE',
  'AUTO_REPLY',
  'STEREOTYPED',
  'RESOLVED',
  'IMPOSSIBILITY_ATTESTED',
  'INVITED',
  'REDIRECTED',
  'REFUSED',
] as const;
export type ExchangeOutcome = (typeof EXCHANGE_OUTCOMES)[number];

/** Who wrote to whom. Absent: sent, as every exchange was before this member came. */
export const DIRECTIONS = ['sent', 'received'] as const;
/** What happened to a letter or a message on its way (domain.md § 6.1: the receipt is another document than the deposit). */
export const MILESTONES = ['delivered', 'returned'] as const;
/** How a call ended (domain.md § 5.2). */
export const CALL_ENDS = ['answered', 'no-answer', 'cut', 'closed'] as const;

/** The procedure that the person says they are under (domain.md § 3.3 T0.2): asked, never decided. */
export const REGIMES = ['R431_2', 'R431_3', 'UNKNOWN'] as const;
export type Regime = (typeof REGIMES)[number];
/** Situations in which the tool steps back: « contactez tout de suite un avocat ou une association » (domain.md § 3.3 T0.4). */
export const STOPS = [
  'removal-decision',
  'detention',
  'refusal-notified',
  'expired-six-months',
  'hearing',
  'unaccompanied-minor',
  'violence',
] as const;
export type Stop = (typeof STOPS)[number];
/** Facts that the person gives for urgency (domain.md § 3.3 T0.5); those of the calendar are computed. */
export const URGENCY_FACTS = ['job', 'benefits', 'care', 'other'] as const;
export type UrgencyFact = (typeof URGENCY_FACTS)[number];
/** Days that count in a dossier, as the person reads them on their documents. */
export const KEY_DATES = ['titleExpiry', 'attestationEnd', 'receiptEnd', 'filedOn', 'closedOn'] as const;
export type KeyDate = (typeof KEY_DATES)[number];

/** What a complement request says of a document, and what the person answers for it (domain.md § 3.5 K2, K3). */
export const ITEM_PROBLEMS = ['missing', 'mismatch', 'other'] as const;
export const ITEM_ANSWERS = ['provide', 'cannot', 'already-sent', 'ask'] as const;
