/** Puts in place what the commands need from the system (browsers, virtual screen, OCR) on a fresh Debian; says what is missing elsewhere. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type Need = 'chromium' | 'firefox' | 'display' | 'ocr' | 'certificates' | 'zip' | 'pdf' | 'outsiders';

interface Supply {
  /** Debian packages (toolchain.md § 5). */
  readonly packages: readonly string[];
  /** Programs without which the need is not met, whatever the system. */
  readonly programs: readonly string[];
  /** Environment variable that names the program instead. */
  readonly variable?: string;
}

const SUPPLIES: Readonly<Record<Need, Supply>> = {
  chromium: {
    packages: ['chromium', 'chromium-l10n', 'fonts-dejavu-core', 'fonts-liberation'],
    programs: ['chromium'],
    variable: 'CHROMIUM',
  },
  firefox: {
    packages: ['firefox-esr', 'firefox-esr-l10n-fr', 'fonts-dejavu-core', 'fonts-liberation'],
    programs: ['firefox-esr'],
    variable: 'FIREFOX',
  },
  display: { packages: ['xvfb', 'openbox', 'xdotool'], programs: ['Xvfb', 'openbox', 'xdotool'] },
  ocr: { packages: ['tesseract-ocr', 'tesseract-ocr-fra'], programs: ['tesseract'] },
  certificates: { packages: ['openssl'], programs: ['openssl'] },
  zip: { packages: ['zip', 'unzip'], programs: ['zip', 'unzip'] },
  outsiders: { packages: ['p7zip-full', 'pngcheck'], programs: ['7z', 'pngcheck'] },
  pdf: { packages: ['qpdf', 'poppler-utils'], programs: ['qpdf', 'pdftotext', 'pdfinfo'] },
};

/** What is known of the machine; the real one is `thisMachine()`. */
export interface Machine {
  readonly root: boolean;
  /** Has apt-get. */
  readonly debian: boolean;
  readonly variables: Readonly<Record<string, string | undefined>>;
  isInstalled(program: string): boolean;
  /** Which of these Debian packages are not installed; null when the machine cannot say. */
  missingPackages(packages: readonly string[]): readonly string[] | null;
}

export type Plan =
  | { readonly is: 'ready' }
  | { readonly is: 'install'; readonly packages: readonly string[] }
  | { readonly is: 'impossible'; readonly sentence: string };

/** Decides what to do, without doing it. */
export function planPackages(needs: readonly Need[], machine: Machine): Plan {
  const broken = needs.flatMap((need) => brokenVariable(SUPPLIES[need], machine));
  if (broken[0]) return { is: 'impossible', sentence: broken[0] };
  const open = needs.map((need) => SUPPLIES[need]).filter(({ variable }) => !variable || !machine.variables[variable]);
  const wanted = [...new Set(open.flatMap((one) => one.packages))];
  const unmet = open.filter((one) => !one.programs.every((program) => machine.isInstalled(program)));
  const missing = machine.missingPackages(wanted) ?? unmet.flatMap((one) => one.packages);
  if (missing.length === 0) return { is: 'ready' };
  if (machine.root && machine.debian) return { is: 'install', packages: missing };
  // Fonts and languages improve; only a missing program stops.
  if (unmet.length === 0) return { is: 'ready' };
  return { is: 'impossible', sentence: askFor(unmet.flatMap((one) => one.packages)) };
}

function brokenVariable(supply: Supply, machine: Machine): string[] {
  const path = supply.variable ? machine.variables[supply.variable] : undefined;
  if (!path || machine.isInstalled(path)) return [];
  return [
    `La variable ${supply.variable} désigne « ${path} », qui n’est pas un programme. / ${supply.variable} points to “${path}”, which is not a program.`,
  ];
}

function askFor(packages: readonly string[]): string {
  const list = [...new Set(packages)].join(' ');
  return [
    `Il manque des programmes, et cette commande ne peut pas les installer ici. À installer : ${list} (sous Debian ou Ubuntu, en root : apt-get install ${list}).`,
    `Some programs are missing and this command cannot install them here. Please install: ${list}. CHROMIUM and FIREFOX may name browsers that are elsewhere.`,
  ].join('\n');
}

/** @throws Error with a sentence for the person, when what is needed is not there and cannot be installed */
export function ensureSystemPackages(needs: readonly Need[], machine: Machine = thisMachine()): void {
  const plan = planPackages(needs, machine);
  if (plan.is === 'impossible') throw new Error(plan.sentence);
  if (plan.is === 'ready') return;
  console.log(`Installation de / installing: ${plan.packages.join(' ')}`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const parameters of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', ...plan.packages],
  ]) {
    // apt-get tells a great deal: kept for when it fails.
    const run = spawnSync('apt-get', parameters, {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    });
    if (run.status !== 0) {
      throw new Error(`apt-get ${parameters[0]} : ${run.stderr || run.error?.message}\n${askFor(plan.packages)}`);
    }
  }
}

/** The machine that this runs on. */
export function thisMachine(): Machine {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const isExecutable = (path: string): boolean => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  };
  return {
    root: process.getuid?.() === 0,
    debian: existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get'),
    variables: process.env,
    isInstalled: (program) =>
      program.includes('/') ? isExecutable(program) : folders.some((folder) => isExecutable(join(folder, program))),
    missingPackages: (packages) => {
      if (packages.length === 0) return [];
      // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own format
      const run = spawnSync('dpkg-query', ['-W', '-f=${db:Status-Status} ${Package}\\n', ...packages], {
        encoding: 'utf8',
      });
      if (run.error) return null;
      const there = new Set(
        run.stdout.split('\n').flatMap((line) => (line.startsWith('installed ') ? [line.slice(10)] : [])),
      );
      return packages.filter((one) => !there.has(one));
    },
  };
}
