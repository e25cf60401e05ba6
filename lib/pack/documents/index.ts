/** The documents around the pièces, as the profile asks for them: data that any renderer draws. */
import type { DocumentId } from '../profiles';
import { PROFILES } from '../profiles';
import { chronologyDocument } from './chronology';
import type { DocumentInput, PackDocument } from './document';
import { inventoryDocument } from './inventory';
import { noteDocument } from './note';
import { objectionsDocument } from './objections';

export { packListBytes } from '../list';
export type { DocumentInput, MadeFile, PackDocument } from './document';

const MAKERS: Readonly<Record<DocumentId, (input: DocumentInput) => PackDocument>> = {
  inventory: inventoryDocument,
  chronology: chronologyDocument,
  note: noteDocument,
  objections: objectionsDocument,
};

/** Once the pièces are made: the inventory says how many pages each has. */
export function packDocuments(input: DocumentInput): readonly PackDocument[] {
  return PROFILES[input.plan.choices.profile].documents.map((id) => MAKERS[id](input));
}
