/** How a new dossier begins: three pictures (domain.md § 8.1), then the blockages under each in the person's words. */
import { BLOCKAGES } from './blockages';

/** « Je suis bloqué(e) sur le site / J'attends un papier / Je n'ai pas de rendez-vous » */
export const FAMILIES = ['site', 'paper', 'appointment'] as const;
export type Family = (typeof FAMILIES)[number];

export interface StartChoice {
  /** Code of the blockage, or the name of a choice that only leads to a track. */
  readonly id: string;
  readonly family: Family;
  readonly track: string;
  /** Null: none of the list, only « something of that kind ». */
  readonly blockage: string | null;
}

/** By the first letter of the codes of domain.md § 2.5. */
const FAMILY_OF: Readonly<Record<string, Family>> = {
  A: 'site',
  B: 'site',
  C: 'paper',
  D: 'paper',
  E: 'appointment',
  F: 'paper',
  G: 'site',
};

/** Choices that name no blockage: the track alone. Their words: `home.start.<id>.label` and `.plain`. */
const OTHERS = [
  { id: 'other-site', family: 'site', track: 'T1', blockage: null },
  { id: 'other-receipt', family: 'paper', track: 'T3b', blockage: null },
  { id: 'other-appointment', family: 'appointment', track: 'T6', blockage: null },
] as const satisfies readonly StartChoice[];

export const START_CHOICES: readonly StartChoice[] = [
  ...OTHERS,
  ...BLOCKAGES.map(({ code, track }) => ({
    id: code,
    family: FAMILY_OF[code.charAt(0)] ?? 'site',
    track,
    blockage: code,
  })),
];

/** What is chosen with a picture alone. Nothing where each paper has its own track: the person must say which. */
export function defaultStart(family: Family): StartChoice | null {
  return family === 'paper' ? null : (OTHERS.find((one) => one.family === family) ?? null);
}

/** The choices that the hints of a page name (`PageRow.hints`), in their order, each once. Proposed, never decided. */
export function hintedStarts(hints: readonly string[]): readonly StartChoice[] {
  return [...new Set(hints)].flatMap((code) => START_CHOICES.find((one) => one.blockage === code) ?? []);
}

/** The keys of a choice's words. */
export function startKeys({ id, blockage }: StartChoice): { readonly label: string; readonly plain: string } {
  const prefix = blockage === null ? `home.start.${id}` : `blockages.${blockage}`;
  return { label: `${prefix}.label`, plain: `${prefix}.plain` };
}
