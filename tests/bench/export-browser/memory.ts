/** What the browsers that we started hold in memory, from /proc: the extension's own process, the browser's, all together. */
import { readdirSync, readFileSync } from 'node:fs';

/** Megabytes of memory of their own (anonymous and shared pages; files mapped from the disk are left out). */
export interface Held {
  /** Where our pages run. */
  readonly extension: number;
  /** The browser's main process, which keeps Blobs and downloads. */
  readonly browser: number;
  readonly all: number;
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  readonly command: string;
  readonly megabytes: number;
}

/** Null for a process that ended while it was read. */
function processAt(pid: number): Process | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    const kilobytes = (field: string): number => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return {
      pid,
      parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0),
      name: /^Name:\s+(.+)$/m.exec(status)?.[1] ?? '',
      command,
      megabytes: (kilobytes('RssAnon') + kilobytes('RssShmem')) / 1_000,
    };
  } catch (error) {
    if (/ENOENT|ESRCH/.test(String(error))) return null;
    throw error;
  }
}

/** The processes under this one. */
function ours(): Process[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (processAt(Number(name)) ?? []) : []));
  const inside = new Set([process.pid]);
  for (let before = 0; before !== inside.size; ) {
    before = inside.size;
    for (const one of all) if (inside.has(one.parent)) inside.add(one.pid);
  }
  return all.filter((one) => inside.has(one.pid) && /chromium|firefox/.test(one.command));
}

const isExtension = (one: Process): boolean =>
  one.command.includes('--extension-process') || one.name === 'WebExtensions';
const isBrowser = (one: Process): boolean =>
  !/--type=|-contentproc|crashpad|forkserver|crashhelper/.test(one.command) && /chromium|firefox/.test(one.name);

const sum = (list: readonly Process[]): number => list.reduce((total, one) => total + one.megabytes, 0);

export function heldNow(): Held {
  const list = ours();
  return { extension: sum(list.filter(isExtension)), browser: sum(list.filter(isBrowser)), all: sum(list) };
}

/** Numbers of the processes in which our pages run. */
export function extensionProcesses(): number[] {
  return ours()
    .filter(isExtension)
    .map((one) => one.pid);
}

/** Watches until `stop`: the highest of each figure. */
export function watchMemory(): { readonly start: Held; stop(): Held } {
  const start = heldNow();
  let peak = start;
  const timer = setInterval(() => {
    const now = heldNow();
    peak = {
      extension: Math.max(peak.extension, now.extension),
      browser: Math.max(peak.browser, now.browser),
      all: Math.max(peak.all, now.all),
    };
  }, 100);
  return {
    start,
    stop: () => {
      clearInterval(timer);
      return peak;
    },
  };
}
