/** What a press on the pack's screen changes in the person's choices: pure, from the plan that is shown to the choices to keep. */
import { PACK_DEFAULTS, type PackChoices, type PackGroup, type PackPiece, type PackPlan } from './pack-types';

/** Which way a pièce goes by one place among those of its group that may move. */
export type Step = 'up' | 'down';

/** Pièces of the same group whose number nothing holds, in their order. */
export function movable(plan: PackPlan, group: PackGroup): readonly PackPiece[] {
  return plan.pieces.filter((piece) => piece.group === group && !piece.frozen);
}

function ordered(plan: PackPlan, ids: readonly string[], changes: Partial<PackChoices> = {}): PackChoices {
  // Those left out keep a place too, after the others: put back, they come last in their group.
  return { ...plan.choices, ...changes, order: [...ids, ...plan.left.map(({ id }) => id)] };
}

/**
 * Puts a pièce before another one, in that one's group.
 * @param before null: last of `group`
 * @returns null when it would change nothing, or when its number may not move
 */
export function movedBefore(plan: PackPlan, id: string, before: string | null, group: PackGroup): PackChoices | null {
  const piece = plan.pieces.find((one) => one.id === id);
  if (!piece || piece.frozen || id === before) return null;
  const rest = plan.pieces.map((one) => one.id).filter((one) => one !== id);
  const last = plan.pieces.findLast((one) => one.group === group && one.id !== id);
  const at = before === null ? (last ? rest.indexOf(last.id) + 1 : rest.length) : rest.indexOf(before);
  if (at < 0) return null;
  const ids = [...rest.slice(0, at), id, ...rest.slice(at)];
  const same = piece.group === group && ids.every((one, index) => one === plan.pieces[index]?.id);
  if (same) return null;
  return ordered(plan, ids, piece.group === group ? {} : { groups: { ...plan.choices.groups, [id]: group } });
}

/** One place up or down, over the frozen ones. @returns null at the end of its group, or when its number may not move */
export function stepped(plan: PackPlan, id: string, step: Step): PackChoices | null {
  const piece = plan.pieces.find((one) => one.id === id);
  if (!piece || piece.frozen) return null;
  const own = movable(plan, piece.group);
  const at = own.findIndex((one) => one.id === id);
  const other = own[step === 'up' ? at - 1 : at + 1];
  if (!other) return null;
  if (step === 'up') return movedBefore(plan, id, other.id, piece.group);
  const ids = plan.pieces.map((one) => one.id).filter((one) => one !== id);
  const place = ids.indexOf(other.id) + 1;
  return ordered(plan, [...ids.slice(0, place), id, ...ids.slice(place)]);
}

/** Joined as a PDF or not. */
export function joined(choices: PackChoices, id: string, on: boolean): PackChoices {
  const rest = choices.left.filter((one) => one !== id);
  return { ...choices, left: on ? rest : [...rest, id] };
}

/** @param label null: the proposed one again */
export function labelled(choices: PackChoices, id: string, label: string | null): PackChoices {
  const { [id]: _before, ...rest } = choices.labels;
  return { ...choices, labels: label === null ? rest : { ...rest, [id]: label } };
}

export function grouped(choices: PackChoices, id: string, group: PackGroup): PackChoices {
  return { ...choices, groups: { ...choices.groups, [id]: group } };
}

/** A series as one pièce per capture, or as one pièce again. */
export function takenApart(choices: PackChoices, series: string, apart: boolean): PackChoices {
  const rest = choices.apart.filter((one) => one !== series);
  return { ...choices, apart: apart ? [...rest, series] : rest };
}

/** Captures that make one pièce; each is in one list at most. */
export function putTogether(choices: PackChoices, seqs: readonly number[]): PackChoices {
  const chosen = [...new Set(seqs)].sort((one, other) => one - other);
  return { ...choices, together: [...withoutSeqs(choices.together, chosen), ...(chosen.length > 1 ? [chosen] : [])] };
}

/** Each on its own again, or back in its series. */
export function separated(choices: PackChoices, seqs: readonly number[]): PackChoices {
  return { ...choices, together: withoutSeqs(choices.together, seqs) };
}

function withoutSeqs(lists: PackChoices['together'], seqs: readonly number[]): PackChoices['together'] {
  const gone = new Set(seqs);
  return lists.map((list) => list.filter((seq) => !gone.has(seq))).filter((list) => list.length > 1);
}

/** The proposed order, labels and series again; for whom, and what the photos say, stay as chosen. */
export function proposed({ profile, withMetadata }: PackChoices): PackChoices {
  return { ...PACK_DEFAULTS, profile, withMetadata };
}

/** True when `proposed` would change something. */
export function arranged(choices: PackChoices): boolean {
  return JSON.stringify(proposed(choices)) !== JSON.stringify({ ...proposed(choices), ...choices });
}
