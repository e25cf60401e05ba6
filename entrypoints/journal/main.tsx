/** The journal's entry: see lib/screen/journal.tsx. */
import { JournalPage } from '@/lib/screen/journal';
import { startScreen } from '@/lib/screen/start';

await startScreen(JournalPage, null);
