/** Wires the welcome page: settings, the one permission request, the first dossier. */
import { useState } from 'preact/hooks';
import { WelcomeScreen, type WelcomeState } from '@/components/settings/WelcomeScreen';
import { appJournal } from '@/lib/flow/open-journal';
import { requestHosts } from '@/lib/platform/permissions';
import { changeSettings, type Settings } from '@/lib/platform/settings';
import { openExtensionPage } from '@/lib/platform/tabs';
import { hostsOf } from '@/lib/prefectures/table';
import { codeOf } from './failure';
import type { ScreenProps } from './start';
import { DEFAULT_TRACK } from './track';
import { DEPARTMENT_OPTIONS, useChosenDepartments } from './use-departments';

/** Opens the first dossier unless somebody already has one (the page may be opened again from the menu). */
async function finish(alias: string, settings: Settings): Promise<void> {
  const journal = await appJournal();
  const existing = await journal.dossiers();
  const active = existing.find((one) => one.id === settings.activeDossier) ?? existing.find((one) => !one.receivedAt);
  const dossier =
    active?.id ??
    (await journal.openDossier({ alias, track: DEFAULT_TRACK, departments: settings.departments })).dossier;
  await changeSettings({ activeDossier: dossier, welcomedAt: new Date().toISOString() });
}

export function Welcome({ settings }: ScreenProps) {
  const [state, setState] = useState<WelcomeState>({ is: 'asking' });
  const { departments } = settings;
  const chosen = useChosenDepartments(departments).map((one) => ({ ...one, granted: null }));
  const failed = (cause: unknown): void => setState({ is: 'failed', code: codeOf(cause, 'storage-unavailable') });
  const change = (part: Partial<Settings>): void => void changeSettings(part).catch(failed);
  const onFinish = (alias: string): void => {
    const hosts = departments.flatMap((code) => hostsOf(code));
    // First call of the click handler: both browsers want the person's gesture.
    const asked = hosts.length > 0 ? requestHosts(hosts) : Promise.resolve(true);
    setState({ is: 'busy' });
    asked
      .then(async (granted) => {
        await finish(alias, settings);
        setState({ is: 'finished', refused: !granted });
      })
      .catch(failed);
  };
  return (
    <WelcomeScreen
      state={state}
      language={settings.language}
      options={DEPARTMENT_OPTIONS}
      chosen={chosen}
      onLanguage={(language) => change({ language })}
      onAdd={(code) => change({ departments: [...departments, code] })}
      onRemove={(code) => change({ departments: departments.filter((one) => one !== code) })}
      onFinish={onFinish}
      onOpenJournal={() => void openExtensionPage('journal').catch(failed)}
    />
  );
}
