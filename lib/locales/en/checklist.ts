/** Texts of the checklist: the steps of each track, and the checklist as text. */
import { blockages } from './blockages';
import { protocols } from './protocols';
import { triage } from './triage';

export const checklist = {
  ...protocols,
  ...blockages,
  ...triage,
  // The checklist as text (tests/commands/checklist.ts). Never "complete", "legal", "right" (domain.md § 4.3).
  'checklist.text.title': 'Carnet de démarches: {track}',
  'checklist.text.now':
    'As of {date}, {time} (Paris time, {offset}), {entries, plural, =0 {no entry} one {# entry} other {# entries}}.',
  'checklist.text.step': 'Step',
  'checklist.text.state': 'State',
  'checklist.text.proof': 'Traces',
  'checklist.text.none': 'none',
  'checklist.text.mandatory': 'needed step',
  'checklist.text.optional': 'optional',
  'checklist.text.received': 'expected from the préfecture',
  'checklist.text.none-yet': 'not in the notebook',
  'checklist.text.todo': 'to do',
  'checklist.text.done': 'done since {date}',
  'checklist.text.waiting': 'done since {date}, waiting',
  'checklist.text.answered': 'done since {date}, answer recorded',
  'checklist.text.no-answer': 'done since {date}, no answer recorded',
  'checklist.text.skipped': 'step skipped, reason recorded',
  'checklist.text.declared': 'only declared: {numbers}',
  'checklist.text.declarative': 'only declared, no file or picture',
  'checklist.text.wait': 'practical marker: wait until {date}',
  'checklist.text.wait-legal': 'time given by a text, to be checked: until {date}',
  'checklist.text.next': 'Next: {step}',
  'checklist.text.next-waits': 'Next: nothing to do now, a wait is running (practical marker).',
  'checklist.text.next-answered': 'Next: an answer is recorded, to be read with your lawyer or an association.',
  'checklist.text.next-nothing': 'Next: every needed step has a trace in the notebook.',
  'checklist.text.next-skipped': 'Next: no step to suggest, a needed step was skipped.',
  'checklist.text.key-prefecture': 'Invitation by the préfecture to the solution de substitution: {number}',
  'checklist.text.key-ccc': 'Attestation by the CCC: {number}',
  'checklist.text.key-none': 'not in the notebook',
  'checklist.text.stale':
    'This information is more than six months old and may be out of date: check it before you use it.',
  'checklist.text.footer':
    'General information, as of {date}. This is not legal advice: to be checked with your lawyer or an association.',
} as const;
