/** Counts what the suites and the checks of `npm test` gave, for its last line. */

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export const add = (one: Tally, other: Tally): Tally => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
});

export const ofCheck = (holds: boolean): Tally => (holds ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** What vitest's JSON reporter writes, as far as we read it. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/**
 * Counts a vitest run: each test, and each file that could not even be read as one failure.
 * @param report text of the JSON report; null when vitest wrote none
 * @param exitCode vitest's own: a failure that no test carries (an unhandled error) counts as one
 */
export function ofVitest(report: string | null, exitCode: number | null): Tally {
  if (report === null) return ofCheck(false);
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(report) as VitestReport;
  const unread = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const failed = numFailedTests + unread;
  return { passed: numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

/** One message of `web-ext lint --output json`. */
interface LintMessage {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
}

/** The one warning that a library brings: preact's own innerHTML, in the chunk that holds it (toolchain.md § 2). */
const KNOWN = { code: 'UNSAFE_VAR_ASSIGNMENT', file: /^chunks\/[^/]+\.js$/ } as const;

/** What is wrong in a linter's report: every error, and every warning but the known one, once. */
export function lintProblems(report: string): string[] {
  const { errors, warnings } = JSON.parse(report) as { errors: LintMessage[]; warnings: LintMessage[] };
  const known = warnings.find((one) => one.code === KNOWN.code && KNOWN.file.test(one.file ?? ''));
  const unknown = warnings.filter((one) => one !== known);
  return [...errors, ...unknown].map((one) => `${one.code} ${one.file ?? ''}: ${one.message}`);
}
