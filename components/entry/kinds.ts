/** The drawing of each kind of entry, and the groups that the timeline filters by. */
import {
  ArrowRightLeft,
  Ban,
  BookOpen,
  Camera,
  CameraOff,
  Clock,
  Eye,
  EyeOff,
  FileQuestion,
  FileText,
  Inbox,
  ListChecks,
  type LucideIcon,
  Mail,
  Package,
  Paperclip,
  Route,
  Send,
  SkipForward,
  SquareCheck,
  StickyNote,
} from 'lucide-preact';
import type { EntryKind } from '@/lib/domain/entry';

export const KIND_ICONS: Record<EntryKind, LucideIcon> = {
  'dossier-opened': BookOpen,
  attempt: Eye,
  capture: Camera,
  'capture-failed': CameraOff,
  exchange: Mail,
  'exchange-outcome': Inbox,
  note: StickyNote,
  'step-skipped': SkipForward,
  'dossier-track': Route,
  answer: SquareCheck,
  complement: ListChecks,
  imported: Paperclip,
  'letter-generated': FileText,
  'letter-sent': Send,
  removed: Ban,
  redacted: EyeOff,
  exported: Package,
  'journal-imported': ArrowRightLeft,
  stamped: Clock,
};
export const UNREADABLE_ICON: LucideIcon = FileQuestion;

export const FILTERS = ['all', 'attempts', 'captures', 'exchanges', 'others'] as const;
export type Filter = (typeof FILTERS)[number];

const GROUPS: Record<EntryKind, Exclude<Filter, 'all'>> = {
  'dossier-opened': 'others',
  attempt: 'attempts',
  capture: 'captures',
  'capture-failed': 'captures',
  exchange: 'exchanges',
  'exchange-outcome': 'exchanges',
  note: 'others',
  'step-skipped': 'others',
  'dossier-track': 'others',
  answer: 'others',
  complement: 'exchanges',
  imported: 'exchanges',
  'letter-generated': 'exchanges',
  'letter-sent': 'exchanges',
  removed: 'others',
  redacted: 'captures',
  exported: 'others',
  'journal-imported': 'others',
  stamped: 'others',
};

/** Whether an entry shows under a filter; an entry that this version cannot read shows under « all » and « others ». */
export function passes(kind: EntryKind | null, filter: Filter): boolean {
  return filter === 'all' || (kind === null ? 'others' : GROUPS[kind]) === filter;
}
