/** ANEF once something was sent, in order: files refused, what was registered, the administration's messages (the contact form: contact.ts). */
import type { PageRow } from '@/lib/domain/page';
import { NOTIFICATION_ROWS } from './notifications';
import { VLS_TS_ROWS } from './procedures';
import { UPLOAD_ROWS } from './upload';
import { CONFIRMATION_ROWS } from './wizard';

/** A refused file first: it shows on the very page that asks for the document. */
export const AFTER_ROWS: readonly PageRow[] = [
  ...UPLOAD_ROWS,
  ...CONFIRMATION_ROWS,
  ...VLS_TS_ROWS,
  ...NOTIFICATION_ROWS,
];
