/** Why a file is not in the bag, in words. */
import { displayNumber } from '@/lib/domain/entry';
import type { AbsentFile } from '@/lib/domain/export-plan';
import type { Translate } from '@/lib/locales';

export function absenceWords(file: AbsentFile, t: Translate): string {
  if (file.reason === 'removed')
    return t('export.absent.removed', { number: file.by === null ? '?' : displayNumber(file.by) });
  if (file.reason === 'redacted')
    return t('export.absent.redacted', {
      number: file.by === null ? '?' : displayNumber(file.by),
      sha256: file.sha256,
    });
  return t(`export.absent.${file.reason}`);
}
