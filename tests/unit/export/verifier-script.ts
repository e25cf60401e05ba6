/** The verifier of LISEZ-MOI.html as a build makes it, made once for the tests that run it. */
import type { InlineScript } from '@/lib/export/types';
import { buildVerifier } from '../../../vite.verifier';

let built: Promise<InlineScript> | null = null;

export function realVerifier(): Promise<InlineScript> {
  built ??= buildVerifier();
  return built;
}
