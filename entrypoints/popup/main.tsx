/** The popup's entry: see lib/screen/popup.tsx. */
import { Popup } from '@/lib/screen/popup';
import { startScreen } from '@/lib/screen/start';

await startScreen(Popup, null);
