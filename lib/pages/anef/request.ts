/** ANEF: asking for something, in order: the messages that refuse, the choice of a ground, the other procedures, the form, what came of it. */
import type { PageRow } from '@/lib/domain/page';
import { DOCUMENT_ROWS } from './documents';
import { PROCEDURE_ROWS } from './procedures';
import { REFUSAL_ROWS } from './refusals';
import { TRIAGE_ROWS } from './triage';
import { WIZARD_ROWS } from './wizard';

export const REQUEST_ROWS: readonly PageRow[] = [
  ...REFUSAL_ROWS,
  ...TRIAGE_ROWS,
  ...PROCEDURE_ROWS,
  ...WIZARD_ROWS,
  ...DOCUMENT_ROWS,
];
