/** The settings page's entry: see lib/screen/options.tsx. */
import { Options } from '@/lib/screen/options';
import { startScreen } from '@/lib/screen/start';

await startScreen(Options, 'options.title');
