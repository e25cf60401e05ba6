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

/**
 * The warnings that libraries bring, each so many times and no more: preact's own innerHTML, in the chunk that holds it
 * (toolchain.md § 2); zip.js 2.24's codec-registry, which would import a codec by an address that we never give; pdf.js
 * 5.6.205, in the worker that reads added files, which asks whether it may make functions out of text (our pages' policy
 * has no 'unsafe-eval': it may not) and imports its own worker by a name.
 */
const KNOWN = [
  { code: 'UNSAFE_VAR_ASSIGNMENT', message: /innerHTML/, file: /^chunks\/[^/]+\.js$/, times: 1 },
  { code: 'UNSAFE_VAR_ASSIGNMENT', message: /call to import/, file: /^chunks\/zip-reader-[^/]+\.js$/, times: 1 },
  { code: 'DANGEROUS_EVAL', message: /./, file: /^assets\/worker-[^/]+\.js$/, times: 7 },
  { code: 'UNSAFE_VAR_ASSIGNMENT', message: /./, file: /^assets\/worker-[^/]+\.js$/, times: 2 },
] as const;

/** What is wrong in a linter's report: every error, and every warning but the known ones. */
export function lintProblems(report: string): string[] {
  const { errors, warnings } = JSON.parse(report) as { errors: LintMessage[]; warnings: LintMessage[] };
  const known = new Set(
    KNOWN.flatMap(({ code, message, file, times }) =>
      warnings
        .filter((one) => one.code === code && message.test(one.message) && file.test(one.file ?? ''))
        .slice(0, times),
    ),
  );
  const unknown = warnings.filter((one) => !known.has(one));
  return [...errors, ...unknown].map((one) => `${one.code} ${one.file ?? ''}: ${one.message}`);
}
