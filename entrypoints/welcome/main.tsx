/** The welcome page's entry: see lib/screen/welcome.tsx. */
import { startScreen } from '@/lib/screen/start';
import { Welcome } from '@/lib/screen/welcome';

await startScreen(Welcome, 'welcome.title');
