/** A verifier's line as a sentence. */
import { CHAIN_PROBLEMS } from '@/lib/domain/chain';
import type { verifying } from '@/lib/locales/fr/verify';
import { TOKEN_DOUBTS, TOKEN_FAULTS } from './time-stamp-token';
import type { VerifyLine } from './verify-types';
import { DAMAGES } from './zip-reader';

/** Gives the verifier's own texts: a whole translator does, and so does the small one of an export's page. */
export type VerifyTranslate = (key: keyof typeof verifying, values?: Record<string, string | number>) => string;

/** The sentence of one line, its codes put into words. */
export function verifyText(line: VerifyLine, t: VerifyTranslate): string {
  const values: Record<string, string | number> = { ...line.values };
  const problem = CHAIN_PROBLEMS.find((code) => code === values['problem']);
  if (problem) values['problem'] = t(`chain.${problem}`);
  if (values['reason'] === 'missing' || values['reason'] === 'altered')
    values['reason'] = t(`export.absent.${values['reason']}`);
  const damage = DAMAGES.find((code) => code === values['detail']);
  if (damage) values['detail'] = t(`damage.${damage}`);
  const token = [...TOKEN_FAULTS, ...TOKEN_DOUBTS].find((code) => code === values['token']);
  if (token) values['token'] = t(`token.${token}`);
  return t(`verify.${line.code}`, values);
}
