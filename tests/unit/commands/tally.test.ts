/** The count that closes `npm test` forgets no failure. */
import { describe, expect, it } from 'vitest';
import { lintProblems, ofVitest } from '../../commands/tally';

const report = (change: object): string =>
  JSON.stringify({
    numPassedTests: 3,
    numFailedTests: 0,
    testResults: [{ status: 'passed', assertionResults: [{}] }],
    ...change,
  });

describe('ofVitest', () => {
  it('counts tests', () => {
    expect(ofVitest(report({ numFailedTests: 2 }), 1)).toEqual({ passed: 3, failed: 2 });
  });
  it('counts a file that could not be read', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(ofVitest(report({ testResults }), 1)).toEqual({ passed: 3, failed: 1 });
  });
  it('counts a failure that no test carries', () => {
    expect(ofVitest(report({}), 1)).toEqual({ passed: 3, failed: 1 });
  });
  it('counts a run killed before its report', () => {
    expect(ofVitest(null, null)).toEqual({ passed: 0, failed: 1 });
  });
  it('counts nothing against a clean run', () => {
    expect(ofVitest(report({}), 0)).toEqual({ passed: 3, failed: 0 });
  });
});

describe('lintProblems', () => {
  const known = { code: 'UNSAFE_VAR_ASSIGNMENT', message: 'innerHTML', file: 'chunks/preact-1.js' };
  it('lets the known warning of preact pass, once', () => {
    expect(lintProblems(JSON.stringify({ errors: [], warnings: [known] }))).toEqual([]);
    expect(lintProblems(JSON.stringify({ errors: [], warnings: [known, known] }))).toHaveLength(1);
  });
  it('lets the import of zip.js pass in its chunk alone, once', () => {
    const loads = { code: known.code, message: 'Unsafe call to import for argument 0', file: 'chunks/zip-reader-1.js' };
    const of = (...warnings: object[]) => lintProblems(JSON.stringify({ errors: [], warnings }));
    expect(of(loads, known)).toEqual([]);
    expect(of(loads, { ...loads })).toHaveLength(1);
    expect(of({ ...loads, file: 'chunks/start-1.js' })).toHaveLength(1);
  });
  it('lets what pdf.js brings pass in its worker, and not once more', () => {
    const evaluates = { code: 'DANGEROUS_EVAL', message: 'eval', file: 'assets/worker-1.js' };
    const many = Array.from({ length: 8 }, () => ({ ...evaluates }));
    expect(lintProblems(JSON.stringify({ errors: [], warnings: many.slice(1) }))).toEqual([]);
    expect(lintProblems(JSON.stringify({ errors: [], warnings: many }))).toHaveLength(1);
    expect(
      lintProblems(JSON.stringify({ errors: [], warnings: [{ ...evaluates, file: 'background.js' }] })),
    ).toHaveLength(1);
  });
  it('keeps the same warning in a file of ours, any other warning and any error', () => {
    const warnings = [
      { ...known, file: 'background.js' },
      { ...known, code: 'OTHER' },
    ];
    expect(lintProblems(JSON.stringify({ errors: [known], warnings }))).toHaveLength(3);
  });
});
