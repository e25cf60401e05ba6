/** A verifier's line as a sentence. */
import { CHAIN_PROBLEMS } from '@/lib/domain/chain';
import type { Translate } from '@/lib/locales';
import type { VerifyLine } from './verify-types';

/** The sentence of one line, its codes put into words. */
export function verifyText(line: VerifyLine, t: Translate): string {
  const values: Record<string, string | number> = { ...line.values };
  const problem = CHAIN_PROBLEMS.find((code) => code === values['problem']);
  if (problem) values['problem'] = t(`chain.${problem}`);
  if (values['reason'] === 'missing' || values['reason'] === 'altered')
    values['reason'] = t(`export.absent.${values['reason']}`);
  return t(`verify.${line.code}`, values);
}
