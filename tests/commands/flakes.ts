/** A vitest reporter: the tests that failed and then passed when tried again, so that no flake passes in silence. */
import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase } from 'vitest/node';

/** Where the list goes, one name a line; nothing is written when the variable is absent. */
export const FLAKES_FILE = 'CARNET_FLAKES';

export default class FlakesReporter implements Reporter {
  private readonly names: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) this.names.push(`${test.module.relativeModuleId} > ${test.fullName}`);
  }

  onTestRunEnd(): void {
    const file = process.env[FLAKES_FILE];
    if (file) writeFileSync(file, this.names.map((name) => `${name}\n`).join(''));
  }
}
