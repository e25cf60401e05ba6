/** The page's state in one sentence: which words, which tone, what the person can do about it. Pure. */
import type { TextKey } from '@/lib/locales';
import type { TabState } from '@/lib/messages/contract';
import type { Tone } from '../ui/Banner';

export type StatusKind =
  | 'loading'
  | 'protected'
  | 'permission-missing'
  | 'browser-error'
  | 'site-down'
  | 'other'
  | 'not-read'
  | 'unknown'
  | 'unknown-problem'
  | NonNullable<NonNullable<TabState['page']>['recognition']>['outcome'];

export interface PageStatus {
  readonly kind: StatusKind;
  readonly tone: Tone;
  readonly text: TextKey;
  /** Whether our capture buttons can work here. */
  readonly capturable: boolean;
  /** Whether this kind of page is an attempt, written down by itself when the person allows it. */
  readonly logged: boolean;
}

const LOGGED: readonly StatusKind[] = [
  'blocked',
  'down',
  'refused',
  'confirmation',
  'notice',
  'browser-error',
  'site-down',
];

const TONES: Record<StatusKind, Tone> = {
  loading: 'plain',
  protected: 'plain',
  'permission-missing': 'warn',
  'browser-error': 'alarm',
  'site-down': 'alarm',
  other: 'plain',
  'not-read': 'plain',
  unknown: 'plain',
  'unknown-problem': 'warn',
  blocked: 'alarm',
  down: 'alarm',
  refused: 'warn',
  step: 'plain',
  confirmation: 'good',
  notice: 'warn',
  info: 'plain',
};

function kindOf(tab: TabState | null): StatusKind {
  if (!tab) return 'loading';
  if (tab.page?.recognition) return tab.page.recognition.outcome;
  // Said first: what was heard of this site before access was taken back is no more the last word.
  if (tab.host === 'missing') return 'permission-missing';
  if (tab.receipt?.status === 0) return 'browser-error';
  if (tab.receipt && (tab.receipt.status >= 500 || tab.receipt.status === 429)) return 'site-down';
  if (tab.host === 'protected' || tab.host === 'other') return tab.host;
  if (!tab.page) return 'not-read';
  return tab.page.problem ? 'unknown-problem' : 'unknown';
}

/** @param tab null while the background has not answered yet */
export function pageStatus(tab: TabState | null): PageStatus {
  const kind = kindOf(tab);
  return {
    kind,
    tone: TONES[kind],
    text: `popup.page.${kind}`,
    capturable: kind !== 'protected' && kind !== 'loading',
    logged: LOGGED.includes(kind),
  };
}

/** A page of a host of ours, read, that no row knows and that looks like a problem, whatever the network said of it. */
export function isUnknownProblem(tab: TabState | null): boolean {
  return tab?.host === 'granted' && tab.page !== null && tab.page.recognition === null && tab.page.problem;
}
