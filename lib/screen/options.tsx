/** Wires the settings page. */
import { useEffect, useState } from 'preact/hooks';
import { OptionsScreen } from '@/components/settings/OptionsScreen';
import { currentShortcut, isFirefox } from '@/lib/platform/capabilities';
import { removeHosts, requestHosts } from '@/lib/platform/permissions';
import { changeSettings, type Settings } from '@/lib/platform/settings';
import { hostsOf } from '@/lib/prefectures/table';
import { codeOf } from './failure';
import type { ScreenProps } from './start';
import { DEPARTMENT_OPTIONS, useChosenDepartments } from './use-departments';
import { useJournal } from './use-journal';

type Usage = { readonly bytes: number; readonly entries: number; readonly files: number };

/** Browsers on Android have no keyboard shortcuts for extensions (style.md § 5). */
function shortcutsPlace(): 'firefox' | 'chromium' | null {
  if (/Android/.test(navigator.userAgent)) return null;
  return isFirefox ? 'firefox' : 'chromium';
}

export function Options({ settings }: ScreenProps) {
  const { departments } = settings;
  const { journal, dossiers, problem: journalProblem } = useJournal();
  const chosen = useChosenDepartments(departments);
  const [shortcut, setShortcut] = useState<string | null>(null);
  const [usage, setUsage] = useState<Usage | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const failed = (cause: unknown): void => setProblem(codeOf(cause, 'storage-unavailable'));
  useEffect(() => {
    currentShortcut('capture-page').then(setShortcut, (cause) => console.error('shortcut not readable', cause));
  }, []);
  // Depends on more than it reads: `dossiers` changes when the journal does.
  useEffect(() => {
    journal?.usage().then(setUsage, failed);
  }, [journal, dossiers]);
  const change = (part: Partial<Settings>): void => void changeSettings(part).catch(failed);
  /** Hosts shared with a department that stays are kept. */
  const remove = (code: string): void => {
    const rest = departments.filter((one) => one !== code);
    const kept = new Set(rest.flatMap((one) => hostsOf(one)));
    const hosts = hostsOf(code).filter((host) => !kept.has(host));
    change({ departments: rest });
    if (hosts.length > 0) removeHosts(hosts).catch(failed);
  };
  const add = (code: string): void => {
    // The click that adds is the gesture that asks.
    requestHosts(hostsOf(code)).catch(failed);
    change({ departments: [...departments, code] });
  };
  return (
    <OptionsScreen
      language={settings.language}
      options={DEPARTMENT_OPTIONS}
      chosen={chosen}
      automaticLog={settings.automaticLog}
      automaticCapture={settings.automaticCapture}
      rerender={settings.rerender}
      canRerender={!isFirefox}
      shortcut={shortcut}
      shortcutsPlace={shortcutsPlace()}
      usage={usage}
      problem={problem ?? journalProblem}
      onLanguage={(language) => change({ language })}
      onAdd={add}
      onRemove={remove}
      onGrant={(hosts) => void requestHosts(hosts).catch(failed)}
      onToggle={(name, on) => change({ [name]: on })}
    />
  );
}
