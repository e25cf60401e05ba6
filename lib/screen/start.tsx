/** Starts one of our pages: reads the settings, sets language, direction and title, and gives the words to the screen. */
import { type ComponentType, render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { SpeechProvider } from '@/components/text';
import { keepFocus } from '@/components/ui/keep-focus';
import { direction, type TextKey, translator } from '@/lib/locales';
import { onSettingsChanged, readSettings, type Settings } from '@/lib/platform/settings';
import { protectStorage } from '@/lib/platform/storage-protection';
import { labelsIn } from './labels';

export interface ScreenProps {
  readonly settings: Settings;
}

interface AppProps {
  readonly screen: ComponentType<ScreenProps>;
  readonly title: TextKey | null;
  readonly first: Settings;
}

function App({ screen: Screen, title, first }: AppProps) {
  const [settings, setSettings] = useState(first);
  useEffect(() => {
    const refresh = (): void => {
      readSettings().then(setSettings, (cause) => console.error('settings not readable', cause));
    };
    return onSettingsChanged(refresh);
  }, []);
  useEffect(() => keepFocus(), []);
  const { language } = settings;
  const t = useMemo(() => translator(language), [language]);
  const labels = useMemo(() => labelsIn(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = direction(language);
    document.title = title ? `${t(title)} · ${t('app.name')}` : t('app.name');
  }, [language, t, title]);
  return (
    <SpeechProvider t={t} locale={language} labels={labels}>
      <Screen settings={settings} />
    </SpeechProvider>
  );
}

/** Draws `screen` in `#app`. `title` null: the product's name alone. */
export async function startScreen(screen: ComponentType<ScreenProps>, title: TextKey | null): Promise<void> {
  const root = document.getElementById('app');
  if (!root) throw new Error('no #app in the page');
  // Firefox protects what is kept from the first page on, if somebody asks; it shows no prompt.
  protectStorage().catch((cause) => console.error('storage protection not asked', cause));
  const first = await readSettings();
  render(<App screen={screen} title={title} first={first} />, root);
}
