/** What each profile of the pack changes, as data. Every profile holds the whole journal and its chain. */
import type { PackProfile } from '@/lib/domain/pack-types';

export const DOCUMENTS = ['inventory', 'chronology', 'note', 'objections'] as const;
export type DocumentId = (typeof DOCUMENTS)[number];

export interface ProfileRules {
  /** Whether pièces are made at all. */
  readonly pdfs: boolean;
  readonly documents: readonly DocumentId[];
  /** Cites R. 412-2 and R. 414-5 under the inventory: said to whoever knows them. */
  readonly articles: boolean;
  /** The untouched picture is attached to the PDF of a capture that stands alone. */
  readonly originals: boolean;
  /** `telerecours`: 30 Mo a file. `to-check`: what Télérecours citoyens takes was not read live (domain.md § 4.2). */
  readonly limits: 'telerecours' | 'to-check';
  /** Words typed in the journal are printed: for somebody who helps, never in what is filed as it is (domain.md § 7.4.7). */
  readonly words: boolean;
}

export const PROFILES: Readonly<Record<PackProfile, ProfileRules>> = {
  whole: { pdfs: true, documents: DOCUMENTS, articles: false, originals: true, limits: 'telerecours', words: true },
  lawyer: { pdfs: true, documents: DOCUMENTS, articles: true, originals: true, limits: 'telerecours', words: true },
  // Filed by the person alone: no note to a lawyer, nothing attached inside a PDF that a form may refuse.
  citizen: {
    pdfs: true,
    documents: ['inventory', 'chronology', 'objections'],
    articles: false,
    originals: false,
    limits: 'to-check',
    words: false,
  },
  association: {
    pdfs: true,
    documents: DOCUMENTS,
    articles: false,
    originals: true,
    limits: 'telerecours',
    words: true,
  },
  captures: { pdfs: false, documents: [], articles: false, originals: false, limits: 'telerecours', words: false },
};
