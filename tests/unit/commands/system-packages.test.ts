/** What `npm start` and `npm test` decide to install, on machines that are not this one. */
import { describe, expect, it } from 'vitest';
import { type Machine, planPackages } from '../../commands/system-packages';

const machine = (
  change: Partial<Machine> & { programs?: readonly string[]; packages?: readonly string[] | null } = {},
): Machine => ({
  root: true,
  debian: true,
  variables: {},
  isInstalled: (program) => (change.programs ?? []).includes(program),
  missingPackages: (wanted) => {
    const there = change.packages === undefined ? [] : change.packages;
    return there === null ? null : wanted.filter((one) => !there.includes(one));
  },
  ...change,
});
const CHROMIUM = ['chromium', 'chromium-l10n', 'fonts-dejavu-core', 'fonts-liberation'];

describe('planPackages', () => {
  it('installs, on a bare Debian as root, only what the command needs', () => {
    expect(planPackages(['chromium'], machine())).toEqual({ is: 'install', packages: CHROMIUM });
  });

  it('does nothing where all is there', () => {
    expect(planPackages(['chromium'], machine({ packages: CHROMIUM, programs: ['chromium'] }))).toEqual({
      is: 'ready',
    });
  });

  it('names each package once', () => {
    const plan = planPackages(['chromium', 'firefox'], machine());
    expect(plan.is === 'install' && plan.packages.filter((one) => one === 'fonts-liberation')).toEqual([
      'fonts-liberation',
    ]);
  });

  it('does not stop an ordinary user for want of fonts', () => {
    const plan = planPackages(['chromium'], machine({ root: false, programs: ['chromium'], packages: ['chromium'] }));
    expect(plan).toEqual({ is: 'ready' });
  });

  it.each([{ root: false }, { debian: false, packages: null }])(
    'says in two languages what to install where it cannot: %o',
    (change) => {
      const plan = planPackages(['chromium', 'ocr'], machine(change));
      expect(plan.is).toBe('impossible');
      expect(plan.is === 'impossible' && plan.sentence).toMatch(
        /À installer : chromium .*tesseract-ocr[\s\S]*Please install: chromium/,
      );
    },
  );

  it('takes the browser that CHROMIUM names', () => {
    const plan = planPackages(
      ['chromium'],
      machine({ variables: { CHROMIUM: '/opt/chromium' }, programs: ['/opt/chromium'] }),
    );
    expect(plan).toEqual({ is: 'ready' });
  });

  it('refuses a CHROMIUM that is no program', () => {
    const plan = planPackages(['chromium'], machine({ variables: { CHROMIUM: '/nowhere' } }));
    expect(plan.is === 'impossible' && plan.sentence).toContain('/nowhere');
  });
});
