/** Marks of an automatic message (RFC 3834, and what servers write in the wild): a proposal, never a decision. */
import type { AutoReplyMark } from '@/lib/domain/imported';

const SUBJECT =
  /r[ée]ponse automatique|message automatique|accus[ée] de r[ée]ception|auto(?:matic)?[ -]?reply|auto(?:matic)?[ -]?response|out of (?:the )?office|absen(?:t|ce) du bureau|ne pas r[ée]pondre|do not reply/i;

/** @param headers lower-case name → value, the first of each */
export function autoReplyMarks(headers: ReadonlyMap<string, string>, subject: string): AutoReplyMark[] {
  const value = (name: string): string => (headers.get(name) ?? '').trim().toLowerCase();
  const submitted = value('auto-submitted');
  const marks: [AutoReplyMark, boolean][] = [
    ['auto-submitted', submitted !== '' && !submitted.startsWith('no')],
    ['x-autoreply', ['x-autoreply', 'x-autorespond', 'x-auto-reply'].some((name) => !['', 'no'].includes(value(name)))],
    ['precedence', /^(?:auto_reply|auto-reply|bulk|junk)/.test(value('precedence'))],
    ['subject', SUBJECT.test(subject.normalize('NFC'))],
  ];
  return marks.flatMap(([mark, found]) => (found ? [mark] : []));
}
