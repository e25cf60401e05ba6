/** Wires the settings page. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { OptionsScreen } from '@/components/settings/OptionsScreen';
import { useSpeech } from '@/components/text';
import { currentShortcut, isFirefox } from '@/lib/platform/capabilities';
import { removeHosts, requestHosts } from '@/lib/platform/permissions';
import { changeSettings, MAX_WAIT_DAYS, type Settings } from '@/lib/platform/settings';
import { hostsOf, hostsOnlyOf } from '@/lib/prefectures/table';
import { codeOf } from './failure';
import { SITE_HOSTS, siteAccess } from './sites';
import type { ScreenProps } from './start';
import { DEPARTMENT_OPTIONS, useChosenDepartments, useGranted } from './use-departments';
import { useJournal } from './use-journal';
import { waitRows } from './waits';

type Usage = { readonly bytes: number; readonly entries: number; readonly files: number };

/** Browsers on Android have no keyboard shortcuts for extensions (style.md § 5). */
function shortcutsPlace(): 'firefox' | 'chromium' | null {
  if (/Android/.test(navigator.userAgent)) return null;
  return isFirefox ? 'firefox' : 'chromium';
}

/** What is asked of the browser and given back to it, and whether the person has just said no. */
function useAccess(
  departments: readonly string[],
  change: (part: Partial<Settings>) => void,
  failed: (cause: unknown) => void,
) {
  const [refused, setRefused] = useState(false);
  /** The click that asks is the gesture: nothing may be awaited before. */
  const onGrant = (hosts: readonly string[]): void => {
    setRefused(false);
    requestHosts(hosts).then((given) => setRefused(!given), failed);
  };
  const onWithdraw = (hosts: readonly string[]): void => {
    setRefused(false);
    if (hosts.length > 0) removeHosts(hosts).catch(failed);
  };
  const onAdd = (code: string): void => {
    onGrant(hostsOf(code));
    change({ departments: [...departments, code] });
  };
  /** Hosts shared with a department that stays are kept. */
  const onRemove = (code: string): void => {
    onWithdraw(hostsOnlyOf(code, departments));
    change({ departments: departments.filter((one) => one !== code) });
  };
  return { refused, onGrant, onWithdraw, onAdd, onRemove };
}

export function Options({ settings }: ScreenProps) {
  const { departments } = settings;
  const { journal, dossiers, problem: journalProblem } = useJournal();
  const chosen = useChosenDepartments(departments);
  const [shortcut, setShortcut] = useState<string | null>(null);
  const [usage, setUsage] = useState<Usage | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { t } = useSpeech();
  const sites = siteAccess(useGranted(SITE_HOSTS), t);
  const failed = (cause: unknown): void => setProblem(codeOf(cause, 'storage-unavailable'));
  useEffect(() => {
    currentShortcut('capture-page').then(setShortcut, (cause) => console.error('shortcut not readable', cause));
  }, []);
  // Depends on more than it reads: `dossiers` changes when the journal does.
  useEffect(() => {
    journal?.usage().then(setUsage, failed);
  }, [journal, dossiers]);
  const change = (part: Partial<Settings>): void => void changeSettings(part).catch(failed);
  const access = useAccess(departments, change, failed);
  const rows = useMemo(() => waitRows(settings.language), [settings.language]);
  return (
    <OptionsScreen
      language={settings.language}
      options={DEPARTMENT_OPTIONS}
      chosen={chosen}
      national={sites.national}
      useful={sites.useful}
      {...access}
      automaticLog={settings.automaticLog}
      automaticCapture={settings.automaticCapture}
      rerender={settings.rerender}
      canRerender={!isFirefox}
      shortcut={shortcut}
      shortcutsPlace={shortcutsPlace()}
      usage={usage}
      problem={problem ?? journalProblem}
      waitRows={rows}
      waits={settings.waits}
      mostDays={MAX_WAIT_DAYS}
      onWaits={(waits) => change({ waits })}
      onLanguage={(language) => change({ language })}
      onToggle={(name, on) => change({ [name]: on })}
    />
  );
}
