/** Why a file is not in the bag, in words. */
import { displayNumber } from '@/lib/domain/entry';
import type { AbsentFile } from '@/lib/domain/export-plan';
import type { Translate } from '@/lib/locales';

export function absenceWords(file: AbsentFile, t: Translate): string {
  if (file.reason === 'removed')
    return t('export.absent.removed', { number: file.by === null ? '?' : displayNumber(file.by) });
  return t(`export.absent.${file.reason}`);
}
