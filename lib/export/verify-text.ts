/** A verifier's line as a sentence. */
import { CHAIN_PROBLEMS } from '@/lib/domain/chain';
import type { verifying } from '@/lib/locales/fr/verify';
import type { VerifyLine } from './verify-types';

/** Gives the verifier's own texts: a whole translator does, and so does the small one of an export's page. */
export type VerifyTranslate = (key: keyof typeof verifying, values?: Record<string, string | number>) => string;

/** The sentence of one line, its codes put into words. */
export function verifyText(line: VerifyLine, t: VerifyTranslate): string {
  const values: Record<string, string | number> = { ...line.values };
  const problem = CHAIN_PROBLEMS.find((code) => code === values['problem']);
  if (problem) values['problem'] = t(`chain.${problem}`);
  if (values['reason'] === 'missing' || values['reason'] === 'altered')
    values['reason'] = t(`export.absent.${values['reason']}`);
  return t(`verify.${line.code}`, values);
}
