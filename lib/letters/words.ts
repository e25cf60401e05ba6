/** Keys of the words that explain the letters in the person's language; the letters themselves are always French. */
import type { Medium, ProblemCode } from '@/lib/domain/letter-types';
import type { TextKey } from '@/lib/locales';
import { FIELDS, type FieldId } from './fields';
import type { LetterId } from './index';

export const letterName = (id: LetterId): TextKey => `letters.name.${id}`;
export const letterUse = (id: LetterId): TextKey => `letters.use.${id}`;
export const mediumName = (medium: Medium): TextKey => `letters.medium.${medium}`;
export const fieldLabel = (id: FieldId): TextKey => `letters.field.${id}`;
export const fieldHelp = (id: FieldId): TextKey => `letters.help.${id}`;
/** Its texts take `count`. */
export const problemText = (code: ProblemCode): TextKey => `letters.problem.${code}`;

type Choices = {
  [F in FieldId]: (typeof FIELDS)[F] extends { readonly choices: infer C } ? `${F}.${keyof C & string}` : never;
}[FieldId];

const choiceKey = (choice: Choices): TextKey => `letters.choice.${choice}`;

/** The codes of a choice with the key of their words; empty for a field that is no choice. */
export function choicesOf(id: FieldId): readonly { readonly code: string; readonly label: TextKey }[] {
  const field = FIELDS[id];
  if (!('choices' in field)) return [];
  return Object.keys(field.choices).map((code) => ({ code, label: choiceKey(`${id}.${code}` as Choices) }));
}

/** Reminders shown beside a letter before it leaves. */
export const REMINDERS = ['no-papers', 'sensitive', 'draft', 'shared-device', 'check-address', 'review'] as const;
export type Reminder = (typeof REMINDERS)[number];
export const reminderText = (reminder: Reminder): TextKey => `letters.reminder.${reminder}`;
