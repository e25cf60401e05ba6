/** The keys of the texts that belong to values of the journal: one function a kind, so that a screen never builds a key by hand. */
import type { Gap } from '@/lib/domain/checklist-completion';
import type { EntryData, KeyDate, Regime, Stop } from '@/lib/domain/entry';
import type { MarkProgress } from '@/lib/domain/gauge';
import type { ComparedMeasure } from '@/lib/domain/gauge-compare';
import type { UrgencyReason } from '@/lib/domain/triage';

type Item = EntryData['complement']['items'][number];

export const stopKey = (stop: Stop) => `triage.stop.${stop}` as const;
export const urgencyKey = (reason: UrgencyReason) => `triage.urgency.${reason}` as const;
export const regimeKey = (regime: Regime) => `triage.regime.${regime}` as const;
export const dateKey = (date: KeyDate) => `triage.date.${date}` as const;
/** Of a choice of a table's questions; a text, for a journal may hold a choice of a later version. */
export const choiceKey = (choice: string): string => `choice.${choice}`;
export const problemKey = (problem: Item['problem']) => `complement.problem.${problem}` as const;
export const itemAnswerKey = (answer: NonNullable<Item['answer']>) => `complement.answer.${answer}` as const;
export const complementStateKey = (state: 'open' | 'said' | 'proven' | 'over') => `complement.state.${state}` as const;
export const markKey = (mark: MarkProgress['mark']) => `gauge.text.mark.${mark}` as const;
export const measureKey = (measure: ComparedMeasure) => `gauge.text.measure.${measure}` as const;
/** What a judged file was, in words. */
export const judgedFileKey = (id: string): string => `gauge.file.${id}`;
/** Of a gap: `step` is the value that the text of a step's gap takes. */
export const gapKey = (gap: Gap) => ('fact' in gap ? (`gap.${gap.fact}` as const) : (`gap.step.${gap.why}` as const));
/** Of a track, a step, a part or a mark. */
export const trackKey = (track: string): string => `protocols.${track}.label`;
export const stepKey = (track: string, id: string): string => `protocols.${track}.${id}.label`;
export const explainKey = (track: string, id: string): string => `protocols.${track}.${id}.explain`;
